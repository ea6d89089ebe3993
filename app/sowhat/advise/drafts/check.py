"""The last look at a draft: what is not good English is not given."""

from __future__ import annotations

import re

from sowhat.advise.drafts.forms import article_fits

_TWICE = re.compile(r"\b(\w+)\s+\1\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(an?)\s+[“\"]?([\w/-]+)", re.IGNORECASE)
_TWO_OWNERS = re.compile(
    r"\b(?:our|your|its|the|an?)\s+(?:our|your|its|their|the|an?|this|these)\b", re.IGNORECASE
)
_FIRST = re.compile(r"\b(?:I|my|me|mine|myself)\b")
_ODD = re.compile(
    r"\s[,.;:](?!\w)|,,|\.\.|[•·|→{}\[\]<>=\\@#*~^]|//|\s/\w|\bw/|[^\x00-\x7f–—’‘“”€£°µ×²³éèüöäßçñáíóúâêôîà…®™‑-]"
)
_HANGING = re.compile(
    r"\b(?:of|for|to|with|in|on|by|from|the|a|an|and|or|as|at|that)"
    r"(?: and can __|: (?:from )?__|, you can __|[.,])"
)
_QUOTED = re.compile("“[^”]*”")
_LONGEST, _LONGEST_QUOTING = 46, 70  # words, without and with what somebody said
_ALLOWED = re.compile(r"#1\b|\b[CF]#")


def sound(draft: str, longest: int = _LONGEST) -> bool:
    """Say whether a draft is whole and right as far as rules can tell; it has ``longest`` words at
    most, what it quotes left out."""
    plain = _ALLOWED.sub("one", draft)
    return (
        (draft[:1] in "“_" or draft[:1].isupper() or draft[:1].isdigit())
        and draft.endswith((".", "?", "”"))
        and not (
            _TWICE.search(plain.replace("_", " "))
            or _TWO_OWNERS.search(plain)
            or _FIRST.search(_QUOTED.sub("", plain))
            or _HANGING.search(plain)
            or _ODD.search(plain)
            or len(_QUOTED.sub("", draft).split()) > longest
            or len(draft.split()) > _LONGEST_QUOTING
            or draft.count("(") != draft.count(")")
            or draft.count("“") != draft.count("”")
            or not all(article_fits(*found.groups()) for found in _ARTICLE.finditer(plain))
        )
    )
