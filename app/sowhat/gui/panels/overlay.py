"""What lies over the large slide: its marks alone, or shades and names as well, or nothing."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from sowhat.gui.paint import evidence, marks, shade
from sowhat.gui.session import Session
from sowhat.marks import parties_named
from sowhat.model import Box, Mark


class Layer(StrEnum):
    """What can be laid over the slide, or taken from it, on demand."""

    SHADES = "shade"
    NAMES = "names"
    BARE = "bare"


class Overlay(QObject):
    """The layers that are on; ``changed``: others are than before."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._on: frozenset[Layer] = frozenset()

    def has(self, layer: Layer) -> bool:
        """Return whether a layer is on; ``BARE`` hides all others while it is."""
        return layer in self._on

    def set(self, layer: Layer, *, on: bool) -> None:
        """Turn a layer on or off."""
        wanted = self._on | {layer} if on else self._on - {layer}
        if wanted != self._on:
            self._on = wanted
            self.changed.emit()

    def evidence(self, shown: tuple[Mark, ...], hover: int, place: Box | None) -> evidence.Evidence:
        """Return all that is laid over the slide looked at, with the place that is pointed at."""
        session, shaded, named = self._session, self.has(Layer.SHADES), self.has(Layer.NAMES)
        if shaded or named:  # more than the one that is looked at would hide what is asked for
            shown = tuple(m for m in shown if m.number in (session.reason, hover))
        return evidence.Evidence(
            marks.Marked(shown, session.reason, hover),
            shade.shades(session.slide, session.verdict) if shaded else (),
            place,
            parties_named(session.slide, session.audit.profile) if named else {},
        )
