"""Lines as the names' model reads them, and what it says."""

from __future__ import annotations

import pytest

from sowhat.judge.tokens import tokenizer
from sowhat.judge.whose import MOST, Case, Line, Mark, Sign, Whose, cut, reader, sequences
from sowhat.paths import resources

WORDS = tokenizer(resources() / "models" / "words.json")


def test_a_line_is_cut_into_tokens_with_the_case_of_their_words() -> None:
    line = Line(Mark.BODY, "Why vyomi and ACME chose McArdle")
    mark, *told = cut(line, 3, WORDS)
    assert (mark.id, mark.line, mark.start, mark.end) == (Mark.BODY, 3, 0, 0)
    cases = {line.text[token.start : token.end]: token.case for token in told}
    assert cases["Why"] is Case.CAPITAL
    assert cases["and"] is Case.SMALL
    assert {t.case for t in told if 14 <= t.start < 18} == {Case.LOUD}
    assert {t.case for t in told if t.start >= 25} == {Case.MIXED}
    assert all(token.line == 3 for token in told)


def test_known_names_are_replaced_by_signs() -> None:
    text = "Proposal by Acme for Globex Foods"
    line = Line(Mark.TITLE, text, ((21, 33, Sign.CUSTOMER), (12, 16, Sign.VENDOR)))
    told = list(cut(line, 0, WORDS))
    signs = [token for token in told if token.id in (Sign.VENDOR, Sign.CUSTOMER)]
    assert [text[sign.start : sign.end] for sign in signs] == ["Acme", "Globex Foods"]
    rest = [text[token.start : token.end] for token in told[1:] if token not in signs]
    assert rest == ["Proposal", "by", "for"]


def test_long_slides_are_read_in_parts_that_all_begin_with_the_title() -> None:
    lines = [Line(Mark.TITLE, "What we heard"), *[Line(Mark.BODY, "one two three " * 9)] * 12]
    found = list(sequences(lines, WORDS))
    assert len(found) > 1
    assert all(len(one) <= MOST and one[0].id == Mark.TITLE for one in found)
    told = [token.line for one in found for token in one if token.line]
    assert sorted(set(told)) == list(range(1, 13))
    assert told == sorted(told)


def test_nothing_is_said_of_marks_and_signs() -> None:
    line = Line(Mark.BODY, "Globex pays", ((0, 6, Sign.CUSTOMER),))
    (said,) = reader().read([line])
    assert [line.text[one.start : one.end] for one in said] == ["pays"]
    assert said[0].chances.sum() == pytest.approx(1.0, abs=1e-4)


def test_a_title_is_told_once_however_many_parts_a_slide_has() -> None:
    lines = [Line(Mark.TITLE, "What we heard"), *[Line(Mark.BODY, "one two three " * 9)] * 12]
    title, *_ = reader().read(lines)
    assert [(one.start, one.end) for one in title] == [(0, 4), (5, 7), (8, 13)]


@pytest.mark.parametrize(
    ("title", "text", "name", "whose"),
    [
        ("Proposal", "Prepared for Brightwell Foods", "Brightwell", Whose.CUSTOMER),
        ("References", "Reference: Brightwell Foods cut waste by 14 %", "Brightwell", Whose.PEER),
        ("Compliance", "We are certified to ISO 27001", "ISO", Whose.STANDARD),
    ],
)
def test_the_model_tells_by_what_stands_around(
    title: str, text: str, name: str, whose: Whose
) -> None:
    _, said = reader().read([Line(Mark.TITLE, title), Line(Mark.BODY, text)])
    (first, *_) = [one for one in said if one.start == text.index(name)]
    assert Whose(int(first.chances.argmax())) is whose
