"""The list models keep Qt's contract."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from sowhat.gui.models import FindingsModel, SlidesModel
from sowhat.gui.models.findings import FindingRole
from sowhat.gui.models.slides import SlideRole
from sowhat.model import Audit, Finding, Gap
from sowhat.texts import gap_text


def _watch(model: QAbstractItemModel) -> None:
    """Have Qt's tester follow the model: it warns of any breach, and warnings fail a test."""
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    QAbstractItemModelTester(model, mode, model)


def test_slides(audit: Audit) -> None:
    model = SlidesModel()
    _watch(model)
    model.show(audit)
    model.refresh(2)
    model.refresh(99)
    assert model.rowCount() == 6
    assert [model.index(row).data(SlideRole.NUMBER) for row in range(6)] == [1, 2, 3, 4, 5, 6]
    assert model.index(1).data(SlideRole.SIGHT) == "vendor"
    assert model.index(3).data(SlideRole.SIGHT) == "unsure"
    assert model.index(4).data(SlideRole.HIDDEN) is True
    spoken = model.index(4).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Slide 5: about you, hidden · Awards"


def test_other_verdicts_keep_the_rows(audit: Audit) -> None:
    model = SlidesModel()
    _watch(model)
    model.show(audit)
    before = QPersistentModelIndex(model.index(3))
    decided = replace(audit.verdicts[3], unsure=False, decided=True)
    verdicts = (*audit.verdicts[:3], decided, *audit.verdicts[4:])
    model.update(replace(audit, verdicts=verdicts))
    assert before.isValid()
    assert before.data(SlideRole.SIGHT) == "mixed"


def test_findings(audit: Audit) -> None:
    model = FindingsModel()
    _watch(model)
    model.show(audit.findings)
    assert model.rowCount() == 3
    assert model.index(0).data(FindingRole.SLIDES) == "Slides 2 and 5"
    assert model.index(1).data(FindingRole.SLIDES) == ""
    assert model.index(1).data(FindingRole.LEVEL) == "gap"


def test_gaps_follow_the_findings_each_kind_once(audit: Audit) -> None:
    model = FindingsModel()
    gaps = (Gap("no-text", 3), Gap("font", None, "Gill"), Gap("no-text", 1), Gap("no-text", 2))
    model.show(audit.findings[:1], gaps)
    _watch(model)
    shown = [
        (index.data(), index.data(FindingRole.SLIDES), index.data(FindingRole.LEVEL))
        for index in map(model.index, range(1, model.rowCount()))
    ]
    assert shown == [
        (gap_text(Gap("no-text")), "Slides 1 to 3", "note"),
        (gap_text(Gap("font", None, "Gill")), "", "note"),
    ]


def test_slides_that_a_finding_names_are_not_told_twice() -> None:
    model = FindingsModel()
    model.show((Finding("run", (2, 3, 4), "Slides 2 to 4 are about you."),))
    assert model.index(0).data(FindingRole.SLIDES) == ""
    model.show((Finding("us", (1,), "1 of 2 slides is about you; slide 12 is not."),))
    assert model.index(0).data(FindingRole.SLIDES) == "Slide 1"


def test_a_slides_words_are_never_taken_for_markup(audit: Audit) -> None:
    slide = replace(audit.deck.slides[0], title="<b>bold</b> & <img src=x>")
    deck = replace(audit.deck, slides=(slide, *audit.deck.slides[1:]))
    model = SlidesModel()
    model.show(replace(audit, deck=deck))
    shown = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;img" in shown
