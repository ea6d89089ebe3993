"""What the file carries beside its slides: each trace speaks for the vendor, or keeps silent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sowhat import profile
from sowhat.model import (
    Bookmark,
    Box,
    Comment,
    CommentKind,
    Deck,
    Link,
    Picture,
    PictureOrigin,
    Properties,
    Slide,
    Source,
)
from sowhat.settings import AuditOptions
from tests.decks import written

PLACE = Box(0.4, 0.4, 0.6, 0.6)
QUIET = ("The year ends", "People wait for numbers.", "Nobody likes to wait.")


def names(deck: Deck) -> tuple[str, ...]:
    return profile.find(deck, AuditOptions()).vendor.names


def quiet(*first: str) -> Deck:
    """Make a deck that names nobody but what its first slide says."""
    return written(("A new start", *first), *[QUIET] * 5)


def every(deck: Deck, **more: object) -> Deck:
    """Change each slide of a deck."""
    return replace(deck, slides=tuple(replace(s, **more) for s in deck.slides))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("filed", "expected"),
    [
        (Properties(company="Zanthic Inc."), "Zanthic"),
        (Properties(custom=(("Company", "Zanthic GmbH"),)), "Zanthic"),
        (Properties(custom=(("Publisher", "Zanthic"),)), "Zanthic"),
        (Properties(custom=(("Language", "Zanthic"),)), None),
        (Properties(company="Hewlett-Packard Company"), None),
        (Properties(company="Your Company Name", author="user"), None),
        (Properties(manager="Zanthic Vane", last_author="Zanthic Vane"), None),
        (Properties(category="Zanthic", subject="Zanthic", keywords="Zanthic"), None),
    ],
)
def test_properties(filed: Properties, expected: str | None) -> None:
    found = names(replace(quiet(), properties=filed))
    assert (found[0] if found else None) == expected


@pytest.mark.parametrize(
    ("alt", "expected"),
    [
        ("Zanthic logo", "Zanthic"),
        ("Logo of Zanthic", "Zanthic"),
        ("The Zanthic company logo", "Zanthic"),
        ("C:\\pictures\\zanthic-logo.png", "Zanthic"),
        ("Company Logo", None),
        ("A red bridge over Zanthic", None),
        ("A logo with black squares Description automatically generated", None),
    ],
)
def test_the_logo_on_every_slide(alt: str, expected: str | None) -> None:
    mark = Picture(PLACE, PictureOrigin.IMAGE, Source.SLIDE, alt=alt, sha256="a" * 64)
    deck = quiet("Zanthic")
    found = names(every(deck, pictures=(mark,)))
    assert (found[0] if found else None) == expected
    first, *rest = deck.slides
    once = replace(deck, slides=(replace(first, pictures=(mark,)), *rest))
    assert names(once) == ()


def linked(*targets: str) -> Deck:
    return every(quiet(), links=tuple(Link(target, box=PLACE) for target in targets))


def test_links_behind_places() -> None:
    assert names(linked("mailto:jane@zanthic.com", "https://www.zanthic.com")) == ("Zanthic",)
    accounts = ("https://www.linkedin.com/company/zanthic", "https://zanthic.com")
    assert names(written(("Zanthic",), *linked(*accounts).slides[1:])) == ("Zanthic",)
    others = (
        "https://en.wikipedia.org/wiki/Bridge",
        "https://www.youtube.com/watch",
        "https://x.com",
    )
    assert names(linked(*others)) == ()
    assert names(linked(*(f"https://www.source{n}.org/report" for n in range(9)))) == ()


def test_headings_of_sections_and_outline_only_confirm() -> None:
    slides = (
        ("Zanthic",),
        *[("Rivers", "The bridges of Zanthic stand."), ("Roads", "They ask Zanthic.")],
    )
    plain = written(*slides)
    assert names(plain) == ("Zanthic",)
    marks = (Bookmark("Zanthic plans", 0, 1), Bookmark("Rivers", 1, 2))
    assert names(replace(quiet(), outline=marks)) == ()
    assert names(every(quiet(), section="About Zanthic")) == ()
    assert names(replace(plain, outline=marks)) == ("Zanthic",)


def test_who_left_remarks_is_a_person() -> None:
    said = tuple(Comment("Why?", CommentKind.CLASSIC, author=a) for a in ("Ann Lee", "Bob Ray"))
    deck = written(
        ("Bridges", "By Ann Lee"), *[QUIET] * 4, ("Questions", "Ann Lee", "jo@zanthic.com")
    )
    assert names(every(deck, comments=said))[0] == "Zanthic"
    assert names(every(quiet(), comments=said)) == ()


def test_traces_of_slides_without_words() -> None:
    mark = Picture(PLACE, PictureOrigin.IMAGE, Source.LAYOUT, alt="Zanthic logo")
    slides = [Slide(n, pictures=(mark,), links=(Link(slide=1),)) for n in range(1, 6)]
    assert names(written(*slides)) == ("Zanthic",)


@pytest.mark.parametrize(
    ("slides", "expected"),
    [
        (
            (("Zanthic Bridge Works (ZBW)",), ("Why ZBW?", "ZBW builds."), ("ZBW", "Ask ZBW.")),
            {"ZBW"},
        ),
        (
            (("Zan Thic",), ("ZanThic", "They ask ZanThic."), ("At ZanThic", "We like ZanThic.")),
            {"Zan Thic"},
        ),
        (
            (("Zanthic Group",), ("Zanthic", "People like Zanthic."), ("Ask", "Ask Zanthic.")),
            {"Zanthic"},
        ),
        (
            (("Report", "Prepared by Zanthic"), ("For you", "Globex Inc. waits."), QUIET),
            {"Zanthic"},
        ),
        ((("Z A N T H I C",), ("Zanthic", "We ask Zanthic."), QUIET), {"Zanthic"}),
        (
            (("Fees", "Lee, Ray & Moss LLP"), QUIET, ("Call", "office@leeraymoss.com")),
            {"Lee, Ray & Moss"},
        ),
    ],
)
def test_forms_of_the_name(slides: tuple[tuple[str, ...], ...], expected: set[str]) -> None:
    assert expected <= set(names(written(*slides)))
