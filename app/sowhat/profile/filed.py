"""Who names the vendor in what the file carries: properties, logos, links, headings, remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sowhat.profile import addresses
from sowhat.profile.evidence import Evidence
from sowhat.profile.names import BREAK, NAME, clean, core, is_ordinary, key, words

Witness = tuple[str, float]

_LOGO = re.compile(
    rf"^(?:[Tt]he )?({NAME})(?: (?:[Cc]ompany|[Bb]rand))?[ _-]+[Ll]ogo\b"
    rf"|\b[Ll]ogo (?:of|for|:) ?(?:the )?({NAME})|\b[Ll]ogo[:_ -]+({NAME})"
    r"|([a-z][a-z0-9-]+?)[-_]logo"
)
_EMPLOYER = re.compile(rf"[(\[]\s*({NAME})\s*[)\]]\s*$")


def properties(evidence: Evidence) -> Iterator[Witness]:
    """Name what the document's own properties say."""
    found = evidence.traces.properties
    stated = (v for n, v in found.custom if n.strip().lower() in words().vendor_properties)
    for company in (found.company, *stated):
        if not _of_the_machine(company):
            yield company, 4.0
    for author, weight in ((found.author.strip(), 1.0), (found.last_author.strip(), 0.5)):
        if " " not in author and not _of_the_machine(author):
            yield author, weight
        elif clean(author) != author.strip("."):
            yield author, 2.5  # a legal form: no person
    if not _of_the_machine(found.title):
        for piece in re.split(BREAK + r"|[-_]", found.title):
            used = evidence.index.uses(piece.strip()).named
            yield from leading(piece.strip(), 2.0 if used else 0.7)
            if len(found.title.split()) == 1 and piece.islower():
                yield piece, 1.0


def _of_the_machine(text: str) -> bool:
    """Say whether a property is what programs and makers of machines leave there."""
    plain = text.strip().lower()
    return not plain or plain in words().programs or clean(plain) in words().programs


def headings(evidence: Evidence) -> Iterator[Witness]:
    """Name what subject, keywords, sections and the outline's root say of names the deck uses."""
    found = evidence.traces.properties
    texts = (found.subject, found.category, *re.split(r"[,;]", found.keywords))
    for text in (*texts, *evidence.traces.headings):
        for piece in re.split(BREAK + "|_", text):
            if (name := core(piece.strip())) and evidence.index.uses(name).named > 1:
                yield name, 0.3 if is_ordinary(name) else 0.8


def logos(evidence: Evidence) -> Iterator[Witness]:
    """Name whose logo stands on the layouts or on slide after slide."""
    said = [(_logo(alt, evidence), share) for alt, share in sorted(evidence.traces.logos)]
    names = {key(name) for name, _ in said if name}
    for name, share in said:
        if name:
            yield name, 3.0 if share >= 0.5 or len(names) == 1 else 1.5


def _logo(alt: str, evidence: Evidence) -> str | None:
    """Return the name in a logo's alt text or file name as the deck writes it; the machine's own
    descriptions name nobody."""
    match = _LOGO.search(alt.replace("\\", "/").rsplit("/", 1)[-1])
    if match is None:
        return None
    name = next(name for name in match.groups() if name)
    if name.islower():
        name = _spelled(name, evidence)
    return None if all(is_ordinary(part) for part in name.split()) else name


def _spelled(name: str, evidence: Evidence) -> str:
    """Return a file's name in small letters as the deck or its properties write it."""
    filed = evidence.traces.properties
    known = (spelt for spelt in (filed.company, filed.author) if key(spelt) == key(name))
    written = evidence.index.written(name.replace("-", ""))
    return written or next(known, name.replace("-", " ").title())


def links(evidence: Evidence) -> Iterator[Witness]:
    """Name the accounts and the makers' own short links."""
    for account in addresses.accounts(evidence):
        yield account.replace("-", " "), 1.0
    for maker in addresses.makers(evidence):
        yield maker, 2.0


def remarks(evidence: Evidence) -> Iterator[Witness]:
    """Name the employers that those who left remarks add to their names: "Ann Lee (Acme)"."""
    for author in evidence.traces.authors:
        if match := _EMPLOYER.search(author):
            yield match.group(1), 0.8


def leading(piece: str, weight: float) -> Iterator[Witness]:
    """Yield the name that a short line is, and the one with which it begins."""
    begins = core(piece)
    if re.fullmatch(NAME, piece) and not set(piece.lower().split()[1:]) & words().deck_words:
        ordinary = all(is_ordinary(part) for part in piece.split())
        yield piece, weight * (0.3 if ordinary else 1.0)
    if begins and begins != piece and not is_ordinary(begins):
        yield begins, weight * 0.6
