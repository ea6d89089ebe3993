"""Passwords of all kinds: to open a deck, to change it, with old and new ciphers."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Literal

import pikepdf
from pikepdf import Encryption, Permissions

from tests.hostile import OPENS, Hostile
from tests.hostile.pdf.damage import plain
from tests.hostile.pdf.raw import Make, Raw, saved

REVISIONS: tuple[Literal[2, 3, 4, 6], ...] = (2, 3, 4, 6)  # of the standard's encryption
NEW: Literal[6] = 6
STRICT = Permissions(extract=False, modify_other=False, modify_assembly=False)


def _locked(encryption: Encryption, change: Callable[[bytes], bytes] = bytes) -> Make:
    def make(folder: Path) -> Path:
        out = BytesIO()
        with pikepdf.open(BytesIO(plain())) as pdf:
            pdf.save(out, encryption=encryption, static_id=True)
        return saved(folder, change(out.getvalue()))

    return make


def _by_user(revision: Literal[2, 3, 4, 6]) -> Make:
    return _locked(
        Encryption(user="hush", owner="boss", R=revision, aes=revision > 3, metadata=revision > 3)
    )


def _by_certificate(folder: Path) -> Path:
    deck = Raw()
    deck.page()
    lock = deck.add(b"<< /Filter /Adobe.PubSec /V 4 /SubFilter /adbe.pkcs7.s5 /Recipients [(x)] >>")
    return saved(folder, deck.whole(trailer=b"/Encrypt %d 0 R /ID [<00><00>]" % lock))


def _by_nonsense(folder: Path) -> Path:
    deck = Raw()
    deck.page()
    lock = deck.add(b"<< /Filter /Standard /V 99 /R 99 /O (a) /U (b) /P -1 /Length 7 >>")
    return saved(folder, deck.whole(trailer=b"/Encrypt %d 0 R /ID [<00><00>]" % lock))


KINDS = (
    *(
        Hostile(f"locked, revision {revision}", "password", _by_user(revision))
        for revision in REVISIONS
    ),
    *(
        Hostile(f"unlocked, revision {revision}", OPENS, _by_user(revision), password="hush")
        for revision in REVISIONS
    ),
    Hostile("unlocked by its owner", OPENS, _by_user(NEW), password="boss"),
    Hostile("a wrong password", "wrong-password", _by_user(NEW), password="shush"),
    Hostile("a password that is not needed", OPENS, _locked(Encryption(user="", owner="boss"))),
    Hostile(
        "open to all, closed to changes",
        OPENS,
        _locked(Encryption(user="", owner="boss", allow=STRICT)),
    ),
    Hostile(
        "a password in letters of all kinds",
        OPENS,
        _locked(Encryption(user="pässwörd‑密", owner="boss")),
        password="pässwörd‑密",
    ),
    Hostile("a password of 3,000 letters", "wrong-password", _by_user(NEW), password="x" * 3_000),
    Hostile(
        "locked and cut off",
        "damaged",
        _locked(Encryption(user="hush", owner="boss"), lambda data: data[: len(data) - 200]),
    ),
    Hostile("locked by a certificate", "unsupported", _by_certificate),
    Hostile("locked by nonsense", "password", _by_nonsense),
)
