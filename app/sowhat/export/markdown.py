"""The audit as Markdown, for a wiki, a ticket or a chat."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sowhat.export import check_wording as said
from sowhat.export.wording import (
    action_words,
    deck_name,
    draft_label,
    fixes_title,
    headline,
    motif_names,
    move_words,
    order_facts,
    order_notes,
    place_words,
    resolution_words,
    short_headline,
    stance_words,
    status_words,
    understood,
    unread,
)
from sowhat.measure import band_limits, formula, percent, spread
from sowhat.model import Advice, Audit, Cut, Finding, Missing, Readiness
from sowhat.rules import load
from sowhat.texts import text

LEVELS = ("us", "gap", "check")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_STARTS = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)
_ENDS = ("?", "!", ".")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def as_markdown(audit: Audit) -> str:
    """Return the audit as a page of GitHub's Markdown; the deck's own words are escaped."""
    return "\n".join(_lines(audit)).strip() + "\n"


def check_as_markdown(found: Readiness) -> str:
    """Return the check of a deck for its customer as a page of its own."""
    return "\n".join(_check(found)).strip() + "\n"


def plain(words: str) -> str:
    """Return ``words`` so that Markdown shows them as they are, in one line."""
    line = " ".join(_CONTROLS.sub("\N{REPLACEMENT CHARACTER}", words).split())
    return _STARTS.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", line))


def _lines(audit: Audit) -> Iterator[str]:
    yield f"# {plain(text('report.audit-of', deck=deck_name(audit)))}"
    yield from ("", f"**{plain(audit.sentence)}**", "")
    yield from _share(audit)
    yield from _bullets(f"**{label}** {plain(said)}" for label, said in understood(audit))
    yield from _titled(fixes_title(audit), _fixes(audit))
    for level in LEVELS:
        found = [finding for finding in audit.findings if finding.level == level]
        yield from _section(f"report.findings.{level}", map(_finding, found))
    yield from _section("report.order.title", _order(audit))
    yield from _section("report.whole.missing", (_brief(audit, one) for one in audit.missing))
    yield from _section("report.whole.cuts", _bullets(_cut(audit, one) for one in audit.cuts))
    yield from _section("report.slides", _slides(audit))
    yield from _section("markdown.each", _advice(audit))
    yield from _section("report.not-read", _bullets(map(plain, unread(audit.deck.gaps))))


def _share(audit: Audit) -> Iterator[str]:
    share, band = audit.measures.vendor_share, audit.measures.band
    if share is not None and band is not None:
        yield f"**{text('report.band', band=band, share=percent(share))}**"
        yield ""
    lines = [*formula(audit.measures).split("\n"), band_limits()]
    yield from ("```", *lines, "```", "")


def _section(key: str, lines: Iterable[str]) -> Iterator[str]:
    return _titled(text(key), lines)


def _titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield from ("", f"## {title}", "", *found)


def _check(found: Readiness) -> Iterator[str]:
    yield f"# {said.SIGNS[found.ready]} {text(f'check.{found.ready}')}"
    yield from ("", f"**{plain(found.sentence)}**", "", plain(said.head(found)))
    for title, lines in said.groups(found):
        yield from _titled(title, _bullets(map(_check_line, lines)))
    rows = (*said.about(found), *said.facts(found))
    yield from _section("check.about", _bullets(map(_told, rows)))
    yield from _section("check.master", _bullets(map(_told, said.master(found))))
    yield from _section("report.not-read", _bullets(map(plain, unread(found.audit.deck.gaps))))


def _check_line(line: said.Line) -> str:
    where = [text("words.slides", n=len(line.slides), slides=spread(line.slides))]
    parts = [*(where if line.slides else ()), said.place(line), said.sureness(line.confidence)]
    why = plain(line.why)
    return f"{f'**{why}**' if line.stops else why} ({plain(', '.join(parts))})"


def _told(row: said.Told) -> str:
    on = text("words.slides", n=len(row.slides), slides=spread(row.slides))
    return f"{said.MARKS[row.good]} {plain(row.said)}{f' ({on})' if row.slides else ''}"


def _bullets(lines: Iterable[str]) -> Iterator[str]:
    return (f"- {line}" for line in lines)


def _fixes(audit: Audit) -> Iterator[str]:
    for number, fix in enumerate(audit.top, 1):
        said = f"**{plain(status_words(fix.status))}** · " if fix.status else ""
        what = fix.what if fix.what.endswith(_ENDS) else f"{fix.what}."
        yield f"{number}. {said}**{plain(what)}** *{plain(fix.how)}* ({plain(fix.effect)})"


def _order(audit: Audit) -> Iterator[str]:
    found = audit.order
    yield from (" ".join(map(plain, order_notes(found))), "")
    if said := resolution_words(audit, found):
        yield from (f"**{plain(said)}**", "")
    for name, old, new in order_facts(found):
        then = f" → {plain(new)}" if new != old else ""
        yield f"- {plain(name)}: {plain(old)}{then}"
    if found.changed:
        yield ""
    for move in found.moves:
        title = short_headline(audit.deck.slides[move.slide - 1])
        yield f"- **{move_words(found, move)}** · {plain(title)}: {plain(move.why)}"


def _brief(audit: Audit, one: Missing) -> str:
    """Return a list's item with what stands on the slide below it."""
    lines = "".join(f"\n  - {plain(line)}" for line in one.lines)
    said = f"**{plain(one.title)}** ({place_words(one)}): {plain(one.why)}"
    return f"- {_marked(audit, one)}{said} *{plain(one.ask)}* ({plain(one.effect)}){lines}"


def _cut(audit: Audit, one: Cut) -> str:
    key = "merge" if one.merge else "cut"
    said = text(f"report.whole.{key}", n=len(one.slides))
    return f"{_marked(audit, one)}**{said}:** {plain(one.why)} ({plain(one.effect)})"


def _marked(audit: Audit, one: Missing | Cut) -> str:
    said = resolution_words(audit, one)
    return f"**{plain(said)}** · " if said else ""


def _finding(finding: Finding) -> str:
    rule = load().findings.get(finding.id)
    advice = f" {plain(rule.advice)}" if rule else ""
    return f"- **{plain(finding.message)}**{advice} (`{finding.id}`)"


def _slides(audit: Audit) -> Iterator[str]:
    head = [text(f"markdown.{key}") for key in ("slide", "title", "verdict", "motifs")]
    yield _row(head)
    yield _row("---" for _ in head)
    for slide in audit.deck.slides:
        verdict = audit.verdict(slide.number)
        number = text("markdown.hidden", slide=slide.number) if slide.hidden else slide.number
        cells = (headline(slide), stance_words(verdict), motif_names(verdict))
        yield _row((str(number), *map(plain, cells)))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _advice(audit: Audit) -> Iterator[str]:
    for slide in audit.deck.slides:
        items = audit.advice_for(slide.number)
        if items:
            title = text("report.slide", slide=slide.number)
            yield from (f"### {title} · {plain(headline(slide))}", "")
            for item in items:
                yield from _item(item, resolution_words(audit, item))


def _item(item: Advice, resolved: str) -> Iterator[str]:
    for asked in item.questions:
        yield from (f"*{plain(asked)}*", "")
    yield from (f"**{action_words(item)}** {plain(item.why)}".strip(), "")
    if resolved:
        yield from (f"**{plain(resolved)}**", "")
    if item.draft:
        if item.drafted_by:
            yield f"> *{plain(draft_label(item))}*  "
        lines = (f"> {plain(line)}  " for line in item.draft.splitlines())
        yield from (*lines, "")
