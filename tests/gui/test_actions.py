"""The window's actions."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence

from sowhat.gui.window import Window


def test_no_two_actions_answer_to_the_same_keys(window: Window) -> None:
    keys = Counter(
        shortcut.toString(QKeySequence.SequenceFormat.PortableText)
        for name in window.actions_.names()
        for shortcut in window.actions_[name].shortcuts()
    )
    assert [key for key, count in keys.items() if count > 1] == []
