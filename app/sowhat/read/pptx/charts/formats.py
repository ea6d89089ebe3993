"""Numbers as a chart shows them: the simple cases of a spreadsheet's number formats."""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

GENERAL = "General"
LONGEST = 200  # letters of a format that are looked at
MOST_SIGNS = 5  # of percent and of thousands that count
LARGEST = 1e15  # where a double's digits end
LATEST = 2_958_465  # the last day a spreadsheet knows
_EPOCH = dt.datetime(1899, 12, 30)
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<money>[^\]-]*)[^\]]*\]|\[[^\]]*\]'
    r"|_.|\*.|(?P<digits>[0#?][0#?,.]*)|(?P<date>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+)|(?P<sign>.)",
    re.DOTALL,
)
_DATE = re.compile(r"[yY]|[dD]|[mM]{2}|[hH]")
_NO_DATE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[gG]eneral')
_WORDS = {
    "yy": "%y",
    "yyyy": "%Y",
    "m": "{0.month}",
    "mm": "%m",
    "mmm": "%b",
    "mmmm": "%B",
    "d": "{0.day}",
    "dd": "%d",
    "ddd": "%a",
    "dddd": "%A",
    "h": "{0.hour}",
    "hh": "%H",
    "s": "{0.second}",
    "ss": "%S",
}


def shown(value: float, code: str) -> str:
    """Return ``value`` in the format ``code``: "0.0%", '"$"#,##0', "mmm yy" and the like."""
    sections = _sections(code[:LONGEST])
    section, value = _chosen(sections, value)
    plain = _NO_DATE.sub("", section)
    if not section and len(sections) > 1:
        return ""
    if not section or abs(value) >= LARGEST or section.strip().lower() == GENERAL.lower():
        return general(value)
    if _DATE.search(plain) and not re.search("[0#?]", plain):
        return _date(value, section)
    return _number(value, section)


def general(value: float) -> str:
    """Return a number as it is without a format: "9", "0.25"."""
    return f"{value:.10g}" if abs(value) < 1e11 else f"{value:.5E}"


def _sections(code: str) -> list[str]:
    """Part a format at its semicolons: positive, negative, nought."""
    parts = [""]
    quoted = False
    for sign in code:
        quoted ^= sign == '"'
        if sign == ";" and not quoted:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _chosen(sections: list[str], value: float) -> tuple[str, float]:
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    return sections[0], value


def _number(value: float, section: str) -> str:
    digits = "".join(m["digits"] or "" for m in _TOKEN.finditer(section))
    scale = len(digits) - len(digits.rstrip(","))
    percent = sum(m["sign"] == "%" for m in _TOKEN.finditer(section))
    powers = 2 * min(percent, MOST_SIGNS) - 3 * min(scale, MOST_SIGNS)
    figure = _figure(value * 10.0**powers, digits.rstrip(","))
    words: list[str] = []
    for match in _TOKEN.finditer(section):
        if match["digits"]:
            words.append(figure)
            figure = ""
        else:
            words.append(_literal(match))
    text = "".join(words)
    return f"-{text}" if value < 0 and any(sign in "123456789" for sign in text) else text


def _literal(match: re.Match[str]) -> str:
    known = ("quoted", "escaped", "money", "date", "sign")
    return next((match[name] for name in known if match[name]), "")


def _figure(value: float, digits: str) -> str:
    """Return the digits of a number without its sign."""
    if not digits:
        return ""
    whole, _, fraction = digits.partition(".")
    places = sum(sign in "0#?" for sign in fraction)
    try:
        rounded = abs(Decimal(repr(value))).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    except InvalidOperation:
        return general(abs(value))
    text = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    for sign in reversed(fraction):
        if sign not in "#?" or not text.endswith("0"):
            break
        text = text[:-1]
    text = text.removesuffix(".")
    if "0" not in whole and text.startswith("0"):
        text = text[1:]
    return text.rjust(whole.replace(",", "").count("0"), "0")


def _date(value: float, section: str) -> str:
    if not 0 <= value <= LATEST:
        return general(value)
    day = _EPOCH + dt.timedelta(seconds=round(value * 86400))
    words: list[str] = []
    for match in _TOKEN.finditer(section):
        if name := (match["date"] or "").lower():
            pattern = _WORDS.get(name) or _WORDS[name[0] * (4 if name[0] in "yd" else 2)]
            if name[0] == "m" and words and words[-1] == ":":
                pattern = "%M"
            words.append(pattern.format(day) if "{" in pattern else day.strftime(pattern))
        else:
            words.append(match["digits"] or _literal(match))
    return "".join(words)
