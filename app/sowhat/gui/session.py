"""The state of one open deck, and its signals. Panels show it; the window's actions change it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sowhat import preferences
from sowhat.export.wanted import Wanted
from sowhat.gui.auditing import Auditing
from sowhat.gui.checking import Checking
from sowhat.gui.cleaning import Cleaning
from sowhat.gui.comparing import Comparing
from sowhat.gui.deciding import Deciding
from sowhat.gui.doors import DOORS, Doors
from sowhat.gui.drafting import Drafting
from sowhat.gui.drawing import Drawing
from sowhat.gui.handed_over import handed_over
from sowhat.gui.jobs import Runner, Work
from sowhat.gui.pictures import Pictures
from sowhat.gui.reason import Reason, reasons
from sowhat.gui.under_way import UnderWay
from sowhat.gui.writing import Writing
from sowhat.model import Audit, Order, Place, Slide, Verdict
from sowhat.settings import AuditOptions
from sowhat.worker import Worker

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Session(QObject):
    """One deck: its audit, its pictures, the slide and the reason looked at.

    ``due``: there is a new audit in a moment. ``audited``: there it is. ``judged``: the same slides
    have other verdicts.
    ``slide_changed``, ``reason_changed`` and ``reason_hovered`` carry a number (reason 0: none).
    ``place_shown`` carries a ``Place`` to point at. ``working`` carries a ``Work``, or None when
    idle again. ``reported``, ``copied`` and ``exported`` carry the file's path, ``printed``
    the deck's, ``failed`` what was being done (as in ``Work`` and ``Deciding``) and the error.
    """

    due = Signal()
    audited = Signal()
    judged = Signal()
    slide_changed = Signal(int)
    reason_changed = Signal(int)
    reason_hovered = Signal(int)
    place_shown = Signal(object)
    working = Signal(object)
    reported = Signal(object)
    copied = Signal(object)
    exported = Signal(object)
    printed = Signal(object)
    failed = Signal(str, object)

    def __init__(
        self,
        path: Path,
        options: AuditOptions,
        runner: Runner,
        doors: Doors = DOORS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.path = path
        self._given = options
        self._runner = runner
        self._doors = doors
        self._audit: Audit | None = None
        self._drawing: Drawing | None = None
        self._pictures: Pictures | None = None
        self._slide = 1
        self._reason = 0
        self._reasons: tuple[Reason, ...] = ()
        self._closed = False
        self._under_way = UnderWay(runner, self)
        self._auditing = Auditing(self, self._under_way, doors)
        self.writing = Writing(self, self._under_way, doors)
        self.deciding = Deciding(self)
        self.drafting = Drafting(self, runner, doors)
        self.comparing = Comparing(self, runner, doors)
        self.checking = Checking(self, self._under_way, doors, options)
        self.cleaning = Cleaning(self, self._under_way, doors)
        self._listen()

    # What stands.

    @property
    def has_audit(self) -> bool:
        """Whether the deck was audited and the session has not been closed since."""
        return self._audit is not None and self._pictures is not None

    @property
    def audit(self) -> Audit:
        """The audit; raises ``LookupError`` before ``audited``."""
        if self._audit is None:
            raise LookupError("not audited yet")
        return self._audit

    @property
    def pictures(self) -> Pictures:
        """The slides' pictures; raises ``LookupError`` before ``audited``."""
        if self._pictures is None:
            raise LookupError("not audited yet")
        return self._pictures

    @property
    def busy(self) -> bool:
        """Whether an audit, a report, a copy or a draft is under way, or new verdicts are."""
        return bool(self._under_way.kind) or self.drafting.work is not None

    @property
    def occupied(self) -> bool:
        """Whether an audit, a report or a copy is under way, which one waits for or cancels."""
        return self._under_way.kind not in ("", "judge")

    @property
    def number(self) -> int:
        """The number of the slide looked at."""
        return self._slide

    @property
    def slide(self) -> Slide:
        """The slide looked at."""
        return self.audit.deck.slides[self._slide - 1]

    @property
    def verdict(self) -> Verdict:
        """The verdict on the slide looked at."""
        return self.audit.verdict(self._slide)

    @property
    def reason(self) -> int:
        """The number of the chosen reason, 0 for none."""
        return self._reason

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reasons for the verdict on the slide looked at."""
        return self._reasons

    @property
    def options(self) -> AuditOptions:
        """What it is audited with: what was given, the names typed and the drafts made since."""
        drafts = (*self._given.drafts, *self.drafting.drafts)
        return self.checking.named(replace(self._given, drafts=drafts))

    # What the user does.

    def go(self, number: int) -> None:
        """Look at slide ``number``, once audited; beyond the ends nothing happens."""
        if not self.has_audit:
            self._slide = max(number, 1)
        elif 1 <= number <= len(self.audit.deck.slides) and number != self._slide:
            self._look_at(number)
            self.slide_changed.emit(number)

    def judge_by(self, options: AuditOptions) -> None:
        """Audit by the settings in ``options`` from the next audit on; names and word stay."""
        self._given = preferences.carried(self._given, options)

    def choose(self, reason: int) -> None:
        """Choose a reason of the slide by its number, 0 for none."""
        if reason != self._reason and 0 <= reason <= len(self._reasons):
            self._reason = reason
            self.reason_changed.emit(reason)

    def show_place(self, place: Place) -> None:
        """Go to the place's slide and point at it."""
        self.go(place.slide)
        self.place_shown.emit(place)

    def start_audit(self) -> None:
        """Audit the deck, again where it was audited before; one thing at a time."""
        if not self.busy:
            self._auditing.start()

    def start_report(self, path: Path) -> None:
        """Write the annotated PDF to ``path``."""
        self.writing.report(path)

    def start_copy(self, path: Path, order: Order, cut: frozenset[int] = frozenset()) -> None:
        """Write a copy of the deck in ``order`` to ``path``, without the slides that are cut."""
        self.writing.copy(path, order, cut)

    def start_export(self, path: Path, wanted: Wanted) -> None:
        """Write the audit to ``path`` in the form that is wanted."""
        self.writing.export(path, wanted)

    def start_printing(self, onto: QPrinter) -> None:
        """Print the report; ``onto`` is the job's until ``printed`` or ``failed``."""
        self.writing.print(onto)

    def cancel(self) -> None:
        """Stop the audit, report, copy or draft under way; new verdicts come in a moment anyway."""
        if self.occupied:
            self._under_way.cancel()
        self.drafting.cancel()

    def close(self) -> None:
        """Stop everything. The session says nothing more, and goes when its work has ended."""
        self._closed = True
        self.blockSignals(True)  # noqa: FBT003
        self.cancel()
        self.comparing.close()
        self._drop_pictures()
        self._go_when_idle()

    def release(self) -> None:
        """End the worker of an audit that nobody waits for, once the runner is closed."""
        self._auditing.release()

    # What comes back.

    def _listen(self) -> None:
        self._under_way.working.connect(self.working)
        self._under_way.failed.connect(self.failed)
        self._under_way.freed.connect(self._settle)
        self._auditing.audited.connect(self._take)
        self._auditing.judged.connect(self._take_verdicts)
        for changed in (self.deciding.changed, self.deciding.marked, self.drafting.changed):
            changed.connect(self._auditing.judge_again)
        for part in (self.deciding, self.drafting):
            part.failed.connect(self.failed)
        self.drafting.working.connect(self._drafted)
        self.comparing.failed.connect(self.failed)
        self.checking.renamed.connect(self._take_verdicts)
        self.checking.failed.connect(self.failed)

    def _look_at(self, number: int) -> None:
        self._slide = number
        self._reason = 0
        self._reasons = reasons(self.slide, self.verdict)

    def _take(self, audit: Audit, worker: Worker) -> None:
        if self._closed:
            worker.close()
            self._under_way.end()
            return
        before = handed_over(self._pictures, self._audit, audit, self._slide)
        self.due.emit()
        self._drop_pictures()
        self._audit = audit
        password = self.options.password
        self._drawing = Drawing(lambda on: self._doors.renderer(audit.deck, on, password), worker)
        self._pictures = Pictures(self._runner, self._drawing, self, before)
        self._look_at(min(self._slide, len(audit.deck.slides)))
        self._under_way.end()
        self.audited.emit()

    def _take_verdicts(self, audit: Audit) -> None:
        self._audit = audit
        self._reasons = reasons(self.slide, self.verdict)
        self.judged.emit()
        self._under_way.end()

    def _settle(self) -> None:
        if self._closed:
            self._go_when_idle()
            return
        self.working.emit(self.drafting.work)
        self._auditing.catch_up()

    def _drafted(self, work: Work | None) -> None:
        self.working.emit(work)
        if self._closed:
            self._go_when_idle()

    def _go_when_idle(self) -> None:
        if not self.busy:
            self.deleteLater()

    def _drop_pictures(self) -> None:
        if self._pictures is not None:
            self._pictures.close()
            self._pictures.deleteLater()
            self._pictures = None
        if self._drawing is not None:
            self._drawing.close()
            self._drawing = None
