"""Each kind of sign on a small deck."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest

from sowhat import language, signs
from sowhat.model import (
    WHOLE,
    Block,
    Box,
    Deck,
    Motif,
    Origin,
    Party,
    Picture,
    PictureOrigin,
    Profile,
    Role,
    Run,
    Side,
    Sign,
    Slide,
    Source,
    Span,
)
from sowhat.rules import load
from sowhat.signs.layouts import place_of
from sowhat.signs.score import motif_scores
from sowhat.signs.view import views
from tests.decks import slide, written

PROFILE = Profile(
    vendor=Party("Acme", ("Acme Systems",), Origin.GIVEN),
    customer=Party("Globex", (), Origin.GIVEN),
    products=("AcmeFlow", "Flow Desk 2"),
)


def find(deck: Deck, profile: Profile = PROFILE) -> tuple[tuple[Sign, ...], ...]:
    return signs.find(deck, language.parse(deck), profile)


def of(*lines: str, title: str = "") -> tuple[Sign, ...]:
    """Return the signs of a slide with these lines in the middle of a deck."""
    return find(written(("Start",), (title, *lines), ("End",)))[1]


def motifs(found: Iterable[Sign], kind: str) -> set[Motif | None]:
    """Return the motifs for which signs of the kind speak."""
    return {sign.motif for sign in found if sign.kind == kind and sign.weight > 0}


def quotes(found: Iterable[Sign], name: str) -> list[str | None]:
    return [s.place.quote for s in found if s.id == name or s.kind == name]


def check_places(deck: Deck, found: tuple[tuple[Sign, ...], ...]) -> None:
    for one, row in zip(deck.slides, found, strict=True):
        for sign in row:
            place = sign.place
            assert place.slide == one.number
            assert place.box is not None
            assert WHOLE.holds(place.box)
            assert sign.why.strip()
            assert "{" not in sign.why
            if place.quote is not None:
                assert place.block is not None
                text = one.blocks[place.block].text
                assert text[place.start : place.start + len(place.quote)] == place.quote != ""
            if sign.motif is not None:
                assert sign.side is load().motifs[sign.motif].side
                assert sign.id.startswith(f"{sign.motif}/")


# Words.


def test_a_phrase_is_found_with_its_words() -> None:
    found = of("We are the leading platform for banks.")
    praise = [s for s in found if s.motif is Motif.PRAISE]
    assert praise
    assert all("leading" in (sign.place.quote or "") for sign in praise)


def test_a_title_sign_wants_most_of_the_headline() -> None:
    assert Motif.COMPANY in motifs(of("Founded in 1998", title="About us"), "title")
    long = of("x", title="What our buyers think about us when the year ends in June")
    assert Motif.COMPANY not in motifs(long, "title")
    body = of("About us", title="Why now")
    assert Motif.COMPANY not in motifs(body, "title")


def test_a_quote_is_not_cut_within_a_word_with_hyphens() -> None:
    found = of("x", title="90 days to a measured two-dealer pilot")
    quotes = {s.place.quote for s in found if s.id == "plan/headline"}
    assert "90 days to a measured two-dealer" in quotes


def test_a_superlative_of_the_customer_is_no_praise_of_us() -> None:
    ours = {s.kind for s in of("Acme is the best in class.")}
    assert "superlative" in ours
    theirs = {s.kind for s in of("Your team is the best in class.")}
    assert "superlative" not in theirs


def test_a_question_ends_with_its_mark() -> None:
    asked = of("What would it cost you to wait until June?")
    assert "question" in {sign.kind for sign in asked}
    assert "question" not in {s.kind for s in of("What it would cost you to wait until June.")}


@pytest.mark.parametrize(
    ("line", "side"),
    [
        ("We offer support.", Side.VENDOR),
        ("Acme provides dashboards.", Side.VENDOR),
        ("Your controllers want their Fridays back.", Side.CUSTOMER),
        ("Globex needs two controllers.", Side.CUSTOMER),
    ],
)
def test_a_subject_sign_knows_who_acts(line: str, side: Side) -> None:
    found = {motif for motif in motifs(of(line), "subject") if motif is not None}
    assert found
    assert {load().motifs[motif].side for motif in found} == {side}


def test_a_regex_sign_reads_letters() -> None:
    kinds = {(s.kind, s.motif) for s in of("© 2026 Acme Inc. All rights reserved.")}
    assert any(motif is Motif.LEGAL for _, motif in kinds)
    assert "regex" in {kind for kind, _ in kinds} | {
        s.kind for s in of("$49 per user per month", title="Pricing")
    }


def test_footers_layout_text_and_notes_give_no_signs() -> None:
    words = "We are the leading platform."
    box = Box(0.1, 0.9, 0.9, 0.95)
    one = slide(
        1,
        "",
        blocks=(
            Block(words, Role.FOOTER, box),
            Block(words, Role.BODY, box, source=Source.LAYOUT),
        ),
        notes=(Block(words, Role.NOTES, None),),
    )
    found = find(written(("Start",), one, ("End",)))[1]
    assert {sign.kind for sign in found} <= {"layout"}


def test_a_block_without_place_gives_no_signs() -> None:
    one = slide(2, "", blocks=(Block("We are the best in class.", Role.ALT, None),))
    found = find(written(("Start",), one, ("End",)))[1]
    assert {sign.kind for sign in found} <= {"layout"}


def test_a_finer_place_is_taken_where_the_reader_knows_it() -> None:
    words = "You wait. We are best in class."
    spans = (
        Span(0, 9, Box(0.1, 0.1, 0.3, 0.2)),
        Span(10, 31, Box(0.3, 0.1, 0.7, 0.2)),
    )
    block = Block(words, Role.BODY, Box(0.1, 0.1, 0.9, 0.2), spans=spans)
    found = find(written(("Start",), slide(2, "", blocks=(block,)), ("End",)))[1]
    boxes = {s.place.quote: s.place for s in found if s.place.quote}
    assert boxes["You"].box == spans[0].box
    assert boxes["best in class"].box == spans[1].box
    assert boxes["You"].exact
    estimated = Block(words, Role.BODY, Box(0.1, 0.1, 0.9, 0.2), exact=False)
    found = find(written(("Start",), slide(2, "", blocks=(estimated,)), ("End",)))[1]
    assert not any(sign.place.exact for sign in found if sign.place.quote)


def test_what_lies_off_the_slide_is_no_evidence() -> None:
    gone = Block("We are best in class.", Role.BODY, Box(1.2, 0.1, 1.9, 0.2))
    half = Block("We are best in class.", Role.BODY, Box(0.8, 0.5, 1.9, 0.6))
    deck = written(("Start",), slide(2, "", blocks=(gone, half)), ("End",))
    found = find(deck)
    check_places(deck, found)
    assert {s.place.block for s in found[1] if s.place.quote} == {1}


# Names and voice.


def test_names_are_whole_words_in_any_case() -> None:
    found = of("ACME and acme systems; Acmeist, AcmeFlow, Globex's, Flow  Desk 2, non-Acme")
    assert quotes(found, "name-vendor") == ["ACME", "acme systems", "Acme"]
    assert quotes(found, "name-product") == ["AcmeFlow", "Flow  Desk 2"]
    assert quotes(found, "name-customer") == ["Globex"]


def test_the_longest_name_counts_once_and_the_vendor_owns_a_shared_one() -> None:
    same = Profile(Party("Acme", (), Origin.GIVEN), Party(), ("Acme", "Acme Pay"))
    found = find(written(("Start",), ("", "Acme Pay by Acme"), ("End",)), same)[1]
    assert quotes(found, "name-product") == ["Acme Pay"]
    assert quotes(found, "name-vendor") == ["Acme"]


def test_a_name_with_letters_of_a_pattern_is_taken_as_it_is() -> None:
    odd = Profile(Party("C++ (Labs) [x]", ("a.b",), Origin.GIVEN))
    found = find(written(("Start",), ("", "By C++ (Labs) [x] and axb, a.b"), ("End",)), odd)[1]
    assert quotes(found, "name-vendor") == ["C++ (Labs) [x]", "a.b"]


@pytest.mark.parametrize(
    ("line", "kind", "word"),
    [
        ("We offer a platform.", "we-vendor", "We"),
        ("Our platform is quick.", "we-vendor", "Our"),
        ("WE DELIVER RESULTS", "we-vendor", "WE"),
        ("Together we agree on the goals.", "we-together", "we"),
        ("Your team and ours meet every week.", "we-together", "ours"),
        ("Let us decide by May.", "we-together", "us"),
        ("“We offer nothing to nobody,” said the buyer.", "we-unclear", "We"),
        ("Our neighbours sleep well.", "we-unclear", "Our"),
        ("You decide.", "you", "You"),
        ("It is yours.", "you", "yours"),
    ],
)
def test_whose_we_it_is(line: str, kind: str, word: str) -> None:
    found = [s for s in of(line) if s.id.startswith(("we-", "you"))]
    assert (kind, word) in {(sign.id, sign.place.quote) for sign in found}
    assert len({sign.place.start for sign in found}) == len(found)


def test_each_voice_has_its_side() -> None:
    found = of("We offer help.", "Together we agree.", "You decide.", "Globex pays Acme.")
    sides = {sign.id: sign.side for sign in found if sign.motif is None}
    assert sides["we-vendor"] is sides["name-vendor"] is Side.VENDOR
    assert sides["we-together"] is sides["you"] is sides["name-customer"] is Side.CUSTOMER
    assert sides["subject-vendor"] is Side.VENDOR
    assert sides["subject-customer"] is Side.CUSTOMER


# Layouts.

BODY = Box(0.1, 0.3, 0.9, 0.4)


def cells(count: int) -> tuple[Block, ...]:
    return tuple(
        Block(str(n), Role.CELL, Box(0.1, n / 20, 0.9, n / 20 + 0.05)) for n in range(count)
    )


def columns(count: int) -> tuple[Block, ...]:
    width = 0.9 / count
    return tuple(
        Block("some words", Role.BODY, Box(n * width, 0.3, (n + 0.8) * width, 0.6), group=n)
        for n in range(count)
    )


def picture(box: Box, origin: PictureOrigin = PictureOrigin.IMAGE, name: str = "") -> Picture:
    return Picture(box, origin, sha256=name or None)


LAYOUTS: dict[str, tuple[Slide, Slide]] = {
    "no-words": (slide(3, ""), slide(3, "x")),
    "few-words": (slide(3, "a b"), slide(3, "a b c d e f g h i")),
    "many-words": (slide(3, "x " * 121), slide(3, "x " * 120)),
    "title-only": (slide(3, "Part two"), slide(3, "Part two", "more")),
    "bare-heading": (slide(3, "Part two"), slide(3, "We sell parts")),
    "big-type": (
        slide(3, "", blocks=(Block("9", Role.BODY, BODY, runs=(Run("9", size=60.0),)),)),
        slide(3, "", blocks=(Block("9", Role.BODY, BODY, runs=(Run("9", size=41.0),)),)),
    ),
    "list": (slide(3, "x", "one", "two", "three"), slide(3, "x", "one", "two")),
    "table": (slide(3, "", blocks=cells(6)), slide(3, "", blocks=cells(5))),
    "columns": (slide(3, "", blocks=columns(3)), slide(3, "", blocks=columns(2))),
    "links": (
        slide(3, "", "https://a.example/x", "jane@acme.example"),
        slide(3, "", "https://a.example/x", "jane at acme"),
    ),
    "quote": (
        slide(3, "", "“They gave us back one day of every single week we work.”"),
        slide(3, "", "“They gave us back one day” of every single week we work."),
    ),
    "big-numbers": (slide(3, "", "42%", "$3m", "1,200+"), slide(3, "", "42%", "$3m")),
    "chart": (
        slide(3, "", pictures=(picture(BODY, PictureOrigin.CHART),)),
        slide(3, "", pictures=(picture(BODY),)),
    ),
    "one-picture": (
        slide(3, "x", pictures=(picture(Box(0.05, 0.1, 0.95, 0.95)),)),
        slide(3, "x", pictures=(picture(Box(0.05, 0.5, 0.95, 0.95)),)),
    ),
    "code": (
        slide(3, "", "$ pip install x", "import os", "print(x);"),
        slide(3, "", "$ pip install x", "import os", "and so on"),
    ),
    "contact": (slide(3, "", "Call +49 30 1234567 8"), slide(3, "", "Call us in 2026")),
    "layout-title": (
        slide(3, "x", layout="Title Slide"),
        slide(3, "x", layout="Title, Content"),
    ),
    "layout-section": (slide(3, "x", layout="Section Header"), slide(3, "x", layout="Blank")),
    "layout-end": (slide(3, "x", layout="Closing slide"), slide(3, "x", layout="Legend")),
}
TITLE = Block("Headline", Role.TITLE, Box(0, 0, 1, 0.1), runs=(Run("Headline", size=28.0),))


def has(name: str, one: Slide, index: int = 2) -> bool:
    others = [Slide(number, blocks=(TITLE,)) for number in range(1, 6)]
    others[index] = one
    deck = written(*others)
    view = views(deck, language.parse(deck), Profile())[index]
    place = place_of(view, name)
    if place is not None:
        assert place.box is not None
        assert WHOLE.holds(place.box)
    return place is not None


@pytest.mark.parametrize("name", LAYOUTS)
def test_layouts(name: str) -> None:
    fits, not_quite = LAYOUTS[name]
    assert has(name, fits)
    assert not has(name, not_quite)


def test_places_in_the_deck() -> None:
    for name, index in (("first", 0), ("second", 1), ("last", 4)):
        assert [has(name, slide(n + 1, "x"), n) for n in range(5)].index(True) == index
    deck = written(("Only",))
    (view,) = views(deck, language.parse(deck), Profile())
    assert place_of(view, "last") is None


def test_every_layout_of_the_rules_is_known() -> None:
    deck = written(("Only",))
    (view,) = views(deck, language.parse(deck), Profile())
    for rule in load().motifs.values():
        for sign in rule.signs:
            for name in sign.match if sign.kind == "layout" else ():
                place_of(view, name)
    with pytest.raises(KeyError):
        place_of(view, "none-such")


# All of them.


def test_repeats_add_less_each_time() -> None:
    once, often = of("best in class"), of(*["best in class"] * 10)
    first, tenth = (motif_scores(found)[Motif.PRAISE] for found in (once, often))
    assert 0 < first < tenth < 4 * first


def pictures(chance: random.Random) -> tuple[Picture, ...]:
    """Make up to nine pictures in rows of three."""
    made = []
    for number in range(chance.randint(0, 9)):
        x, y = 0.05 + 0.24 * (number % 3), 0.3 + 0.2 * (number // 3)
        box = Box(x, y, x + chance.uniform(0.05, 0.15), y + 0.05)
        made.append(picture(box, name=f"{number} {chance.random()}"))
    return tuple(made)


def test_signs_of_random_slides_keep_their_places() -> None:
    chance = random.Random(3)
    some = "we our you your Acme AcmeFlow Globex leading platform #1 best-in-class $3m 42% why"
    more = "customers save days “quoted words” who? about us. next steps: 2026 © www.acme.example"
    words = f"{some} {more}".split()
    slides = []
    for number in range(1, 31):
        blocks = []
        for _ in range(chance.randint(0, 6)):
            x, y = chance.uniform(-0.3, 1.1), chance.uniform(-0.3, 1.1)
            box = Box(x, y, x + chance.uniform(0, 0.8), y + chance.uniform(0, 0.4))
            text = " ".join(chance.choices(words, k=chance.randint(1, 15)))
            role = chance.choice([Role.TITLE, Role.BODY, Role.CELL, Role.FOOTER, Role.CHART])
            blocks.append(Block(text, role, box, chance.random() < 0.5))
        slides.append(Slide(number, blocks=tuple(blocks), pictures=pictures(chance)))
    deck = written(*slides)
    found = find(deck)
    assert sum(map(len, found)) > 300
    check_places(deck, found)
    assert find(deck) == found
