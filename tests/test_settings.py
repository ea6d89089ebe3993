from __future__ import annotations

import pytest

from sowhat.model import Side
from sowhat.palette import Palette, palette
from sowhat.settings import badge_ink


def luminance(color: str) -> float:
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_number_on_a_badge_can_be_read() -> None:
    for side, ground in (
        (Side.VENDOR, palette().vendor),
        (Side.CUSTOMER, palette().customer),
        (Side.NEUTRAL, palette().paper),
    ):
        assert contrast(badge_ink(side), ground) >= 4.5


def test_high_contrast_is_seven_to_one() -> None:
    colors = palette(contrast=True)
    for name in ("vendor", "customer", "mixed", "neutral", "unsure", "ink", "muted", "accent"):
        assert contrast(getattr(colors, name), colors.paper) >= 7.0
        assert contrast(getattr(colors, name), colors.panel) >= 7.0


@pytest.mark.parametrize("dark", [False, True])
def test_shapes_and_words_stand_out_from_paper(dark: bool) -> None:
    colors: Palette = palette(dark=dark)
    assert all(len(color) == 7 and color[0] == "#" for color in colors)
    for shape in (colors.vendor, colors.customer, colors.mixed, colors.neutral, colors.unsure):
        assert contrast(shape, colors.paper) >= 3.0
    for word in (colors.ink, colors.muted, colors.accent):
        assert contrast(word, colors.paper) >= 4.5
