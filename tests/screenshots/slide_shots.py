"""What there is to see of the slides themselves: filtered, from near, shaded, decided."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from sowhat.gui.paint import Sight
from sowhat.gui.panels.sieve import Choices
from sowhat.gui.sifting import Sift, Sorting
from sowhat.model import Action, Status, Subject
from tests.screenshots.stage import SAMPLE, Stage, serve

Shot = Callable[[Stage], QWidget]
STORY = SAMPLE.with_name("customer-story.pptx")


def _filter(stage: Stage) -> QWidget:
    page = stage.open(2)
    stage.until(lambda: not stage.window.runner.busy)  # a popup goes when anything else is shown
    page.sieve.open()
    return page.sieve.findChildren(Choices)[-1]


def _filtered(stage: Stage) -> QWidget:
    sift = Sift(sights=frozenset({Sight.VENDOR}), sorting=Sorting.EFFECT)
    stage.open(2).filmstrip.look_for(sift)
    return stage.window


def _several(stage: Stage) -> QWidget:
    strip = stage.open(2).filmstrip
    for _ in range(2):
        QTest.keyClick(strip, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    return stage.window


def _near(stage: Stage) -> QWidget:
    slide = stage.open(4).slide
    slide.zoom.by(4, QPointF(slide.frame.topLeft()))
    stage.session.choose(1)
    return stage.window


def _shaded(stage: Stage) -> QWidget:
    stage.open(12, STORY).slide_bar.shade.click()
    return stage.window


def _marked(stage: Stage) -> QWidget:
    page = stage.open(2)
    stage.session.deciding.resolve(
        (Subject(2, Action.REWRITE),), Status.IGNORED, "It is what they asked for"
    )
    serve(200)
    stage.until(lambda: not stage.window.runner.busy)
    serve(200)
    bar = page.reasons.verticalScrollBar()
    bar.setValue(bar.maximum())
    return stage.window


def _queue(stage: Stage) -> QWidget:
    page = stage.open(1, STORY)
    page.show_queue(on=True)
    return stage.window


def _queue_end(stage: Stage) -> QWidget:
    page = stage.open(1, STORY)
    page.show_queue(on=True)
    QTest.keyClick(page.queue, Qt.Key.Key_2)
    return stage.window


SLIDE_SHOTS: Mapping[str, Shot] = {
    "deck-filter": _filter,
    "deck-filtered": _filtered,
    "deck-several": _several,
    "deck-near": _near,
    "deck-shaded": _shaded,
    "deck-marked": _marked,
    "queue": _queue,
    "queue-end": _queue_end,
}
