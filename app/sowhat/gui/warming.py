"""What the first deck needs, loaded while the user looks for it, and not when he has found it."""

from __future__ import annotations

import threading
from importlib import import_module

from sowhat import texts

PARTS = ("session", "deck_page", "following", "drafting")  # of the window


def warm() -> threading.Thread:
    """Load a deck's page and its sentences on a thread of their own; return it."""
    thread = threading.Thread(target=_load, daemon=True)
    thread.start()
    return thread


def _load() -> None:
    for name in PARTS:
        import_module(f"sowhat.gui.{name}")
    import_module("sowhat.drafting")  # asked for the endpoint as soon as there is a verdict
    texts.load()
