"""What a deck says about names, gathered once: its words, lines, addresses and repeated lines."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from sowhat.model import Block, Deck, Role, Source
from sowhat.profile.index import ADDRESSED, Index
from sowhat.profile.names import one_of, words
from sowhat.profile.traces import Traces, collect, targets

REPEATED = 0.25  # a line on so large a share of the slides, three at least, is furniture
LINES = 14  # lines of the opening slide that are looked at
SHORT = 5  # words of a headline that only names what stands below it
_SHOWN = (Source.SLIDE, Source.LAYOUT, Source.CHART)
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})?[.)]?\s+([^\W\d].*)")
_PAGE = re.compile(r"(?:\s*[|•·–—]\s*(?:[Pp]age )?|\s+[Pp]age )\d{1,3}$")
_GAP = re.compile(r"(?<=\b\S) (?=\S\b)")
_BETWEEN = re.compile(r"\s{2,}|\s*\n\s*")
SPACED = 3.5  # letters a word, on average, below which an address was set with gaps


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence of one deck: ``slides`` are texts, ``opening`` the first slide's lines (and
    whether each is a headline), ``furniture`` repeated lines with their share of the slides,
    ``offers`` the lines under headlines like "Our products" and whether
    they stand out, ``foreign`` the slides, counted from
    0, under headlines like "Our partners", ``links`` slides and addresses,
    ``whole`` all slides' texts in one, ``credited`` those about sources and templates,
    ``addressed`` the numbers and texts of the slides with addresses, ``traces`` what the file
    carries beside its slides."""

    slides: tuple[str, ...]
    titles: tuple[str, ...]
    opening: tuple[tuple[str, bool], ...]
    furniture: dict[str, float]
    offers: tuple[tuple[str, bool], ...]
    foreign: frozenset[int]
    links: tuple[tuple[int, str], ...]
    whole: str
    addressed: tuple[tuple[int, str], ...]
    credited: str
    traces: Traces
    index: Index

    @property
    def engaged(self) -> bool:
        """Say whether the title slide tells of work for one customer: a proposal, a kick-off."""
        return any(_engagement().search(line) for line, _ in self.opening[:LINES])


def _credits(text: str) -> bool:
    """Say whether a text credits a template, a picture or a source."""
    small = text.lower()
    return any(phrase in small for phrase in words().credits)


def gather(deck: Deck) -> Evidence:
    """Gather the evidence of ``deck``."""
    texts: list[str] = []
    titles: list[str] = []
    opening: tuple[tuple[str, bool], ...] = ()
    credited: list[str] = []
    offers: list[tuple[str, bool]] = []
    foreign: list[int] = []
    lines: Counter[str] = Counter()
    links: list[tuple[int, str]] = []
    for slide in deck.slides:
        blocks = [block for block in slide.blocks if block.source in _SHOWN]
        if _credits("\n".join(block.text for block in blocks)):
            credited += [block.text for block in blocks if _credits(block.text)]
            blocks = [block for block in blocks if not _credits(block.text)]
        shown = [(_line(block), block) for block in blocks]
        texts.append("\n".join(text for text, _ in shown))
        heads = [text for text, block in shown if block.role is Role.TITLE]
        titles += heads
        if any(offering().match(head) for head in heads):
            offers += _standing(shown)
        if any(len(h.split()) <= SHORT and _elsewhere().search(h) for h in heads):
            foreign.append(len(texts) - 1)
        lines.update({_unpaged(text) for text, _ in shown if len(text) < 120})
        links += [(slide.number, target) for target in targets(slide, blocks)]
        if not opening:
            opening = tuple((text, block.role is Role.TITLE) for text, block in shown)
    count = len(deck.slides)
    furniture = {t: n / count for t, n in lines.items() if n >= 3 and n / count >= REPEATED}
    addressed = [(n, text) for n, text in enumerate(texts, 1) if ADDRESSED.search(text)]
    return Evidence(
        tuple(texts),
        tuple(titles),
        opening,
        furniture,
        offers=tuple(offers),
        foreign=frozenset(foreign),
        links=tuple(links),
        whole="\n\n".join(texts),
        addressed=tuple(addressed),
        credited="\n".join(credited),
        traces=collect(deck),
        index=Index(texts),
    )


@cache
def _engagement() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{one_of(words().proposal_words)})\b")


@cache
def offering() -> re.Pattern[str]:
    """Match the headline of a list of what is sold: "2. Our products", "What we offer"."""
    return re.compile(rf"(?:[\d.]+\s+)?(?i:{one_of(words().offer_headlines)})\W*$")


def _standing(shown: list[tuple[str, Block]]) -> list[tuple[str, bool]]:
    """Return a slide's lines below its headline, and whether each is a heading there: numbered,
    bigger or bolder than most."""
    lines = [(text, block) for text, block in shown if block.role is not Role.TITLE]
    sizes = Counter({size: len(text) for text, block in lines if (size := block.size)})
    usual = sizes.most_common(1)[0][0] if sizes else None
    bold = sum(len(text) for text, block in lines if _bold(block))
    seldom = bold * 2 < sum(len(text) for text, _ in lines)
    return [
        (
            text,
            bare(text) != text
            or bool(usual and (block.size or 0.0) > usual)
            or (seldom and _bold(block)),
        )
        for text, block in lines
    ]


def _unpaged(text: str) -> str:
    """Return a line without the page's number at its end: "Acme | 3"."""
    return _PAGE.sub("", text) if text[-1:].isdigit() else text


def _bold(block: Block) -> bool:
    return bool(block.runs) and all(run.bold for run in block.runs if run.text.strip())


def bare(line: str) -> str:
    """Return a line without the number before it: "2.1 Air freight"."""
    match = _NUMBERED.fullmatch(line)
    return match.group(1) if match else line


@cache
def _elsewhere() -> re.Pattern[str]:
    """Match the headline over other organisations' names: "Our partners"."""
    return re.compile(rf"\b(?i:{one_of(words().foreign_headlines)})\b")


def _line(block: Block) -> str:
    """Return the block's text in one line; an address or a name set with gaps is closed."""
    parts = block.text.split()
    spaced = "@" in block.text and len("".join(parts)) < SPACED * len(parts)
    if not spaced and len(parts) > 3 and len(parts[0]) == len(parts[1]) == len(parts[2]) == 1:
        return " ".join(_GAP.sub("", word) for word in _BETWEEN.split(block.text.strip()))
    return ("" if spaced else " ").join(parts)
