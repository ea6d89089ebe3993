"""Pages of useless sizes are shown as viewers show them."""

from __future__ import annotations

import pypdfium2
import pytest

from sowhat.pdf.settled import settle
from tests.hostile.pdf.raw import Raw


@pytest.mark.parametrize(
    ("boxes", "size", "useless"),
    [
        (b"/MediaBox [0 0 720 405]", (720, 405), False),
        (b"/MediaBox [0 0 720 405] /CropBox [10 10 110 60]", (100, 50), False),
        (b"/MediaBox [0 0 720 405] /CropBox [900 900 999 999]", (720, 405), False),
        (b"/MediaBox [0 0 .01 405]", (612, 792), True),
        (b"/MediaBox [0 0 100000000 405]", (612, 792), True),
        (b"/MediaBox [0 0 1 100000]", (1, 100_000), False),
    ],
)
def test_a_page_gets_a_size(boxes: bytes, size: tuple[float, float], useless: bool) -> None:
    deck = Raw()
    deck.page(size=boxes)
    document = pypdfium2.PdfDocument(deck.whole())
    page = document[0]
    assert settle(page.raw) is useless
    assert page.get_size() == size
    page.close()
    document.close()
