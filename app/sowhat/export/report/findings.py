"""The pages that say what was found in the whole deck, why it matters, and what to ask."""

from __future__ import annotations

from typing import Any

from sowhat import rules
from sowhat.export.report.column import Drawing, Hanging, Piece, heading, marked, words
from sowhat.export.report.pages import FINDINGS, Pages
from sowhat.export.report.shapes import stance
from sowhat.export.report.summary import slide_links
from sowhat.export.report.typeface import BOLD, markup
from sowhat.model import Audit, Finding
from sowhat.palette import palette
from sowhat.texts import text

SHAPES = {"us": "vendor", "gap": "customer", "check": "unsure"}  # by level, in this order


def draw(pages: Pages, audit: Audit) -> None:
    """Draw the findings by level, in two columns, on as many pages as they take."""
    pages.mark(FINDINGS, text("report.findings.title"))
    pieces: list[Piece] = []
    for level in SHAPES:
        found = [finding for finding in audit.findings if finding.level == level]
        if found:
            pieces.append(heading(text(f"report.findings.{level}"), after=8))
            pieces += [_finding(audit, finding) for finding in found]
    if not pieces:
        pieces.append(words(text("report.findings.none")))
    title = text("report.findings.title")
    pages.end_with(pieces, pages.top(title), title, text("report.findings.continued"))


def _finding(audit: Audit, finding: Finding) -> Piece:
    lines: list[Piece] = [words(finding.message, "strong", after=2)]
    if finding.slides:
        lines.append(marked(slide_links(finding.slides), "small", palette().muted, after=3))
    rule = rules.load().findings.get(finding.id)
    if rule is not None:
        lines.append(words(rule.why, "text", after=3))
        if rule.so_what:
            lines.append(labelled("so-what", filled(rule.so_what[0], audit)))
        lines.append(labelled("do", rule.advice))
    return Hanging(lines, _sign(SHAPES[finding.level]), after=12)


def filled(question: str, audit: Audit) -> str:
    """Return a rule's question with the names of this deck, or plain words, in its blanks."""
    profile = audit.profile
    return question.format_map(
        {
            "claim": text("report.blank.claim"),
            "vendor": profile.vendor.name or text("report.blank.vendor"),
            "customer": profile.customer.name or text("report.blank.customer"),
        }
    )


def labelled(key: str, said: str, *, after: float = 3.0) -> Piece:
    """Return a paragraph that opens with the bold label ``key``."""
    color = palette().accent if key == "so-what" else palette().ink
    label = bold(text(f"report.labels.{key}"), color)
    return marked(f"{label} {markup(said)}", "text", after=after)


def bold(said: str, color: str) -> str:
    """Return markup of ``said`` in bold type."""
    return f'<font name="{BOLD.font}" color="{color}">{markup(said, BOLD)}</font>'


def _sign(shape: str) -> Drawing:
    def draw(canvas: Any, x: float, top: float) -> None:
        stance(canvas, shape, x + 7, top - 7.5, 11)

    return draw
