"""Lines that were read from a picture to blocks of the slide. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from statistics import median

from sowhat.model import WHOLE, Block, Box, Role, Run, Slide, Source, Span, hull
from sowhat.pictures.near import fitted
from sowhat.pictures.seen import Word

POINTS = 0.75  # of a line's height: the size of its type
NEXT, ALIKE = 0.9, 1.5  # of a line's height: the gap to the next line; times: how heights differ
SHIFTED = 1.5  # of a line's height: how far the next line may begin to the right or left
TITLE_ABOVE, FEW_ABOVE = 0.35, 2  # of the slide; blocks: a headline stands there, under so many
LARGER, LARGEST = 1.25, 0.8  # times the middle size of the others; of the largest
SURE, LETTERS = 0.9, 4  # how sure the reading is of it; its letters
COVERED = 0.5  # of a line: so much of it on words of the text layer, and it is one of them


def blocks_of(
    lines: Iterable[Word],
    slide: Slide,
    high: float,
    box: Box = WHOLE,
    *,
    titled: bool = False,
) -> tuple[Block, ...]:
    """Return the blocks of lines read from the part ``box`` of a slide ``high`` points high.

    Lines that the text layer has too are left out. With ``titled`` the largest words at the top
    are the title, where the slide has none.
    """
    placed = [Word(w.text, fitted(box, w.box), w.confidence) for w in lines]
    new = [word for word in placed if not _known(word, slide.blocks)]
    group = max((block.group for block in slide.blocks), default=0) + 1
    found = [_block(part, high, group + at) for at, part in enumerate(_paragraphs(new))]
    if titled and not slide.title:
        found = _with_title(found)
    return tuple(found)


def with_headline(slide: Slide, read: Sequence[Block]) -> Slide:
    """Return the slide with what was read; a title in that is the slide's if it is larger."""
    written = [block for block in slide.blocks if block.role is Role.TITLE]
    size = max((block.size or 0.0 for block in written), default=0.0)
    if not read or read[0].role is not Role.TITLE:
        return replace(slide, blocks=(*slide.blocks, *read))
    if slide.title and (read[0].size or 0.0) < LARGER * size:
        body = replace(read[0], role=Role.BODY)
        return replace(slide, blocks=(*slide.blocks, body, *read[1:]))
    rest = (replace(b, role=Role.BODY) if b in written else b for b in slide.blocks)
    return replace(slide, title=read[0].text, blocks=(read[0], *rest, *read[1:]))


def _known(line: Word, blocks: Iterable[Block]) -> bool:
    area = max(line.box.area, 1e-9)
    return any(
        block.box is not None and block.box.overlap(line.box) > COVERED * area for block in blocks
    )


def _paragraphs(lines: Sequence[Word]) -> Iterator[list[Word]]:
    """Join lines that follow each other in one column and one size."""
    open_: list[list[Word]] = []
    for line in sorted(lines, key=lambda line: (line.box.y0, line.box.x0)):
        fits = [part for part in open_ if _follows(part[-1].box, line.box)]
        if fits:
            fits[-1].append(line)
        else:
            open_.append([line])
    yield from open_


def _follows(one: Box, other: Box) -> bool:
    small, large = sorted((one.height, other.height))
    gap = other.y0 - one.y1
    return (
        small > 0
        and large <= ALIKE * small
        and -small / 2 <= gap <= NEXT * large
        and abs(one.x0 - other.x0) <= SHIFTED * large
    )


def _block(lines: Sequence[Word], high: float, group: int) -> Block:
    text, spans = "", []
    for line in lines:
        start = len(text) + bool(text)
        text = f"{text} {line.text}" if text else line.text
        spans.append(Span(start, len(text), line.box))
    size = round(median(line.box.height for line in lines) * high * POINTS, 1)
    letters = sum(len(line.text) for line in lines)
    sure = sum(line.confidence * len(line.text) for line in lines) / letters
    return Block(
        text,
        Role.BODY,
        hull(line.box for line in lines),
        exact=False,
        source=Source.OCR,
        group=group,
        runs=(Run(text, size),),
        spans=tuple(spans),
        confidence=round(sure, 3),
    )


def _with_title(blocks: list[Block]) -> list[Block]:
    """Make the largest words near the top the title, if they look like one."""
    first = next((at for at, block in enumerate(blocks) if _is_title(block, blocks)), None)
    if first is None:
        return blocks
    return [replace(blocks[first], role=Role.TITLE), *blocks[:first], *blocks[first + 1 :]]


def _is_title(block: Block, blocks: Sequence[Block]) -> bool:
    """Say whether words stand high and large, with hardly anything above them, and read well."""
    sizes = [other.size or 0.0 for other in blocks if other is not block] or [0.0]
    size, box = block.size or 0.0, block.box or WHOLE
    above = sum(other.box is not None and other.box.center[1] < box.y0 for other in blocks)
    return (
        box.center[1] < TITLE_ABOVE
        and above <= FEW_ABOVE
        and size >= LARGEST * max(sizes)
        and size >= LARGER * median(sizes)
        and (block.confidence or 0.0) >= SURE
        and sum(map(str.isalpha, block.text)) >= LETTERS
    )
