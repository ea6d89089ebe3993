"""A package being cleaned: its slides, and edits after which no relation leads nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from typing import NamedTuple

from sowhat.export.copy.pptx.names import Dialect, Element
from sowhat.export.copy.pptx.package import Package, Relation
from sowhat.export.copy.pptx.slides import slides_of


class Words(NamedTuple):
    """The paragraphs of a slide that nobody sees, and those that are seen, without blanks."""

    unseen: Set[str]
    seen: Set[str]


CANVAS = (720.0, 540.0)  # points, of a deck none of whose slides is there


class Work:
    """A package, its slides and what they are called.

    ``slides`` are their parts, in order, with the numbers that they have in the deck (``order``,
    where they were moved before); ``ids`` are those in the presentation. ``canvas`` is their width
    and height in points, ``words`` what the reader found unseen on them.
    """

    def __init__(
        self,
        package: Package,
        main: str,
        dialect: Dialect,
        order: Sequence[int] = (),
        words: Mapping[int, Words] | None = None,
    ) -> None:
        self.words = words or {}
        self.package, self.main, self.dialect = package, main, dialect
        found = slides_of(package, main, dialect)
        # More slides than are read may be there.
        numbers = [*order, *range(len(order) + 1, len(found) + 1)]
        pairs = [(slide, number) for slide, number in zip(found, numbers, strict=True) if slide]
        self.slides: dict[str, int] = {slide.part: number for slide, number in pairs}
        self.ids = {slide.part: slide.id for slide, _ in pairs}
        self.canvas = next((slide.canvas for slide in found if slide), CANVAS)

    def number(self, part: str) -> int | None:
        """Return the number of the slide that a part is, None for all other parts."""
        return self.slides.get(part)

    def owner(self, part: str) -> int | None:
        """Return the number of the first slide that a part belongs to."""
        for slide, number in self.slides.items():
            if any(not r.external and r.target == part for r in self.package.relations(slide)):
                return number
        return None

    def surfaces(self) -> list[str]:
        """Return the parts that shapes stand on: slides, then layouts and masters in use."""
        found = dict.fromkeys(self.slides)
        for kind in ("slideLayout", "slideMaster"):  # each kind is named by the one before it
            targets = [r.target for part in found for r in self.related(part, kind)]
            found |= dict.fromkeys(target for target in targets if target in self.package)
        return list(found)

    def parts(self) -> list[str]:
        """Return the XML parts that relations lead to."""
        return [
            name
            for name in self.package.reached()
            if self.package.content_type(name).endswith(("+xml", "/xml"))
        ]

    def related(self, part: str, ending: str) -> list[Relation]:
        """Return the relations of a part whose type ends with ``/ending``."""
        return [r for r in self.package.relations(part) if r.type.endswith(f"/{ending}")]

    @contextmanager
    def editing(self, part: str) -> Iterator[Element]:
        """Give the root of a part to edit; relations that it named and names no more are dropped.

        Relations that no attribute names, as to a layout, stay.
        """
        root = self.package.tree(part)
        before = _values(root)
        yield root
        lost = before - _values(root)
        self.package.touch(part)
        known = self.package.relations(part)
        self.package.unrelate(part, [r.id for r in known if r.id in lost])
        self._follow_drawings(part)

    def unrelate(self, part: str, endings: Collection[str]) -> list[str]:
        """Take away relations by the last words of their types; return where they led."""
        lost = [r for r in self.package.relations(part) if r.type.rpartition("/")[2] in endings]
        self.package.unrelate(part, [relation.id for relation in lost])
        return [relation.target for relation in lost if relation.target in self.package]

    def _follow_drawings(self, part: str) -> None:
        """Drop the drawings of SmartArt whose words are gone: only those name them."""
        drawings = self.related(part, "diagramDrawing")
        if drawings:
            datas = [r.target for r in self.related(part, "diagramData")]
            named = {v for data in datas for v in _values(self.package.tree(data))}
            self.package.unrelate(part, [r.id for r in drawings if r.id not in named])


def take_out(element: Element) -> None:
    """Remove an element from its parent; blanks behind it go along."""
    element.getparent().remove(element)


def _values(root: Element) -> set[str]:
    return {value for element in root.iter("*") for value in element.attrib.values()}
