"""How near a slide is looked at, and at which part of it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

NEAREST = 8.0  # times the size that fits
WHOLE = 1.001  # below it a slide counts as shown whole


@dataclass(frozen=True, slots=True)
class View:
    """``zoom`` 1 shows the slide whole; ``x`` and ``y`` are the point in the middle of the room,
    in fractions of the slide."""

    zoom: float = 1.0
    x: float = 0.5
    y: float = 0.5

    @property
    def whole(self) -> bool:
        """Whether the slide is shown whole."""
        return self.zoom < WHOLE


def placed(view: View, sheet: QRectF, room: QRectF) -> QRectF:
    """Return where a slide stands that would fit into ``sheet``, seen through ``room``.

    It is centred where it is smaller than the room, and leaves no gap at an edge where larger.
    """
    if view.whole or sheet.isEmpty():
        return sheet
    width, height = sheet.width() * view.zoom, sheet.height() * view.zoom
    left = _held(room.center().x() - view.x * width, width, room.left(), room.width())
    top = _held(room.center().y() - view.y * height, height, room.top(), room.height())
    return QRectF(round(left), round(top), round(width), round(height))


def zoomed(view: View, zoom: float, sheet: QRectF, room: QRectF, at: QPointF) -> View:
    """Return the view at ``zoom`` in which what is at the point ``at`` stays there."""
    zoom = min(max(zoom, 1.0), NEAREST)
    if zoom < WHOLE or sheet.isEmpty():
        return View()
    before = placed(view, sheet, room)
    x = (at.x() - before.left()) / before.width()
    y = (at.y() - before.top()) / before.height()
    width, height = sheet.width() * zoom, sheet.height() * zoom
    middle = room.center() - at
    return _settled(View(zoom, x + middle.x() / width, y + middle.y() / height), sheet, room)


def moved(view: View, by: QPointF, sheet: QRectF, room: QRectF) -> View:
    """Return the view after the slide was pushed ``by`` so many pixels."""
    if view.whole or sheet.isEmpty():
        return view
    width, height = sheet.width() * view.zoom, sheet.height() * view.zoom
    return _settled(View(view.zoom, view.x - by.x() / width, view.y - by.y() / height), sheet, room)


def _settled(view: View, sheet: QRectF, room: QRectF) -> View:
    """Return the view with the middle that it has once edges are kept."""
    place = placed(view, sheet, room)
    middle = room.center() - place.topLeft()
    return View(view.zoom, middle.x() / place.width(), middle.y() / place.height())


def _held(start: float, size: float, low: float, room: float) -> float:
    if size <= room:
        return low + (room - size) / 2
    return min(max(start, low + room - size), low)
