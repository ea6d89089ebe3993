"""Where in a text the names of the parties stand that are known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sowhat.check.known import Known
from sowhat.judge.whose import Sign
from sowhat.model import Audit
from sowhat.profile.names import key, one_of, tokens, words

SHORTEST = 3  # letters of a name
_DOTTED = (
    r"S\.\s?p\.\s?A|S\.A|de C\.V|S\.\s?r\.\s?l|[BN]\.V|Sp\. z o\.\s?o|A\.Ş|d\.o\.o|S\.A\.S|e\.\s?V"
)


class Masks:
    """Finds the customer's, the vendor's and its products' names."""

    def __init__(self, audit: Audit, known: Known) -> None:
        # What was only guessed to be a product's name may be a customer's.
        products = [name for name in audit.profile.products if key(name) in known.products]
        parties = (
            (products, Sign.PRODUCT),
            (known.sellers, Sign.VENDOR),
            ((*known.forms, *audit.profile.customer.names), Sign.CUSTOMER),
        )
        self._signs = {
            _plain(name): sign
            for names, sign in parties
            for name in names
            if (len(name) >= SHORTEST or name.isupper()) and tokens(name)
        }
        names = "|".join(map(_written, sorted(self._signs, key=len, reverse=True)))
        forms = one_of(words().legal_forms)
        tail = rf"(?:,?\s(?:&\s)?(?:{forms}|{_DOTTED})(?!\w)\.?)*"  # "& Co. KG" goes with the name
        self._pattern = (
            re.compile(rf"(?<![^\W_])(?:the\s)?({names})(?![^\W_]){tail}", re.IGNORECASE)
            if names
            else None
        )

    def find(self, text: str) -> Iterator[tuple[int, int, Sign]]:
        """Yield the characters that names take, and whose they are."""
        for hit in self._pattern.finditer(text) if self._pattern else ():
            yield hit.start(), hit.end(), self._whose(hit[1])

    def _whose(self, said: str) -> Sign:
        joined = "".join(tokens(said))
        return next(
            (s for name, s in self._signs.items() if name.replace(" ", "") == joined), Sign.VENDOR
        )

    def put(self, text: str, signs: dict[Sign, str]) -> str:
        """Return a text with ``signs`` in the place of names."""
        said, done = [], 0
        for start, end, sign in self.find(text):
            said += [text[done:start], signs[sign]]
            done = end
        return "".join([*said, text[done:]])


def _plain(name: str) -> str:
    return " ".join(tokens(name))


def _written(plain: str) -> str:
    """Return a pattern for a name however its words are joined: "globex-foods" in an address."""
    return r"[\W_]{0,3}".join(map(re.escape, plain.split()))
