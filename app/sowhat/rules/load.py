"""Rule files to typed, frozen rules. How to write one: ``resources/rules/README.md``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from sowhat.model import Action, Motif, Purpose, Side
from sowhat.paths import resources


class SignRule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way in which a motif shows.

    ``kind`` says which code looks (phrase, title, regex, layout, picture, subject, superlative,
    question), ``where`` in which blocks, ``match`` for what. ``weight`` 1.0 is enough alone to find
    the motif; a negative one speaks against it. ``needs`` are characters of which
    one stands in every match, so that other blocks need not be looked at; empty for any block.
    One that ``decides`` says that the motif is there, however likely the judge finds it.
    """

    id: str
    kind: str
    match: tuple[str, ...]
    weight: float
    why: str
    where: str = "any"
    needs: str = ""
    decides: bool = False


class AdviceText(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to do with a slide of this motif; ``draft`` is a template, empty for none."""

    action: Action
    why: str
    draft: str = ""


class SlideExample(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A slide that shows a rule at work. ``position`` is first, middle or last."""

    title: str = ""
    body: tuple[str, ...] = ()
    position: str = "middle"
    pictures: int = 0
    vendor: str = ""
    products: tuple[str, ...] = ()
    customer: str = ""


class DeckExample(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A deck in short: a line a slide, ``stance motif motif``; ``text`` where words are needed."""

    slides: tuple[str, ...]
    text: Mapping[str, str] = {}


class MotifRule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A motif: how it shows, why it matters, what to ask and what to do.

    ``source`` is where the thinking comes from, ``against`` what is known that speaks against it.
    A motif that is ``plain`` to see is there with a sign or not at all, whatever the words suggest.
    """

    id: Motif
    side: Side
    name: str
    why: str
    so_what: tuple[str, ...]
    advice: AdviceText
    source: tuple[str, ...]
    against: tuple[str, ...]
    good: tuple[SlideExample, ...]
    bad: tuple[SlideExample, ...]
    signs: tuple[SignRule, ...]
    plain: bool = False

    @property
    def wanted(self) -> bool:
        """Whether a good slide shows it (customer, neutral) or a bad one does (vendor)."""
        return self.side is not Side.VENDOR


class FindingRule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An observation on the whole deck; the code is looked up by ``id``.

    ``message_one`` takes the place of ``message`` where the count is one. Decks made for a purpose
    in ``not_for`` are spared.
    """

    id: str
    level: str
    name: str
    message: str
    why: str
    so_what: tuple[str, ...]
    advice: str
    source: tuple[str, ...]
    against: tuple[str, ...]
    good: tuple[DeckExample, ...]
    bad: tuple[DeckExample, ...]
    limits: Mapping[str, float] = {}
    words: Mapping[str, tuple[str, ...]] = {}
    message_one: str = ""
    not_for: tuple[Purpose, ...] = ()


class GeneralSign(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sign that belongs to no motif; see ``signs.toml``."""

    name: str
    why: str
    source: tuple[str, ...]
    against: tuple[str, ...]


class Voice(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that tell who speaks to whom; see ``voice.toml``."""

    together: tuple[str, ...]
    vendor_verbs: frozenset[str]
    vendor_nouns: frozenset[str]
    they: frozenset[str]


class Rules(Struct, frozen=True, kw_only=True):
    """All rules, by id, the signs that belong to none, and the words of voice."""

    motifs: Mapping[Motif, MotifRule]
    findings: Mapping[str, FindingRule]
    signs: Mapping[str, GeneralSign]
    voice: Voice


@cache
def load() -> Rules:
    """Load every rule; raises ``ValueError`` naming the file whose form is wrong."""
    folder = resources() / "rules"
    motifs = [_read(path, MotifRule) for path in sorted((folder / "motifs").glob("*.toml"))]
    findings = [_read(path, FindingRule) for path in sorted((folder / "findings").glob("*.toml"))]
    return Rules(
        motifs={rule.id: rule for rule in motifs},
        findings={rule.id: rule for rule in findings},
        signs=_read(folder / "signs.toml", dict[str, GeneralSign]),
        voice=_read(folder / "voice.toml", Voice),
    )


def _read(path: Path, kind: Any) -> Any:
    try:
        rule = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), kind)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ValueError(f"{path.name}: {error}") from error
    if getattr(rule, "id", path.stem) != path.stem:
        raise ValueError(f"{path.name}: its id is {rule.id}")
    return rule
