"""What a rule says of itself, in the same words everywhere: terminal, HTML, SARIF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sowhat.model import Motif
from sowhat.rules import DeckExample, FindingRule, MotifRule, SignRule, SlideExample, load
from sowhat.texts import text

MOST_WORDS = 12  # of what a sign looks for that are named
LONGEST = 120  # characters of an example's slide


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is told of a motif, a finding or a sign; its blanks are filled with plain words.

    ``kind`` is a motif's side, ``finding`` or ``sign``. ``shows`` says how a motif is found.
    ``sources`` are where the thinking comes from, ``against`` what speaks against it.
    """

    id: str
    kind: str
    name: str
    why: str
    asks: tuple[str, ...] = ()
    does: str = ""
    shows: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


def explanations() -> Iterator[Explanation]:
    """Yield every motif, every finding, and every sign that belongs to no motif."""
    rules = load()
    yield from map(_motif, rules.motifs.values())
    yield from map(_finding, rules.findings.values())
    for name, sign in rules.signs.items():
        yield Explanation(
            name, "sign", sign.name, sign.why, sources=sign.source, against=sign.against
        )


def explain(name: str) -> Explanation:
    """Return what is told of ``name``: a motif, a finding, or a sign as evidence names it.

    A motif's sign is ``motif/sign``. Raises ``KeyError`` for an unknown name.
    """
    found = next((one for one in explanations() if one.id == name), None)
    if found is not None:
        return found
    motif, _, sign = name.partition("/")
    if sign and motif in set(Motif):
        return _sign(load().motifs[Motif(motif)], sign)
    # The kinds of names and of readings share what is told of them.
    shared = {"named": "named", "reads": "reading"}[name.partition("-")[0]]
    return replace(explain(shared), id=name)


def _motif(rule: MotifRule) -> Explanation:
    return Explanation(
        id=rule.id.value,
        kind=rule.side.value,
        name=rule.name,
        why=rule.why,
        asks=tuple(map(_filled, rule.so_what)),
        does=_filled(rule.advice.why),
        shows=tuple(_shows(sign) for sign in rule.signs if sign.weight > 0),
        bad=tuple(map(_slide, rule.bad)),
        good=tuple(map(_slide, rule.good)),
        sources=rule.source,
        against=rule.against,
    )


def _finding(rule: FindingRule) -> Explanation:
    return Explanation(
        id=rule.id,
        kind="finding",
        name=rule.name,
        why=rule.why,
        asks=tuple(map(_filled, rule.so_what)),
        does=_filled(rule.advice),
        bad=tuple(map(_deck, rule.bad)),
        good=tuple(map(_deck, rule.good)),
        sources=rule.source,
        against=rule.against,
    )


def _sign(rule: MotifRule, name: str) -> Explanation:
    """Return what is told of a motif's sign; raises ``KeyError`` where it has none so named."""
    sign = next((sign for sign in rule.signs if sign.id == name), None)
    if sign is None:
        raise KeyError(name)
    return replace(
        _motif(rule),
        id=f"{rule.id}/{name}",
        kind="sign",
        name=text("explain.sign", motif=rule.name, sign=name),
        shows=(_shows(sign), text("explain.looks", words=_words(sign))),
    )


def _shows(sign: SignRule) -> str:
    why = sign.why.format(
        quote="…",
        vendor=text("cli.vendor"),
        customer=text("words.customer"),
        count=text("explain.count"),
        field="…",
    )
    return text("explain.shows", sign=sign.id, where=text(f"explain.kinds.{sign.kind}"), why=why)


def _words(sign: SignRule) -> str:
    more = len(sign.match) - MOST_WORDS
    said = ", ".join(sign.match[:MOST_WORDS])
    return text("explain.and-more", words=said, n=more) if more > 0 else said


def _filled(words: str) -> str:
    blanks = {"claim": text("cli.claim"), "vendor": text("cli.vendor")}
    return words.format(**blanks, customer=text("words.customer"))


def _slide(example: SlideExample) -> str:
    return " · ".join(part for part in (example.title, *example.body) if part)


def _deck(example: DeckExample) -> str:
    """Return the slides of an example in order: their words where it has any, else motifs."""
    slides = [
        _lines(example.text.get(str(number), _named(line)))
        for number, line in enumerate(example.slides, start=1)
    ]
    return " → ".join(slides)


def _lines(words: str) -> str:
    """Return a slide's lines in one, cut where they are many."""
    title, *body = words.split("\n")
    said = f"{title}: {' · '.join(body)}" if body else title
    return said if len(said) <= LONGEST else said[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _named(line: str) -> str:
    names = load().motifs
    return " + ".join(names[Motif(word)].name for word in line.split() if word in set(Motif))
