"""What the words in, at and around a picture say of its kind."""

from __future__ import annotations

import re

from sowhat.model import PictureKind
from sowhat.pictures.seen import Near

_NAMED = {
    PictureKind.BADGE: (
        r"badge|award|awards|winner|seal|medal|rosette|laurel|trophy|certificate|certified|"
        r"certification|accredited|iso[ -]?\d{4,5}|soc ?2|hipaa|gdpr|top[ -]rated|"
        r"high[ -]performer|(?:editors?|customers?)['’]?s?['’]?[ -]choice|users[ -]love|"
        r"best[ -]\w+|peer[ -]?insights|"
        r"g2|capterra|trustradius|trustpilot|recommended|[45]\.\d (?:out of|stars?)|"
        r"(?:leader|winner|champion|shortlist|finalist)[ -]\w*[ -]?20\d\d|of the year|"
        r"(?:gold|silver|bronze|platinum|diamond|premier|elite|authori[sz]ed|preferred)[ -]"
        r"(?:partner|reseller|distributor|dealer)|"
        r"(?:partner|reseller|distributor|dealer)[ -](?:gold|silver|bronze|platinum|diamond)"
    ),
    PictureKind.LOGO: r"logos?|logotype|wordmark|brand",
    PictureKind.ICON: r"icons?|pictogram|glyph|emoji|clip ?art",
    PictureKind.SCREENSHOT: r"screen ?shots?|screen ?grab|user interface|dashboard|web ?page",
    PictureKind.DIAGRAM: r"diagram|flow ?chart|architecture|timeline|schema\w*|process|table",
    PictureKind.CHART: r"charts?|graph|histogram|plot",
    PictureKind.PEOPLE: (
        r"people|persons?|man|men|woman|women|portrait|head ?shot|faces?|team|group of|founders?"
    ),
    PictureKind.PHOTO: r"photo(?:graph)?|building|landscape|street|office|sky|close[ -]?up",
    PictureKind.MAP: r"maps?",
    PictureKind.DECORATION: r"background|decorat\w+|pattern|texture|gradient|divider|ornament",
}
NAMED = {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in _NAMED.items()}

_HONOURS = re.compile(
    r"\b(?:awards?|awarded|recognition|recognized|recognised|accolades?|certifications?|"
    r"certificates?|certified|compliance|accreditations?|badges?|reviews?)\b",
    re.IGNORECASE,
)
_WALLS = re.compile(
    r"\b(?:customers?|clients?|partners?|trusted by|investors?|backed by|integrations?|"
    r"as seen in|in the (?:news|press)|members?|sponsors?|vendors?|supporters?|work with)\b",
    re.IGNORECASE,
)


def named(near: Near) -> frozenset[PictureKind]:
    """Return the kinds that the picture's own description or name names."""
    words = about(near)
    return frozenset(kind for kind, pattern in NAMED.items() if pattern.search(words))


def about(near: Near) -> str:
    """Return the picture's own description and name as plain words."""
    return re.sub(r"[_.\-]+", " ", f"{near.alt} {near.name}")


def inside(near: Near) -> str:
    """Return the words inside the picture."""
    return " ".join(word.text for word in near.words)


def honoured_inside(near: Near) -> bool:
    """Return whether the words inside are those of a badge."""
    return bool(NAMED[PictureKind.BADGE].search(inside(near)))


def honours(near: Near) -> bool:
    """Return whether the words in, at or around the picture speak of awards and certificates."""
    return bool(_HONOURS.search(f"{near.title} {near.text} {about(near)} {inside(near)}"))


def walls(near: Near) -> bool:
    """Return whether title, words around or inside speak of those whose marks one shows."""
    return bool(_WALLS.search(f"{near.title} {near.text} {inside(near)}"))


def words_inside(near: Near) -> int:
    """Return how many words were read inside the picture."""
    return sum(len(word.text.split()) for word in near.words)
