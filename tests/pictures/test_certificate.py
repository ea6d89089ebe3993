from __future__ import annotations

import pytest
from PIL import Image

from sowhat.model import Box, PictureKind
from sowhat.pictures import certificate, kinds
from sowhat.pictures.seen import Guess, Near, Word
from tests.pictures.test_quadrant import seen

LINES = ("CERTIFICATE", "of Registration", "The management system of", "Acme Ltd", "ISO 9001:2015")


def find(
    *lines: str, size: tuple[int, int] = (300, 424), share: float = 0.1, top: float = 0.1
) -> Guess | None:
    words = tuple(
        Word(line, Box(0.2, top + 0.1 * n, 0.8, top + 0.1 * n + 0.05), 0.9)
        for n, line in enumerate(lines)
    )
    return certificate.find(seen(Image.new("RGB", size, "white")), Near(words=words, share=share))


@pytest.mark.parametrize(
    "lines",
    [
        LINES,
        ("质量管理体系认证证书", "CNAS"),
        ("Zertifikat", "Hiermit bescheinigt die Prüfstelle"),
        ("Certificate of Excellence", "presented to", "Acme"),
    ],
)
def test_a_sheet_with_its_words_is_a_certificate(lines: tuple[str, ...]) -> None:
    guess = find(*lines)
    assert guess is not None
    assert guess.kind is PictureKind.BADGE
    assert guess.confidence > 0.7
    assert find(*lines, size=(424, 300)) is not None


def test_other_sheets_are_none() -> None:
    assert find() is None
    assert find("Certificate store", "Server", "Browser") is None  # keys for encryption
    assert find("Certification process", "Audit of the management system") is None
    assert find("ISO 9001 in ten steps", "Audit", "Review") is None


def test_what_is_no_sheet_or_the_slides_ground_is_none() -> None:
    assert find(*LINES, size=(400, 400)) is None
    assert find(*LINES, size=(800, 300)) is None
    assert find(*LINES, share=0.9) is None
    assert find(*LINES, top=0.5) is None


def test_a_certificate_is_asked_for_before_the_likeliest_kind() -> None:
    words = tuple(Word(line, Box(0.2, 0.1, 0.8, 0.2), 0.9) for line in LINES)
    sheet = Image.new("RGB", (300, 424), "white")
    sheet.paste((30, 60, 160), (20, 20, 280, 60))
    guess = kinds.look(seen(sheet), Near(words=words, share=0.1))
    assert guess.reason == "picture-certificate"
