"""The colours of the window, taken from the palette it shares with the report."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette

from sowhat.palette import palette


class Colours(NamedTuple):
    """Colours by use. ``ground`` lies behind everything, ``card`` is what is read or clicked."""

    dark: bool
    contrast: bool
    ground: QColor
    card: QColor
    ink: QColor
    muted: QColor
    line: QColor
    accent: QColor
    on_accent: QColor
    vendor: QColor
    customer: QColor
    mixed: QColor
    neutral: QColor
    unsure: QColor
    stop: QColor
    on_stop: QColor

    def tint(self, colour: QColor, strength: float = 0.12) -> QColor:
        """Return ``colour`` laid thinly over the card; ``strength`` from 0 to 1."""
        return blend(self.card, colour, strength)

    @property
    def hover(self) -> QColor:
        """What lies under the pointer."""
        return blend(self.card, self.accent, 0.2 if self.contrast else 0.07)

    @property
    def chosen(self) -> QColor:
        """What is selected."""
        return blend(self.card, self.accent, 0.3 if self.contrast else 0.16)

    @property
    def edge(self) -> QColor:
        """The frame of what can be clicked or written in."""
        return self.ink if self.contrast else blend(self.line, self.ink, 0.12)

    @property
    def faint(self) -> QColor:
        """Words of what cannot be used now."""
        return blend(self.ground, self.muted, 0.6)

    @property
    def pressed(self) -> QColor:
        """The main button under the pointer."""
        return blend(self.accent, self.card, 0.14)

    @property
    def raised(self) -> QColor:
        """The face of a button."""
        lifted = self.dark and not self.contrast
        return blend(self.card, QColor("white"), 0.06) if lifted else self.card


def blend(under: QColor, over: QColor, strength: float) -> QColor:
    """Return ``over`` laid on ``under``; ``strength`` 0 is all ``under``, 1 all ``over``."""
    parts = zip(under.getRgb()[:3], over.getRgb()[:3], strict=True)  # type: ignore[index]
    red, green, blue = (round(a + (b - a) * strength) for a, b in parts)
    return QColor(red, green, blue)


def colours(*, dark: bool, contrast: bool = False) -> Colours:
    """Return the window's colours for light or dark, or those of high ``contrast``, on black."""
    dark = dark or contrast
    shared = palette(dark=dark, contrast=contrast)
    # By day cards are lighter than what is behind them, by night as well: the roles swap.
    ground, card = (shared.paper, shared.panel) if dark else (shared.panel, shared.paper)
    return Colours(
        dark=dark,
        contrast=contrast,
        ground=QColor(ground),
        card=QColor(card),
        ink=QColor(shared.ink),
        muted=QColor(shared.muted),
        line=QColor(shared.line),
        accent=QColor(shared.accent),
        on_accent=QColor(shared.paper),
        vendor=QColor(shared.vendor),
        customer=QColor(shared.customer),
        mixed=QColor(shared.mixed),
        neutral=QColor(shared.neutral),
        unsure=QColor(shared.unsure),
        stop=QColor(shared.stop),
        on_stop=QColor(shared.paper),
    )


def qt_palette(colours: Colours) -> QPalette:
    """Return Qt's palette: Fusion follows the system on some desktops only, so it is set whole."""
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, colour in (
        (roles.Window, colours.ground),
        (roles.WindowText, colours.ink),
        (roles.Base, colours.card),
        (roles.AlternateBase, colours.ground),
        (roles.Text, colours.ink),
        (roles.Button, colours.raised),
        (roles.ButtonText, colours.ink),
        (roles.BrightText, colours.vendor),
        (roles.ToolTipBase, colours.card),
        (roles.ToolTipText, colours.ink),
        (roles.PlaceholderText, colours.muted),
        (roles.Highlight, colours.accent),
        (roles.HighlightedText, colours.on_accent),
        (roles.Accent, colours.accent),
        (roles.Link, colours.accent),
        (roles.LinkVisited, colours.accent),
        (roles.Light, blend(colours.ground, QColor("white"), 0.1 if colours.dark else 0.6)),
        (roles.Midlight, colours.line),
        (roles.Mid, colours.line),
        (roles.Dark, blend(colours.line, colours.ink, 0.2)),
        (roles.Shadow, QColor("black")),
    ):
        palette.setColor(role, colour)
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colours.faint)
    return palette
