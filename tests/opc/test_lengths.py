from __future__ import annotations

from lxml import etree

from sowhat import opc
from sowhat.opc.lengths import LONGEST_WORD, MOST_CHARACTERS, MOST_PARAGRAPHS

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
NAME = "ppt/slides/slide1.xml"


def part(*paragraphs: tuple[str, ...]) -> bytes:
    runs = ("".join(f"<a:r><a:t>{text}</a:t></a:r>" for text in texts) for texts in paragraphs)
    inner = "".join(f"<a:p>{run}</a:p>" for run in runs)
    return f'<x xmlns:a="{A}">{inner}</x>'.encode()


def words(parts: dict[str, bytes]) -> list[str]:
    root = etree.fromstring(parts[NAME])
    return ["".join(p.itertext()) for p in root]


def test_what_is_no_more_than_a_slide_holds_stays_as_it_is() -> None:
    parts = {NAME: part(("You pay", " late."), ("\u6211\u4eec\u7684\u3002" * 400,))}
    assert opc.cut(parts) == (parts, frozenset())


def test_words_beyond_the_first_are_cut() -> None:
    text = "a word " * (MOST_CHARACTERS // 7 + 10)
    found = opc.cut({NAME: part((text,), ("the end",))})
    assert words(found.parts) == [text[:MOST_CHARACTERS], ""]
    assert found.names == {NAME}


def test_paragraphs_beyond_the_first_are_left_out() -> None:
    found = opc.cut({NAME: part(*[("x",)] * (MOST_PARAGRAPHS + 5))})
    assert len(words(found.parts)) == MOST_PARAGRAPHS
    assert found.names == {NAME}


def test_a_word_is_cut_even_where_it_is_parted_into_runs() -> None:
    found = opc.cut({NAME: part(("see " + "a" * 600, "a" * 600, " and go on"))})
    assert words(found.parts) == ["see " + "a" * LONGEST_WORD + " and go on"]


def test_what_is_no_xml_is_left_to_others() -> None:
    parts = {NAME: b"<x" * 10_000, "ppt/media/image1.png": bytes(99_999)}
    assert opc.cut(parts) == (parts, frozenset())
