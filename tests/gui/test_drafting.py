"""Drafts by a model of the user's own, in the window, by a real server on this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from sowhat import drafting
from sowhat.engine import decided
from sowhat.gui.doors import Doors, StageProgress
from sowhat.gui.endpoint_dialog import EndpointDialog
from sowhat.gui.panels.draft import DraftCard
from sowhat.gui.sent_dialog import SentDialog
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.gui.window import Window
from sowhat.model import Audit
from sowhat.settings import AuditOptions, Endpoint
from sowhat.worker import Worker
from tests.model_server import Server

pytestmark = [
    pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True),
    pytest.mark.usefixtures("language_loaded"),
]

MODEL = "llama3.2"
SLIDE = 2  # "About Acme", the vendor's
SAID = "You have offices in twelve countries near you."
ANSWER = f"2. {SAID}"


@pytest.fixture
def set_up(own_data: Path, model_server: Server, monkeypatch: pytest.MonkeyPatch) -> Endpoint:
    """The server as the user's model, whose requests he has seen."""
    assert not own_data.exists()
    monkeypatch.delenv("SOWHAT_ENDPOINT_KEY", raising=False)
    chosen = Endpoint(model_server.url, MODEL, mask=False)
    drafting.keep(drafting.Kept(chosen).shown(chosen))
    model_server.say(ANSWER)
    return chosen


@pytest.fixture
def open_window(
    qtbot: QtBot, theme: Theme, audit: Audit, deck_file: Path
) -> Iterator[Callable[[], Window]]:
    made: list[Window] = []

    def audited(_: Path, options: AuditOptions, __: StageProgress, ___: Worker) -> Audit:
        return decided(audit, options)

    def open_it() -> Window:
        window = Window(theme, AuditOptions(), Doors(audit=audited))
        qtbot.addWidget(window)
        window.show()
        window.open_deck(deck_file)
        qtbot.waitUntil(lambda: window.page is not None)
        session_of(window).go(SLIDE)
        made.append(window)
        return window

    yield open_it
    for window in made:
        window.close()


def session_of(window: Window) -> Session:
    assert window.session is not None
    return window.session


def card_of(window: Window) -> DraftCard:
    assert window.page is not None
    (card,) = window.page.reasons.drafts
    return card


def draft_of(window: Window) -> tuple[str | None, str]:
    (item,) = session_of(window).audit.advice_for(SLIDE)
    return item.draft, item.drafted_by


def said(window: Window) -> str:
    assert window.page is not None
    return window.page.notice.words.text()


def drafted(qtbot: QtBot, window: Window) -> None:
    card_of(window).ask.click()
    qtbot.waitUntil(lambda: draft_of(window)[1] == MODEL)
    qtbot.waitUntil(lambda: not session_of(window).busy)


def press(dialog: SentDialog | EndpointDialog, role: QDialogButtonBox.ButtonRole) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    next(button for button in box.buttons() if box.buttonRole(button) is role).click()


def shown(qtbot: QtBot, window: Window) -> SentDialog:
    qtbot.waitUntil(lambda: window.findChild(SentDialog) is not None)
    dialog = window.findChild(SentDialog)
    assert isinstance(dialog, SentDialog)
    return dialog


ACCEPT, REJECT = QDialogButtonBox.ButtonRole.AcceptRole, QDialogButtonBox.ButtonRole.RejectRole


def test_it_is_off_by_default(open_window: Callable[[], Window]) -> None:
    window = open_window()
    assert not card_of(window).ask.isVisible()
    assert not card_of(window).offline.isVisible()
    assert not window.actions_["sent"].isEnabled()
    window.actions_["draft"].trigger()  # leads to where it is set up
    assert isinstance(window.findChild(EndpointDialog), EndpointDialog)
    assert not session_of(window).busy


@pytest.mark.usefixtures("set_up")
def test_a_draft_is_asked_marked_and_taken_back(
    qtbot: QtBot, open_window: Callable[[], Window], model_server: Server
) -> None:
    window = open_window()
    before = draft_of(window)
    assert card_of(window).ask.text() == f"Draft with {MODEL}"
    drafted(qtbot, window)
    assert draft_of(window) == (SAID, MODEL)
    assert "by a machine (llama3.2)" in said(window)
    labels = [part.text() for part in card_of(window).findChildren(QLabel)]
    assert "Draft by a machine" in labels
    assert f"{MODEL} wrote this. Check it before you use it." in labels
    assert len(model_server.asked) == 1
    card_of(window).offline.click()
    qtbot.waitUntil(lambda: draft_of(window) == before)


@pytest.mark.usefixtures("set_up")
def test_it_holds_for_the_session_and_for_the_report(
    qtbot: QtBot, open_window: Callable[[], Window], tmp_path: Path, own_data: Path
) -> None:
    window = open_window()
    drafted(qtbot, window)
    window.actions_["again"].trigger()
    qtbot.waitUntil(lambda: not session_of(window).busy)
    assert draft_of(window) == (SAID, MODEL)
    session_of(window).start_report(tmp_path / "r.pdf")
    qtbot.waitUntil((tmp_path / "r.pdf").exists, timeout=20_000)
    qtbot.waitUntil(lambda: not session_of(window).busy)
    kept = [file.read_bytes() for file in own_data.rglob("*") if file.is_file()]
    assert kept
    assert not [data for data in kept if SAID.encode() in data]


def test_the_first_time_it_is_shown_before_it_is_sent(
    qtbot: QtBot,
    open_window: Callable[[], Window],
    model_server: Server,
    set_up: Endpoint,
) -> None:
    drafting.keep(drafting.Kept(set_up))
    window = open_window()
    card_of(window).ask.click()
    dialog = shown(qtbot, window)
    body = dialog.body.toPlainText()
    assert model_server.asked == []
    press(dialog, REJECT)
    qtbot.waitUntil(lambda: window.findChild(SentDialog) is None)
    assert model_server.asked == []
    card_of(window).ask.click()
    press(shown(qtbot, window), ACCEPT)
    qtbot.waitUntil(lambda: draft_of(window)[1] == MODEL)
    assert model_server.asked[0].body.decode() == body
    assert drafting.kept().knows(set_up)


@pytest.mark.usefixtures("set_up")
def test_what_is_sent_is_shown_on_demand(
    qtbot: QtBot, open_window: Callable[[], Window], model_server: Server
) -> None:
    window = open_window()
    card_of(window).sent.click()
    dialog = shown(qtbot, window)
    assert "Offices in twelve countries" in dialog.body.toPlainText()
    press(dialog, REJECT)
    assert model_server.asked == []


@pytest.mark.usefixtures("set_up")
@pytest.mark.parametrize(
    ("fail", "why"),
    [
        (lambda server: server.fail(401), "refuses the key"),
        (lambda server: server.fail(200, b"no"), "not the answer of a model's server"),
        (lambda server: server.say("2. You have 14 offices."), "a number"),
        (lambda server: server.say("2. Our offices are near you."), "the vendor"),
    ],
)
def test_a_failure_leaves_the_offline_draft_and_says_why(
    qtbot: QtBot,
    open_window: Callable[[], Window],
    model_server: Server,
    fail: Callable[[Server], None],
    why: str,
) -> None:
    fail(model_server)
    window = open_window()
    before = draft_of(window)
    card_of(window).ask.click()
    qtbot.waitUntil(lambda: "keeps its offline draft" in said(window))
    assert why in said(window)
    assert draft_of(window) == before
    assert card_of(window).ask.isEnabled()


@pytest.mark.usefixtures("set_up")
def test_waiting_is_shown_and_can_be_cancelled(
    qtbot: QtBot, open_window: Callable[[], Window], model_server: Server
) -> None:
    model_server.hold = True
    window = open_window()
    assert window.page is not None
    notice = window.page.notice
    card_of(window).ask.click()
    qtbot.waitUntil(model_server.came.is_set)
    assert card_of(window).ask.text() == f"Waiting for {MODEL} …"
    assert not card_of(window).ask.isEnabled()
    assert notice.words.text() == "Waiting for your model …"
    notice.cancel.click()
    qtbot.waitUntil(lambda: not session_of(window).busy)
    assert notice.isHidden()
    assert draft_of(window)[1] == ""
    assert not window.findChildren(QMessageBox)


@pytest.mark.usefixtures("set_up")
def test_a_decision_does_not_wait_for_the_model(
    qtbot: QtBot, open_window: Callable[[], Window], model_server: Server
) -> None:
    model_server.hold = True
    window = open_window()
    card_of(window).ask.click()
    qtbot.waitUntil(model_server.came.is_set)
    window.actions_["customer"].trigger()
    qtbot.waitUntil(lambda: session_of(window).verdict.decided)
    assert session_of(window).busy
    session_of(window).cancel()
    qtbot.waitUntil(lambda: not session_of(window).busy)


@pytest.mark.usefixtures("set_up")
def test_the_window_closes_while_it_waits(
    qtbot: QtBot, open_window: Callable[[], Window], model_server: Server
) -> None:
    model_server.hold = True
    window = open_window()
    card_of(window).ask.click()
    qtbot.waitUntil(model_server.came.is_set)
    window.close()
    assert not window.runner.busy


def test_what_cannot_be_asked_is_told(
    qtbot: QtBot, open_window: Callable[[], Window], set_up: Endpoint
) -> None:
    from dataclasses import replace

    odd = replace(set_up, key="two words")
    drafting.keep(drafting.Kept(odd).shown(odd))
    window = open_window()
    card_of(window).ask.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    assert "key" in box.informativeText()
    box.close()


def test_a_model_is_set_up_and_turned_off(
    qtbot: QtBot, open_window: Callable[[], Window], model_server: Server
) -> None:
    window = open_window()
    window.actions_["endpoint"].trigger()
    dialog = window.findChild(EndpointDialog)
    assert isinstance(dialog, EndpointDialog)
    assert dialog.key.echoMode() is QLineEdit.EchoMode.Password
    assert dialog.masked.isChecked()
    dialog.model.setText(MODEL)
    dialog.commit()
    assert "both needed" in dialog.problem.text()
    dialog.address.setText("nonsense")
    dialog.commit()
    assert "is no address" in dialog.problem.text()
    dialog.address.setText(model_server.url)
    dialog.key.setText("sk-1")
    dialog.also.setText("Blue Book, , Mira")
    dialog.seconds.setText("30")
    dialog.commit()
    qtbot.waitUntil(lambda: window.findChild(EndpointDialog) is None)
    kept = drafting.kept().endpoint
    assert (kept.model, kept.key, kept.also) == (MODEL, "sk-1", ("Blue Book", "Mira"))
    assert kept.seconds == 30
    assert card_of(window).ask.isVisible()
    window.actions_["endpoint"].trigger()
    again = window.findChild(EndpointDialog)
    assert isinstance(again, EndpointDialog)
    assert again.also.text() == "Blue Book, Mira"
    assert again.key.text() == "sk-1"
    again.address.selectAll()
    QTest.keyClicks(again.address, "http://other")
    assert again.key.text() == ""  # it was given for another address
    again.off.click()
    assert drafting.kept().endpoint == Endpoint()
    assert not card_of(window).ask.isVisible()
    assert model_server.asked == []
