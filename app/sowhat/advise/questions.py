"""The rules' questions and drafts with a slide's own words in their blanks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sowhat.model import Motif, Profile
from sowhat.rules import MotifRule
from sowhat.texts import text

_QUOTED = "“{claim}”"
_START = r"(^|[.?!]”?\s+|\n)"


@dataclass(frozen=True, slots=True)
class Blanks:
    """What stands in a rule's blanks: names where they are known, else words for them."""

    vendor: str
    customer: str
    known_vendor: bool
    known_customer: bool

    @classmethod
    def of(cls, profile: Profile) -> Blanks:
        """Return the blanks of a deck."""
        return cls(
            profile.vendor.name or text("advise.vendor"),
            profile.customer.name or text("advise.customer"),
            known_vendor=bool(profile.vendor.name),
            known_customer=bool(profile.customer.name),
        )

    def fill(self, template: str, claim: str = "") -> str:
        """Return a sentence to the user; a claim is quoted, without one it is "this slide"."""
        quoted = f"“{claim}”" if claim else text("advise.this-slide")
        words = template.replace(_QUOTED, "{claim}").replace("{claim}", quoted)
        for blank, value in (("{vendor}", self.vendor), ("{customer}", self.customer)):
            words = words.replace(blank, value)
        # Stand-ins for what is not known begin small: not at the start of a sentence.
        for stand_in in (text("advise.this-slide"), self._small()):
            if stand_in:
                words = _capitals(words, stand_in)
        return words

    def fill_draft(self, template: str) -> str | None:
        """Return a draft for the deck itself, in which an unknown name stays a blank to fill."""
        vendor = self.vendor if self.known_vendor else text("advise.blank-vendor")
        customer = self.customer if self.known_customer else text("advise.blank-customer")
        words = template.replace("{vendor}", vendor).replace("{customer}", customer).strip()
        return words or None

    def _small(self) -> str:
        return "" if self.known_customer else self.customer


class Questions:
    """Deals out a deck's questions so that neighbours differ and all of a rule's are used."""

    def __init__(self) -> None:
        self._used: Counter[Motif] = Counter()
        self._last = ""

    def next(self, rule: MotifRule) -> str:
        """Return the rule's next question that is not the one just asked."""
        at = self._used[rule.id]
        question = _from(rule.so_what, at)
        if question == self._last:
            at += 1
            question = _from(rule.so_what, at)
        self._used[rule.id] = at + 1
        self._last = question
        return question


def _from(questions: Sequence[str], at: int) -> str:
    return questions[at % len(questions)]


def _capitals(words: str, stand_in: str) -> str:
    upper = stand_in[:1].upper() + stand_in[1:]
    return re.sub(_START + re.escape(stand_in), lambda found: found.group(1) + upper, words)
