"""The rules: data in ``resources/rules``, loaded once, checked as they are loaded."""

from sowhat.rules.chosen import choose, derived, load
from sowhat.rules.load import (
    AdviceText,
    DeckExample,
    FindingRule,
    GeneralSign,
    MotifRule,
    Rules,
    SignRule,
    SlideExample,
    Voice,
)

__all__ = [
    "AdviceText",
    "DeckExample",
    "FindingRule",
    "GeneralSign",
    "MotifRule",
    "Rules",
    "SignRule",
    "SlideExample",
    "Voice",
    "choose",
    "derived",
    "load",
]
