from __future__ import annotations

import pytest
from lxml import etree

from sowhat.read.pptx.equations import equation

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def r(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def part(name: str, settings: str = "", **inner: str) -> str:
    parts = "".join(f"<m:{key}>{value}</m:{key}>" for key, value in inner.items())
    return f"<m:{name}><m:{name}Pr>{settings}</m:{name}Pr>{parts}</m:{name}>"


def value(name: str, text: str) -> str:
    return f'<m:{name} m:val="{text}"/>'


def written(xml: str) -> str:
    return equation(etree.fromstring(f'<x xmlns:m="{M}"><m:oMath>{xml}</m:oMath></x>'))


SQUARE = part("sSup", e=r("b"), sup=r("2"))
SUM = part(
    "nary", value("chr", "∑"), sub=r("i=1"), sup=r("n"), e=part("sSub", e=r("x"), sub=r("i"))
)
GRID = (
    f"<m:m><m:mPr/><m:mr><m:e>{r('a')}</m:e><m:e>{r('b')}</m:e></m:mr>"
    f"<m:mr><m:e>{r('c')}</m:e><m:e>{r('d')}</m:e></m:mr></m:m>"
)


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (r("a+b"), "a+b"),
        (part("f", num=r("a"), den=r("b")), "a/b"),
        (part("f", num=r("a+b"), den=r("2c")), "(a+b)/2c"),
        (part("f", value("type", "noBar"), num=r("n"), den=r("k")), "n¦k"),
        (SQUARE, "b^2"),
        (part("sSup", e=r("b"), sup=r("n+1")), "b^(n+1)"),
        (part("sSup", e=r("a+b"), sup=r("2")), "(a+b)^2"),
        (part("sSup", e=part("d", e=r("a+b")), sup=r("2")), "(a+b)^2"),
        (part("sSup", e=r("(a)(b)"), sup=r("2")), "((a)(b))^2"),
        (part("sSubSup", e=r("x"), sub=r("i"), sup=r("2")), "x_i^2"),
        (part("sPre", sub=r("6"), sup=r("12"), e=r("C")), "_6^12C"),
        (part("rad", value("degHide", "1"), deg="", e=SQUARE + r("-4ac")), "√(b^2-4ac)"),
        (part("rad", deg=r("3"), e=r("x")), "∛(x)"),
        (part("rad", deg=r("n"), e=r("x")), "n√(x)"),
        (SUM, "∑_(i=1)^n x_i"),
        (part("nary", e=r("f")), "∫f"),
        (part("d", value("begChr", "[") + value("endChr", ""), e=r("a")), "[a"),
        (f"<m:d><m:dPr/><m:e>{r('a')}</m:e><m:e>{r('b')}</m:e></m:d>", "(a|b)"),
        (GRID, "[a, b; c, d]"),
        (part("d", e=GRID), "(a, b; c, d)"),
        (f"<m:eqArr><m:e>{r('x=1')}</m:e><m:e>{r('y=2')}</m:e></m:eqArr>", "x=1; y=2"),
        (part("acc", e=r("x")), "x\u0302"),
        (part("acc", value("chr", "→"), e=r("ab")), "ab→"),
        (part("bar", e=r("ab")), "ab"),
        (part("func", fName=r("sin"), e=r("x")), "sin x"),
        (
            part("func", fName=part("limLow", e=r("lim"), lim=r("n→∞")), e=r("a")),
            "lim_(n→∞) a",
        ),
        (part("phant", value("show", "0"), e=r("x")) + r("y"), "y"),
        (part("box", e=r("x")), "x"),
        (r("𝐸=𝑚") + part("sSup", e=r("𝑐"), sup=r("2")), "E=mc^2"),
        (r("ℎ𝜈"), "hν"),
        ("<m:f/>", "/"),
        ("<!-- nothing -->", ""),
    ],
)
def test_equations_are_one_line(xml: str, expected: str) -> None:
    assert written(xml) == expected


def test_what_lies_too_deep_is_its_letters() -> None:
    xml = r("x")
    for _ in range(80):
        xml = f"<m:f><m:num>{xml}</m:num><m:den>{r('2')}</m:den></m:f>"
    text = written(xml)
    assert text.count("x") == 1
    assert text.count("2") == 80
