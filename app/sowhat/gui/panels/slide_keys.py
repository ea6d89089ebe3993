"""The keys of the large slide: turn, choose a mark, go nearer, push, look without marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from sowhat.gui.panels.overlay import Layer

if TYPE_CHECKING:
    from sowhat.gui.panels.canvas import SlideView

PUSH = 60.0  # logical pixels that an arrow key, or a step of the wheel, pushes the slide
BARE = Qt.Key.Key_M  # while it is held the slide is shown without marks
STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Space: 1,
}
PUSHES = {
    Qt.Key.Key_Up: QPointF(0, PUSH),
    Qt.Key.Key_Down: QPointF(0, -PUSH),
    Qt.Key.Key_Left: QPointF(PUSH, 0),
    Qt.Key.Key_Right: QPointF(-PUSH, 0),
}
ZOOMS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


def press(view: SlideView, event: QKeyEvent) -> bool:
    """Do what the key says; return whether it says anything here."""
    key, session = Qt.Key(event.key()), view.session
    pushing = event.modifiers() & Qt.KeyboardModifier.ShiftModifier or not view.zoom.whole
    if pushing and key in PUSHES:
        view.zoom.push(PUSHES[key])
    elif key in STEPS:
        session.go(session.number + STEPS[key])
    elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        session.choose(key - Qt.Key.Key_0)
    elif key in ZOOMS:
        view.zoom.by(ZOOMS[key])
    elif key == BARE:
        view.overlay.set(Layer.BARE, on=True)
    else:
        return False
    return True
