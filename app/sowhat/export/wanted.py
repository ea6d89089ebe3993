"""In which form an audit is wanted; light, for the window asks it before any writer is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sowhat.settings import ReportOptions

WHOLE = ReportOptions()


class Form(StrEnum):
    """A form by the ending of its file."""

    REPORT = "pdf"
    PAGE = "html"
    TABLE = "csv"
    MARKDOWN = "md"
    JSON = "json"
    SARIF = "sarif"
    COPY = "copy"  # of the deck itself: its ending is the deck's


@dataclass(frozen=True, slots=True)
class Wanted:
    """A form with its options: a report's, and for a copy whether it is in the proposed order."""

    form: Form = Form.REPORT
    report: ReportOptions = WHOLE
    order: bool = False
