"""What there is to see: a line a picture. A shot sets the stage and returns what is grabbed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from pptx import Presentation
from PySide6.QtWidgets import QDialog, QMenu, QMessageBox, QWidget

from sowhat.errors import DeckError
from sowhat.gui import dialogs
from sowhat.gui.brief import BriefDialog
from sowhat.gui.clean_dialog import CleanDialog
from sowhat.gui.settings_dialog import SettingsDialog
from sowhat.gui.trouble import tell
from sowhat.preferences import groups
from sowhat.settings import Endpoint
from tests.screenshots.slide_shots import SLIDE_SHOTS
from tests.screenshots.stage import SAMPLE, Stage

Shot = Callable[[Stage], QWidget]

STORY = SAMPLE.with_name("customer-story.pptx")
KEPT = ("deck-product-light", "deck-dark", "settings-audit-contrast")  # those that the README shows


def _deck(slide: int, reason: int = 0) -> Shot:
    def shot(stage: Stage) -> QWidget:
        stage.open(slide)
        stage.session.choose(reason)
        return stage.window

    return shot


def _list(index: int) -> Shot:
    def shot(stage: Stage) -> QWidget:
        stage.open(2).findings.show_list(index)
        return stage.window

    return shot


def _formula(stage: Stage) -> QWidget:
    stage.open(1)
    stage.window.actions_["formula"].trigger()
    return stage.window


def _order(stage: Stage) -> QWidget:
    stage.open(1).show_order(on=True)
    return stage.window


def _age(path: Path) -> None:
    """Write the sample to ``path`` as it may have been."""
    path.parent.mkdir(parents=True, exist_ok=True)
    deck = Presentation(str(SAMPLE))
    ids = deck.slides._sldIdLst
    known = list(ids)
    ids.remove(known[4])
    ids.insert(1, known[6])
    title = deck.slides[2].shapes.title
    if title is not None:
        title.text_frame.text = "Who we are"
    deck.save(str(path))


def _compare(stage: Stage) -> QWidget:
    """Compare the sample with a version of it: slides moved, one gone, one told anew."""
    older = stage.folder / "vendor-pitch, last year.pptx"
    if not older.exists():
        _age(older)
    page = stage.open(1)
    stage.session.comparing.begin(older)
    stage.until(lambda: page.session.comparing.comparison is not None)
    return stage.window


def _rep(index: int, name: str = "Harbour Foods") -> Shot:
    def shot(stage: Stage) -> QWidget:
        page = stage.open(2)
        stage.window.actions_["rep"].trigger()
        stage.until(lambda: stage.session.checking.found is not None)
        page.rep.form.customer.setText(name)
        page.rep.form.ask()
        stage.until(lambda: not stage.session.busy)
        page.rep.found.show_list(index)
        return stage.window

    return shot


def _clean(stage: Stage) -> QWidget:
    _rep(0)(stage)
    stage.page.rep.clean.click()
    stage.until(lambda: bool(stage.window.findChildren(CleanDialog)))
    dialog = stage.dialog(CleanDialog)
    assert isinstance(dialog, CleanDialog)
    dialog.tree.expandAll()
    return dialog


def _menu(index: int) -> Shot:
    def shot(stage: Stage) -> QWidget:
        stage.open(2)
        menu = stage.window.menuBar().actions()[index].menu()
        assert isinstance(menu, QMenu)
        menu.popup(stage.window.pos())
        return menu

    return shot


def _action(name: str, kind: type[QDialog] = QDialog) -> Shot:
    def shot(stage: Stage) -> QWidget:
        stage.open(2)
        stage.window.actions_[name].trigger()
        return stage.dialog(kind)

    return shot


def _settings(group: int) -> Shot:
    def shot(stage: Stage) -> QWidget:
        stage.window.actions_["settings"].trigger()
        dialog = stage.dialog(SettingsDialog)
        assert isinstance(dialog, SettingsDialog)
        dialog.groups.setCurrentRow(group)
        return dialog

    return shot


def _brief(stage: Stage) -> QWidget:
    page = stage.open(2)
    dialog = BriefDialog(stage.session.audit.missing[0], stage.session, stage.theme, page)
    dialog.open()
    return dialog


def _sent(stage: Stage) -> QWidget:
    from sowhat.drafting import request
    from sowhat.gui.sent_dialog import SentDialog

    stage.open(2)
    endpoint = Endpoint("http://localhost:11434", "llama3.2")
    asked = request(stage.session.audit, 2, endpoint)
    dialog = SentDialog(stage.window, stage.theme, asked, endpoint, lambda: None)
    dialog.open()
    return dialog


def _written(stage: Stage) -> QWidget:
    stage.open(2).notice.show_report(SAMPLE.with_suffix(".pdf"))
    return stage.window


def _error(stage: Stage) -> QWidget:
    stage.open(1)
    failed = ("audit", DeckError("damaged", path="pitch.pptx"))
    return tell(stage.window, stage.theme, stage.session, failed, lambda: None)


def _fault(stage: Stage) -> QWidget:
    stage.open(1)
    failed = ("report", ValueError())
    return tell(stage.window, stage.theme, stage.session, failed, lambda: None)


def _password(stage: Stage) -> QWidget:
    error = DeckError("password", path="pitch.pptx")
    return dialogs.ask_password(stage.window, error, lambda _: None)


def _again(stage: Stage) -> QWidget:
    stage.open(1)
    dialog = stage.window.settings.open()
    dialog.fields["ocr"].widget.click()  # type: ignore[attr-defined]
    dialog.accept()
    return stage.dialog(QMessageBox)


SHOTS: Mapping[str, Shot] = {
    "start": lambda stage: stage.window,
    "reading": lambda stage: stage.read(),
    "deck": _deck(3, 1),
    "deck-first": _deck(1),
    "deck-product": _deck(7),
    "deck-customer": lambda stage: stage.open(4, STORY).window(),
    "deck-formula": _formula,
    "deck-to-write": _list(1),
    "deck-findings": _list(2),
    "deck-written": _written,
    **SLIDE_SHOTS,
    "order": _order,
    "compare": _compare,
    "rep": _rep(0),
    "rep-about": _rep(1),
    **{f"menu-{n}": _menu(n) for n in range(7)},
    "dialog-export": _action("export"),
    "dialog-clean": _clean,
    "dialog-endpoint": _action("endpoint"),
    "dialog-keys": _action("keys"),
    "dialog-about": _action("about"),
    "dialog-brief": _brief,
    "dialog-sent": _sent,
    "dialog-error": _error,
    "dialog-fault": _fault,
    "dialog-password": _password,
    "dialog-again": _again,
    **{f"settings-{group.id}": _settings(n) for n, group in enumerate(groups())},
}
