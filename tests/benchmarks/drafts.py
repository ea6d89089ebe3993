"""What becomes of vendor sentences: ``python -m tests.benchmarks.drafts FOLDER``.

A vendor sentence is a line of three words or more, in headline or text, in which a rule or a voice
sees the vendor, on a slide that careful readers labelled as the vendor's. ``--read 100 --seed 1``
draws so many of the drafts and prints them beside what they were made of, for a person to read: to
the screen only, for the decks are not ours; ``--none`` draws what got no draft. The questions are
those that the slides get where the judge says what the readers said. Without FOLDER the claims that
come with the tests are drafted and, with ``--read``, drawn.
"""

from __future__ import annotations

import argparse
import random
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sowhat.advise import advise
from sowhat.advise.drafts import Casing, Ground, Statement, Writer, draft_slides, ground, statements
from sowhat.model import Party, Profile, Side, Source, Stance, Verdict
from sowhat.rules import load
from tests.benchmarks.corpus import Corpus, Entry, Label, read_corpus
from tests.benchmarks.sentences import is_sentence

CLAIMS = Path(__file__).resolve().parents[1] / "advise" / "claims.toml"
MADE = Profile(Party("Acme"), Party(), ("AcmeFlow", "AcmePulse"))
MOST_EVIDENCE = 6
_CLAIM = re.compile("“[^”]*”")


@dataclass(frozen=True)
class Drafted:
    """A line and its draft, None where there is none; ``where`` is its deck, slide and motif."""

    said: str
    draft: str | None
    where: str
    group: str
    sentence: bool


def main() -> None:
    """Print the rates, and what was drawn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--read", type=int, default=0)
    parser.add_argument("--none", action="store_true", help="draw what got no draft")
    parser.add_argument("--whole", action="store_true", help="draw sentences only")
    given = parser.parse_args()
    if given.folder is None:
        found = made()
    else:
        corpus = read_corpus(given.folder)
        found = [one for entry in corpus.entries for one in _of_deck(entry)]
        _report_decks(corpus)
    _report(found)
    drawn = [one for one in found if (one.draft is None) == given.none or given.folder is None]
    drawn = [one for one in drawn if one.sentence or not given.whole]
    for number, one in enumerate(random.Random(given.seed).sample(drawn, given.read), 1):
        print(f"{number:3} {one.said}\n    {one.draft or '-'}   [{one.where}]")


def made() -> list[Drafted]:
    """Draft the claims that come with the tests."""
    groups: Mapping[str, list[str]] = tomllib.loads(CLAIMS.read_text(encoding="utf-8"))
    lines = [(group, line) for group, said in groups.items() for line in said]
    writer = Writer(MADE, Casing(frozenset(), frozenset()))
    drafts = writer.drafts([Statement.of(line) for _, line in lines], [Ground.OFFER] * len(lines))
    return [
        Drafted(line, draft, group, group, is_sentence(line, writer.casing))
        for (group, line), draft in zip(lines, drafts, strict=True)
    ]


def _of_deck(entry: Entry) -> Iterator[Drafted]:
    writer = Writer(entry.profile, Casing.of(entry.deck, entry.profile))
    rows = {
        statement.said: (label, statement)
        for number, label in entry.labels.items()
        if label.stance is Stance.VENDOR
        for statement in statements(entry.deck.slides[number - 1])
        if statement.holds(entry.signs[number - 1])
    }
    grounds = [ground(entry.deck.slides[at.slide - 1], at.motifs[0]) for at, _ in rows.values()]
    drafts = writer.drafts([statement for _, statement in rows.values()], grounds)
    for (label, statement), draft in zip(rows.values(), drafts, strict=True):
        motif = label.motifs[0]
        where = f"{entry.id} {label.slide} {motif}"
        sentence = is_sentence(statement.said, writer.casing)
        yield Drafted(statement.said, draft, where, motif, sentence)


def _report(found: Sequence[Drafted]) -> None:
    """Print how many lines got a draft: in all, by form and by group."""
    had, all_ = Counter(one.group for one in found if one.draft), Counter(o.group for o in found)
    _rate("lines", sum(had.values()), len(found))
    for name, form in (("sentences", True), ("other lines", False)):
        some = [one for one in found if one.sentence is form]
        _rate(f"  {name}", sum(bool(one.draft) for one in some), len(some))
    for group, count in all_.most_common():
        _rate(f"  {group}", had[group], count)


def _rate(name: str, part: int, whole: int) -> None:
    print(f"{name:24}{part:6} of {whole:5}   {part / max(whole, 1):.1%}")


def _report_decks(corpus: Corpus) -> None:
    """Print how many vendor slides get lines of their own, and how alike a deck's questions are."""
    slides = drafted = questions = alike = 0
    worst = 0.0
    for entry in corpus.entries:
        told = [_verdict(entry, label) for _, label in sorted(entry.labels.items())]
        ours = [v for v in told if v.stance is Stance.VENDOR]
        slides += len(ours)
        drafted += len(draft_slides(entry.deck, entry.profile, ours))
        asked = _asked(entry, told)
        twice = sum(times for times in Counter(asked).values() if times > 1)
        questions, alike = questions + len(asked), alike + twice
        worst = max(worst, twice / max(len(asked), 1))
    _rate("vendor slides with one", drafted, slides)
    _rate("questions alike", alike, questions)
    print(f"{'  in the worst deck':42}{worst:.1%}")


def _verdict(entry: Entry, label: Label) -> Verdict:
    """Return what the readers said as a verdict, with the strongest signs as its evidence."""
    signs = sorted(entry.signs[label.slide - 1], key=lambda sign: -sign.weight)
    chances = tuple(float(stance is label.stance) for stance in Stance)
    evidence = tuple(s for s in signs if s.side is Side.VENDOR and s.place.source is Source.SLIDE)
    vendor, customer, mixed, neutral = chances
    return Verdict(
        label.slide,
        label.stance,
        label.motifs,
        1.0,
        unsure=False,
        chances=(vendor, customer, mixed, neutral),
        evidence=evidence[:MOST_EVIDENCE],
    )


def _asked(entry: Entry, told: Sequence[Verdict]) -> list[str]:
    """Return the questions on the vendor's slides without their claims."""
    by_slide = {verdict.slide: verdict for verdict in told}
    if len(by_slide) < len(entry.deck.slides):
        return []
    advice = advise(entry.deck, entry.profile, told, load())
    ours = (Stance.VENDOR, Stance.MIXED)
    asked = (q for a in advice if by_slide[a.slide].stance in ours for q in a.questions)
    return [_CLAIM.sub("…", question) for question in asked]


if __name__ == "__main__":
    main()
