from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from sowhat.errors import DeckError
from sowhat.render import pdf as pdf_drawer
from tests.render.pixels import picture_of, red_box


def test_a_red_box_is_drawn_where_it_was_put(pdf: Path) -> None:
    drawn = pdf_drawer.draw(str(pdf), 1, 800)
    assert (drawn.width, drawn.height) == (800, 600)
    assert red_box(picture_of(drawn.png)) == pytest.approx((0.25, 0.2, 0.5, 0.4), abs=0.003)


def test_rotation_and_crop_box_are_as_displayed(pdf: Path) -> None:
    drawn = pdf_drawer.draw(str(pdf), 2, 300)
    # Cropped, the box is x 0 to 1/3, y 0.2 to 0.4 from the top; turned right, the left is on top.
    assert (drawn.width, drawn.height) == (300, 300)
    assert red_box(picture_of(drawn.png)) == pytest.approx((0.6, 0, 0.8, 1 / 3), abs=0.005)


def test_a_thin_page_does_not_ask_for_gigabytes(tmp_path: Path) -> None:
    path = tmp_path / "thin.pdf"
    canvas = Canvas(str(path), pagesize=(3, 14_000))
    canvas.rect(1, 1, 1, 1)
    canvas.save()
    drawn = pdf_drawer.draw(str(path), 1, 4000)
    assert max(drawn.width, drawn.height) <= 8192


def test_an_encrypted_file_opens_with_its_password_only(pdf: Path) -> None:
    locked = pdf.with_name("locked.pdf")
    with pikepdf.open(pdf) as document:
        document.save(locked, encryption=pikepdf.Encryption(user="secret", owner="other"))
    assert pdf_drawer.draw(str(locked), 1, 100, "secret").width == 100
    with pytest.raises(DeckError, match="password"):
        pdf_drawer.draw(str(locked), 1, 100)


@pytest.mark.parametrize(
    ("content", "reason"),
    [(None, "missing"), (b"", "not-a-deck"), (b"%PDF-1.7 no more", "damaged")],
)
def test_what_is_no_deck_is_a_clear_error(
    tmp_path: Path, content: bytes | None, reason: str
) -> None:
    path = tmp_path / "bad.pdf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DeckError) as caught:
        pdf_drawer.draw(str(path), 1, 200)
    assert caught.value.reason == reason


def test_a_page_that_is_not_there_is_a_clear_error(pdf: Path) -> None:
    with pytest.raises(DeckError, match="damaged"):
        pdf_drawer.draw(str(pdf), 3, 200)
