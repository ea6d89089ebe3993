"""What nobody filled in: placeholders, blind text, instructions of a template, drafting notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sowhat.check.forms import Hit, forms
from sowhat.check.items import item
from sowhat.check.lines import Readings
from sowhat.check.passages import META, Passage
from sowhat.judge.whose import Whose
from sowhat.model import Block, Deck, Item, ItemKind, Picture, Role, Slide, Source, Where
from sowhat.rules.check import load_check

SAMPLES = 3  # names of a new chart
FEW = 4  # words of a line that stands for a picture
UNSEEN = 0.2  # less sure where no reader of the slides sees it
LISTED = 0.6  # below this nothing is said
SURE = 0.8  # from here on a placeholder stops a deck
READ, READ_SURE = 0.95, 0.7  # how likely words are a blank that no rule tells; how sure that is
_UNREAD = frozenset(  # where only rules look for blanks
    {
        *(Where.LINK, Where.FILE_NAME, Where.PROPERTY, Where.CHART_DATA, Where.PICTURE),
        *(Where.LAYOUT, Where.ALT, Where.CHART),
    }
)
_BRACKETS = re.compile(
    r"\{\{[^{}\n]{1,60}\}\}|<<[^<>\n]{1,60}>>|«[^«»\n]{1,60}»|%%\w[^%\n]{0,40}%%|\$\{[^{}\n]{1,40}\}"
    r"|\[\[[^\[\]\n]{1,60}\]\]|\[[^\[\]\n]{1,90}\]|<[^<>\n]{1,60}>|\{[^{}\n]{1,60}\}"
    r"|#[A-Z][A-Z_]{3,30}#|__[A-Z][A-Z_ ]{2,30}__"
)
_SURE_BRACKETS = ("{{", "<<", "[[", "%%", "${", "__", "#")
_TAG = re.compile(
    r"</|<(?:a|b|i|u|p|br|hr|em|li|ul|ol|td|tr|th|div|img|span|html|head|body|link|meta|table|script|"
    r"strong|style|form|input|button|int|string|bool|float|t|k|v|h[1-6])\b|<[\w.+-]+@[\w.-]+>|<https?:"
)
_CITED = re.compile(
    r"\[(?:\d{1,3}(?:\s*[,–-]\s*\d{1,3})*|[a-z]|[ivx]+|\w{1,20} ?\d{4}[a-z]?|sic|\.\.\.|…)\]"
)
_TO_THINGS = re.compile(  # what a product does for its users: "Add pictures to a ticket"
    r"\b(?:to|in|into|on) (?:each|every|any) \w+"
    r"|\b(?:to|in|into|on) (?:a|an|your) (?!slide|page|deck|template|box|placeholder"
    r"|table|chart|section)\w+|\bwith (?:one|a|two) (?:click|tap|swipe|step|press)|\bin seconds\b",
    re.IGNORECASE,
)
_PRESSED = re.compile(r"\b(?:press|hit|type|push)\s+$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_TOLD = re.compile(
    r"\b(?:that|which|who|what|if|when|once|where) (?:\w+ ){0,3}(?:is|are|has|have|needs?) $"
)
_ASKED = re.compile(r"[^.!?\n]*\?")  # a question about it
_OPENS, _CLOSES = re.compile(r"\w.*[\"'“‘„«]$"), re.compile(r"[\"'”’“»]")
_BY = re.compile(  # who reads the slide is asked, or something is changed by so much
    r" (?:(?:by|within|in|at) (?:an?|the|each|every|your|one|two|\d)|us|me|your"
    r"|(?:par|avec|durch|von|door) [A-ZÀ-Þ]\w+)\b"
)
_MASKED = re.compile(
    r"(?<![\w.])(?:[$€£¥₹]\s?[Xx]+(?:[.,][XxYy]+)?\s?(?:[kKmMbB]|million|bn|Mio)?\b"
    r"|[Xx]+(?:[.,][Xx]+)?\s?(?:%|€|£|\$|EUR|USD|GBP|(?:million|billion|bn)\b)"
    r"|\b[Xx]{2,3}[.,][Xx]+(?:\s?[kKmMbB]\b)?|\b[XY]\.[XY][kKmMbB]?\b|[$€£]\s?_{2,}|[$€£]\s?0\.0[kKmMbB]\b"
    r"|\bQ[Xx]\b|\b20[Xx]{2}\b|\b20YY\b"
    r"|\b[XY] (?:days|weeks|months|years|hours|customers|employees|users|sites)\b"
    r"|\bN (?:days|weeks|months)\b)"
)
_DATES = re.compile(
    r"(?<!\w)(?:[dD]{1,2}[./ -][mM]{2,4}[./ -][yY]{2,4}|[mM]{2}[./ -][dD]{2}[./ -][yY]{2,4}"
    r"|[yY]{4}[./ -][mM]{2}[./ -][dD]{2}|[tT]{2}\.[mM]{2}\.[jJ]{2,4}|[jJ]{2}/[mM]{2}/[aA]{4}"
    r"|[dD]{2}[./][mM]{2}[./][aA]{2,4}|[xX]{2}[./-][xX]{2}[./-](?:[xX]{2,4}|20\d\d)"
    r"|\bMonth (?:YYYY|20XX|XX)|DD Month YYYY)(?!\w)"
)
_NAMED = re.compile(  # "the TODO Group" is a name; what a mark means is told
    r"[ -][A-Z][a-z]+|[^.\n]{0,30}\b(?:means?|stands for|is short for)\b"
)
_CODE = re.compile(r"(?://|#|/\*)\s*$")
_DOTS = re.compile(r"(?<!\S)(?:_{4,}|\.{6,}|…{2,}|X{3,}|x{4,}|\?{3,})(?!\w)")
_SAMPLE_MAIL = re.compile(
    r"(?i)\b(?:name|firstname|first\.last|firstname\.lastname|your\.?name|you|yourname|vorname\.nachname)@[\w.-]+|\b[\w.-]+@(?:yourcompany|yourdomain|company|customer|client|vendor|supplier|partner|domain)\.[a-z]{2,4}\b"
)
_SAMPLE_PHONE = re.compile(
    r"\+?\(?[0xX]{2,4}\)?(?:[ .-][xX0]{2,4}){2,}|\b123[ -]?456[ -]?7890\b|\+00 "
)


def placeholders(
    deck: Deck, stream: Iterable[Passage], readings: Readings | None = None
) -> Iterator[Item]:
    """Yield what was left to fill in: what rules tell, and what reads like it."""
    for passage in stream:
        if passage.where in (Where.LINK, Where.FILE_NAME, Where.LAYOUT) and not _filled(passage):
            continue
        found = hits(passage)
        for hit in found:
            if hit.sure - UNSEEN >= LISTED or not _is_apart(passage):
                yield _item(passage, hit)
        if readings and passage.where not in _UNREAD:
            yield from _read(passage, found, readings)
    for slide in deck.slides:
        yield from _empty(slide)
        yield from _sample(slide)


def _read(passage: Passage, found: Sequence[Hit], readings: Readings) -> Iterator[Item]:
    """Yield what the text model takes for a blank where rules tell nothing: several words, or all
    of a line."""
    text = passage.text.strip()
    for start, end in readings.likely(passage, (Whose.BLANK,), READ):
        said = passage.text[start:end]
        letters = len(said) > 1 and len(set(said.casefold())) == 1  # "nnn"
        whole = letters or (2 * len(said) >= len(text) and len(said) >= FEW)
        several = len(said.split()) >= FEW
        if _is_apart(passage):  # a speaker's reminders are orders, too
            whole, several = whole and not several, False
        there = any(hit.start < end and start < hit.end for hit in found)
        if not there and (whole or several):
            yield passage.item(
                ItemKind.PLACEHOLDER,
                "placeholder-read",
                (start, end),
                confidence=READ_SURE,
                blocker=False,
            )


def _filled(passage: Passage) -> bool:
    """Say whether a layout's words show on a slide; a template's own prompts are its business."""
    return passage.where is Where.FILE_NAME or (
        passage.where is Where.LAYOUT and passage.slide is not None
    )


def _is_apart(passage: Passage) -> bool:
    """Say whether a passage is not the slide's own: a speaker's reminders are no gap on a slide, a
    screenshot's blanks are its own."""
    return passage.where in META or passage.where is Where.PICTURE


def _item(passage: Passage, hit: Hit) -> Item:
    sure = hit.sure
    if _is_apart(passage):
        sure -= UNSEEN
    return passage.item(
        ItemKind.PLACEHOLDER,
        hit.rule,
        (hit.start, hit.end),
        confidence=sure,
        blocker=sure >= SURE,
    )


def hits(passage: Passage) -> list[Hit]:
    """Return the placeholders in a passage, none inside another."""
    found = [hit for rule in _RULES for hit in rule(passage)]
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda h: (h.start - h.end, -h.sure)):
        if not any(k.start < hit.end and hit.start < k.end for k in kept):
            kept.append(hit)
    return sorted(kept, key=lambda h: h.start)


def _whole(passage: Passage) -> Iterator[Hit]:
    """Match lines that only ask to be filled, or stand for a picture."""
    said = passage.text.strip()
    small = " ".join(said.casefold().strip(" .:…*!\"“”'‘’()-–").split())
    lists, start = load_check().placeholders, passage.text.index(said) if said else 0
    end = start + len(said)
    if passage.where in (Where.CHART, Where.CHART_DATA) or (
        passage.head and small in lists.headings
    ):
        return  # "First draft" is what a chart counts
    if small in lists.whole:
        weak = small in lists.weak or passage.where is Where.TABLE
        yield Hit("placeholder-line", start, end, 0.75 if weak else 0.95)
    elif small in lists.samples:
        yield Hit("sample-chart", start, end, 0.7)
    elif _stands_for_picture(passage, small):
        yield Hit("placeholder-picture", start, end, 0.85)


def _stands_for_picture(passage: Passage, small: str) -> bool:
    """Say whether a short line names the picture that was to stand there: "Client logo"."""
    block, parts = passage.block, small.removesuffix(" here").split()
    if block is None or block.role not in (Role.BODY, Role.SUBTITLE) or not passage.seen:
        return False
    if block.source is Source.OCR or not 1 < len(parts) <= FEW or "," in small:
        return False
    lists = load_check().placeholders
    return parts[-1] in lists.pictures or (parts[0] in lists.made and parts[-1] in lists.drawings)


def _anywhere(passage: Passage) -> Iterator[Hit]:
    lists = load_check().placeholders
    if passage.head and passage.text.strip().casefold() in lists.headings:
        return
    for match in _phrases().finditer(passage.text):
        before, after = passage.text[: match.start()], passage.text[match.end() :]
        if _TOLD.search(before) or _BY.match(after) or _ASKED.match(after):
            continue
        if _OPENS.search(before) and _CLOSES.match(after):
            continue  # "the order stays in 'to be confirmed'"
        small = match.group().casefold()
        sure = 0.8 if small in lists.soft or small.startswith("to be ") else 0.95
        rule = "blind-text" if small in lists.blind else "drafting-note"
        yield Hit(rule, match.start(), match.end(), sure)


@cache
def _phrases() -> re.Pattern[str]:
    listed = sorted(load_check().placeholders.anywhere, key=len, reverse=True)
    choice = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in listed)
    return re.compile(rf"(?<!\w)(?:{choice})(?!\w)", re.IGNORECASE)


@cache
def _marks() -> re.Pattern[str]:
    listed = sorted(load_check().placeholders.marks, key=len, reverse=True)
    return re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, listed))})(?![\w])")


def _marked(passage: Passage) -> Iterator[Hit]:
    """Match TBD, XXX and the like."""
    for match in _marks().finditer(passage.text):
        if not _NAMED.match(passage.text, match.end()) and not _CODE.search(
            passage.text[: match.start()]
        ):
            yield Hit("placeholder-mark", match.start(), match.end(), 0.9)
    for pattern, rule, sure in (
        (_MASKED, "placeholder-number", 0.9),
        (_DATES, "placeholder-date", 0.95),
        (_DOTS, "placeholder-mark", 0.85),
        (_SAMPLE_MAIL, "placeholder-contact", 0.9),
        (_SAMPLE_PHONE, "placeholder-contact", 0.85),
    ):
        if passage.where is Where.PICTURE and pattern in (_DOTS, _SAMPLE_PHONE):
            continue  # a drawing's dots and lines are read as such
        for match in pattern.finditer(passage.text):
            yield Hit(rule, match.start(), match.end(), sure)


def _bracketed(passage: Passage) -> Iterator[Hit]:
    """Match words in brackets that ask to be filled."""
    for match in _BRACKETS.finditer(passage.text):
        said = match.group()
        if f"[/{said[1:]}" in passage.text or said.startswith("[/"):
            continue
        inner = said.strip("[]{}<>«»%#_$ '’\"“”")
        if not inner or _TAG.match(said) or _CITED.fullmatch(said):
            continue
        if _PRESSED.search(passage.text[: match.start()]):
            continue  # a key
        sure = _bracket_sure(said, inner)
        if sure:
            yield Hit("placeholder-bracket", match.start(), match.end(), sure)


def _bracket_sure(said: str, inner: str) -> float:
    apart = re.sub(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])|_", " ", inner)
    parts = [word.casefold() for word in _WORD.findall(apart)]
    known = load_check().placeholders.inside
    asked = (
        any(p in known or p.removesuffix("s") in known for p in parts) or inner.casefold() in known
    )
    first = bool(parts) and parts[0] in load_check().placeholders.orders
    if said.startswith(_SURE_BRACKETS):
        return 0.95 if parts else 0.0
    if said.startswith("{"):
        return 0.9 if asked and len(parts) <= 4 else 0.0
    if said.startswith("«"):
        return 0.9 if asked and len(parts) <= 3 else 0.0
    if re.search(r"[:=;|/]|, ", inner) and inner.islower():
        return 0.0  # code
    if said.startswith("<"):
        return 0.9 if asked and len(parts) <= 5 else 0.0
    if first:
        return 0.95
    if asked and len(parts) <= 6:
        return 0.95
    return 0.9 if inner.isupper() and len(parts) > 1 and asked else 0.0


def _instruction(passage: Passage) -> Iterator[Hit]:
    """Match orders to whoever fills a template: "Add founder names, photos and bios"."""
    if passage.where in (Where.NOTES, Where.COMMENT):
        return
    for match in _asked().finditer(passage.text):
        yield Hit("template-instruction", match.start(), match.end(), 0.7)
    for match in _order().finditer(passage.text):
        line = match.group().strip()
        if _TO_THINGS.search(line):
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        yield Hit("template-instruction", start, start + len(line), 0.85)


@cache
def _asked() -> re.Pattern[str]:
    """Match what a template asks of its author: "Explain your most powerful factor"."""
    lists = load_check().placeholders
    asked, slots = "|".join(lists.asks), "|".join((*lists.slots, *lists.matter))
    typed = rf"(?:enter|add|insert) (?:here )?your (?:\w+ )?(?:{slots})s?\b"
    return re.compile(
        rf"^(?:{typed}|(?!enter|add|insert)(?:{asked}) (?:here )?(?:how |what |why )?your\b)"
        r".{0,80}",
        re.IGNORECASE,
    )


@cache
def _order() -> re.Pattern[str]:
    lists = load_check().placeholders
    orders = "|".join(map(re.escape, lists.orders))
    things = "|".join(re.escape(thing) for thing in sorted(lists.objects, key=len, reverse=True))
    start = r"(?:^|(?<=[.!?\n:(]))[ \t]*(?:please )?"
    pattern = rf"{start}(?:{orders})\b[^.\n]{{0,80}}?\b(?:{things})\b[^.\n]{{0,80}}"
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)


def _formed(passage: Passage) -> Iterator[Hit]:
    """Match what the rules tell by its form: remarks, orders to whoever fills a template."""
    heading = passage.head and passage.text.strip().casefold() in load_check().placeholders.headings
    asked = passage.where in (Where.NOTES, Where.COMMENT)
    for hit, spoken in forms(passage.text) if not heading else ():
        drawn = passage.where is Where.PICTURE and not _WORD.search(
            passage.text, hit.start, hit.end
        )
        if not drawn and not (spoken and asked):
            yield hit


_RULES = (_whole, _anywhere, _marked, _bracketed, _instruction, _formed)


def _empty(slide: Slide) -> Iterator[Item]:
    """Yield a title placeholder that is empty, and others that ask for something of their own."""
    prompts = load_check().placeholders.prompts
    for block in slide.empty:
        own = block.text and not any(word in block.text.casefold() for word in prompts)
        if block.role is Role.TITLE:
            yield _unfilled(slide, block, "empty-title", 0.7)
        elif own:
            yield _unfilled(slide, block, "empty-placeholder", 0.5)


def _unfilled(slide: Slide, block: Block, rule: str, sure: float) -> Item:
    where = Where.TITLE if block.role is Role.TITLE else Where.BODY
    where = Where.HIDDEN if slide.hidden else where
    kind, said = ItemKind.PLACEHOLDER, block.text
    return item(kind, rule, slide.number, where, said, sure=sure, box=block.box)


def _sample(slide: Slide) -> Iterator[Item]:
    """Yield a chart that still shows the names of a new one."""
    known = load_check().placeholders.samples
    charts = [picture for picture in slide.pictures if picture.chart is not None]
    said = [name for picture in charts for name in _names(picture)]
    said += [block.text for block in slide.blocks if block.role is Role.CHART]
    found = dict.fromkeys(name for name in said if name.casefold() in known)
    if len(found) < SAMPLES:
        return
    where = Where.HIDDEN if slide.hidden else Where.CHART
    kind, box, told = ItemKind.PLACEHOLDER, charts[0].box if charts else None, ", ".join(found)
    yield item(kind, "sample-chart", slide.number, where, told, sure=0.95, blocker=True, box=box)


def _names(picture: Picture) -> tuple[str, ...]:
    """Return what the chart in a picture calls itself, its categories and its series."""
    chart = picture.chart
    return (chart.title, *chart.categories, *(s.name for s in chart.series)) if chart else ()
