"""Reading leaves the file, its folder and the opened package as they are."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from sowhat.model import Deck
from sowhat.read import read_deck
from sowhat.worker import Worker
from tests.read.conftest import Make, Read
from tests.read.pdf_factory import Pages

Parts = dict[str, bytes]
chart_data: Any = CategoryChartData  # python-pptx carries no types


def rich(presentation: Any) -> None:
    """Fill a deck whose reading comes by notes, layouts, charts, tables, pictures and groups."""
    noted = presentation.slides.add_slide(presentation.slide_layouts[1])
    noted.shapes.title.text = "Nine days"
    noted.notes_slide.notes_text_frame.text = "Ask first."
    plain = presentation.slides.add_slide(presentation.slide_layouts[6])
    data = chart_data()
    data.categories = ["North", "South"]
    data.add_series("Cost", (1, 2))
    place = (0, 0, Inches(3), Inches(3))
    plain.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data)
    plain.shapes.add_table(2, 2, *place).table.cell(0, 0).text = "Cell"
    group = plain.shapes.add_group_shape()
    group.shapes.add_textbox(*place).text_frame.text = "In a group"


def drawn(folder: Path) -> Path:
    pages = Pages(folder / "deck.pdf").text(72, 100, "Nine days", 30).next()
    return pages.image(72, 80, 90, 60).save()


def parts(package: Any) -> Parts:
    return {str(part.partname): part.blob for part in package.iter_parts()}


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, Parts]]:
    """Keep each package that the reader opens, and its parts before they are read."""
    kept: list[tuple[Any, Parts]] = []

    def keeping(file: Any) -> Any:
        presentation = pptx.Presentation(file)
        package = presentation.part.package
        kept.append((package, parts(package)))
        return presentation

    monkeypatch.setattr("sowhat.read.pptx.opened.Presentation", keeping)
    return kept


def test_no_part_of_the_opened_package_changes(
    make_deck: Make, read_pptx: Read, opened: list[tuple[Any, Parts]]
) -> None:
    deck = read_pptx(make_deck(rich))
    assert [bool(slide.notes) for slide in deck.slides] == [True, False]
    ((package, before),) = opened
    assert sum("notesSlide" in name for name in before) == 1
    assert parts(package) == before


def test_the_comparison_sees_notes_being_made(make_deck: Make) -> None:
    package = pptx.Presentation(str(make_deck(rich))).part.package
    before = parts(package)
    slide = package.presentation_part.presentation.slides[1]
    assert slide.notes_slide is not None
    assert set(parts(package)) - set(before) == {"/ppt/notesSlides/notesSlide2.xml"}


@pytest.mark.parametrize("kind", ["pptx", "pdf"])
@pytest.mark.parametrize("pictures", [True, False])
def test_file_and_folder_stay_as_they_are(
    tmp_path: Path, make_deck: Make, kind: str, pictures: bool
) -> None:
    path = make_deck(rich) if kind == "pptx" else drawn(tmp_path)
    path.chmod(stat.S_IRUSR)
    before = path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_mode
    with Worker() as worker:
        deck: Deck = read_deck(path, worker, pictures=pictures)
    assert len(deck.slides) == 2
    assert (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_mode) == before
    assert list(tmp_path.iterdir()) == [path]
