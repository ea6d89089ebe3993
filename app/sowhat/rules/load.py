"""Rule files to typed, frozen rules. How to write one: ``resources/rules/README.md``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import msgspec
from msgspec import Struct

from sowhat.model import Action, Motif, Purpose, Side
from sowhat.paths import resources

BLANKS = frozenset(("n", "slides", "on", "slide", "shown", "share", "us_above"))  # of all messages
MOTIFS = frozenset(motif.value for motif in Motif)
LOOSE = ("signs.toml", "voice.toml")  # files of rules that lie in no folder


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
    in ``not_for`` are spared. A finding in ``worse`` says more of the same: who gets that one
    instead has not resolved this one.
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
    worse: tuple[str, ...] = ()


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
def shipped() -> Rules:
    """Return the rules that come with the program; raises ``ValueError`` as ``read`` does."""
    return read()


def read(own: Path | None = None) -> Rules:
    """Read every rule, those in the folder ``own`` in place of the shipped ones of their name.

    Raises ``ValueError`` naming the file whose form is wrong, or that replaces nothing.
    """
    folder = resources() / "rules"
    files = {path.relative_to(folder): path for path in folder.rglob("*.toml")}
    for path in sorted(own.rglob("*.toml")) if own else ():
        name = path.relative_to(own) if own else path
        if not (len(name.parts) == 2 or name.name in LOOSE) or name not in files:
            raise ValueError(f"{name.as_posix()}: there is no rule of this name")
        files[name] = path
    found = Rules(
        motifs={rule.id: rule for rule in _each(files, "motifs", MotifRule)},
        findings={rule.id: rule for rule in _each(files, "findings", FindingRule)},
        signs=_read(files[Path("signs.toml")], dict[str, GeneralSign]),
        voice=_read(files[Path("voice.toml")], Voice),
    )
    if own:
        _complete(found, shipped())
    return found


def _each(files: Mapping[Path, Path], kind: str, form: Any) -> list[Any]:
    return [_read(files[name], form) for name in sorted(files) if name.parts[0] == kind]


def _complete(own: Rules, usual: Rules) -> None:
    """Raise ``ValueError`` where a rule lacks what the code asks of the one it replaces."""
    for name, rule in usual.findings.items():
        found = own.findings[name]
        lost = {*rule.limits, *rule.words} - {*found.limits, *found.words}
        if lost:
            raise ValueError(f"{name}.toml: it lacks {', '.join(sorted(lost))}")
        known = BLANKS | _blanks(rule) | {f"limit_{limit}" for limit in found.limits}
        if other := _blanks(found) - known:
            raise ValueError(f"{name}.toml: nothing fills the blank {min(other)}")
        for key, words in rule.words.items():
            if MOTIFS.issuperset(words) and (odd := set(found.words[key]) - MOTIFS):
                raise ValueError(f"{name}.toml: there is no motif {min(odd)}")
    if lost := usual.signs.keys() - own.signs.keys():
        raise ValueError(f"signs.toml: it lacks {', '.join(sorted(lost))}")


def _blanks(rule: FindingRule) -> set[str]:
    """Return the names of the blanks in what is said."""
    parts = Formatter().parse(rule.message + rule.message_one)
    return {name for _, name, _, _ in parts if name is not None}


def _read(path: Path, kind: Any) -> Any:
    try:
        rule = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), kind)
    except (OSError, ValueError, msgspec.ValidationError) as error:
        raise ValueError(f"{path.name}: {error}") from error
    if getattr(rule, "id", path.stem) != path.stem:
        raise ValueError(f"{path.name}: its id is {rule.id}")
    return rule
