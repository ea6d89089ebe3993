"""The words around a name that tell what part it plays, as patterns made from the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from sowhat.profile.names import one_of, words
from sowhat.rules.check import load_check

OPENERS = ("why", "how", "what", "understanding")
GREETINGS = ("welcome", "dear", "hello", "hi", "thank you")


def choice(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, the longest first, spaces of any kind."""
    listed = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in listed)


@cache
def led() -> re.Pattern[str]:
    """Match what stands right before a customer's name only: "prepared for", "Dear"."""
    leads = load_check().slots.leads
    inner = choice(lead for lead in leads if lead not in (*OPENERS, *GREETINGS))
    return re.compile(
        rf"(?:(?<!\w)(?:{inner})\s*:?\s+|^\W*(?:{choice(GREETINGS)}),?\s+)(?:the\s+)?$",
        re.IGNORECASE | re.MULTILINE,
    )


@cache
def greeted() -> re.Pattern[str]:
    """Match a greeting before the name: "Hello"."""
    return re.compile(rf"(?:^|\n)\W*(?:{choice(GREETINGS)}),?\s+$", re.IGNORECASE)


@cache
def labelled() -> re.Pattern[str]:
    """Match a label before the name: "Client:"."""
    labels = choice(load_check().slots.labels)
    return re.compile(rf"^\s*(?:\w+ ){{0,2}}(?:{labels})\s*:\s*$", re.IGNORECASE | re.MULTILINE)


@cache
def opened() -> re.Pattern[str]:
    """Match the first word of a headline about the customer: "What Globex wants"."""
    opening = choice(OPENERS)
    return re.compile(rf"^\W*(?:{opening})\s+(?:the\s+)?$", re.IGNORECASE | re.MULTILINE)


@cache
def thing() -> re.Pattern[str]:
    """Match what a customer has, behind the name: " goals"."""
    things = choice(load_check().slots.things)
    return re.compile(rf"(?:[ \t]+|\s*[:–—|-]\s*)(?:(?i:{things})|IT|HR|CFO|CEO|CIO|COO)\b")


@cache
def chief() -> re.Pattern[str]:
    """Match a company's chief behind its name: " CFO"."""
    return re.compile(r" (?:CFO|CEO|CIO|COO|CTO|CISO|CHRO|CPO|board)\b")


@cache
def belonging() -> re.Pattern[str]:
    """Match what somebody has, before the name: "the staff of "."""
    listed = choice(load_check().slots.belongings)
    return re.compile(rf"\b(?:{listed}) (?:of|at) (?:the )?$", re.IGNORECASE)


@cache
def headed() -> re.Pattern[str]:
    """Match what a customer has, before the name that ends a line: "Goals (", "Roadmap: "."""
    things = choice(load_check().slots.things)
    return re.compile(rf"^\W*(?:{things})\s*[:(–—|-]\s*$", re.IGNORECASE | re.MULTILINE)


@cache
def jobbed() -> re.Pattern[str]:
    """Match a job before its employer: "CIO, "."""
    jobs = one_of((*words().job_titles, *words().chiefs))
    return re.compile(rf"\b(?i:{jobs})(?: [\w&]+){{0,3}}(?:,| at| of)\s+$")


@cache
def we_did() -> re.Pattern[str]:
    """Match what the vendor did for others, before a name: "we learnt this with"."""
    return re.compile(rf"(?i)\bwe\s+(?:{choice(load_check().references.did)})\b[^.!?\n]*$")


@cache
def does() -> re.Pattern[str]:
    """Match what a customer does, behind the name: " wants"."""
    return re.compile(rf"\s+(?:{choice(load_check().slots.verbs)})\b")


@cache
def goes_before() -> re.Pattern[str]:
    """Match what often stands before a customer's name: "for", "costs"."""
    before = choice(load_check().slots.before)
    return re.compile(rf"(?<!\w)(?:{before})\s+(?:the\s+)?$", re.IGNORECASE)


@cache
def refers_before() -> re.Pattern[str]:
    """Match what stands before others that are named on purpose: "such as"."""
    before = choice(load_check().references.before)
    return re.compile(rf"(?<!\w)(?:{before})\s*:?\s+(?:the\s+|our\s+)?$", re.IGNORECASE)


@cache
def refers_after() -> re.Pattern[str]:
    """Match what follows others that are named on purpose: " achieved"."""
    return re.compile(rf",?\s+(?:{choice(load_check().references.after)})\b", re.IGNORECASE)


@cache
def referring() -> re.Pattern[str]:
    """Match headlines over others that are named on purpose: "Case study"."""
    heads = choice(load_check().references.headlines)
    return re.compile(rf"(?<!\w)(?:{heads})(?!\w)", re.IGNORECASE)


@cache
def sold_before() -> re.Pattern[str]:
    """Match what stands before the name of a thing: "our patented"."""
    return re.compile(
        r"\b(?:our|patented|proprietary|called|named|the new)\s+(?:\w+\s+)?$", re.IGNORECASE
    )


@cache
def sold_after() -> re.Pattern[str]:
    """Match what follows the name of a thing: " engine"."""
    kinds = (*words().product_words, *load_check().references.products)
    return re.compile(rf"\s+(?:{one_of(kinds)})\b", re.IGNORECASE)
