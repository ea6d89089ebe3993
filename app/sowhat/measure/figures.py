"""Figures in words: what counts as a number that somebody could report."""

from __future__ import annotations

import re

_NUMBER = r"(?:\d{1,3}(?:[.,'’]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
_SCALE = r"(?:\s?(?:k|m|mn|bn|thousand|million|billion|trillion)\b)?"

# A sum of money, a per cent or a multiple.
AMOUNT = re.compile(
    rf"(?:[$€£¥]|\b(?:usd|eur|gbp|chf)\s?)\s?{_NUMBER}{_SCALE}"
    rf"|(?<![\w.,]){_NUMBER}{_SCALE}\s?(?:%|per\s?cent\b|percent\b|x\b|times\b|[$€£¥]"
    r"|(?:usd|eur|gbp|chf|dollars?|euros?|pounds?)\b)",
    re.IGNORECASE,
)

_BARE = re.compile(rf"(?<![\w.,/-]){_NUMBER}(?![\w/])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LIST_MARK = re.compile(r"^\s*(?:\d{1,2}[.):](?=\s|$)|\d(?=\s+[A-Z]|\s*$)|0\d\s*$)")
_SPELT = re.compile(
    r"\b(?:half|halved|twice|doubled?|tripled?|hundreds?|thousands?|millions?"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty)[\s-]+"
    r"(?:fewer|more|less|seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|points?"
    r"|out\s+of|in\s+(?:two|three|four|five|ten)))\b",
    re.IGNORECASE,
)


def has_figure(words: str) -> bool:
    """Say whether ``words`` hold a figure: a year or a list's own number is none."""
    if AMOUNT.search(words) or _SPELT.search(words):
        return True
    rest = _LIST_MARK.sub("", words, count=1)
    return any(not _YEAR.fullmatch(found.group()) for found in _BARE.finditer(rest))
