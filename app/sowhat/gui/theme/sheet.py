"""The style sheet: only what Fusion and the palette cannot say."""

from __future__ import annotations

from string import Template

from sowhat.gui.theme.colours import Colours
from sowhat.paths import resources

ICONS = 14, 16, 18  # logical pixels: on buttons, on those of a view and in menus, in the toolbar
TAB = 260  # the most of a tab's width
BOX = 14  # logical pixels of a box to tick

_SHEET = Template("""
QToolTip { color: $ink; background: $card; border: 1px solid $line; padding: 2px 4px; }
QToolBar { background: $ground; border: none; border-bottom: 1px solid $line;
           spacing: 4px; padding: 3px 6px; icon-size: ${tool}px; }
QToolBar::separator { background: $line; width: 1px; margin: 5px 6px; }
QToolBar QToolButton { color: $ink; background: transparent; border: 1px solid transparent;
                       border-radius: 6px; padding: 4px 8px; }
QToolBar QToolButton:hover { background: $hover; }
QToolBar QToolButton:pressed { background: $chosen; }
QToolBar QToolButton:focus { border: 2px solid $accent; padding: 3px 7px; }
QToolBar QToolButton:disabled { color: $faint; }
QMenuBar { background: $ground; border: none; padding: 2px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $chosen; }
QMenu { background: $card; border: 1px solid $line; padding: 5px; icon-size: ${menu}px; }
QMenu::item { padding: 5px 26px 5px 10px; border-radius: 5px; }
QMenu::item:selected { background: $chosen; color: $ink; }
QMenu::item:disabled { color: $faint; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QPushButton { color: $ink; background: $raised; border: 1px solid $edge; border-radius: 6px;
              padding: 5px 14px; min-height: 18px; icon-size: ${icon}px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $chosen; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 13px; }
QPushButton:disabled { color: $faint; border-color: $line; }
QPushButton[primary="true"] { color: $on_accent; background: $accent; border-color: $accent; }
QPushButton[primary="true"]:hover { background: $accent_hover; }
QPushButton[primary="true"]:focus { border: 2px solid $ink; padding: 4px 13px; }
QPushButton[primary="true"]:disabled { color: $faint; background: $raised; border-color: $line; }
QPushButton[link="true"] { color: $accent; background: transparent; border: 1px solid transparent;
                           padding: 1px 3px; text-align: left; min-height: 0; }
QPushButton[link="true"]:hover { text-decoration: underline; }
QPushButton[link="true"]:focus { border: 2px solid $accent; padding: 0 2px; }
QFrame[card="true"] { background: $card; border: 1px solid $line; border-radius: 8px; }
QFrame[row="true"] { background: transparent; border: 2px solid transparent; border-radius: 6px; }
QFrame[row="true"]:hover { background: $hover; }
QFrame[row="true"][chosen="true"] { background: $chosen; }
QFrame[row="true"]:focus { border-color: $accent; }
QFrame[answer="true"] { background: $raised; border: 1px solid $edge; border-radius: 8px; }
QFrame[answer="true"]:hover { background: $hover; }
QFrame[answer="true"]:focus { border: 2px solid $accent; }
QFrame[answer="true"][chosen="true"] { background: $chosen; border: 2px solid $accent; }
QLabel[key="true"] { background: $ground; border: 1px solid $edge; border-radius: 5px; }
QueuePage QProgressBar { background: $chosen; border: none; border-radius: 3px; }
QueuePage QProgressBar::chunk { background: $accent; border-radius: 3px; }
QFrame#popup { background: $card; border: 1px solid $edge; border-radius: 8px; }
QFrame#summary { background: $card; border: none; border-bottom: 1px solid $line; }
QFrame#drop { background: $card; border: 2px dashed $edge; border-radius: 14px; }
QFrame#drop[over="true"] { background: $chosen; border-color: $accent; }
RecentList QScrollArea, QWidget#recent { background: transparent; border: none; }
QFrame#notice { background: $card; border: none; border-top: 1px solid $line; }
QFrame#decision { background: $card; border: none; border-top: 1px solid $line; }
QPushButton[choice="true"] { padding: 4px 7px; }
QPushButton[choice="true"]:checked { background: $chosen; border: 2px solid $accent;
                                     padding: 3px 6px; }
QPushButton[choice="true"]:focus { border: 2px solid $ink; padding: 3px 6px; }
QPushButton[tab="true"] { background: transparent; border: 1px solid transparent; color: $muted;
                          padding: 4px 10px; }
QPushButton[tool="true"] { padding: 4px 6px; icon-size: ${view}px; }
QPushButton[tool="true"]:focus { padding: 3px 5px; }
QPushButton[tab="true"]:hover { background: $hover; }
QPushButton[tab="true"]:checked { color: $ink; background: $chosen; }
QPushButton[tab="true"]:focus { border: 2px solid $accent; padding: 3px 9px; }
QLineEdit { color: $ink; background: $raised; border: 1px solid $edge; border-radius: 6px;
            padding: 4px 8px; placeholder-text-color: $muted; }
QLineEdit:focus { border: 2px solid $accent; padding: 3px 7px; }
QPlainTextEdit { color: $ink; background: $raised; border: 1px solid $edge; border-radius: 6px;
                 padding: 4px; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: 3px; }
QLineEdit:disabled { background: transparent; }
QComboBox, QSpinBox { color: $ink; background: $raised; border: 1px solid $edge; border-radius: 6px;
                      padding: 4px 8px; min-height: ${control}px; }
QComboBox:focus, QSpinBox:focus { border: 2px solid $accent; padding: 3px 7px; }
QComboBox:hover { background: $hover; }
QComboBox::drop-down { subcontrol-position: center right; width: ${arrow}px; border: none; }
QComboBox::down-arrow { image: url($icons/down-on-$tone.svg); width: ${box}px; height: ${box}px; }
QComboBox QAbstractItemView { color: $ink; background: $card; border: 1px solid $edge;
                              outline: none; selection-color: $ink;
                              selection-background-color: $chosen; }
QSpinBox::up-button, QSpinBox::down-button { subcontrol-origin: border; width: ${arrow}px;
                                             border: none; background: transparent; }
QSpinBox::up-button { subcontrol-position: top right; }
QSpinBox::down-button { subcontrol-position: bottom right; }
QSpinBox::up-button:hover, QSpinBox::down-button:hover { background: $hover; }
QSpinBox::up-arrow { image: url($icons/up-on-$tone.svg); width: ${tiny}px; height: ${tiny}px; }
QSpinBox::down-arrow { image: url($icons/down-on-$tone.svg); width: ${tiny}px; height: ${tiny}px; }
QSpinBox QLineEdit { background: transparent; border: none; padding: 0 0 0 7px; }
QCheckBox { spacing: 8px; padding: 3px 0; }
QCheckBox:disabled { color: $faint; }
QCheckBox::indicator, QListView::indicator, QTreeView::indicator {
    width: ${box}px; height: ${box}px; background: $raised; border: 1px solid $muted;
    border-radius: 3px; }
QCheckBox::indicator:checked, QListView::indicator:checked, QTreeView::indicator:checked {
    background: $accent; border-color: $accent; image: url($icons/check-on-$marked.svg); }
QCheckBox::indicator:focus { border: 2px solid $ink; width: ${inner}px; height: ${inner}px; }
QCheckBox::indicator:disabled { background: transparent; border-color: $faint; image: none; }
QWidget#reasons, QWidget#changes { background: $card; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMessageBox QLabel#qt_msgbox_label { min-width: 340px; margin: 8px 8px 0 0; }
QMessageBox QLabel#qt_msgboxex_icon_label { margin: 8px 4px 0 8px; }
QMessageBox QLabel#qt_msgbox_informativelabel { margin: 0 8px 6px 0; }
QInputDialog QLabel { margin: 6px 0; min-width: 360px; }
QMessageBox#error QLabel#qt_msgbox_label { font-weight: bold; }
QLabel { background: transparent; border: none; }
QFrame[chip="true"] { background: $ground; border: 1px solid $line; border-radius: 9px; }
QLabel#page { border: 1px solid $line; background: $card; color: $muted; }
QDialog QTableView { background: $card; border: 1px solid $line; border-radius: 8px; padding: 4px;
                     outline: none; selection-color: $ink; selection-background-color: $chosen; }
QDialog QTableView::item { padding: 0 16px 0 8px; }
QDialog QListWidget { background: $card; border: 1px solid $line; border-radius: 8px; padding: 4px;
                      outline: none; }
QDialog QListWidget::item { padding: 0 9px; border-radius: 6px; color: $ink; }
QDialog QListWidget::item:hover { background: $hover; }
QDialog QListWidget::item:selected { background: $chosen; color: $ink; }
QDialog QListWidget:focus, QDialog QTableView:focus, QDialog QTreeWidget:focus {
    border: 2px solid $accent; padding: 3px; }
QDialog QTreeWidget { background: $card; border: 1px solid $line; border-radius: 8px; padding: 4px;
                      outline: none; }
QDialog QTreeWidget::item { padding: 3px 4px; color: $ink; }
QDialog QTreeWidget::item:hover { background: $hover; }
QDialog QTreeWidget::item:selected { background: $chosen; color: $ink; }
QLabel[quiet="true"] { color: $muted; }
DeckPage QScrollArea, DeckPage QListView { background: transparent; border: none; outline: none; }
Decks::pane { border: none; border-top: 1px solid $line; }
Decks QTabBar { background: $ground; qproperty-drawBase: 0; }
Decks QTabBar::tab { color: $muted; background: transparent; border: 1px solid transparent;
                     border-bottom: 2px solid transparent; padding: 5px 6px 4px 10px;
                     min-width: 96px; max-width: ${widest}px; }
Decks QTabBar::tab:hover { background: $hover; }
Decks QTabBar::tab:selected { color: $ink; background: $card; border-color: $line;
                              border-bottom: 2px solid $accent; }
Decks QTabBar:focus::tab:selected { border-color: $accent; }
Decks QTabBar QToolButton { background: transparent; border: none; border-radius: 4px;
                            padding: 2px; }
Decks QTabBar QToolButton:hover { background: $chosen; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet(colours: Colours, size: float = 1.0) -> str:
    """Return the application's style sheet in ``colours``, for words ``size`` times as usual."""
    light, dark = "light", "dark"
    box = round(BOX * size)
    icon, view, tool = (round(side * size) for side in ICONS)
    return _SHEET.substitute(
        icon=icon,
        view=view,
        tool=tool,
        menu=round(ICONS[1] * size**0.8),  # lest long menus are higher than the screen
        widest=round(TAB * size),
        ink=colours.ink.name(),
        muted=colours.muted.name(),
        card=colours.card.name(),
        ground=colours.ground.name(),
        raised=colours.raised.name(),
        line=colours.line.name(),
        edge=colours.edge.name(),
        accent=colours.accent.name(),
        accent_hover=colours.pressed.name(),
        on_accent=colours.on_accent.name(),
        hover=colours.hover.name(),
        chosen=colours.chosen.name(),
        faint=colours.faint.name(),
        icons=(resources() / "icons" / "controls").as_posix(),
        tone=dark if colours.dark else light,
        marked=light if colours.dark else dark,
        box=box,
        inner=box - 2,
        tiny=round(box * 0.72),
        arrow=box + 10,
        control=box + 4,
    )
