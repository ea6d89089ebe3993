"""Whose name is whose: the customer's, the vendor's, its products', people's, and allowed ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sowhat.check.names import Name, names_in, unknown
from sowhat.check.passages import Passage
from sowhat.check.people import people
from sowhat.model import Audit, Customer, FactKind, Where
from sowhat.profile.abbreviations import abbreviations, spelling
from sowhat.profile.addresses import belongs, label
from sowhat.profile.names import clean, initials, is_ordinary, key, tokens, unaccented
from sowhat.rules.check import load_check

_SPELT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "ß": "ss"}
)
MARKED = 3  # slides
PAIR = 2  # places
LEAST = 4  # letters of a name that another may begin with
MISREAD = 8  # letters of a name that are still known
_HOST = re.compile(r"https?://(?:www\.)?((?:[\w-]+\.)+[a-z]{2,})")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|[Cc]opyright)\s*(?:20\d\d)?(?:[-–]20\d\d)?,?\s*([^\n|·•]+)")


@dataclass(frozen=True, slots=True)
class Known:
    """The parties of a deck by the keys of their names; ``people`` are parts of people's names."""

    customer: frozenset[str]
    vendor: frozenset[str]
    products: frozenset[str]  # that bear the vendor's name
    guessed: frozenset[str]  # other products that were found: one may be a customer
    allowed: frozenset[str]
    people: frozenset[str]
    words: frozenset[str]  # of the customer's names
    owned: frozenset[str]  # the same of the vendor's
    forms: tuple[str, ...]  # the customer's names, the longest first
    sellers: tuple[str, ...]  # the vendor's
    domains: tuple[str, ...]

    def is_customer(self, name: str) -> bool:
        """Say whether a name is one of the customer's."""
        return _is_one(name, self.customer)

    def is_other(self, name: str) -> bool:
        """Say whether a name is nobody's who belongs in the deck."""
        small = tokens(name)
        if self._holds_theirs(small, key(name)) or not key(name):
            return False
        if all(part in self.words for part in small) or all(p in self.owned for p in small):
            return False
        owned = self.vendor | self.products
        if _is_one(name, self.customer | owned | self.allowed):
            return False
        if any(_is_one(" ".join(small[:size]), owned) for size in range(1, len(small))):
            return False  # a product after the vendor's name
        if len(small) > 1 and key(small[-1]) in self.vendor:
            return False  # "Choose Acme"
        return not (all(part in self.people for part in small) or self._has_person(name))

    def _has_person(self, names: str) -> bool:
        """Say whether one of several names in a row is a person's, and so are the others: "Ann Lee
        and Pontus Quist"."""
        several = [tokens(name) for name in _row().split(names)]
        return len(several) > 1 and any(
            len(parts) > 1 and all(part in self.people for part in parts) for parts in several
        )

    def _holds_theirs(self, small: Sequence[str], said: str) -> bool:
        """Say whether one of the customer's names stands in a name, or the name in one of theirs:
        "Account Globex"."""
        if any(len(part) > 2 and part in self.customer for part in small):
            return True  # "Programme GLF"
        if any((pattern := _misread(form)) and pattern.search(said) for form in self.forms):
            return True
        joined = f" {' '.join(small)} "
        return any(
            f" {' '.join(tokens(form))} " in joined or (len(said) >= LEAST and said in key(form))
            for form in self.forms
            if len(key(form)) > 2
        )

    def is_named(self, text: str) -> bool:
        """Say whether one of the customer's names stands in a text."""
        small = text.casefold()
        return any(form.casefold() in small for form in self.forms if len(form) > 2)

    def holds(self, text: str, name: Name) -> bool:
        """Say whether a name in ``text`` is part of the customer's or the vendor's: "Tender Van" of
        "Tender Van der Eycken"."""
        return any(
            match.start() < name.end and name.start < match.end()
            for form in (*self.forms, *self.sellers)
            if len(form) >= LEAST and form in text
            for match in _written(form).finditer(text)
        )

    def within(self, name: str) -> tuple[int, int] | None:
        """Return the characters of a name that are one of the customer's or the vendor's."""
        for form in (*self.forms, *self.sellers):
            small = form.casefold()
            match = _written(small).search(name.casefold()) if len(form) >= LEAST else None
            if match and match.group() != name.casefold():
                return match.span()
        return None

    def may_be_sold(self, name: str) -> bool:
        """Say whether a name was taken for a product's for want of better knowledge."""
        return _is_one(name, self.guessed)

    def long(self) -> Iterator[str]:
        """Yield the vendor's and the customer's names, by their keys, that are long enough to be
        known within a longer word."""
        yield from (name for name in (*self.customer, *self.vendor) if len(name) > LEAST)

    def is_word_of_theirs(self, word: str) -> bool:
        """Say whether a coined word is one of the customer's name: "Obertoggen"."""
        own = (part for form in self.forms for part in tokens(form))
        return len(word) > LEAST and unknown(word) and word in own

    def ends_theirs(self, part: str) -> bool:
        """Say whether several words of the customer's name, its last among them, are written as
        one: "oberelauter" of Zweckverband Obere Lauter."""
        several = (tokens(form) for form in self.forms)
        ends = ("".join(words[at:]) for words in several for at in range(1, len(words) - 1))
        return part in ends

    def mine(self, label: str) -> bool:
        """Say whether a domain's word is the vendor's or the customer's."""
        names = (*self.customer, *self.vendor, *self.products)
        if any(
            len(name) >= LEAST and (label.startswith(name) or name.startswith(label))
            for name in names
        ):
            return True
        if label in map(unaccented, self.words) and not is_ordinary(label):
            return True  # "norvik.com" of Maison Norvik
        forms = (bare for form in self.forms for bare in (form, *addressed_as(form)))
        return any(belongs(label, form) for form in forms)


def known(audit: Audit, customer: Customer, stream: Sequence[Passage]) -> Known:
    """Return who is known in a deck."""
    party, profile = customer.party, audit.profile
    forms = [*party.names, *customer.of(FactKind.ALIAS), *customer.of(FactKind.TICKER)]
    forms += [short for name in party.names for short in short_forms(name)]
    said = [passage.text for passage in stream]
    forms += [*abbreviations(party.names, said), *spelling(party.names, said)]
    domains = tuple(d.casefold().lstrip("@") for d in customer.of(FactKind.DOMAIN))
    theirs = {key(form) for form in forms} | {d.split(".")[-2] for d in domains if "." in d}
    theirs |= {key(bare) for form in forms for bare in addressed_as(form)}
    theirs |= {letters for name in party.names for letters in initials(name) if len(letters) > 2}
    # "The Globex Foods Company" may be TGFC, too.
    theirs |= {"".join(w[0] for w in n.casefold().split()) for n in party.names if n.count(" ") > 1}
    allowed = [
        *customer.of(FactKind.MENTION),
        *customer.of(FactKind.PROJECT),
        *customer.of(FactKind.CITY),
    ]
    written = [*(w for f in customer.of(FactKind.WORD) for w in (f,)), *allowed]
    stated = {part for person in customer.of(FactKind.PERSON) for part in tokens(person)}
    marked = (*(() if profile.vendor.name else _marked(stream)), *_hosts(stream))
    return Known(
        frozenset(filter(None, theirs)),
        frozenset(key(name) for name in (*profile.vendor.names, *_makers(audit, stream))),
        frozenset(key(name) for name in profile.products if _bears(name, profile.vendor.names)),
        frozenset(key(name) for name in (*profile.products, *marked)),
        frozenset(key(name) for name in written),
        people(audit, stream) | stated,
        _words(party.names),
        _words(profile.vendor.names),
        tuple(sorted(dict.fromkeys(clean(f) for f in forms if f), key=len, reverse=True)),
        profile.vendor.names,
        domains,
    )


@lru_cache(maxsize=256)
def _misread(form: str) -> re.Pattern[str] | None:
    """Return what matches the key of a name whose accented letters a PDF's font has made others of;
    None where it has none, or hardly anything else."""
    plain = [letter if letter.isascii() else r"\w{1,3}" for letter in key(form)]
    if key(form).isascii() or sum(len(one) == 1 for one in plain) < MISREAD:
        return None
    return re.compile("".join(plain))


@cache
def _row() -> re.Pattern[str]:
    """Match what stands between names in a row."""
    joined = "|".join(map(re.escape, load_check().people.joined))
    return re.compile(rf",? (?:{joined}) |, ")


@lru_cache(maxsize=256)
def _written(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")


def _words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in tokens(name) if len(word) > 2)


def _is_one(name: str, keys: frozenset[str]) -> bool:
    said = key(name)
    if not said or said in keys:
        return bool(said)
    long = (other for other in keys if len(other) >= LEAST)
    return any(said.startswith(o) or (len(said) >= LEAST and o.startswith(said)) for o in long)


def _makers(audit: Audit, stream: Iterable[Passage]) -> Iterator[str]:
    """Yield whose deck it is by its properties and its copyright."""
    properties = audit.deck.properties
    yield from (name.text for name in names_in(properties.company))
    author = properties.author
    yield from (name.text for name in names_in(author)) if len(author.split()) == 1 else ()
    for passage in stream:
        for match in _COPYRIGHT.finditer(passage.text):
            yield from (name.text for name in names_in(match.group(1))[:1])


def _marked(stream: Iterable[Passage]) -> Iterator[str]:
    """Yield the names that layouts and footers show on many slides: mostly the deck's maker's."""
    slides: dict[str, set[int | None]] = {}
    for passage in stream:
        if passage.where in (Where.LAYOUT, Where.FOOTER) and passage.slide is not None:
            for name in names_in(passage.text):
                slides.setdefault(name.text, set()).add(passage.slide)
    yield from (name for name, seen in slides.items() if len(seen) >= MARKED)


def _hosts(stream: Iterable[Passage]) -> Iterator[str]:
    """Yield the owners of web addresses who are named in at least two other places, too."""
    said = [(passage.where, key(passage.text)) for passage in stream]
    for passage in stream:
        for domain in _HOST.findall(passage.text) if passage.where is Where.LINK else ():
            owner = label(domain)
            named = [where for where, text in said if owner and owner in text]
            if len([where for where in named if where is not Where.LINK]) >= PAIR:
                yield owner or ""


def _bears(name: str, vendor: Iterable[str]) -> bool:
    own = {word for one in vendor for word in tokens(one)}
    return any(word in own for word in tokens(name))


def addressed_as(name: str) -> Iterator[str]:
    """Yield a name as addresses have it: "Muller" and "Mueller" for Müller."""
    for spelt in (name, name.translate(_SPELT)):
        if (bare := unaccented(spelt)) != name:
            yield bare


def short_forms(name: str) -> Iterator[str]:
    """Yield the first word of a long name where it is a name of its own: Globex of Globex Foods."""
    first, *rest = clean(name).split()
    if rest and len(first) >= LEAST and not is_ordinary(first):
        yield first


def longer_forms(name: str, texts: Iterable[str]) -> Iterator[str]:
    """Yield the longer names in ``texts`` that begin with ``name``: Globex Foods for Globex."""
    said = f"{clean(name)} "
    for text in texts:
        if said in text:
            yield from (one.text for one in names_in(text) if one.text.startswith(said))
