"""The rules' questions and drafts with a slide's own words in their blanks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from sowhat.advise.kinds import kind_of
from sowhat.model import Profile, Side
from sowhat.rules import MotifRule
from sowhat.rules.questions import load_questions
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
    """Deals out a deck's questions: those of the claim's kind, of the slide's rule and of any
    claim, each once before any is put twice."""

    def __init__(self) -> None:
        self._used: Counter[str] = Counter()
        self._last = ""

    def next(self, rule: MotifRule, claim: str) -> str:
        """Return the next question to ``claim``, never the one just asked."""
        pool = self._pool(rule, claim)
        fresh = [question for question in pool if question != self._last]
        question = min(fresh or pool, key=lambda one: self._used[one])
        self._used[question] += 1
        self._last = question
        return question

    def fresh(self, rule: MotifRule, claim: str) -> str | None:
        """Return a question to ``claim`` that the deck has not heard, None where all were put."""
        unheard = (question for question in self._pool(rule, claim) if not self._used[question])
        question = next(unheard, None)
        if question:
            self._used[question] += 1
        return question

    def _pool(self, rule: MotifRule, claim: str) -> tuple[str, ...]:
        """Return what may be asked, the most fitting first; the rule's own where nothing is
        claimed, or where the slide is not about the vendor."""
        if not claim or rule.side is not Side.VENDOR:
            return rule.so_what
        own = load_questions().questions
        kind = kind_of(claim)
        several = own[kind] if kind != "any" else ()
        return (*_woven(rule.so_what, several), *own["any"])


def _woven(*rows: Sequence[str]) -> list[str]:
    """Return the questions of several rows in turn."""
    return [one for ranks in zip_longest(*rows) for one in ranks if one]


def _capitals(words: str, stand_in: str) -> str:
    upper = stand_in[:1].upper() + stand_in[1:]
    return re.sub(_START + re.escape(stand_in), lambda found: found.group(1) + upper, words)
