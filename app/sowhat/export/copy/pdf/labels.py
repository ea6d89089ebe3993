"""What pages are called: a name goes along with its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, NumberTree, Pdf, String

from sowhat.export.disarm import Value


@dataclass(frozen=True, slots=True)
class Label:
    """A page's name: its prefix, its style (empty: the prefix alone) and its number."""

    prefix: bytes
    style: str
    number: int


def follow_labels(pdf: Pdf, slides: Sequence[int]) -> None:
    """Give the pages in their new order the names that they have; without any, none."""
    tree = pdf.Root.get("/PageLabels")
    if not isinstance(tree, Dictionary):
        return
    labels = list(_labels(NumberTree(tree), len(slides)))
    numbers = Array()
    before: Label | None = None
    for index, slide in enumerate(slides):
        label = labels[slide - 1]
        if before is None or not _goes_on(before, label):
            numbers.append(index)
            numbers.append(_range(label))
        before = label
    pdf.Root.PageLabels = pdf.make_indirect(Dictionary(Nums=numbers))


def _labels(tree: NumberTree, count: int) -> Iterator[Label]:
    """Yield the name of each page."""
    ranges = {int(index): value for index, value in tree.items()}
    label, since = Label(b"", "/D", 1), 0  # where no range begins with the first page
    for index in range(count):
        if index in ranges:
            label, since = _label(ranges[index]), index
        yield Label(label.prefix, label.style, label.number + index - since)


def _label(given: Value) -> Label:
    if not isinstance(given, Dictionary):
        return Label(b"", "/D", 1)
    start = given.get("/St", 1)
    style = given.get("/S")
    return Label(
        bytes(given.get("/P", b"")),
        "" if style is None else str(style),
        start if isinstance(start, int) else 1,
    )


def _goes_on(before: Label, label: Label) -> bool:
    same = (before.prefix, before.style) == (label.prefix, label.style)
    return same and (not label.style or label.number == before.number + 1)


def _range(label: Label) -> Dictionary:
    made = Dictionary()
    if label.style:
        made.S = Name(label.style)
        made.St = label.number
    if label.prefix:
        made.P = String(label.prefix)
    return made
