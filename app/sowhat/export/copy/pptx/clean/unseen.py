"""Words on the slide that nobody can see: covered, in the colour of their ground, without size."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from sowhat.export.copy.plan import Removed, Trace
from sowhat.export.copy.pptx.clean.work import Words, Work, take_out
from sowhat.export.copy.pptx.names import Element
from sowhat.model import Deck

WORDS = ("{*}r", "{*}fld", "{*}br")
TITLES = ("title", "ctrTitle")


def words_of(deck: Deck) -> Mapping[int, Words]:
    """Return the words of the slides that have some which nobody sees, by number."""
    return {
        slide.number: Words(
            {_plain(block.text) for block in slide.unseen} - {""},
            {_plain(block.text) for block in slide.blocks},
        )
        for slide in deck.slides
        if slide.unseen
    }


def remove(work: Work) -> Iterator[Removed]:
    """Empty shapes all of whose words are unseen; the shapes stay, since they may be seen."""
    for part, number in work.slides.items():
        words = work.words.get(number)
        if words is None:
            continue
        root = work.package.tree(part)
        moving = {e.get("spid") for timing in root.iter("{*}timing") for e in timing.iter("*")}
        shapes = [sp for sp in root.iter("{*}sp") if _is_unseen(sp, words, moving)]
        for shape in shapes:
            said = " ".join(filter(None, map(_said, shape.iter("{*}p"))))
            yield Removed(Trace.OFF_SLIDE, number, said)
        if shapes:
            with work.editing(part):
                for run in [run for shape in shapes for run in shape.iter(*WORDS)]:
                    take_out(run)


def _is_unseen(shape: Element, words: Words, moving: Set[str | None]) -> bool:
    if any(named.get("id", "") in moving for named in shape.iter("{*}cNvPr")):
        return False
    if any(holder.get("type") in TITLES for holder in shape.iter("{*}ph")):
        return False
    said = {_plain(_said(paragraph)) for paragraph in shape.iter("{*}p")} - {""}
    return bool(said) and said <= words.unseen and not said & words.seen


def _said(paragraph: Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter("{*}t")).strip()


def _plain(words: str) -> str:
    return "".join(words.split())
