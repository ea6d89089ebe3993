"""The layout of pixels in memory, and what is asked of masks."""

from __future__ import annotations

import numpy as np
import pytest

from sowhat.pictures.seen import by_bands, count, within

DICE = np.random.default_rng(3)
PIXELS = DICE.integers(0, 256, (31, 47, 4), dtype=np.uint8)


def test_bands_lie_by_themselves_and_the_picture_is_the_same() -> None:
    banded = by_bands(PIXELS)
    assert np.array_equal(banded, PIXELS)
    assert all(banded[..., band].flags.c_contiguous for band in range(4))


@pytest.mark.parametrize("step", [1, 2])
def test_within_gives_what_a_mask_gives(step: int) -> None:
    for pixels in (PIXELS, by_bands(PIXELS)):
        values = pixels[::step, ::step, 1]
        mask = values > 100
        first, second = within(mask, values, pixels[::step, ::step, 3])
        assert np.array_equal(first, values[mask])
        assert np.array_equal(second, pixels[::step, ::step, 3][mask])
        assert count(mask) == mask.sum()
