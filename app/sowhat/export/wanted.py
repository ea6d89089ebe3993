"""In which form an audit is wanted; light, for the window asks it before any writer is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sowhat.model import Readiness
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


CHECKS = (Form.REPORT, Form.PAGE, Form.MARKDOWN, Form.JSON)  # forms of a check


@dataclass(frozen=True, slots=True)
class Wanted:
    """A form with its options: a report's, and for a copy whether it is in the proposed order.

    A ``check`` of the deck for its customer comes before a report and a web page; as Markdown or
    JSON it is told alone.
    """

    form: Form = Form.REPORT
    report: ReportOptions = WHOLE
    order: bool = False
    check: Readiness | None = None
