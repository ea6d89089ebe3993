"""How the window looks: colours, fonts, icons, and the style sheet made of them."""

from sowhat.gui.theme.colours import Colours, colours
from sowhat.gui.theme.theme import Theme

__all__ = ["Colours", "Theme", "colours"]
