"""What is loaded when: Qt only for the window, and nothing heavy for the sake of a name."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sowhat import gui

PRINT = "import sys; print(*sorted(m.partition('.')[0] for m in sys.modules))"
QT = {"PySide6", "shiboken6"}
NETWORK = {"httpx2", "httpcore2", "truststore"}  # spaCy brings clients of its own, unused
READERS = {"pptx", "pdfplumber", "pypdfium2", "lxml", "betteroffice_pptx"}
HEAVY = QT | READERS | {"spacy", "numpy", "PIL", "reportlab", "rich"}


def loaded(code: str, *words: object) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{PRINT}", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return set(done.stdout.splitlines()[-1].split())


def test_the_package_alone_loads_nothing_heavy() -> None:
    assert not loaded("import sowhat, sowhat.worker, sowhat.read") & HEAVY


def test_the_worker_starts_without_the_engine() -> None:
    assert not loaded("import sowhat.worker.__main__") & HEAVY


def test_an_audit_and_a_report_need_no_qt_and_never_parse_in_the_program(
    vendor_pptx: Path, tmp_path: Path
) -> None:
    code = (
        "import sys; from sowhat import gui; from sowhat.cli import main\n"
        "assert main(['audit', sys.argv[1]], gui) == 0\n"
        "assert main(['report', sys.argv[1], '-o', sys.argv[2]], gui) == 0"
    )
    modules = loaded(code, vendor_pptx, tmp_path / "r.pdf")
    assert "spacy" in modules
    assert not modules & (QT | READERS | NETWORK)


def test_what_drafts_knows_the_network_only_once_it_asks() -> None:
    assert not loaded("import sowhat.drafting, sowhat.cli.drafting") & NETWORK


def test_the_program_has_copies_made_without_what_opens_decks() -> None:
    assert not loaded("import sowhat.export.copy") & (READERS | {"pikepdf"})


def test_the_window_stands_before_what_a_deck_needs_which_arrives_then() -> None:
    late = ("sowhat.gui.workplace", "sowhat.gui.deck_page", "sowhat.drafting", "sowhat.engine")
    more = ("sowhat.model", "sowhat.settings", "sowhat.rules", "msgspec", "platform")
    parts = "[m for m in LATE if m in sys.modules]"
    code = (
        f"import sys; import sowhat.gui.application; LATE = {(*late, *more)!r}; print(*{parts})\n"
        f"from sowhat.gui import arriving; arriving.load(); print(*{parts})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    before, after = done.stdout.splitlines()
    assert before == ""
    assert after.split()[:3] == list(late[:3])
    assert "sowhat.engine" not in after


@pytest.mark.parametrize("words", [[], ["a.pptx", "audit"]])
def test_the_window_alone_needs_no_command(words: list[str]) -> None:
    code = (
        "import sys; from sowhat import __main__, gui, cli; gui.run = lambda paths: len(paths)\n"
        "assert cli.main(sys.argv[1:], gui) == len(sys.argv[1:])"
    )
    assert not loaded(code, *words) & (HEAVY | {"argparse", "tomllib"})


@pytest.mark.skipif(gui.obstacle() is not None, reason="no window can be opened here")
def test_the_first_picture_needs_no_enums_of_qts_namespace(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from sowhat.gui import bindings, remembered\n"
        "bindings.load(); from PySide6 import QtCore, QtWidgets\n"
        "from sowhat.gui import application\n"
        "for name in ('a.pptx', 'a name that is far too long for its row ' * 5):\n"
        "    deck = remembered.Recent(str(Path(sys.argv[1], name)), 0.5, '2026-11-22')\n"
        "    remembered.change(lambda known: known.with_deck(deck))\n"
        "app = QtWidgets.QApplication(['sowhat', *application.STYLE])\n"
        "window = application.opened(app); made = 'Qt' in vars(QtCore)\n"
        "app.processEvents(); print(window.isVisible(), made, 'Qt' in vars(QtCore))\n"
        "window.close()"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "SOWHAT_DATA": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env=environment,
    )
    assert done.stdout.split() == ["True", "False", "False"]


def test_the_public_function_is_the_engines(vendor_pptx: Path) -> None:
    import sowhat
    from sowhat.engine import audit

    assert sowhat.audit is audit
    assert sowhat.audit(str(vendor_pptx)).deck.path == str(vendor_pptx)
    assert set(sowhat.__all__) <= {*dir(sowhat), "audit"}


def test_an_unknown_name_is_no_attribute() -> None:
    import sowhat

    assert not hasattr(sowhat, "none_such")
