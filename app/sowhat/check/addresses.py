"""Mail and web addresses of others, where the customer's belong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sowhat.check.compounds import is_compounded
from sowhat.check.known import Known
from sowhat.check.names import unknown
from sowhat.check.parts import Part
from sowhat.check.passages import Passage
from sowhat.check.slides import Slides
from sowhat.model import Item, ItemKind, Where
from sowhat.profile.addresses import label
from sowhat.profile.names import is_ordinary, key, tokens, unaccented
from sowhat.rules.check import load_check

MAIL = 0.85  # how sure an address of another's mail domain is left over
ALONE = 0.7  # where nothing else tells of its owner
PATH = 0.84  # of a name in a link's path, where the link's customer stands
LINK = 0.82  # the same of a link
LETTERS = 5  # of a stranger's word there
FEWEST = 3  # of one where a customer's name goes
WORDS = 3  # of a name in a link's path
_MAIL = re.compile(r"[\w.+-]+@((?:[\w-]+\.)+[A-Za-z]{2,})")
_DESK = re.compile(  # where whoever sells is reached
    r"(?:help|helpdesk|support|service|hotline|sales|info|contact|hello|team|office|kontakt)@",
    re.IGNORECASE,
)
_WEB = re.compile(r"(?:https?://|www\.)(?:[^\s/@]*@)?((?:[\w-]+\.)+[A-Za-z]{2,})", re.IGNORECASE)


def addresses(
    known: Known, stream: Sequence[Passage], slides: Slides, left: Iterable[Item]
) -> Iterator[Item]:
    """Yield addresses that are neither the vendor's nor the customer's; ``left`` are the names
    that were found to be left over."""
    names = {name for item in left for name in _told(item.text)}
    alone = _alone(known, stream, slides)
    for passage in stream:
        for match in _MAIL.finditer(passage.text):
            owner = _owner(match.group(1), known)
            named = owner is not None and any(_is_of(owner, name) for name in names)
            if named or owner in alone:
                sure = MAIL if named else ALONE
                yield _item(passage, match, "left-over-mail", sure)
        if passage.where is not Where.LINK:
            continue
        yield from _paths(passage, known, slides)
        for match in _WEB.finditer(passage.text):
            owner = _owner(match.group(1), known)
            if owner is None:
                continue
            named = any(_is_of(owner, name) for name in names)
            if named or _speaks_of_them(passage, known, stream):
                yield _item(passage, match, "left-over-link", LINK)


def _paths(passage: Passage, known: Known, slides: Slides) -> Iterator[Item]:
    """Yield the strangers in a link's path who stand where its customer does: "/clients/globex/",
    or behind the vendor's own host on a slide that names the customer."""
    host, said = _WEB.match(passage.text), key(passage.text)
    own_name = any(len(name) >= LETTERS and name in said for name in known.customer)
    if host is None or own_name:  # where the customer stands nobody else does
        return
    ours = _owner(host.group(1), known) is None
    own = ours and slides.names_them(passage)
    for word, start, slot in _steps(passage.text, host, hosted=ours):
        parts = re.split(r"[-_]", word.casefold())
        least = FEWEST if slot and ours else LETTERS
        strange = any(len(part) >= least and unknown(part) for part in parts)
        several = bool(slot) and ours and len(parts) > 1
        strange = strange or (several and not all(p.isdigit() or is_ordinary(p) for p in parts))
        words = start >= host.end() and not slot and all(map(_is_words, parts))
        strange = strange and not words and len(parts) <= WORDS and known.is_other(" ".join(parts))
        if strange and (slot or own or start < host.end()):
            sure = PATH if slot else ALONE
            yield passage.item(
                ItemKind.LEFTOVER,
                "left-over-name",
                (start, start + len(word)),
                confidence=sure,
                blocker=sure >= LINK,
            )


def _is_words(part: str) -> bool:
    return not unknown(part) or is_compounded(part)


def _steps(text: str, host: re.Match[str], *, hosted: bool) -> Iterator[tuple[str, int, bool]]:
    """Yield the words of a link's path, where they start and whether a customer's name goes there;
    before them, where the host is the vendor's, what stands before its name:
    "globex.acme.example"."""
    if hosted:
        *first, _, _ = host.group(1).split(".")
        for label_ in first:
            yield label_, text.index(label_, host.start(1)), False
    for match in _step().finditer(text, host.end()):
        yield match.group("name"), match.start("name"), bool(match.group("slot"))


def _alone(known: Known, stream: Sequence[Passage], slides: Slides) -> frozenset[str]:
    """Return the one stranger among the domains of a deck's mail addresses, if there is one; in a
    deck without the vendor's or the customer's own one that speaks to the customer."""
    places = [
        (passage, _owner(match[1], known))
        for passage in stream
        if "@" in passage.text
        for match in _MAIL.finditer(passage.text)
        if not _DESK.match(match[0])
    ]
    strange = frozenset(owner for _, owner in places if owner is not None)
    told = len(places) == 1 and slides.usual(places[0][0]) is Part.LIKELY
    between = told and not slides.framing(places[0][0])
    mixed = any(owner is None for _, owner in places)
    return strange if len(strange) == 1 and (mixed or between) else frozenset()


def _item(passage: Passage, match: re.Match[str], rule: str, sure: float) -> Item:
    return passage.item(
        ItemKind.LEFTOVER, rule, match.span(), confidence=sure, blocker=sure >= LINK
    )


def _owner(domain: str, known: Known) -> str | None:
    """Return a domain's telling word where it is another organisation's."""
    small = domain.casefold()
    if small in known.domains or any(small.endswith(f".{own}") for own in known.domains):
        return None
    first, dash, _ = small.partition("-")  # "hq-bus.example" is HQ's
    if dash and known.is_customer(first):
        return None
    parts = re.split(r"[-.]", small)
    if any(known.is_word_of_theirs(part) or known.ends_theirs(part) for part in parts):
        return None  # "kb-obertoggen.example"
    word = label(small)
    if (
        word is None
        or known.mine(word)
        or any(name in word for name in known.long())
        or _public().search(small)
    ):
        return None
    return word


def _told(name: str) -> Iterator[str]:
    """Yield a name, and its coined words, as domains have them."""
    yield key(name)
    yield from (unaccented(word) for word in tokens(name) if len(word) >= LETTERS and unknown(word))


def _is_of(owner: str, name: str) -> bool:
    return min(len(name), len(owner)) > 3 and (owner.startswith(name) or name.startswith(owner))


def _speaks_of_them(passage: Passage, known: Known, stream: Iterable[Passage]) -> bool:
    """Say whether a link that stands in the same place as words about the customer leads away."""
    if passage.box is None:
        return False
    names = tuple(form.casefold() for form in known.forms)
    return any(
        other.slide == passage.slide
        and other.where is not Where.LINK
        and other.block is not None
        and other.block.box is not None
        and other.block.box.overlap(passage.box) > 0
        and any(name in other.text.casefold() for name in names)
        and len(other.text.split()) <= len(names) + 8
        for other in stream
    )


@cache
def _step() -> re.Pattern[str]:
    """Match a step of a link's path, and the one before it behind which customers' names go."""
    slots = "|".join(map(re.escape, load_check().slots.links))
    return re.compile(
        rf"(?P<slot>[/?&](?:{slots})[/=])?"
        r"(?:(?<=[/=])|[/=])(?P<name>[^\W\d_][^\W_]*(?:[-_][^\W_]+)*)(?=[/?&#.]|$)"
    )


@cache
def _public() -> re.Pattern[str]:
    """Match domains of everybody's: examples of documents, clouds, what the lists know."""
    known = "|".join(re.escape(name) for name in load_check().references.known if name.isalnum())
    return re.compile(
        rf"(?:^|\.)(?:example|localhost|vendor|supplier|client|customer|company|{known})\.[a-z.]+$"
    )
