"""Settings for every test: no screen, no threads of numeric libraries, nothing left loaded."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests import decks

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew, then look at them",
    )


@pytest.fixture(scope="session")
def vendor_pptx(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A deck of seven slides, the sixth hidden, in which Acme speaks of itself."""
    return decks.vendor_pptx(tmp_path_factory.mktemp("acme") / "vendor.pptx")


@pytest.fixture(scope="session")
def customer_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A deck of five pages about Globex."""
    return decks.customer_pdf(tmp_path_factory.mktemp("acme") / "customer.pdf")
