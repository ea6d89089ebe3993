"""What every painter is given, and how a verdict is seen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from sowhat.gui.theme import Colours
from sowhat.model import Side, Verdict

LINE = 17.0  # logical pixels of a line of words as the window is drawn for


class Sight(StrEnum):
    """What a verdict looks like: its stance, or that a person should decide."""

    VENDOR = "vendor"
    CUSTOMER = "customer"
    MIXED = "mixed"
    NEUTRAL = "neutral"
    UNSURE = "unsure"


def sight(verdict: Verdict) -> Sight:
    """Return how the verdict is shown."""
    unsure = verdict.unsure and not verdict.decided
    return Sight.UNSURE if unsure else Sight(verdict.stance.value)


@dataclass(frozen=True, slots=True)
class Look:
    """The context of a painter: the colours and the font of its widget."""

    colours: Colours
    font: QFont

    @property
    def unit(self) -> float:
        """How many times as high as usual a line of its words is; never less than 1."""
        return max(1.0, QFontMetricsF(self.font).height() / LINE)

    def colour(self, shown: Sight | Side) -> QColor:
        """Return the colour of a sight or of a side."""
        colour: QColor = getattr(self.colours, shown.value)
        return colour

    def fitted(self, words: str, width: float, scale: float, *, bold: bool = False) -> QFont:
        """Return the font as ``scaled`` does, smaller where ``words`` would be wider."""
        font = self.scaled(scale, bold=bold)
        wide = QFontMetricsF(font).horizontalAdvance(words)
        return font if wide <= width else self.scaled(scale * width / wide, bold=bold)

    def scaled(self, scale: float, *, bold: bool = False) -> QFont:
        """Return the font, ``scale`` times its size."""
        font = QFont(self.font)
        font.setPointSizeF(font.pointSizeF() * scale)
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font
