"""Plain words out of what fonts write: ligatures, odd spaces, control characters, bullets."""

from __future__ import annotations

import re
import unicodedata

_BULLETS = frozenset("•●○◦▪■□▫◼◾‣⁃∙·►▶▸▷➢➤➔→✓✔✗✘❖◆◇❑❏❒⬤⚫★☆*»›-–—\uf0b7\uf0a7\uf0d8\uf0fc\uf076")
_NUMBERED = re.compile(r"^(?:\(?\d{1,2}[.)]|\(?[a-zA-Z][.)])$")
_NUMBER = re.compile(r"^[^A-Za-z]{0,3}\d[\d.,:/%\s]*(?:[A-Za-z%+×]{0,2})?[^A-Za-z]{0,2}$")
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_LIGATURES |= {0x2: "-", 0xFFFE: "-", 0xAD: "-", 0x2011: "-"}  # PDFium's marks for a hyphen
_SKIPPED = frozenset({"Cc", "Cf", "Cs", "Cn", "Co"})
_CODES = frozenset((0xB, 0xC, *range(0x1C, 0x20)))  # spaces to Python, letters in bad fonts
HYPHENS = ("-", "\u2010")  # that may part a word at a line's end
_UNKNOWN = 0xF0000  # from here on: characters whose letters have to be found out


def letters(code: int) -> str:
    """Return what a character reads as: "" for nothing to read, " " for any space."""
    if 0x20 < code < 0x7F:
        return chr(code)
    if code in _LIGATURES:
        return _LIGATURES[code]
    if code > 0x10FFFF or code == 0xFFFD:
        return ""
    char = chr(code)
    if (char.isspace() and code not in _CODES) or code in (0x200B, 0x2028, 0x2029, 0):
        return " "
    if char in _BULLETS:
        return char
    return "" if unicodedata.category(char) in _SKIPPED and code != 0x200D else char


def unknown(code: int) -> str:
    """Return a mark for a character that reads as nothing, one for each code."""
    return chr(_UNKNOWN + (code & 0xFFFF))


def is_unknown(char: str) -> bool:
    """Say whether a character is such a mark."""
    return ord(char) >= _UNKNOWN


def known_only(text: str) -> str:
    """Return a text without such marks."""
    return text if text.isascii() else "".join(c for c in text if ord(c) < _UNKNOWN)


def is_bullet(word: str) -> bool:
    """Say whether a word that opens a line is a bullet and no text."""
    return len(word) == 1 and (word in _BULLETS or word in "oO§") and word != "O"


def is_numbered(word: str) -> bool:
    """Say whether a word counts a list's items: "1.", "b)"."""
    return _NUMBERED.match(word) is not None


def is_number(text: str) -> bool:
    """Say whether a text is a figure with nothing to read beside it: "85%", "$4.2M", "03"."""
    return _NUMBER.match(text) is not None


def is_rtl(text: str) -> bool:
    """Say whether a word is written from right to left."""
    return not text.isascii() and any("\u0590" <= char <= "\u08ff" for char in text)


def is_east_asian(text: str) -> bool:
    """Say whether a text is written without spaces: Chinese, Japanese."""
    return not text.isascii() and any(
        "\u2e80" <= char <= "\u9fff" or "\uff00" <= char <= "\uff65" for char in text
    )
