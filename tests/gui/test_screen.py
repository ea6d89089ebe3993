"""Where no window can be opened it is said, and Qt is not started."""

from __future__ import annotations

import sys

import pytest

from sowhat import gui
from sowhat.errors import UsageError

linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")


@linux
def test_without_a_screen_the_window_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert gui.obstacle() == "there is no screen"
    with pytest.raises(UsageError) as raised:
        gui.run()
    assert raised.value.reason == "no-window"


@linux
def test_offscreen_is_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert gui.obstacle() is None


def test_a_library_that_qt_lacks_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    assert "PySide6.QtWidgets" in (gui.obstacle() or "")
