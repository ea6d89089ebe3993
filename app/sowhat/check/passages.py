"""Everything that a deck says, seen or not, with its place: one stream for all searches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from sowhat.model import (
    Block,
    Box,
    Deck,
    Item,
    ItemKind,
    Layout,
    Picture,
    Role,
    Slide,
    Source,
    Unseen,
    Where,
)
from sowhat.texts import text

# Where a reader of the slides does not see it.
META = frozenset(
    {
        Where.NOTES,
        Where.COMMENT,
        Where.ALT,
        Where.LINK,
        Where.PROPERTY,
        Where.FILE_NAME,
        Where.CHART_DATA,
        Where.LAYOUT,
    }
)
_ROLES = {
    Role.TITLE: Where.TITLE,
    Role.CELL: Where.TABLE,
    Role.CHART: Where.CHART,
    Role.FOOTER: Where.FOOTER,
    Role.NOTES: Where.NOTES,
    Role.ALT: Where.ALT,
}
_PROPERTIES = ("title", "subject", "keywords", "category", "description", "company", "manager")
_AUTOMATIC = re.compile(  # names that programs give
    r"(?i)(?:screenshot|picture|image|graphic|grafik|bild|chart|diagramm|object|objekt|group|table|textbox|"
    r"text ?box|rectangle|shape|freeform|title|content placeholder|picture placeholder|oval|line|"
    r"connector|video|audio|media|ole|placeholder|google shape;[^ ]*)[ \d;_p.]*"
)
_ENDING = re.compile(r"\.(?:pptx?|pptm|ppsx|potx|pdf)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand together; ``slide`` is None for those of the file. ``block`` is theirs
    where they have one, ``alone`` says that a frame or a cell holds nothing else."""

    text: str
    where: Where
    slide: int | None = None
    block: Block | None = None
    box: Box | None = None
    head: bool = False

    @property
    def seen(self) -> bool:
        """Whether a reader of the slides sees them."""
        return self.where not in META and self.where not in (Where.HIDDEN, Where.OFF_SLIDE)

    def item(
        self,
        kind: ItemKind,
        name: str,
        span: tuple[int, int],
        *,
        confidence: float,
        blocker: bool,
        **values: object,
    ) -> Item:
        """Return what was found at characters ``span``; ``values`` fill the reason's blanks."""
        start, end = span
        place = self.block.box_of(start, end) if self.block is not None else None
        box, exact = place or (self.box, False)
        said = self.text[start:end]
        why = text(f"check.why.{name}", text=said, **values)
        where = self.where
        return Item(
            kind, name, blocker, self.slide, where, said, why, round(confidence, 2), box, exact
        )


def passages(deck: Deck) -> tuple[Passage, ...]:
    """Return all that ``deck`` says: slide by slide, then what belongs to the file."""
    found = [one for slide in deck.slides for one in _slide(slide)]
    found += [one for layout in deck.layouts for one in _layout(layout)]
    found += _file(deck)
    return tuple(one for one in found if one.text.strip())


def _slide(slide: Slide) -> Iterator[Passage]:
    number = slide.number
    for block in slide.blocks:
        yield _of_block(slide, block)
    for block in slide.unseen:
        yield _of_block(slide, block)
    for block in slide.notes:
        yield Passage(block.text, Where.NOTES, number, block)
    for block in slide.alts:
        yield Passage(block.text, Where.ALT, number, block)
    for comment in slide.comments:
        yield Passage(comment.text, Where.COMMENT, number, box=comment.box)
        yield Passage(comment.author, Where.COMMENT, number, box=comment.box)
    drawn = {" ".join(block.text.split()).casefold() for block in slide.blocks}
    for picture in (*slide.pictures, *slide.unseen_pictures):
        yield from _picture(slide, picture, drawn)
    yield from _links(slide)


def _of_block(slide: Slide, block: Block) -> Passage:
    where = _where(slide, block)
    return Passage(block.text, where, slide.number, block, head=block.role is Role.TITLE)


def _where(slide: Slide, block: Block) -> Where:
    if block.source is Source.LAYOUT:
        return Where.LAYOUT
    if block.unseen is not None:
        return Where.OFF_SLIDE if block.unseen is Unseen.OFF_SLIDE else Where.HIDDEN
    if slide.hidden:
        return Where.HIDDEN
    if block.source is Source.OCR:
        return Where.PICTURE
    plain = Where.GROUP if block.grouped else Where.BODY
    return _ROLES.get(block.role, plain)


def _picture(slide: Slide, picture: Picture, drawn: set[str]) -> Iterator[Passage]:
    """Yield what a picture is called, and what the chart in it and the workbook behind it say."""
    own = Where.LAYOUT if picture.source is Source.LAYOUT else Where.ALT
    names = () if _AUTOMATIC.fullmatch(picture.name) or picture.alt else (picture.name,)
    for words in dict.fromkeys((picture.alt, *names)):
        yield Passage(words, own, slide.number, box=picture.box)
    for block in picture.read:
        yield Passage(block.text, Where.PICTURE, slide.number, block)
    drawing = Where.HIDDEN if slide.hidden else Where.CHART
    if chart := picture.chart:
        words = (chart.title, *chart.categories, *(s.name for s in chart.series), *chart.axes)
        for said in dict.fromkeys(words):
            if said.casefold() not in drawn:
                yield Passage(said, drawing, slide.number, box=picture.box)
    if book := picture.workbook:
        said = {" ".join(w.split()) for w in (*book.sheets, *book.names, *book.words)}
        shown = drawn | (set(map(str.casefold, words)) if chart else set())
        kept = [word for word in said if word.casefold() not in shown]
        for words_ in (*sorted(kept), *book.properties, _stem(book.file)):
            yield Passage(words_, Where.CHART_DATA, slide.number, box=picture.box)
    if picture.content and not picture.workbook:
        yield Passage(_stem(picture.content), Where.ALT, slide.number, box=picture.box)


def _links(slide: Slide) -> Iterator[Passage]:
    linked = {link.target: link.box for link in slide.links if link.target}
    for block in (*slide.blocks, *slide.unseen):
        linked.update(
            {run.link: block.box for run in block.runs if run.link and run.link not in linked}
        )
    for target, box in linked.items():
        yield Passage(target, Where.LINK, slide.number, box=box)


def _layout(layout: Layout) -> Iterator[Passage]:
    for words in dict.fromkeys((layout.name, *layout.words)):
        yield Passage(words, Where.LAYOUT)


def _file(deck: Deck) -> Iterator[Passage]:
    known = deck.properties
    values = [getattr(known, name) for name in _PROPERTIES]
    values += [value for _, value in known.custom]
    values += [slide.section for slide in deck.slides]
    values += [show.name for show in deck.shows]
    values += [mark.title for mark in deck.outline]
    for value in dict.fromkeys(values):
        yield Passage(value, Where.PROPERTY)
    yield Passage(file_words(deck.path), Where.FILE_NAME)


def file_words(path: str) -> str:
    """Return the words of a file's name, with spaces between."""
    stem = _ENDING.sub("", PurePath(path.replace("\\", "/")).name)
    parted = re.sub(
        r"(?<!\bMc)(?<!\bMac)(?<!\bGmb)(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])",
        " ",
        re.sub(r"[_\-.+]+|%20", " ", stem),
    )
    return " ".join(parted.split())


def _stem(file: str) -> str:
    return file_words(PurePath(file.replace("\\", "/")).name) if file else ""
