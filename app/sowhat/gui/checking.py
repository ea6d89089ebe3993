"""The check of a session's deck for its customer: asked for, made, and what the rep says of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from sowhat import customers, decisions
from sowhat.errors import SowhatError
from sowhat.gui.doors import Doors
from sowhat.gui.jobs import Report, Work
from sowhat.gui.under_way import UnderWay
from sowhat.model import Audit, Fact, Item, Meant, Readiness, Sending
from sowhat.settings import AuditOptions, CheckOptions
from sowhat.worker import Worker

if TYPE_CHECKING:
    from sowhat.gui.session import Session

KIND = "check"
Names = tuple[tuple[str, ...], ...]


class Checking(QObject):
    """The check, what is asked of it, and which items are meant; all but the check is kept.

    ``changed``: there is another check, or other items are meant. ``renamed`` carries an audit with
    the names that were typed. ``failed`` carries what was being done ("sending", "facts") and the
    error; that a check failed is told by what is under way.
    """

    changed = Signal()
    renamed = Signal(object)
    failed = Signal(str, object)

    def __init__(
        self, session: Session, under_way: UnderWay, doors: Doors, given: AuditOptions
    ) -> None:
        super().__init__(session)
        self._session = session
        self._under_way = under_way
        self._doors = doors
        self._found: Readiness | None = None
        self.steps = session.deciding.steps  # undone with what is decided on slides
        kept = decisions.sending(session.path)
        self._said = replace(
            kept,
            vendor=given.vendor or kept.vendor,
            products=given.products or kept.products,
            customer=given.customer or kept.customer,
        )
        self._wanted = False
        self._judged = _names(self._said)  # the names that the session's audit was made with
        session.audited.connect(self._follow)
        session.working.connect(self._catch_up)

    # What stands.

    @property
    def found(self) -> Readiness | None:
        """The check of the audit as it stands, with what could not be read of other decks; None
        before the first."""
        if self._found is None or not self._session.has_audit:
            return None
        now = self._session.audit
        others = (gap for gap in self._found.audit.deck.gaps if gap not in now.deck.gaps)
        told = replace(now.deck, gaps=(*now.deck.gaps, *others))
        return replace(self._found, audit=replace(now, deck=told))

    @property
    def said(self) -> Sending:
        """What was said of the deck: names, master, other decks, what is meant."""
        return self._said

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is kept of the customer who is known now."""
        name = self._customer
        return customers.kept(name) if name else ()

    def named(self, options: AuditOptions) -> AuditOptions:
        """Return the options with the names that hold for this deck."""
        said = self._said
        return replace(options, vendor=said.vendor, products=said.products, customer=said.customer)

    # What the user does.

    def start(self, said: Sending | None = None) -> None:
        """Check the deck; first ``said`` is taken over, whose names have it judged anew.

        Where something else is under way the check waits for its end.
        """
        session = self._session
        if said is not None:
            self.take(said)
        self._wanted = session.busy
        if session.busy or not session.has_audit:
            return
        audit, options, names = session.audit, session.options, _names(self._said)
        asked, fresh, worker = self._asked(), names != self._judged, Worker()

        def work(report: Report) -> tuple[Audit | None, Readiness]:
            with worker:
                now = audit
                if fresh:
                    told = lambda done, total: report("language", done, total)  # noqa: E731
                    now = self._doors.judged(audit.deck, options, told)
                name = now.profile.customer.name
                known = replace(asked, facts=customers.kept(name) if name else ())
                found = self._doors.checked(now, options, known, report, worker)
            return (now if fresh else None), found

        self._under_way.start(KIND, work, lambda made: self._take(names, *made), stop=worker.cancel)

    def take(self, said: Sending) -> None:
        """Hold names and paths as they are typed and chosen, without a check."""
        self._keep(replace(said, meant=self._said.meant))

    def mean(self, items: Collection[Item], *, on: bool) -> None:
        """Have items stay, or be told of again; a step that can be undone."""
        deck = self._session.audit.deck
        from sowhat.check import meaning

        told = {meaning(item, deck) for item in items}
        rest = tuple(one for one in self._said.meant if one not in told)
        meant = (*rest, *sorted(told, key=repr)) if on else rest
        if meant != self._said.meant:
            self.steps.push(_Step(self, self._said.meant, meant, self.tr("what is meant")))

    def hold(self, meant: tuple[Meant, ...]) -> None:
        """Take these items as meant, without a step to undo."""
        from sowhat.check import settled

        self._keep(replace(self._said, meant=meant))
        if self._found is not None:
            self._found = settled(self._found, meant)
            self.changed.emit()

    def load_facts(self, path: Path) -> None:
        """Keep the facts of a file for the customer, and check again."""
        with self._failing("facts"):
            name = self._customer
            if name is not None:
                customers.keep(name, customers.load(path))
                self.start()

    def forget_facts(self) -> None:
        """Forget what is kept of the customer, and check again."""
        with self._failing("facts"):
            name = self._customer
            if name is not None:
                customers.keep(name, ())
                self.start()

    # What comes back.

    @property
    def _customer(self) -> str | None:
        if self._said.customer:
            return self._said.customer[0]
        return self._session.audit.profile.customer.name if self._session.has_audit else None

    def _asked(self) -> CheckOptions:
        said = self._said
        return CheckOptions(
            master=Path(said.master) if said.master else None,
            against=Path(said.against) if said.against else None,
            meant=said.meant,
        )

    def _keep(self, said: Sending) -> None:
        """Hold what is said, and keep it; where it cannot be kept it still holds here."""
        if said == self._said:
            return
        self._said = said
        with self._failing("sending"):
            decisions.send(self._session.path, lambda _: said)

    def _take(self, names: Names, audit: Audit | None, found: Readiness) -> None:
        if audit is None or not self._session.has_audit:
            self._under_way.end()
        if not self._session.has_audit:
            return
        self._found = found
        if audit is not None:
            self._judged = names
            self.renamed.emit(audit)  # who takes it says that this is done
        self.changed.emit()

    def _follow(self) -> None:
        """Check a new audit again where the old one was checked."""
        self._judged = _names(self._said)
        if self._found is not None:
            self._found = None
            self.start()

    def _catch_up(self, work: Work | None) -> None:
        """Check once nothing else is under way any more, where that was asked for."""
        if work is None and self._wanted:
            self.start()

    @contextmanager
    def _failing(self, kind: str) -> Iterator[None]:
        try:
            yield
        except SowhatError as error:
            self.failed.emit(kind, error)


def _names(said: Sending) -> Names:
    return said.vendor, said.products, said.customer


class _Step(QUndoCommand):
    def __init__(
        self, checking: Checking, before: tuple[Meant, ...], after: tuple[Meant, ...], words: str
    ) -> None:
        super().__init__(words)
        self._checking = checking
        self._before, self._after = before, after

    def redo(self) -> None:
        self._checking.hold(self._after)

    def undo(self) -> None:
        self._checking.hold(self._before)
