from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from sowhat.export import markdown
from sowhat.model import Audit, Gap
from sowhat.texts import gap_text
from tests import decks
from tests.export.proposals import BRIEF, CUT, ORDER, TOP, proposing


def test_the_page_says_all_that_matters(pptx_audit: Audit) -> None:
    audit = replace(
        pptx_audit, deck=replace(pptx_audit.deck, gaps=(Gap("no-text", 3), Gap("no-text", 1)))
    )
    page = markdown.as_markdown(audit)
    assert page.startswith("# Audit of small.pptx\n\n**Nearly all of it is about you.**\n")
    assert page.endswith("\n")
    assert "share = (slides about you + half of both)" in page
    assert "- **Nearly all is about you.** " in page
    assert "(`all-about-us`)" in page
    assert "> You close the books in \\_\\_ days" in page
    rows = [line for line in page.splitlines() if line.startswith("| ")]
    assert len(rows) == 2 + len(audit.deck.slides)
    assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) == 1
    assert "| 3 (hidden) |" in rows[-1]
    assert f"Slides 1 and 3: {gap_text(Gap('no-text'))}" in page


def test_order_briefs_and_cuts_are_told(pptx_audit: Audit) -> None:
    page = markdown.as_markdown(proposing(pptx_audit))
    assert "## A new order\n\n1 slide moves; all others keep their order." in page
    assert "- Your customer first appears as slide: 2 → 1\n" in page
    assert re.search(rf"- \*\*Slide 2 before slide 1\*\* · .*: {ORDER.moves[0].why}", page)
    assert f"- **{markdown.plain(BRIEF.title)}** (after slide 2): {BRIEF.why}" in page
    assert f"\n  - {markdown.plain(BRIEF.lines[0])}\n" in page
    assert f"- **Cut it:** {CUT.why}" in page
    kept = markdown.as_markdown(pptx_audit)
    assert "The slides stay in their order" in kept
    assert "## Slides to write" not in kept


def test_a_question_has_no_full_stop_behind_it(pptx_audit: Audit) -> None:
    asked = replace(TOP[0], what="Ask slide 2: so what?")
    page = markdown.as_markdown(replace(pptx_audit, top=(asked, TOP[0])))
    assert "**Ask slide 2: so what?** *" in page
    assert f"**{markdown.plain(TOP[0].what)}.** *" in page


def test_a_decks_words_stay_words(audit_of: Callable[..., Audit]) -> None:
    words = "<b>a</b> | *b* [c](d) `e` # f _g_ ~h~ &amp; \x1b[31m"
    page = markdown.as_markdown(audit_of(decks.written((words, "the leading platform")), words))
    assert "<b>" not in page
    assert "\x1b" not in page
    assert r"\<b\>a\</b\> \| \*b\* \[c\](d) \`e\` \# f \_g\_ \~h\~ \&amp;" in page


def test_a_line_that_looks_like_a_list_is_none() -> None:
    assert markdown.plain("1. one") == r"\1. one"
    assert markdown.plain("- one\n+ two") == r"\- one + two"
    assert markdown.plain("=== x") == r"\=== x"
