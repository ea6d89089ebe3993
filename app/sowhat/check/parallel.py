"""Where a name stands just as the customer's does elsewhere in the deck."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sowhat.check.known import Known
from sowhat.check.names import Name
from sowhat.check.passages import Passage
from sowhat.language.vocabulary import is_function_word

BEFORE = AFTER = 3  # words on each side
_WORD = re.compile(r"[^\W_]+|[.:;!?]")


class Parallels:
    """What stands around the customer's name wherever a deck has it."""

    def __init__(self, known: Known, stream: Sequence[Passage]) -> None:
        self._whole: set[tuple[str, str]] = set()
        self._around: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
        self._before: set[tuple[str, ...]] = set()
        self._labels: set[str] = set()
        self._behind: set[tuple[str, ...]] = set()
        if not known.forms:
            return
        names = "|".join(re.escape(form) for form in known.forms)
        pattern = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)
        for passage in stream:
            for match in pattern.finditer(passage.text):
                self._add(passage.text[: match.start()], passage.text[match.end() :])

    def _add(self, before: str, after: str) -> None:
        if before.strip() or after.strip():
            self._whole.add((_plain(before), _plain(after)))
        left, right = _left(before), _right(after)
        if _says(left[-1:] + right[:1], 2):
            self._around.add((left[-1:], right[:1]))
        if _says(left, BEFORE):
            self._before.add(left)
        if before.rstrip().endswith(":"):
            self._labels.add(_plain(before))
        if _says(right[:1], 1):
            self._behind.add(right[:1])

    def stands_like(self, passage: Passage, name: Name) -> bool:
        """Say whether ``name`` stands in ``passage`` as the customer's name does elsewhere."""
        before, after = passage.text[: name.start], passage.text[name.end :]
        whole = (_plain(before), _plain(after))
        if whole in self._whole and (len(whole[0]) + len(whole[1])) > 5:
            return True
        left, right = _left(before), _right(after)
        if before.rstrip().endswith(":") and whole[0] in self._labels and right[:1] in self._behind:
            return (
                True  # "Source: Globex finance" beside "Source: Acme sales", "Acme finance checks"
            )
        return left in self._before or (left[-1:], right[:1]) in self._around


def _says(words: tuple[str, ...], least: int) -> bool:
    """Say whether words are enough to be more than chance: not all of them small ones."""
    telling = [word for word in words if word.isalpha() and not is_function_word(word)]
    return len(words) == least and len(telling) >= (2 if least == 2 else 1)


def _plain(text: str) -> str:
    return re.sub(r"[\W\d_]+", " ", text.casefold()).strip()


def _left(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text[-80:])[-BEFORE:])


def _right(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text[:80])[:AFTER])
