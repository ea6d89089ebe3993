"""The audits as CSV: a row a slide, one table for all decks."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sowhat.export.wording import stance_words
from sowhat.model import Audit, Slide

MARK = "\ufeff"  # before a file, so that spreadsheets know its letters
STEERS = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so is a formula to a spreadsheet


def as_csv(audits: Sequence[Audit]) -> str:
    """Return a row for each slide of each deck under one row of names; lines end in a line feed.

    What does not exist is empty. Words that a spreadsheet would take for a formula have an
    apostrophe before them.
    """
    rows = [row for audit in audits for row in _rows(audit)]
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(COLUMNS), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _rows(audit: Audit) -> Iterator[Mapping[str, object]]:
    for slide in audit.deck.slides:
        cells = (column(audit, slide) for column in COLUMNS.values())
        yield {name: _cell(value) for name, value in zip(COLUMNS, cells, strict=True)}


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return "'" + value if value.startswith(STEERS) else value
    return "" if value is None else value


def _joined(parts: Iterable[object]) -> str:
    return "; ".join(dict.fromkeys(str(part) for part in parts if part))


def _findings(audit: Audit, slide: Slide) -> str:
    return _joined(finding.id for finding in audit.findings if slide.number in finding.slides)


def _told(audit: Audit, slide: Slide, name: str) -> str:
    return "\n".join(
        str(value) for item in audit.advice_for(slide.number) if (value := getattr(item, name))
    )


def _marked(audit: Audit, slide: Slide, name: str) -> str:
    found = (audit.resolution(item) for item in audit.advice_for(slide.number))
    return "\n".join(str(getattr(one, name)) for one in found if one is not None)


def _whys(audit: Audit, slide: Slide) -> str:
    return " ".join(dict.fromkeys(sign.why for sign in audit.verdict(slide.number).evidence))


COLUMNS: Mapping[str, Callable[[Audit, Slide], object]] = {
    "deck": lambda audit, _: audit.deck.path,
    "slide": lambda _, slide: slide.number,
    "title": lambda _, slide: " ".join(slide.title.split()),
    "hidden": lambda _, slide: slide.hidden,
    "stance": lambda audit, slide: audit.verdict(slide.number).stance.value,
    "confidence": lambda audit, slide: audit.verdict(slide.number).confidence,
    "unsure": lambda audit, slide: audit.verdict(slide.number).unsure,
    "decided": lambda audit, slide: audit.verdict(slide.number).decided,
    "verdict": lambda audit, slide: stance_words(audit.verdict(slide.number)),
    "motifs": lambda audit, slide: _joined(audit.verdict(slide.number).motifs),
    "why": _whys,
    "findings": _findings,
    "action": lambda audit, slide: _told(audit, slide, "action"),
    "move_to": lambda audit, slide: _told(audit, slide, "to"),
    "so_what": lambda audit, slide: "\n".join(
        asked for item in audit.advice_for(slide.number) for asked in item.questions
    ),
    "do": lambda audit, slide: _told(audit, slide, "why"),
    "draft": lambda audit, slide: _told(audit, slide, "draft"),
    "drafted_by": lambda audit, slide: _told(audit, slide, "drafted_by"),
    "marked": lambda audit, slide: _marked(audit, slide, "status"),
    "marked_why": lambda audit, slide: _marked(audit, slide, "reason"),
}
