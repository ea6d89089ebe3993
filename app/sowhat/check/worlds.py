"""What is of another customer's world: currency, place, industry, a date gone by, a voice."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sowhat.check.cities import cities
from sowhat.check.cues import choice
from sowhat.check.known import Known
from sowhat.check.lines import Readings
from sowhat.check.names import Strength, names_in
from sowhat.check.parts import Part
from sowhat.check.passages import Passage
from sowhat.check.slides import Slides
from sowhat.check.tables import rows
from sowhat.model import Audit, Customer, FactKind, Item, ItemKind, Motif, Where
from sowhat.profile.names import is_generic
from sowhat.rules.check import Industry, load_check

MOST = 2  # amounts in another currency that are left over; more are meant
USUAL = 2  # times as many there are in the deck's own
SEVERAL = 3  # currencies on one slide
YEAR = 366  # days
STALE = 45  # days that a date may be gone by
_MONTHS = [
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
]
_SIGNS = {"kr": "kr"} | {
    sign: code
    for code, signs in (
        *(("USD", "$ US$"), ("AUD", "A$"), ("CAD", "C$"), ("NZD", "NZ$"), ("SGD", "S$")),
        *(("HKD", "HK$"), ("BRL", "R$"), ("EUR", "€"), ("GBP", "£"), ("JPY", "¥"), ("INR", "₹")),
        *(
            ("KRW", "₩"),
            ("TRY", "₺ TL"),
            ("CZK", "Kč"),
            ("PLN", "zł"),
            ("CHF", "Fr. SFr."),
            ("ZAR", "R"),
        ),
        *(("MXN", "MX$"), ("TWD", "NT$"), ("MYR", "RM"), ("IDR", "Rp"), ("PHP", "₱"), ("VND", "₫")),
        *(("ILS", "₪"), ("UAH", "₴"), ("NGN", "₦"), ("KES", "KSh"), ("THB", "฿"), ("HUF", "Ft")),
        *(("INR", "Rs. Rs"), ("CNY", "RMB"), ("RUB", "₽"), ("RON", "lei")),
    )
    for sign in signs.split()
}
_SIGN = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
_UNITS = "m|bn|million|billion"
_COUNTRY = re.compile(
    r"\b(?:United States|U\.?S\.?A?|U\.?K|United Kingdom|Britain|Europe|Germany|France|Japan|India"
    r"|China|Switzerland|Australia|Canada|Poland|Sweden|Norway|Denmark|Spain|Italy|Brazil|Mexico)\b"
)
_HUGE = re.compile(r"[\d.,]*\s?(?:bn|b|billion|trillion|tn)\b", re.IGNORECASE)

_DATE = re.compile(
    rf"(?i)\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({'|'.join(_MONTHS)})\s+(20\d\d)\b"
    rf"|\b({'|'.join(_MONTHS)})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(20\d\d)\b|\b(20\d\d)-(\d\d)-(\d\d)\b"
)
_DAY = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d)")
AT_FIRST = 4  # characters
_DATED = frozenset({Motif.TITLE, Motif.PLAN, Motif.CLOSING})


def worlds(
    audit: Audit,
    customer: Customer,
    known: Known,
    stream: Sequence[Passage],
    slides: Slides,
    readings: Readings,
    today: dt.date,
) -> Iterator[Item]:
    """Yield what belongs to another customer's world than ``customer``'s."""
    own = [one for one in stream if not (slides.referring(one) or slides.abroad(one))]
    yield from _currencies(customer, _not_of_others(audit, known, own))
    yield from _dates(audit, own, slides, today)
    yield from cities(customer, stream, own, readings)
    yield from _industries(customer, own)
    yield from _speakers(audit, known, stream)


def _item(passage: Passage, span: tuple[int, int], rule: str, sure: float) -> Item:
    return passage.item(ItemKind.LEFTOVER, rule, span, confidence=sure, blocker=sure >= 0.8)


def _not_of_others(audit: Audit, known: Known, stream: Iterable[Passage]) -> Iterator[Passage]:
    """Yield what tells nothing of somebody else: neither its line nor its table's row names one;
    and no company's own accounts."""
    theirs = {
        id(block)
        for slide in audit.deck.slides
        for row in rows(slide)
        if _names_another(row[0].text, known)
        for block in row
    }
    for passage in stream:
        apart = id(passage.block) in theirs or _names_another(passage.text, known)
        if not apart and not _accounts().search(passage.text):
            yield passage


@cache
def _accounts() -> re.Pattern[str]:
    """Match what a company tells of its own money."""
    said = choice(load_check().references.accounts)
    return re.compile(rf"^(?!.*\b(?:you|your|yours)\b).*(?<!\w)(?:{said})(?!\w)", re.IGNORECASE)


def _names_another(text: str, known: Known) -> bool:
    """Say whether a text begins with somebody else's name, or has one that is no usual word."""
    return any(
        name.strength >= (Strength.PLAIN if name.start < AT_FIRST else Strength.UNKNOWN)
        and known.is_other(name.text)
        for name in names_in(text)
    )


def _currencies(customer: Customer, stream: Iterable[Passage]) -> Iterator[Item]:
    """Yield the few amounts in another currency than all others, or than the customer's."""
    found: dict[str, list[tuple[Passage, re.Match[str]]]] = defaultdict(list)
    for passage in stream:
        for code, match in _amounts(passage.text):
            found[code].append((passage, match))
    _drop_compared(found)
    given = {_SIGNS.get(word, word.upper()) for word in customer.of(FactKind.CURRENCY)}
    most = max(found, key=lambda code: len(found[code]), default="")
    for code, places in found.items():
        odd = code != most and len(places) <= min(MOST, len(found[most]) // USUAL)
        if given and code not in given:
            for passage, match in places:
                yield _item(passage, match.span(), "left-over-currency-given", 0.7)
        elif not given and odd:
            for passage, match in places:
                yield _item(passage, match.span(), "left-over-currency", 0.6)


def _drop_compared(found: dict[str, list[tuple[Passage, re.Match[str]]]]) -> None:
    """Take out the amounts of slides on which several currencies stand: they are compared."""
    told: dict[int | None, set[str]] = defaultdict(set)
    for code, places in found.items():
        for passage, _ in places:
            told[passage.slide].add(code)
    for code, places in found.items():
        found[code] = [one for one in places if len(told[one[0].slide]) < SEVERAL]


@cache
def _money() -> re.Pattern[str]:
    """Match an amount with its currency before or behind it."""
    rules = load_check().references
    codes = "|".join(sorted(rules.currencies))
    terms = "|".join(sorted(rules.terms))  # "COP 3.1" is a heat pump's, "R290" what is in it
    return re.compile(
        rf"(?<![\w.])(?!(?:{terms})\s?\d)(?P<before>{_SIGN}|{codes})\s?\d"
        rf"|(?<![\w.])(?P<large>{terms})\s?\d+(?:[ .,’]\d{{3}}\b|(?:[.,]\d+)?\s?(?:{_UNITS})\b)"
        rf"|\d[\d.,\s]*\s?(?:k|{_UNITS})?\s?"
        rf"(?P<after>{codes}|Kč|zł|kr|Ft|lei|€|£|\$)(?![\w$€£])"
    )


def _amounts(text: str) -> list[tuple[str, re.Match[str]]]:
    """Return the amounts in a text with their currencies; none where it tells one in another
    currency too, or those of whole markets."""
    found = [
        (_SIGNS.get(said, said), match)
        for match in _money().finditer(text)
        for said in [next(group for group in match.groupdict().values() if group)]
        if not _HUGE.match(text, match.end())
    ]
    alone = len({code for code, _ in found}) == 1 and not _COUNTRY.search(text)
    return found if alone else []


def _dates(
    audit: Audit, stream: Sequence[Passage], slides: Slides, today: dt.date
) -> Iterator[Item]:
    """Yield dates that were gone by already when the deck was last worked on: where it tells when
    it is shown and what happens next, and anywhere where its other dates are still to come."""
    told = [(passage, match, day) for passage in stream for match, day in _days(passage.text)]
    since = _worked(audit, today, (day for _, _, day in told))
    dated = {v.slide for v in audit.verdicts if v.motif in _DATED} | {1}
    ahead = any(day >= since for _, _, day in told)
    for passage, match, day in told:
        shown = passage.seen or passage.where is Where.FOOTER
        if not shown or (since - day).days <= STALE or _past().search(passage.text):
            continue
        if passage.slide in dated or (ahead and slides.usual(passage) is Part.LIKELY):
            yield _item(passage, match.span(), "left-over-date", 0.65)


def _worked(audit: Audit, today: dt.date, told: Iterable[dt.date]) -> dt.date:
    """Return the day on which the deck was last worked on; a day that is told of in the deck long
    before it comes speaks against what the file says."""
    worked = _DAY.match(audit.deck.properties.modified)
    if worked is None:
        return today
    day = dt.date(*map(int, worked.groups()))
    later = any((one - day).days > YEAR for one in told)
    return today if later else min(today, day)


def _days(text: str) -> Iterator[tuple[re.Match[str], dt.date]]:
    for match in _DATE.finditer(text):
        if (day := _day(match)) is not None:
            yield match, day


@cache
def _past() -> re.Pattern[str]:
    """Match words that tell of the past on purpose."""
    return re.compile(rf"(?i)\b(?:{choice(load_check().references.past)})\b")


def _day(match: re.Match[str]) -> dt.date | None:
    first, month, year, month2, day2, year2, year3, month3, day3 = match.groups()
    try:
        if first:
            return dt.date(int(year), _MONTHS.index(month.lower()) + 1, int(first))
        if month2:
            return dt.date(int(year2), _MONTHS.index(month2.lower()) + 1, int(day2))
        return dt.date(int(year3), int(month3), int(day3))
    except ValueError:
        return None


def _industries(customer: Customer, stream: Iterable[Passage]) -> Iterator[Item]:
    """Yield phrases of industries that are not the customer's."""
    own = _own_industries(customer)
    if not own:
        return
    allowed = {phrase for industry in own for phrase in industry.phrases}
    words = " ".join(customer.of(FactKind.WORD)).casefold()
    for passage in stream:
        for match in _phrases().finditer(passage.text):
            said = " ".join(match.group().casefold().split())
            if said not in allowed and said.removeprefix("your ") not in words:
                yield _item(passage, match.span(), "left-over-industry", 0.65)


def _own_industries(customer: Customer) -> list[Industry]:
    """Return the industries that the facts name."""
    said = " ".join(customer.of(FactKind.INDUSTRY))
    words = set(re.findall(r"\w+", said.casefold()))
    return [
        industry
        for industry in load_check().industries
        if any(set(name.split()) <= words for name in industry.names)
    ]


@cache
def _phrases() -> re.Pattern[str]:
    every = (phrase for industry in load_check().industries for phrase in industry.phrases)
    return re.compile(rf"(?<!\w)(?:{choice(every)})(?!\w)", re.IGNORECASE)


def _speakers(audit: Audit, known: Known, stream: Iterable[Passage]) -> Iterator[Item]:
    """Yield names of others that speak as "we": text taken over from another company's deck."""
    if not known.vendor:
        return
    shared = {word for name in audit.profile.vendor.names for word in name.casefold().split()}
    for passage in stream:
        if passage.where in (Where.NOTES, Where.COMMENT) or len(passage.text.split()) < 4:
            continue
        entitled = _ENTITLED.fullmatch(passage.text.strip())
        if entitled and _is_foreign(entitled.group(1), known, shared):
            start = passage.text.index(entitled.group(1))
            yield _item(passage, (start, start + len(entitled.group(1))), "left-over-speaker", 0.8)
        for name in names_in(passage.text):
            after = passage.text[name.end :]
            told = _SPEAKS.match(after) and _OURS.search(passage.text)
            own = not known.is_other(name.text)
            if told and not own and name.strength >= Strength.UNKNOWN:
                span = (name.start, name.end + len(_rest(after, shared)))
                yield _item(passage, span, "left-over-speaker", 0.8)


_SPEAKS = re.compile(
    r"(?:\s+[A-Z][\w&]+){0,2},?\s+(?:(?:strongly|firmly|truly) )?"
    r"(?:believes|is committed to|is dedicated to|prides itself|prides ourselves|guarantees|, we\b)"
)
_OURS = re.compile(r"\b(?:we|our)\b", re.IGNORECASE)
_ENTITLED = re.compile(r"([A-ZÀ-Þ][\w&.’' -]{2,40}?)\s+(?i:company profile|capability statement)")


def _is_foreign(name: str, known: Known, shared: set[str]) -> bool:
    """Say whether a deck calls itself by a name that has hardly a word with the vendor's."""
    words = name.casefold().split()
    own = not known.is_other(name) or all(word in shared or is_generic(word) for word in words)
    return not own and len(words) > 1


def _rest(after: str, shared: set[str]) -> str:
    """Return the word behind a name that the vendor's name has too: the trade."""
    match = re.match(r"\s+([^\W_]+)", after)
    return match.group() if match and match.group(1).casefold() in shared else ""
