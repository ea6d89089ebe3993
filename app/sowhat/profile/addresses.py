"""Mail and web addresses: whose deck it is, they tell in one word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from sowhat.profile.evidence import Evidence
from sowhat.profile.names import initials, is_ordinary, key, one_of, words

MOST = 8.0  # what one domain can weigh
MAIL = 5.5  # what the only domain of mail addresses weighs
_HANDLE = re.compile(r"(?<![\w.@])@([A-Za-z]\w{3,})(?![\w.]*@)")
_PATH = re.compile(r"((?:[\w-]+\.)+[a-z]{2,})/([A-Za-z]\w+)\b(?![-/])")
_CONTACT = re.compile(r"(?i)\bcontact us\b")
_ACCOUNT = re.compile(
    r"\b(?:github|linkedin|twitter|(?<!\.)x|instagram|facebook|tiktok|youtube)\.com/"
    r"(?:company/|school/|c/|user/|@)?(?!watch|in/|share)([A-Za-z][\w-]{2,})"
)


@dataclass(slots=True)
class Seen:
    """The slides on which a domain stands: in mail addresses, in web addresses, behind links."""

    mail: set[int] = field(default_factory=set)
    web: set[int] = field(default_factory=set)
    link: set[int] = field(default_factory=set)
    handle: set[int] = field(default_factory=set)


@cache
def _domain() -> re.Pattern[str]:
    ends = one_of(words().endings)
    return re.compile(
        rf"((?i:@|://(?:www\.)?|www\.))((?:[\w-]+\.)+[A-Za-z]{{2,}})(?![\w-]|\.\w)"
        rf"|(?<![\w./@-])((?:[A-Za-z0-9-]+\.)+(?:{ends}|COM|ORG))(?![\w-]|\.\w)"
    )


def labels(evidence: Evidence) -> dict[str, float]:
    """Return the telling words of the deck's domains ("acme" of www.acme.co.uk) with weights."""
    found: dict[str, Seen] = defaultdict(Seen)
    mails: set[str] = set()  # those of everybody's providers too: a list of people tells little
    for linked, (number, text) in [(False, t) for t in evidence.addressed] + [
        (True, n) for n in evidence.links
    ]:
        for lead, domain, bare in _domain().findall(text):
            if lead == "@":
                mails.add(domain.lower())
            if word := label(domain or bare):
                seen = found[word]
                (seen.mail if lead == "@" else seen.link if linked else seen.web).add(number)
    for word in {label(d or bare) for _, d, bare in _domain().findall(evidence.credited)}:
        found.pop(word or "", None)
    for number, text in evidence.addressed:
        for handle in _HANDLE.findall(text):
            found[handle.lower().replace("_", "")].handle.add(number)
    last = len(evidence.slides)
    ends = {1, 2, last - 1, last}
    ends |= {n + 1 for n in evidence.index.slides("contact") if _CONTACT.search(evidence.slides[n])}
    return {word: min(_weight(seen, len(mails), ends), MOST) for word, seen in found.items()}


def _weight(seen: Seen, mails: int, ends: set[int]) -> float:
    weight = MAIL / mails if seen.mail else 0.0
    if seen.handle:
        weight += 1.5
    if seen.web:
        weight += 1.0 + 0.3 * len(seen.web) + (1.5 if seen.web & ends else 0.0)
    return weight + min(0.5 * len(seen.link), 1.5)


def label(domain: str) -> str | None:
    """Return the domain's telling word without hyphens, None for those that tell nothing."""
    domain = domain.lower()
    parts = domain.split(".")
    for host in words().hosts:
        if domain.endswith("." + host):
            return parts[-3].replace("-", "")
    second = len(parts) > 2 and parts[-2] in words().second_endings
    word = parts[-3] if second else parts[-2]
    if word in words().common_domains or (len(word.replace("-", "")) < 3 and len(parts) > 2):
        return None
    if not second and parts[-1] in words().organisation_words and len(word) < 4:
        return word + parts[-1]  # ab.foundation
    return word.replace("-", "")


def accounts(evidence: Evidence) -> Iterator[str]:
    """Yield the accounts on the sites where everybody has one."""
    yield from dict.fromkeys(_ACCOUNT.findall(_addressed(evidence)))


def _addressed(evidence: Evidence) -> str:
    """Return the texts with addresses and the links in one."""
    texts = (text for _, text in evidence.addressed)
    return "\n".join([*texts, *dict.fromkeys(link for _, link in evidence.links)])


def paths(evidence: Evidence) -> dict[str, str]:
    """Return the domain's word by the first step of the path: "bbm" of developer.acme.com/bbm."""
    found: dict[str, str] = {}
    for domain, step in _PATH.findall(_addressed(evidence)):
        hosted = any(domain.endswith(host) for host in words().hosts)
        if not hosted and (word := label(domain)):
            found[step.lower()] = word
    return found


def makers(evidence: Evidence) -> Iterator[str]:
    """Yield the makers whose own short links the deck shows."""
    for domain in dict.fromkeys(_short().findall(_addressed(evidence))):
        yield words().makers[domain]


@cache
def _short() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.-])({one_of(words().makers)})\b")


def belongs(word: str, name: str) -> bool:
    """Say whether a domain's word is one that an organisation of this name would have."""
    plain = key(name)
    full = re.sub(r"[\W_]", "", name.lower().replace("&", "and"))
    if len(plain) < 2 or word in (plain, full):
        return word in (plain, full)
    if word.startswith(plain) and tail(word, plain) is not None:
        return True
    if any(word == lead + plain for lead in words().domain_leads):
        return True
    if len(word) >= 4 and plain.startswith(word) and tail(plain, word) is not None:
        return True
    if len(plain) >= 6 and word.startswith(plain) and not is_ordinary(name):
        return True
    first = key(name.split(maxsplit=1)[0])
    if len(word) >= 6 and plain.startswith(word) and len(word) > len(first):
        return True  # acmemed.com of Acme Medical
    if " of " in name and len(word) > 3 and key(name.rpartition(" of ")[2]) == word:
        return True  # acme.gov of the City of Acme
    return len(word) >= 3 and word in initials(name)


def written(word: str, evidence: Evidence) -> str:
    """Return a domain's word as the deck writes it, without "get" or "group", else as a name."""
    index = evidence.index
    lists = words()
    variants = [word]
    variants += [word[len(lead) :] for lead in lists.domain_leads if word.startswith(lead)]
    ends = lists.organisation_words | lists.legal_forms
    variants += [word[: -len(end)] for end in sorted(ends) if word.endswith(end)]
    for variant in variants:
        if len(variant) > 3 and (name := index.written(variant)):
            return name
    return index.written(word) or _parted(word, evidence) or spelled(word)


def _parted(word: str, evidence: Evidence) -> str | None:
    """Return the name of a domain with a hyphen in it: Acme Tools of acme-tools.com."""
    shown = re.search("-?".join(map(re.escape, word)) + r"(?=\.)", _addressed(evidence).lower())
    parts = shown.group().split("-") if shown else []
    return " ".join(part.capitalize() for part in parts) if len(parts) > 1 else None


def tail(word: str, start: str) -> str | None:
    """Return what follows ``start`` in a domain's word where it is an ordinary ending: "group"."""
    rest = word[len(start) :]
    known = rest in words().organisation_words or rest in words().legal_forms
    return rest if known else None


def spelled(word: str) -> str:
    """Return a domain's word as a name: "acmeeducation" is Acme Education."""
    for ending in sorted(words().organisation_words, key=lambda end: (-len(end), end)):
        if word.endswith(ending) and len(ending) > 3 and len(word) - len(ending) >= 3:
            return f"{word[: -len(ending)].capitalize()} {ending.capitalize()}"
    return word.capitalize()
