"""Which slides are looked for, and in what order: pure, and as a model."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from sowhat.gui.models import SiftedSlides, SlidesModel
from sowhat.gui.models.slides import SlideRole
from sowhat.gui.paint import Sight
from sowhat.gui.sift_words import told
from sowhat.gui.sifting import Facts, Sift, Sorting, facts, tally
from sowhat.model import Action, Audit, Fix, FixKind, Motif, Resolution, Stance, Status

ALL = (1, 2, 3, 4, 5, 6)


def numbers(found: tuple[Facts, ...], sift: Sift) -> list[int]:
    return [one.number for one in sorted(filter(sift.takes, found), key=sift.key)]


@pytest.mark.parametrize(
    ("sift", "left"),
    [
        (Sift(), [1, 2, 3, 4, 5, 6]),
        (Sift(sights=frozenset({Sight.UNSURE})), [4]),
        (Sift(sights=frozenset({Sight.VENDOR, Sight.CUSTOMER})), [2, 3, 5]),
        (Sift(motifs=frozenset({Motif.COMPANY, Motif.TITLE})), [1, 2]),
        (Sift(actions=frozenset({Action.REWRITE})), [2]),
        (Sift(statuses=frozenset({Status.LATER})), [3]),
        (Sift(decided=frozenset({True})), [6]),
        (Sift(sights=frozenset({Sight.VENDOR}), motifs=frozenset({Motif.ANALYST})), [5]),
        (Sift(sorting=Sorting.SUREST), [6, 1, 2, 3, 5, 4]),
        (Sift(sorting=Sorting.UNSURE), [4, 1, 2, 3, 5, 6]),
        (Sift(sorting=Sorting.EFFECT), [3, 2, 4, 1, 5, 6]),
    ],
)
def test_slides_are_found_and_sorted(audit: Audit, sift: Sift, left: list[int]) -> None:
    closing = replace(audit.verdicts[5], decided=True, confidence=1.0)
    fix = Fix(FixKind.MOVE, "Move slide 3", "", "", 2.0, (3,))
    seen = replace(audit, verdicts=(*audit.verdicts[:5], closing), top=(fix,))
    later = Resolution(3, Action.MOVE, Status.LATER)
    assert numbers(facts(seen, (later,)), sift) == left


def test_each_thing_that_can_be_looked_for_is_counted(audit: Audit) -> None:
    counted = tally(facts(audit, (Resolution(2, Action.REWRITE, Status.DONE),)))
    assert counted[Sight.VENDOR] == 2
    assert counted[Motif.ANALYST] == 1
    assert counted[Action.MOVE] == 1
    assert counted[Status.DONE] == 1
    assert (counted[True], counted[False]) == (0, 6)


def test_what_is_looked_for_is_said() -> None:
    assert told(Sift()) == ""
    sift = Sift(sights=frozenset({Sight.UNSURE}), sorting=Sorting.EFFECT)
    assert told(sift) == "Unsure, greatest effect first"


def test_the_model_keeps_qts_contract_while_it_is_sifted(audit: Audit) -> None:
    slides = SlidesModel()
    shown = SiftedSlides(slides)
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    for model in (slides, shown):
        QAbstractItemModelTester(model, mode, model)
    slides.show(audit)

    def rows() -> list[int]:
        return [shown.index(row, 0).data(SlideRole.NUMBER) for row in range(shown.rowCount())]

    assert rows() == list(ALL)
    shown.look_for(Sift(sights=frozenset({Sight.UNSURE})))
    assert rows() == [4]
    assert (shown.row_of(4), shown.row_of(2)) == (0, -1)
    decided = replace(audit.verdicts[3], stance=Stance.VENDOR, unsure=False, decided=True)
    slides.update(replace(audit, verdicts=(*audit.verdicts[:3], decided, *audit.verdicts[4:])))
    assert rows() == []
    shown.look_for(Sift(sorting=Sorting.EFFECT))
    assert rows()[:3] == [2, 4, 1]
