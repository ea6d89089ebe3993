"""What is done with the slides looked at asks of the window: menus, keys, the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSize
from PySide6.QtGui import QGuiApplication, QUndoStack
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from sowhat.gui.actions import Actions
from sowhat.gui.paint import Look, evidence
from sowhat.gui.said import said
from sowhat.gui.sifting import Sift
from sowhat.gui.slide_actions import SEE
from sowhat.gui.theme import Theme

if TYPE_CHECKING:
    from sowhat.gui.deck_page import DeckPage

FREE = ("copy-said", "copy-slide", "copy-sentence", *filter(None, SEE))
CHOSEN = ("vendor", "customer", "mixed", "neutral", "", "clear", "", "copy-said", "copy-slide")
WIDE = 1600  # pixels of a slide that is copied


class SlideDesk(QObject):
    """Carries out the actions on the deck page that is shown; ``page`` returns it."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        actions: Actions,
        page: Callable[[], DeckPage | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._actions = actions
        self._page = page
        acts: tuple[tuple[str, Callable[[DeckPage], object]], ...] = (
            ("undo", lambda p: self._steps(p).undo()),
            ("redo", lambda p: self._steps(p).redo()),
            ("queue", lambda p: p.show_queue(on=True)),
            ("copy-said", self._copy_said),
            ("copy-slide", self._copy_slide),
            ("copy-sentence", self._copy_sentence),
            ("filter", lambda p: p.sieve.open()),
            ("all", lambda p: p.filmstrip.look_for(Sift())),
            ("zoom-in", lambda p: p.slide.zoom.by(1)),
            ("zoom-out", lambda p: p.slide.zoom.by(-1)),
            ("fit", lambda p: p.slide.zoom.fit()),
            ("actual", lambda p: p.slide.zoom.actual()),
            ("next-mark", lambda p: p.slide.step_mark(1)),
            ("previous-mark", lambda p: p.slide.step_mark(-1)),
            ("shade", lambda p: p.slide_bar.shade.toggle()),
            ("names", lambda p: p.slide_bar.names.toggle()),
        )
        for name, act in acts:
            actions[name].triggered.connect(lambda _, a=act: self._on_page(a))

    def serve(self, page: DeckPage) -> None:
        """Follow what happens on a page."""
        page.filmstrip.menu_asked.connect(self._show_menu)
        for steps in (page.session.deciding.steps, page.order.trying.steps):
            steps.indexChanged.connect(self.settle)
            steps.cleanChanged.connect(self.settle)

    def settle(self) -> None:
        """Enable what can be done now, and name what can be undone."""
        page = self._page()
        shown = page is not None and page.session.has_audit
        for name in FREE:
            self._actions[name].setEnabled(shown and page is not None and page.auditing)
        waits = shown and page is not None and bool(page.session.deciding.unsure)
        self._actions["queue"].setEnabled(waits)
        steps = self._steps(page) if shown and page is not None else None
        if steps is not None and not isValid(steps):  # a stack that goes still tells of its steps
            steps = None
        self._name(
            "undo",
            self.tr("Undo {step}"),
            steps is not None and steps.canUndo(),
            steps.undoText() if steps is not None else "",
        )
        self._name(
            "redo",
            self.tr("Redo {step}"),
            steps is not None and steps.canRedo(),
            steps.redoText() if steps is not None else "",
        )

    def _name(self, name: str, words: str, possible: bool, step: str) -> None:  # noqa: FBT001
        action = self._actions[name]
        action.setEnabled(possible)
        plain = self._actions.entry(name).label
        action.setText(words.format(step=step.replace("&", "&&")) if possible else plain)

    @staticmethod
    def _steps(page: DeckPage) -> QUndoStack:
        return page.order.trying.steps if page.ordering else page.session.deciding.steps

    def _on_page(self, act: Callable[[DeckPage], object]) -> None:
        page = self._page()
        if page is not None and page.session.has_audit:
            act(page)

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self._window)
        for name in CHOSEN:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    @staticmethod
    def _copy(words: str) -> None:
        QGuiApplication.clipboard().setText(words)

    def _copy_said(self, page: DeckPage) -> None:
        audit = page.session.audit
        self._copy("\n\n".join(said(audit, number) for number in page.session.deciding.slides))
        page.notice.show_briefly(self.tr("Copied: what is said of the chosen slides."))

    def _copy_sentence(self, page: DeckPage) -> None:
        self._copy(page.session.audit.sentence)
        page.notice.show_briefly(
            self.tr("Copied: {words}").format(words=page.session.audit.sentence)
        )

    def _copy_slide(self, page: DeckPage) -> None:
        session, deck = page.session, page.session.audit.deck
        slide = session.pictures.get(session.number, WIDE)
        aspect = deck.width / deck.height if deck.width and deck.height else 16 / 9
        if slide is not None and slide.height():
            aspect = slide.width() / slide.height()
        size = QSize(WIDE, round(WIDE / aspect))
        look = Look(self._theme.colours, self._window.font())
        image = evidence.picture(slide, page.slide.evidence, size, look)
        QGuiApplication.clipboard().setImage(image)
        told = self.tr("Copied: slide {number} with its marks, as a picture.")
        page.notice.show_briefly(told.format(number=session.number))
