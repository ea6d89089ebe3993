"""Themes: words that can be read on all that lies under them, and a size that all follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QStyle
from pytestqt.qtbot import QtBot

from sowhat.gui.paint import Look, Sight
from sowhat.gui.panels.parts import label, put
from sowhat.gui.theme import Colours, Theme, colours
from sowhat.gui.theme.colours import qt_palette
from sowhat.gui.theme.sheet import style_sheet
from tests.test_settings import contrast

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)

THEMES = {
    "light": colours(dark=False),
    "dark": colours(dark=True),
    "contrast": colours(dark=True, contrast=True),
}
GROUNDS = ("ground", "card", "raised", "hover", "chosen")
WORDS = ("ink", "muted", "accent")


@pytest.fixture(params=THEMES, ids=str)
def worn(request: pytest.FixtureRequest) -> Colours:
    return THEMES[request.param]


@pytest.fixture(autouse=True)
def light_again(theme: Theme) -> Iterator[None]:
    yield
    theme.wear("light")


def ratio(one: QColor, other: QColor) -> float:
    return contrast(one.name(), other.name())


def test_all_words_are_read_on_all_grounds(worn: Colours) -> None:
    for word in WORDS:
        for ground in GROUNDS:
            assert ratio(getattr(worn, word), getattr(worn, ground)) >= 4.5, (word, ground)
    for face in (worn.accent, worn.pressed):
        assert ratio(worn.on_accent, face) >= 4.5


def test_shapes_and_the_focus_are_seen_on_all_grounds(worn: Colours) -> None:
    for ground in ("ground", "card"):
        for sight in Sight:
            assert ratio(getattr(worn, sight.value), getattr(worn, ground)) >= 3.0
        assert ratio(worn.accent, getattr(worn, ground)) >= 3.0
    assert ratio(worn.muted, worn.raised) >= 3.0  # the frame of a box to tick


def test_the_ribbon_and_the_scale_let_numbers_and_shapes_be_read(worn: Colours) -> None:
    look = Look(worn, QApplication.font())
    for sight in Sight:
        for strength in (0.16, 0.28):
            cell = worn.tint(look.colour(sight), strength)
            assert ratio(worn.ink if strength > 0.2 else worn.muted, cell) >= 4.5
            assert ratio(look.colour(sight), cell) >= 2.0


def test_the_sheet_uses_no_colours_but_these(worn: Colours) -> None:
    names = (*WORDS, *GROUNDS, "on_accent", "pressed", "line", "edge", "faint")
    known = {getattr(worn, name).name() for name in names}
    assert set(re.findall(r"#[0-9a-f]{6}", style_sheet(worn))) <= known


def test_what_qt_paints_itself_can_be_read(worn: Colours) -> None:
    roles = QPalette.ColorRole
    made = qt_palette(worn)
    for word, ground in (
        (roles.WindowText, roles.Window),
        (roles.Text, roles.Base),
        (roles.Text, roles.AlternateBase),
        (roles.ButtonText, roles.Button),
        (roles.ToolTipText, roles.ToolTipBase),
        (roles.PlaceholderText, roles.Base),
        (roles.HighlightedText, roles.Highlight),
        (roles.Link, roles.Base),
        (roles.Link, roles.Window),
    ):
        assert ratio(made.color(word), made.color(ground)) >= 4.5, (word, ground)


def test_in_high_contrast_frames_are_seen_and_what_is_off_can_be_read() -> None:
    worn = THEMES["contrast"]
    for frame in (worn.line, worn.edge):
        assert ratio(frame, worn.card) >= 7.0
    assert ratio(worn.faint, worn.ground) >= 4.5


def test_labels_and_painters_follow_the_size_of_words(theme: Theme) -> None:
    made = label("Words", theme, scale=1.4, bold=True)
    usual = made.font().pointSizeF()
    assert Look(theme.colours, theme.font()).unit == pytest.approx(1.0, abs=0.15)
    theme.wear("light", 2.0)
    assert made.font().pointSizeF() == pytest.approx(2 * usual)
    assert made.sizeHint().height() >= QFontMetricsF(made.font()).height()
    assert Look(theme.colours, theme.font()).unit > 1.6


def test_a_theme_is_worn_by_its_name(theme: Theme) -> None:
    for name, worn in THEMES.items():
        theme.wear(name)
        assert theme.colours == worn


@pytest.mark.parametrize("name", [Theme.LIGHT, Theme.DARK, Theme.CONTRAST])
def test_a_main_button_that_cannot_be_pressed_looks_so(
    qtbot: QtBot, theme: Theme, name: str
) -> None:
    theme.wear(name)
    button = QPushButton("Save a copy")
    button.setProperty("primary", True)
    qtbot.addWidget(button)
    button.show()

    def ground() -> QColor:
        return button.grab().toImage().pixelColor(6, button.height() // 2)

    assert ground() == theme.colours.accent
    button.setEnabled(False)
    assert ground() == theme.colours.raised
    theme.wear(Theme.LIGHT)


def test_the_first_picture_is_as_dark_as_qt_by_itself_until_the_system_is_asked() -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    for dark in (True, False):
        application.setPalette(qt_palette(colours(dark=dark)))
        one = Theme(application)
        assert one.colours == colours(dark=dark)
        one.follow()
        assert not one.colours.dark  # the system of the tests has no wish
        one.deleteLater()


def test_what_qt_does_not_know_is_not_put() -> None:
    made = QLabel()
    put(made, textFormat="PlainText", focusPolicy="StrongFocus")
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.focusPolicy() is Qt.FocusPolicy.StrongFocus
    for name, value in (("textFormat", "Plain"), ("textForm", "PlainText")):
        with pytest.raises(ValueError, match=name):
            put(made, **{name: value})


@pytest.mark.parametrize(("size", "wide"), [(1.0, 16), (1.5, 22), (2.0, 28)])
def test_icons_in_menus_grow_with_their_words(theme: Theme, size: float, wide: int) -> None:
    theme.wear("light", size)
    menu = QMenu()
    menu.ensurePolished()
    assert menu.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, menu) == wide
    assert any(one.width() in range(wide, wide + 5) for one in theme.icon("open").availableSizes())
