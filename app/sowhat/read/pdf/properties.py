"""The document's own properties, as its author left them."""

from __future__ import annotations

import re

import pypdfium2

from sowhat.model import Properties

_DATE = re.compile(
    r"(?:D:)?(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(\d\d)?)?"
    r"\s*(?:(Z)|([+-])(\d\d)'?(\d\d)?)?)?)?)?"
)


def properties_of(document: pypdfium2.PdfDocument) -> Properties:
    """Return what the document says about itself; empty where it says nothing."""

    def value(key: str) -> str:
        return " ".join(document.get_metadata_value(key).replace("\x00", "").split())

    return Properties(
        title=value("Title"),
        author=value("Author"),
        company=value("Company"),
        subject=value("Subject"),
        keywords=value("Keywords"),
        application=value("Creator") or value("Producer"),
        manager=value("Manager"),
        category=value("Category"),
        description=value("Comments"),
        created=iso_date(value("CreationDate")),
        modified=iso_date(value("ModDate")),
    )


def iso_date(text: str) -> str:
    """Return a PDF's date (``D:20260131120000+01'00'``) in ISO 8601, another text as it is."""
    found = _DATE.match(text)
    if found is None:
        return text
    year, month, day, hour, minute, second, utc, sign, hours, minutes = found.groups()
    date = "-".join(part for part in (year, month, day) if part)
    if not hour:
        return date
    zone = "Z" if utc else f"{sign}{hours}:{minutes or '00'}" if sign else ""
    return f"{date}T{hour}:{minute or '00'}:{second or '00'}{zone}"
