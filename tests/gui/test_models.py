"""The list models keep Qt's contract."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from sowhat.gui.models import FindingsModel, SlidesModel
from sowhat.gui.models.findings import FindingRole
from sowhat.gui.models.slides import SlideRole
from sowhat.model import Audit


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


def test_findings(audit: Audit) -> None:
    model = FindingsModel()
    _watch(model)
    model.show(audit.findings)
    assert model.rowCount() == 3
    assert model.index(0).data(FindingRole.SLIDES) == "Slides 2 and 5"
    assert model.index(1).data(FindingRole.SLIDES) == ""
    assert model.index(1).data(FindingRole.LEVEL) == "gap"


def test_a_slides_words_are_never_taken_for_markup(audit: Audit) -> None:
    from dataclasses import replace

    slide = replace(audit.deck.slides[0], title="<b>bold</b> & <img src=x>")
    deck = replace(audit.deck, slides=(slide, *audit.deck.slides[1:]))
    model = SlidesModel()
    model.show(replace(audit, deck=deck))
    shown = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;img" in shown
