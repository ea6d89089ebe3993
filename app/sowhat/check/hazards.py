"""What embarrasses in front of a customer: remarks, internal words, who wrote it and where."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import PurePath

from sowhat.check.cues import choice
from sowhat.check.items import item
from sowhat.check.passages import Passage
from sowhat.model import Box, Deck, Item, ItemKind, PictureOrigin, Slide, Where
from sowhat.profile.names import key
from sowhat.rules.check import load_check

LONGEST = 120  # characters of a text that is told
_LOCAL = re.compile(
    r"(?i)(?:file:/+\S+|\\\\[\w.-]+\\\S+|\b[a-z]:\\[^\s\"<>|]+(?:\\[^\s\"<>|]+)*|(?<!\w)/(?:Users|home|Volumes)/\S+"
    r"|Macintosh HD:\S+|smb://\S+)"
)
_HOST = re.compile(r"(?i)^(?:https?|ftps?)://(?:[^/\s@]*@)?([^/\s:?#]+)")
_NUMBER = re.compile(r"^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$")


def hazards(deck: Deck, stream: Iterable[Passage], vendor: Collection[str]) -> Iterator[Item]:
    """Yield what is in the file and not for its reader; none of it stops a deck by itself."""
    yield from _properties(deck, set(map(key, vendor)))
    for slide in deck.slides:
        yield from _of_slide(slide)
    for passage in stream:
        yield from _said(passage)


def _properties(deck: Deck, vendor: set[str]) -> Iterator[Item]:
    known = deck.properties
    for rule, value in (
        ("property-author", known.author),
        ("property-author", known.last_author if known.last_author != known.author else ""),
        ("property-manager", known.manager),
    ):
        if value and key(value) not in vendor:
            yield _item(rule, None, Where.PROPERTY, value, 0.6)
    for name, value in known.custom:
        if value and not name.startswith(("_", "MSIP", "ContentType")):
            yield _item("property-custom", None, Where.PROPERTY, f"{name}: {value}", 0.5)


def _of_slide(slide: Slide) -> Iterator[Item]:
    if slide.hidden:
        yield _item("hidden-slide", slide.number, Where.HIDDEN, slide.title, 0.8)
    for comment in slide.comments:
        said = f"{comment.author}: {comment.text}" if comment.author else comment.text
        yield _item("comment", slide.number, Where.COMMENT, said, 0.85, comment.box)
    for block in slide.unseen:
        where = (
            Where.OFF_SLIDE if block.unseen and block.unseen.value == "off-slide" else Where.HIDDEN
        )
        yield _item("unseen-words", slide.number, where, block.text, 0.6, block.box)
    for picture in slide.pictures:
        if picture.origin is PictureOrigin.OBJECT and picture.content:
            yield _item(
                "embedded-file", slide.number, Where.CHART_DATA, picture.content, 0.6, picture.box
            )


def _said(passage: Passage) -> Iterator[Item]:
    for match in _LOCAL.finditer(passage.text):
        yield _found(passage, match.span(), "local-path", 0.85)
    if passage.where is Where.LINK and _is_internal(passage.text):
        yield _found(passage, (0, len(passage.text)), "internal-link", 0.85)
    if passage.where in (Where.NOTES, Where.HIDDEN, Where.OFF_SLIDE):
        for match in _internal().finditer(passage.text):
            yield _found(passage, match.span(), "internal-words", 0.75)


def _is_internal(target: str) -> bool:
    """Say whether an address works inside a company only."""
    rules, host = load_check().hazards, _HOST.match(target)
    if host is None:
        return target.casefold().startswith(rules.schemes) and not _LOCAL.match(target)
    name = host.group(1).casefold()
    alone = "." not in name or name.split(".")[0] in rules.hosts
    return alone or name.endswith((*rules.servers, *rules.clouds)) or bool(_NUMBER.match(name))


@cache
def _internal() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{choice(load_check().hazards.internal)})(?!\w)", re.IGNORECASE)


def _found(passage: Passage, span: tuple[int, int], rule: str, sure: float) -> Item:
    return passage.item(ItemKind.HAZARD, rule, span, confidence=sure, blocker=False)


def _item(
    rule: str, slide: int | None, where: Where, said: str, sure: float, box: Box | None = None
) -> Item:
    short = said if len(said) <= LONGEST else f"{said[:LONGEST]}…"
    values = {"text": short, "name": PurePath(said).name}
    return item(ItemKind.HAZARD, rule, slide, where, said, sure=sure, box=box, values=values)
