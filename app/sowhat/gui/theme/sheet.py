"""The style sheet: only what Fusion and the palette cannot say."""

from __future__ import annotations

from string import Template

from sowhat.gui.theme.colours import Colours

_SHEET = Template("""
QToolTip { color: $ink; background: $card; border: 1px solid $line; padding: 2px 4px; }
QToolBar { background: $ground; border: none; border-bottom: 1px solid $line;
           spacing: 4px; padding: 3px 10px; }
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
QMenu { background: $card; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 10px; border-radius: 5px; }
QMenu::item:selected { background: $chosen; color: $ink; }
QMenu::item:disabled { color: $faint; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QPushButton { color: $ink; background: $raised; border: 1px solid $edge; border-radius: 6px;
              padding: 5px 14px; min-height: 18px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $chosen; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 13px; }
QPushButton:disabled { color: $faint; }
QPushButton[primary="true"] { color: $on_accent; background: $accent; border-color: $accent; }
QPushButton[primary="true"]:hover { background: $accent_hover; }
QPushButton[primary="true"]:focus { border: 2px solid $ink; padding: 4px 13px; }
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
QFrame[answer="true"]:focus { border-color: $accent; }
QFrame[answer="true"][chosen="true"] { background: $chosen; border: 2px solid $accent; }
QLabel[key="true"] { background: $ground; border: 1px solid $edge; border-radius: 5px; }
QueuePage QProgressBar { background: $line; border: none; border-radius: 3px; }
QueuePage QProgressBar::chunk { background: $accent; border-radius: 3px; }
QFrame#popup { background: $card; border: 1px solid $edge; border-radius: 8px; }
QFrame#summary { background: $card; border: none; border-bottom: 1px solid $line; }
QFrame#drop { background: $card; border: 2px dashed $edge; border-radius: 14px; }
QFrame#drop[over="true"] { background: $chosen; border-color: $accent; }
QFrame#notice { background: $card; border: none; border-top: 1px solid $line; }
QFrame#decision { background: $card; border: none; border-top: 1px solid $line; }
QPushButton[choice="true"] { padding: 4px 7px; }
QPushButton[choice="true"]:focus { border: 2px solid $ink; padding: 3px 6px; }
