"""The vendor's name as it is shown, and its other names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sowhat.model import Origin, Party
from sowhat.profile import addresses
from sowhat.profile.candidates import Candidate
from sowhat.profile.evidence import Evidence
from sowhat.profile.index import Index
from sowhat.profile.names import NAME, clean, initials, is_ordinary, key, tokens, words

MOST_ALIASES = 6
_BRACKETS = re.compile(rf"({NAME}) \(([A-Z][A-Za-z&]{{1,6}})\)")


def party(best: Candidate, labels: Iterable[str], evidence: Evidence) -> Party:
    """Name the vendor as the deck writes it, rather in small letters than in capitals only."""
    spellings = dict(best.spellings)
    for more in (_of_domains, _long, _stem, _spelled_out, _bracketed, _quiet, _apart):
        for name in list(more(list(spellings), labels, evidence)):
            spellings.setdefault(name, 0.0)
    alone = _alone(spellings, evidence.index)
    distinct: dict[str, str] = {}
    for name in sorted(spellings, key=lambda n: (_loud(n), not alone[n], -spellings[n])):
        distinct.setdefault(_read(name), name)
    names = list(distinct.values())
    return Party(names[0], tuple(names[1 : 1 + MOST_ALIASES]), Origin.FOUND)


def _of_domains(names: list[str], labels: Iterable[str], _: Evidence) -> Iterator[str]:
    """Yield the long name that a domain tells: Acme Project of acmeproject.org."""
    for label in labels:
        for name in names:
            ending = addresses.tail(label, key(name)) if label.startswith(key(name)) else None
            if ending in words().organisation_words:
                yield f"{name} {ending.capitalize()}"


def _long(names: list[str], _: Iterable[str], evidence: Evidence) -> Iterator[str]:
    """Yield the long name that the text tells: Acme Group."""
    for name in names:
        for word in evidence.index.after(name):
            if word.lower() in words().organisation_ends and word.istitle():
                yield f"{name} {word}"


def _stem(names: list[str], _: Iterable[str], evidence: Evidence) -> Iterator[str]:
    """Yield the name without what says its kind where the text uses it so: Acme of Acme Group."""
    ends = words().organisation_words
    for name in names:
        first, *rest = name.split()
        kinds = rest and all(is_ordinary(p) or p.lower() in ends for p in rest)
        if kinds and len(first) > 2 and not is_ordinary(first):
            alone = evidence.index.uses(first)
            if not alone.small and alone.named > evidence.index.uses(name).named:
                yield first


def _spelled_out(names: list[str], _: Iterable[str], evidence: Evidence) -> Iterator[str]:
    """Yield the words whose initials a name is."""
    for name in names:
        if name.isupper() and name.isalpha() and 3 <= len(name) <= 6:
            letters = r" (?:(?:of|and|for|the|&) )?".join(f"{letter}[a-z]+" for letter in name)
            yield from re.findall(rf"\b{letters}\b", evidence.whole)[:1]


def _quiet(names: list[str], _: Iterable[str], evidence: Evidence) -> Iterator[str]:
    """Yield the form in small letters of a name that was found in capitals only."""
    if all(map(_loud, names)):
        for name in (n for n in names if n.replace(" ", "").isalnum()):
            forms = (form for form, _ in evidence.index.forms(name).most_common())
            yield from [form for form in forms if not form.isupper() and not form.islower()][:1]


def _bracketed(names: list[str], _: Iterable[str], evidence: Evidence) -> Iterator[str]:
    """Yield the initials in brackets after a name, and the name before its initials in brackets."""
    texts = [text for text in evidence.slides if "(" in text]
    for long, short in dict.fromkeys(_BRACKETS.findall("\n".join(texts))):
        whole = _defined(clean(long), short)
        if whole and {key(whole), key(short)} & {key(name) for name in names}:
            yield from (whole, short)


def _defined(name: str, short: str) -> str | None:
    """Return the last words of ``name`` whose initials ``short`` is: "Our Acme Cloud" of "AC"."""
    parts = name.split()
    ends = (" ".join(parts[start:]) for start in range(len(parts) - 1))
    return next((end for end in ends if short.lower() in initials(end)), None)


def _apart(names: list[str], _: Iterable[str], evidence: Evidence) -> Iterator[str]:
    """Yield the name set in one word or in several where the deck has both: PlotWise, Plot Wise."""
    for name in names:
        label = "".join(tokens(name))
        if len(label) > 5:
            yield from evidence.index.spelt(label)


def _read(name: str) -> str:
    """Return what is equal for two forms of which one alone is worth a place."""
    return " ".join(tokens(name.replace("&", " and ")))


def _loud(name: str) -> bool:
    return name.isupper() and len(name) > 4


def _alone(spellings: Iterable[str], index: Index) -> dict[str, bool]:
    """Say which of the names stand by themselves and not only within longer ones."""
    named = {name: index.uses(name).named for name in spellings}
    longer = {
        name: max((n for other, n in named.items() if other.startswith(f"{name} ")), default=0)
        for name in named
    }
    return {name: named[name] > longer[name] for name in named}
