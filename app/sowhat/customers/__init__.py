"""What the rep knows of customers: read from text or CSV, kept in the user's own folder."""

from __future__ import annotations

from sowhat.customers.file import load
from sowhat.customers.store import keep, kept

__all__ = ["keep", "kept", "load"]
