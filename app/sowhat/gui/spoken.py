"""What assistive technology is told of widgets that paint themselves.

Qt tells a screen reader of a button that it is one. A widget of ours says so by a ``spoken_role``.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@cache
def install() -> None:
    """Have Qt ask here first; once for the process."""
    QAccessible.installFactory(_interface)


def _interface(_: str, asked: QObject) -> QAccessibleInterface | None:
    role = getattr(asked, "spoken_role", None)
    if role is None or not isinstance(asked, QWidget):
        return None
    made = QAccessibleWidget(asked, role)
    asked.__dict__["spoken"] = made  # else it would be gone before Qt has let go of it
    return made
