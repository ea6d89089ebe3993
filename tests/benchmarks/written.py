"""Decks of made-up companies, written for training: ``python -m tests.benchmarks.written``.

Prints how many there are in ``packaging/model/text``, by stance and by main motif.

A file is one deck: its facts, then its slides, each headed by what careful readers would say of it.
See the card beside the text for how it was written.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sowhat.model import Motif, PictureKind, Stance

FOLDER = Path(__file__).resolve().parents[2] / "packaging" / "model" / "text"
KINDS = frozenset(
    (
        *("first-meeting", "proposal", "late-comparison", "training", "partner", "internal"),
        *("investor", "profile", "project", "case"),
    )
)
_FACTS = ("vendor", "products", "customer", "kind", "industry", "voice")
_HEAD = re.compile(r"== (\w+)(\??) \| ([a-z ]+)")
_PICTURES = re.compile(r"\[pictures: (.+)\]")
_PICTURE = re.compile(r"([a-z-]+)(?: x (\d+))?")


@dataclass(frozen=True)
class WrittenSlide:
    """One slide: its label, words and pictures (a kind as often as it is there).

    ``sure`` is false where careful readers might differ.
    """

    stance: Stance
    motifs: tuple[Motif, ...]
    sure: bool
    title: str
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    pictures: tuple[PictureKind, ...]

    @property
    def words(self) -> int:
        """Count the words of title and lines."""
        return sum(len(line.split()) for line in (self.title, *self.lines))


@dataclass(frozen=True)
class WrittenDeck:
    """One deck; ``id`` is its file's name without the ending, ``batch`` the folder's."""

    id: str
    batch: str
    vendor: str
    products: tuple[str, ...]
    customer: str | None
    kind: str
    industry: str
    voice: str
    slides: tuple[WrittenSlide, ...]


def main() -> None:
    """Print the counts of the card."""
    decks = read_written()
    slides = [slide for deck in decks for slide in deck.slides]
    print(f"{len(decks)} decks, {len(slides)} slides")
    print("kinds:", ", ".join(f"{k} {n}" for k, n in Counter(d.kind for d in decks).most_common()))
    for stance in Stance:
        own = [slide for slide in slides if slide.stance is stance]
        words = [slide.words for slide in own]
        doubtful = sum(not slide.sure for slide in own)
        share = f"{len(own) / len(slides):.0%}"
        median = f"{statistics.median(words):.0f}"
        print(f"{stance.value:9}{len(own):6} {share:>4}, {median} words, {doubtful} doubtful")
    for motif in Motif:
        main_motif = sum(slide.motifs[0] is motif for slide in slides)
        anywhere = sum(motif in slide.motifs for slide in slides)
        print(f"  {motif.value:12}{main_motif:6} {anywhere:6}")


def read_written(folder: Path = FOLDER, ending: str = "deck") -> list[WrittenDeck]:
    """Return all decks under ``folder``; raises ``ValueError`` naming the file and the fault."""
    return [_read(path) for path in sorted(folder.glob(f"*/*.{ending}"))]


def _read(path: Path) -> WrittenDeck:
    head, *slides = re.split(r"^(?=== )", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    try:
        facts = dict(_facts(head))
        if facts["kind"] not in KINDS:
            raise ValueError(f"no kind: {facts['kind']}")
        return WrittenDeck(
            path.stem,
            path.parent.name,
            facts["vendor"],
            tuple(filter(None, map(str.strip, facts["products"].split(";")))),
            facts["customer"] or None,
            facts["kind"],
            facts["industry"],
            facts["voice"],
            tuple(_slide(text) for text in slides),
        )
    except (KeyError, ValueError) as error:
        raise ValueError(f"{path.parent.name}/{path.name}: {error}") from error


def _facts(head: str) -> Iterator[tuple[str, str]]:
    for line in filter(str.strip, head.splitlines()):
        name, colon, value = line.partition(":")
        if name not in _FACTS or not colon:
            raise ValueError(f"no fact: {line}")
        yield name, value.strip()


def _slide(text: str) -> WrittenSlide:
    first, *rest = text.splitlines()
    head = _HEAD.fullmatch(first.rstrip())
    if head is None:
        raise ValueError(f"no head: {first}")
    title, lines, notes = "", [], []
    pictures: list[PictureKind] = []
    for line in filter(None, map(str.strip, rest)):
        drawn = _PICTURES.fullmatch(line)
        if drawn:
            pictures += _pictures(drawn[1])
        elif line.startswith("~"):
            notes.append(line[1:].strip())
        elif line.startswith("# ") and not title:
            title = line[2:].strip()
        else:
            lines.append(line.removeprefix("- ").strip())
    motifs = tuple(map(Motif, head[3].split()))
    labels = Stance(head[1]), motifs, not head[2]
    return WrittenSlide(*labels, title, tuple(lines), tuple(notes), tuple(pictures))


def _pictures(listed: str) -> Iterator[PictureKind]:
    for item in listed.split(";"):
        found = _PICTURE.fullmatch(item.strip())
        if found is None:
            raise ValueError(f"no picture: {item}")
        yield from [PictureKind(found[1])] * int(found[2] or 1)


if __name__ == "__main__":
    main()
