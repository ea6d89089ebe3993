"""A comparison of two decks as files: JSON and HTML. Its page in the PDF is the report's."""

from collections.abc import Callable

from sowhat.export.comparison.contract import SCHEMA, as_json, plain
from sowhat.export.comparison.html import as_html
from sowhat.model import Comparison

FORMS: dict[str, Callable[[Comparison], str]] = {"json": as_json, "html": as_html}

__all__ = ["FORMS", "SCHEMA", "as_html", "as_json", "plain"]
