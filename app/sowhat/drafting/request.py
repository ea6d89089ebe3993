"""What is sent for one slide: its lines, and the bytes of the request's body."""

from __future__ import annotations

import json
from dataclasses import dataclass
from string import Template

from sowhat.advise import draftable
from sowhat.advise.drafts import statements
from sowhat.decisions import fingerprint
from sowhat.drafting.masking import Mask
from sowhat.drafting.rules import limits, prompt
from sowhat.errors import UsageError
from sowhat.model import Audit, Party, Profile, Slide
from sowhat.settings import Endpoint


@dataclass(frozen=True, slots=True)
class Request:
    """One slide's request. ``lines`` as they stand on the slide, numbered from 1; ``sent`` the same
    with names as tokens; ``known`` is all that may be said of names; ``body`` is what goes out."""

    slide: int
    words: str
    headline: str
    lines: tuple[str, ...]
    sent: tuple[str, ...]
    profile: Profile
    mask: Mask
    body: bytes


def slides(audit: Audit) -> tuple[int, ...]:
    """Return the numbers of the slides of which a draft can be asked for.

    They are about the vendor or both, have advice, and lines with words enough, in English.
    """
    found = dict.fromkeys(item.slide for item in audit.advice)
    return tuple(number for number in found if possible(audit, number))


def possible(audit: Audit, slide: int) -> bool:
    """Say whether a draft of slide ``slide`` can be asked for."""
    if any(gap.id == "not-english" for gap in audit.deck.gaps):
        return False
    wanted = slide in draftable(audit.advice, audit.verdicts)
    return wanted and bool(_lines(audit.deck.slides[slide - 1]))


def request(audit: Audit, slide: int, endpoint: Endpoint) -> Request:
    """Return the request for slide ``slide``; raises ``UsageError`` nothing-to-draft."""
    if not possible(audit, slide):
        raise UsageError("nothing-to-draft", detail=str(slide))
    shown, profile = audit.deck.slides[slide - 1], audit.profile
    lines, headline = _lines(shown), " ".join(shown.title.split())
    mask = Mask.of(profile, (*lines, headline), endpoint.also) if endpoint.mask else Mask()
    sent = tuple(map(mask.hide, lines))
    return Request(
        slide,
        fingerprint(shown),
        headline,
        lines,
        sent,
        profile,
        mask,
        _body(endpoint.model, _asked(profile, mask.hide(headline), sent, mask)),
    )


def _lines(slide: Slide) -> tuple[str, ...]:
    """Return the slide's statements once each; a longer one than a line can be is left out."""
    said = dict.fromkeys(one.said for one in statements(slide))
    short = [line for line in said if len(line) <= limits().longest_asked]
    return tuple(short[: limits().most_asked])


def _asked(profile: Profile, headline: str, sent: tuple[str, ...], mask: Mask) -> str:
    told = "\n".join((headline, *sent))
    products = [name for name in map(mask.hide, profile.products) if name in told]
    return Template(prompt().user).substitute(
        vendor=_name(profile.vendor, mask),
        products=", ".join(products) or prompt().unknown,
        customer=_name(profile.customer, mask),
        headline=headline or prompt().unknown,
        lines="\n".join(f"{number}. {line}" for number, line in enumerate(sent, 1)),
    )


def _name(party: Party, mask: Mask) -> str:
    return mask.hide(party.name) if party.name else prompt().unknown


def _body(model: str, asked: str) -> bytes:
    """Return the body, written to be read by people too.

    Only what every server understands is in it: some models refuse a temperature, others know the
    limit of an answer by another name.
    """
    whole = {
        "model": model,
        "stream": False,
        "messages": [
            {"role": "system", "content": prompt().system},
            {"role": "user", "content": asked},
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2).encode()
