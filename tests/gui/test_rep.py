"""The rep's page: whom it is for, what was found and where, what is meant, and what goes out."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pptx
import pypdfium2
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from sowhat import customers, decisions
from sowhat.errors import CancelledError
from sowhat.export.copy import Trace
from sowhat.gui.clean_dialog import CleanDialog
from sowhat.gui.doors import DOORS, Doors
from sowhat.gui.models.findings import FindingRole
from sowhat.gui.models.items import Line, LinesModel
from sowhat.gui.paint import Look, ready, spots
from sowhat.gui.paint.spots import Spot
from sowhat.gui.panels.recipient import listed
from sowhat.gui.rep_page import RepPage
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.gui.window import Window
from sowhat.model import Audit, Box, Origin, Ready, Side, Stance
from sowhat.read import read_deck
from sowhat.settings import AuditOptions
from sowhat.worker import Worker
from tests.check import proposals

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)

NAME = "Bexhill Dairies"


@pytest.fixture(scope="session")
def deck_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A proposal with another's name on slide 3, a blank on slide 2 and internal notes there."""
    return proposals.save(
        tmp_path_factory.mktemp("reps") / "proposal.pptx",
        NAME,
        proposals.line(3, "Ovenmark's goals"),
        proposals.line(2, "[Name of the controller]"),
        proposals.notes(2, "Keep our margin above 30 %."),
    )


@pytest.fixture(scope="session")
def audit(deck_file: Path) -> Audit:
    from sowhat.engine import judged

    with Worker() as worker:
        return judged(read_deck(deck_file, worker), AuditOptions(decisions=()))


@pytest.fixture
def page(qtbot: QtBot, opened: Window) -> Iterator[RepPage]:
    """The page once the deck was checked as it stands; no message is left that nobody read."""
    opened.actions_["rep"].trigger()
    assert opened.page is not None
    qtbot.waitUntil(lambda: session_of(opened).checking.found is not None)
    yield opened.page.rep
    assert not [box for box in opened.findChildren(QMessageBox) if box.isVisible()]


def session_of(window: Window) -> Session:
    assert window.session is not None
    return window.session


def check_for(qtbot: QtBot, window: Window, name: str = NAME) -> None:
    """Type the customer's name and press Enter."""
    assert window.page is not None
    field = window.page.rep.form.customer
    field.clear()
    QTest.keyClicks(field, name)
    with qtbot.waitSignal(session_of(window).checking.changed, timeout=20_000):
        QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not session_of(window).busy)


def rows(page: RepPage, index: int = 0) -> list[Line]:
    model = page.found.lists[index].model()
    return [model.index(at, 0).data(FindingRole.FINDING) for at in range(model.rowCount())]


def choose(page: RepPage, words: str) -> None:
    at = next(at for at, line in enumerate(rows(page)) if words in line.said)
    page.found.lists[0].setCurrentIndex(page.found.lists[0].model().index(at, 0))


def dialog_of(window: Window) -> QFileDialog:
    dialog = window.findChildren(QFileDialog)[-1]
    assert isinstance(dialog, QFileDialog)
    return dialog


def test_the_deck_is_checked_as_it_stands(page: RepPage) -> None:
    assert page.isVisible()
    assert page.head.word.text() == "Do not send"
    assert [line.said for line in rows(page)][:2] == [
        "Before you send it",
        "“[Name of the controller]” is a blank of the template.",
    ]
    assert page.place.text() == "Slide 2: text"
    assert page.form.vendor.placeholderText() == "Quillmark (found)"
    assert not page.found.tabs[2].isVisible()


@pytest.mark.usefixtures("language_loaded")
def test_a_typed_name_is_taken_and_kept(
    qtbot: QtBot, opened: Window, page: RepPage, deck_file: Path
) -> None:
    session = session_of(opened)
    page.form.aliases.setText("BXD; Bexhill")
    page.form.products.setText("Ledger Match")
    with qtbot.waitSignal(session.judged, timeout=20_000):
        QTest.keyClicks(page.form.customer, NAME)
        QTest.keyClick(page.form.customer, Qt.Key.Key_Return)
    party = session.audit.profile.customer
    assert (party.names, party.source) == ((NAME, "BXD", "Bexhill"), Origin.GIVEN)
    assert session.audit.profile.products == ("Ledger Match",)
    qtbot.waitUntil(lambda: any("Ovenmark" in line.said for line in rows(page)))
    assert NAME in page.head.sentence.text()
    assert any(f"{NAME} is named on 4 of 6" in line.said for line in rows(page, 1))
    kept = decisions.sending(deck_file)
    assert (kept.customer, kept.products, kept.vendor) == (party.names, ("Ledger Match",), ())
    again = Session(deck_file, AuditOptions(), opened.runner, DOORS, opened)
    assert again.options.customer == party.names
    assert Session(
        deck_file, AuditOptions(customer=("Other",)), opened.runner, DOORS, opened
    ).options.customer == ("Other",)


def test_choosing_goes_to_the_place_and_the_place_chooses(
    qtbot: QtBot, opened: Window, page: RepPage
) -> None:
    check_for(qtbot, opened)
    choose(page, "Ovenmark")
    assert session_of(opened).number == 3
    (item,) = page.slide.shown
    assert item.text == "Ovenmark"
    qtbot.waitUntil(lambda: session_of(opened).pictures.get(3, 400) is not None)
    theirs, ours = page.slide.names[Side.CUSTOMER], page.slide.names[Side.VENDOR]
    assert (len(theirs), len(ours)) == (1, 1)  # the headline's, the footer's
    choose(page, "margin")
    assert session_of(opened).number == 2
    assert page.place.text() == "Slide 2: notes"
    spot = page.slide.spots[0]
    middle = spots.place(spot, page.slide.frame).center().toPoint()
    QTest.mouseClick(page.slide, Qt.MouseButton.LeftButton, pos=middle)
    assert page.found.item == page.slide.shown[0]
    assert "controller" in page.why.text()


def test_what_is_meant_stops_nothing_and_can_be_undone(
    qtbot: QtBot, opened: Window, page: RepPage, deck_file: Path
) -> None:
    choose(page, "controller")
    QTest.mouseClick(page.mean, Qt.MouseButton.LeftButton)
    assert page.head.word.text() == "Look at these"
    assert rows(page)[-2].said == "Meant to stay, as you said"
    assert page.mean.text() == "&Not meant after all"
    assert len(decisions.sending(deck_file).meant) == 1
    QTest.mouseClick(page.undo, Qt.MouseButton.LeftButton)
    assert page.head.word.text() == "Do not send"
    assert decisions.sending(deck_file).meant == ()
    QTest.mouseClick(page.redo, Qt.MouseButton.LeftButton)
    check_for(qtbot, opened)
    found = session_of(opened).checking.found
    assert found is not None
    assert [item.text for item in found.blockers] == ["Ovenmark"]
    choose(page, "controller")
    QTest.mouseClick(page.mean, Qt.MouseButton.LeftButton)
    assert decisions.sending(deck_file).meant == ()


def test_facts_are_taken_told_and_forgotten(
    qtbot: QtBot, opened: Window, page: RepPage, tmp_path: Path
) -> None:
    assert not page.form.facts.choose.isEnabled() or session_of(opened).audit.profile.customer.name
    check_for(qtbot, opened)
    file = tmp_path / "facts.csv"
    file.write_text("goal,person\nClose in three days by June,Ruth Garland\n", encoding="utf-8")
    QTest.mouseClick(page.form.facts.choose, Qt.MouseButton.LeftButton)
    dialog = dialog_of(opened)
    with qtbot.waitSignal(session_of(opened).checking.changed):
        dialog.fileSelected.emit(str(file))
    dialog.close()
    assert page.form.facts.words.text() == "2 facts kept"
    levels = {line.said: line.level for line in rows(page, 1)}
    assert levels["Goal: Close in three days by June"] == "ready"
    assert levels["Person: Ruth Garland"] == "lack"
    qtbot.waitUntil(lambda: not session_of(opened).busy)
    with qtbot.waitSignal(session_of(opened).checking.changed):
        QTest.mouseClick(page.form.facts.clear, Qt.MouseButton.LeftButton)
    assert page.form.facts.words.text() == "nothing yet"
    assert customers.kept(NAME) == ()


def test_a_file_without_facts_is_told(
    qtbot: QtBot, opened: Window, page: RepPage, tmp_path: Path
) -> None:
    check_for(qtbot, opened)
    (tmp_path / "empty.txt").write_text("\n")
    page.load_facts(tmp_path / "empty.txt")
    qtbot.waitUntil(lambda: bool(opened.findChildren(QMessageBox)))
    box = opened.findChildren(QMessageBox)[0]
    assert box.text() == "These facts could not be taken"
    box.close()


def test_it_is_held_against_master_and_other_decks(
    qtbot: QtBot, opened: Window, page: RepPage, tmp_path: Path
) -> None:
    check_for(qtbot, opened)
    master = proposals.save(tmp_path / "master.pptx", "[Customer]")
    (tmp_path / "others").mkdir()
    proposals.save(tmp_path / "others" / "ovenmark.pptx", "Ovenmark")
    (tmp_path / "others" / "broken.pptx").write_bytes(b"PK\x03\x04 no deck")
    checking = session_of(opened).checking
    for button, path in (
        (page.form.master.choose, master),
        (page.form.against.choose, tmp_path / "others"),
    ):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        dialog = dialog_of(opened)
        with qtbot.waitSignal(checking.changed, timeout=30_000):
            dialog.fileSelected.emit(str(path))
        dialog.close()
        qtbot.waitUntil(lambda: not session_of(opened).busy)
    assert page.found.tabs[2].isVisible()
    assert any("of the changes are more than a name" in line.said for line in rows(page, 2))
    assert any("customer of another of your decks" in line.said for line in rows(page))
    assert "broken.pptx" in rows(page)[-1].said
    page.found.show_list(2)
    (swapped,) = (line for line in rows(page, 2) if "only a name" in line.said)
    index = page.found.lists[2].model().index(rows(page, 2).index(swapped), 0)
    for number in swapped.slides[:2]:
        page.found.lists[2].activated.emit(index)
        assert session_of(opened).number == number
    with qtbot.waitSignal(checking.changed, timeout=30_000):
        QTest.mouseClick(page.form.master.clear, Qt.MouseButton.LeftButton)
    assert not page.found.tabs[2].isVisible()
    assert page.found.lists[0].isVisible()


def test_a_master_that_is_gone_is_told(qtbot: QtBot, opened: Window, page: RepPage) -> None:
    page.form.choose(master="/nowhere/master.pptx")
    qtbot.waitUntil(lambda: bool(opened.findChildren(QMessageBox)))
    box = opened.findChildren(QMessageBox)[0]
    assert box.text() == "The deck could not be checked"
    assert "master.pptx" in box.informativeText()
    box.close()
    assert page.head.word.text() == "Do not send"  # what was known before stays


def test_a_cleaned_copy_is_listed_saved_and_told(
    qtbot: QtBot, opened: Window, page: RepPage, tmp_path: Path
) -> None:
    cleaning = session_of(opened).cleaning
    with qtbot.waitSignal(cleaning.listed, timeout=20_000):
        QTest.mouseClick(page.clean, Qt.MouseButton.LeftButton)
    dialog = opened.findChildren(CleanDialog)[0]
    tops = [dialog.tree.topLevelItem(at) for at in range(dialog.tree.topLevelItemCount())]
    names = {top.data(0, Qt.ItemDataRole.UserRole): top for top in tops if top is not None}
    note = names[Trace.NOTES].child(0)
    assert note is not None
    assert note.text(0) == "Slide 2: Keep our margin above 30 %."
    names[Trace.PROPERTIES].setCheckState(0, Qt.CheckState.Unchecked)
    assert dialog.traces == frozenset(Trace) - {Trace.PROPERTIES}
    save = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Save…")
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    chooser = dialog_of(opened)
    assert Path(chooser.selectedFiles()[0]).name == "proposal - to send.pptx"
    target = tmp_path / "clean.pptx"
    with qtbot.waitSignal(cleaning.cleaned, timeout=20_000):
        chooser.fileSelected.emit(str(target))
    chooser.close()
    copy = pptx.Presentation(str(target))
    assert not copy.slides[1].has_notes_slide
    assert copy.core_properties.author == "Quillmark"
    assert opened.page is not None
    assert "clean.pptx; it goes without" in opened.page.notice.words.text()
    assert "speaker notes (1)" in opened.page.notice.words.text()


@pytest.mark.parametrize("ending", ["md", "json"])
def test_the_check_is_exported(
    qtbot: QtBot, opened: Window, page: RepPage, tmp_path: Path, ending: str
) -> None:
    QTest.mouseClick(page.tell, Qt.MouseButton.LeftButton)
    dialog = dialog_of(opened)
    target = tmp_path / f"check.{ending}"
    with qtbot.waitSignal(session_of(opened).exported, timeout=30_000):
        dialog.fileSelected.emit(str(target))
    dialog.close()
    data = target.read_bytes()
    if ending == "json":
        assert json.loads(data)["schema"] == "sowhat.check/1"
    else:
        assert data.startswith("# ✗ Do not send".encode())


def test_a_report_begins_with_the_check_that_was_made(
    qtbot: QtBot, opened: Window, page: RepPage, tmp_path: Path
) -> None:
    del page
    with qtbot.waitSignal(session_of(opened).reported, timeout=30_000):
        session_of(opened).start_report(tmp_path / "report.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "report.pdf")
    assert document.get_page_label(0) == "Ready to send?"
    document.close()


def test_a_check_can_be_cancelled(
    qtbot: QtBot, theme: Theme, audit: Audit, deck_file: Path
) -> None:
    stopped: list[bool] = []
    pause = threading.Event()

    def checked(*given: object) -> None:
        progress = given[3]
        try:
            while not pause.wait(0.01):
                progress("against", 0, 0)  # type: ignore[operator]
        except CancelledError:
            stopped.append(True)
            raise

    doors = replace(Doors(), audit=lambda *_: audit, checked=checked)  # type: ignore[arg-type]
    window = Window(theme, AuditOptions(), doors)
    qtbot.addWidget(window)
    window.show()
    window.open_deck(deck_file)
    qtbot.waitUntil(lambda: window.page is not None)
    window.actions_["rep"].trigger()
    assert window.page is not None
    notice = window.page.notice
    qtbot.waitUntil(lambda: notice.words.text() == "Reading your other decks …")
    window.actions_["cancel"].trigger()
    qtbot.waitUntil(lambda: not session_of(window).busy)
    assert stopped == [True]
    assert session_of(window).checking.found is None
    assert not notice.isVisible()
    window.close()


def test_escape_and_the_button_lead_back(opened: Window, page: RepPage) -> None:
    assert not opened.actions_["next"].isEnabled()
    opened.actions_["cancel"].trigger()
    assert not page.isVisible()
    assert opened.actions_["next"].isEnabled()
    opened.actions_["rep"].trigger()
    QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert not page.isVisible()


def test_a_check_waits_for_what_is_under_way(qtbot: QtBot, opened: Window, page: RepPage) -> None:
    session = session_of(opened)
    session.deciding.decide(2, Stance.CUSTOMER)
    assert session.busy  # the verdicts follow
    page.form.customer.setText(NAME)
    with qtbot.waitSignal(session.checking.changed, timeout=20_000):
        QTest.mouseClick(page.form.check, Qt.MouseButton.LeftButton)
    assert NAME in page.head.sentence.text()


def test_a_new_audit_is_checked_again(qtbot: QtBot, opened: Window, page: RepPage) -> None:
    checking = session_of(opened).checking
    first = checking.found
    with qtbot.waitSignal(checking.changed, timeout=20_000):
        opened.actions_["again"].trigger()
    assert checking.found is not None
    assert checking.found is not first
    assert page.head.word.text() == "Do not send"


def test_everything_has_a_name_and_is_reached_by_keys(page: RepPage) -> None:
    parts = (*page.findChildren(QPushButton), *page.findChildren(QLineEdit), *page.found.lists)
    for part in parts:
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus, part
        named = part.accessibleName() or (isinstance(part, QPushButton) and part.text())
        assert named, part
    lines = [line for line in rows(page) if line.item is not None]
    model = page.found.lists[0].model()
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Must not go out:")
    assert lines[0].more.split(" · ")[0] == "Slide 2"


def test_the_model_is_sound() -> None:
    model = LinesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show((Line("head", "Before"), Line("stop", "Mend it", "Slide 2", (2,))))
    assert model.first() == 1
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
    model.show(())
    assert model.first() is None
    del tester


def test_names_are_parted_by_commas() -> None:
    assert listed("BXD, Bexhill; BXD ,") == ("BXD", "Bexhill")


def test_the_smallest_place_under_the_pointer_is_hit() -> None:
    frame = QRectF(0, 0, 1000, 500)
    wide, small = Spot(Box(0.1, 0.1, 0.9, 0.9)), Spot(Box(0.4, 0.4, 0.5, 0.5))
    assert spots.hit((wide, small), frame, QPointF(450, 225)) == 1
    assert spots.hit((wide, small), frame, QPointF(200, 100)) == 0
    assert spots.hit((wide, small), frame, QPointF(5, 5)) is None


def test_what_lies_beside_the_slide_is_shown_at_its_edge() -> None:
    box = spots.visible(Box(1.2, 0.4, 1.6, 0.5))
    assert 0.98 < box.x0 < box.x1 <= 1.0
    assert box.y0 == 0.4


def test_each_sign_is_another_drawing(theme: Theme) -> None:
    seen: set[bytes] = set()
    for sign in (*map(str, Ready), "lack", "open"):
        image = QImage(40, 40, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        ready.paint(painter, sign, QRectF(2, 2, 36, 36), Look(theme.colours, theme.font()))
        painter.end()
        seen.add(bytes(image.constBits()))
    assert len(seen) == 5
