from __future__ import annotations

import json
import math
import random
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from sowhat import judge, language, signs
from sowhat.judge import model
from sowhat.judge.features import NAMES, OF_MOTIF, deck_features, motif_features
from sowhat.judge.passages import passages
from sowhat.model import (
    WHOLE,
    Block,
    Box,
    Deck,
    Gap,
    Motif,
    Origin,
    Party,
    Picture,
    PictureKind,
    PictureOrigin,
    Profile,
    Side,
    Sign,
    Slide,
    Source,
    Stance,
    Verdict,
)
from sowhat.paths import resources
from sowhat.rules import load
from tests.decks import slide, written

PROFILE = Profile(Party("Acme", (), Origin.GIVEN), Party(), ("AcmeFlow",))
SIDES = {
    Stance.VENDOR: {Side.VENDOR},
    Stance.CUSTOMER: {Side.CUSTOMER},
    Stance.MIXED: {Side.VENDOR, Side.CUSTOMER},
    Stance.NEUTRAL: {Side.NEUTRAL},
}
DECK = written(
    ("Acme", "A presentation by Acme"),
    ("About us", "Acme was founded in 1998.", "We have 40 offices.", "We won 14 awards."),
    ("AcmeFlow: our product", "AcmeFlow offers dashboards.", "Our platform is the leading one."),
    ("Why Acme?", "We are #1 in the market.", "Best-in-class support."),
    ("Your team loses nine days a month", "Your controllers re-key every invoice by hand."),
    ("What you want to reach", "You want to close the books in three days by June."),
    ("", ""),
    ("Thank you", "Questions?"),
)


def judged(deck: Deck = DECK) -> tuple[tuple[Verdict, ...], tuple[tuple[Sign, ...], ...]]:
    found = signs.find(deck, language.parse(deck), PROFILE)
    return judge.judge(deck, PROFILE, found), found


def unread(deck: Deck, number: int, gap: str = "few-words") -> Deck:
    return replace(deck, gaps=(Gap(gap, number),))


@pytest.mark.parametrize("gap", ["few-words", "no-text"])
def test_a_slide_whose_pictures_were_not_read_is_left_to_a_person(gap: str) -> None:
    sure, _ = judged()
    verdicts, _ = judged(unread(DECK, 4, gap))
    assert not sure[3].unsure
    assert verdicts[3].unsure
    assert verdicts[3].evidence[-1].id == "not-read"
    assert [v.unsure for v in verdicts[:3]] == [v.unsure for v in sure[:3]]


def test_what_its_pictures_show_may_tell_enough() -> None:
    wall = Picture(Box(0.1, 0.3, 0.9, 0.9), PictureOrigin.IMAGE, kind=PictureKind.LOGO_WALL)
    trusted = replace(slide(4, "Trusted by", "the best"), pictures=(wall,))
    deck = unread(replace(DECK, slides=(*DECK.slides[:3], trusted, *DECK.slides[4:])), 4)
    verdict = judged(deck)[0][3]
    assert any(sign.kind == "picture" for sign in verdict.evidence)
    assert verdict.evidence[-1].id == "not-read"
    assert verdict.unsure is (verdict.confidence < model.load().weights.sure)


def test_words_read_from_pictures_make_less_sure() -> None:
    def read(block: Block) -> Block:
        return replace(block, source=Source.OCR)

    drawn = replace(DECK.slides[3], blocks=tuple(map(read, DECK.slides[3].blocks)))
    deck = replace(DECK, slides=(*DECK.slides[:3], drawn, *DECK.slides[4:]))
    (before, _), (after, _) = judged(), judged(deck)
    assert after[3].stance is before[3].stance
    assert after[3].chances == before[3].chances
    assert after[3].confidence < before[3].confidence


def check(deck: Deck) -> tuple[Verdict, ...]:
    """Judge the deck and hold each verdict against what a verdict promises."""
    verdicts, found = judged(deck)
    assert [verdict.slide for verdict in verdicts] == [one.number for one in deck.slides]
    for verdict, own in zip(verdicts, found, strict=True):
        assert sum(verdict.chances) == pytest.approx(1.0)
        assert all(0 <= chance <= 1 for chance in verdict.chances)
        assert verdict.confidence == pytest.approx(max(verdict.chances), abs=0.001)
        assert verdict.stance is list(Stance)[verdict.chances.index(max(verdict.chances))]
        assert not verdict.decided
        assert 1 <= len(verdict.motifs) == len(set(verdict.motifs)) <= 4
        assert load().motifs[verdict.motif].side in SIDES[verdict.stance]
        assert verdict.unsure or verdict.confidence >= model.load().weights.sure
        evidence(verdict, own)
        blocks(verdict, deck.slides[verdict.slide - 1])
    return verdicts


def evidence(verdict: Verdict, found: tuple[Sign, ...]) -> None:
    """It is of the stance's own side, from the slide's own signs, each place once a motif."""
    assert verdict.evidence
    if [sign.id for sign in verdict.evidence] == ["nothing"]:
        assert verdict.unsure
        assert verdict.evidence[0].place.box == WHOLE
        return
    assert {sign for sign in verdict.evidence if sign.kind != "reading"} <= set(found)
    assert {sign.side for sign in verdict.evidence} <= SIDES[verdict.stance]
    assert all(sign.weight > 0 for sign in verdict.evidence)
    places = [
        (sign.motif, sign.place.quote or sign.id, sign.place.block, sign.place.start)
        for sign in verdict.evidence
    ]
    assert len(set(places)) == len(places) <= 8
    assert {sign.motif for sign in verdict.evidence} <= {None, *verdict.motifs}
    rest = [sign for sign in verdict.evidence if sign.motif is None]
    assert list(verdict.evidence[len(verdict.evidence) - len(rest) :]) == rest


def blocks(verdict: Verdict, slide: Slide) -> None:
    """Each is of the slide, once; what is shown as read is what the block says by itself."""
    read = {one.block: one for one in verdict.blocks}
    assert len(read) == len(verdict.blocks)
    assert all(0 <= index < len(slide.blocks) for index in read)
    assert sum(one.share for one in verdict.blocks) <= 1.001
    for one in verdict.blocks:
        assert sum(one.chances) == pytest.approx(1.0, abs=0.003)
    for sign in verdict.evidence:
        if sign.kind == "reading":
            assert sign.place.block is not None
            assert sign.place.quote == slide.blocks[sign.place.block].text
            assert read[sign.place.block].stance.value == sign.side.value


def test_plain_slides_are_judged_as_they_read() -> None:
    verdicts = check(DECK)
    stances = [verdict.stance for verdict in verdicts]
    assert stances[1:4] == [Stance.VENDOR] * 3
    assert stances[4:6] == [Stance.CUSTOMER] * 2
    assert stances[7] is Stance.NEUTRAL
    assert [verdict.motif for verdict in verdicts[1:3]] == [Motif.COMPANY, Motif.PRODUCT]
    assert verdicts[7].motif is Motif.CLOSING


def test_a_slide_without_words_is_left_to_a_person() -> None:
    verdicts = check(written(("",), slide(2, "", pictures=(Picture(WHOLE, PictureOrigin.IMAGE),))))
    assert all(verdict.unsure for verdict in verdicts)


def test_one_slide_and_none() -> None:
    assert len(check(written(("Our product",)))) == 1
    assert judged(written()) == ((), ())


def test_random_decks_keep_the_promises() -> None:
    chance = random.Random(1)
    some = "we our you your Acme AcmeFlow leading platform customers lose days #1 best-in-class"
    more = "why next steps founded 1998 pricing $9 thank agenda risk goal by June 42% how it works"
    words = f"{some} {more}".split()
    for count in (2, 9, 30):
        slides = [
            slide(
                number,
                " ".join(chance.choices(words, k=chance.randint(0, 6))),
                *(
                    " ".join(chance.choices(words, k=chance.randint(1, 20)))
                    for _ in range(chance.randint(0, 5))
                ),
                hidden=chance.random() < 0.2,
            )
            for number in range(1, count + 1)
        ]
        check(written(*slides))


def test_judging_is_repeatable_and_independent_of_what_is_hidden() -> None:
    hidden = replace(DECK, slides=tuple(replace(s, hidden=True) for s in DECK.slides))
    assert judged() == judged()
    assert judged(hidden)[0] == judged()[0]


# The model behind the door.


def test_weights_fit_the_features() -> None:
    weights = model.load().weights
    assert weights.features == NAMES
    assert len(set(NAMES)) == len(NAMES)
    width = len(NAMES)
    assert len(weights.means) == len(weights.scales) == width
    assert all(scale > 0 for scale in weights.scales)
    assert set(weights.stance) == set(Stance)
    assert all(len(row) == width + 1 for row in weights.stance.values())
    assert len(weights.common) == len(OF_MOTIF) + 1
    assert all(len(row) == width + 1 for row in weights.motifs.values())
    assert set(weights.cuts) == set(weights.motifs)
    assert all(0 < cut < 1 for cut in weights.cuts.values())
    assert weights.temperature > 0
    assert 0.25 <= weights.sure < 1


def test_weights_for_other_features_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "models"
    folder.mkdir()
    path = resources() / "models" / "judge.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    data["features"][0] = "something else"
    (folder / "judge.json").write_text(json.dumps(data), encoding="utf-8")
    monkeypatch.setattr(model, "resources", lambda: folder.parent)
    with pytest.raises(ValueError, match="train it again"):
        model.load.__wrapped__()


def test_features_are_finite_and_as_many_as_named() -> None:
    wild = slide(
        2,
        "9" * 500,
        *["word " * 300] * 40,
        pictures=tuple(Picture(Box(-1, -1, 3, 3), PictureOrigin.CHART) for _ in range(50)),
    )
    deck = written(("",), wild, Slide(3))
    readings = model.load().encoder.read(passages(deck, PROFILE))
    rows = deck_features(deck, signs.find(deck, language.parse(deck), PROFILE), readings)
    assert len(rows) == 3
    for row in rows:
        assert len(row) == len(NAMES)
        assert all(abs(value) < 1000 for value in row)


def test_chances_add_up_however_far_off_a_row_is() -> None:
    weights = model.load().weights
    chance = random.Random(2)
    for spread in (0.0, 1.0, 1e3, 1e9):
        row = [chance.uniform(-spread, spread) for _ in NAMES]
        standard = model.standard(weights, row)
        assert standard[-1] == 1.0
        assert all(-4.0 <= value <= 4.0 for value in standard[:-1])
        found = model.chances(weights, standard)
        assert sum(found) == pytest.approx(1.0)
        assert min(found) >= 0.0
        motifs = model.motif_chances(weights, row, standard, found)
        assert set(motifs) == set(Motif)
        assert all(0.0 <= chance <= 1.0 for chance in motifs.values())


def test_a_row_of_another_width_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        model.standard(model.load().weights, [0.0])


def test_each_motif_is_seen_beside_the_others() -> None:
    row = dict.fromkeys(NAMES, 0.0) | {"logit praise": 2.0, "logit product": 0.5, "motif goal": 1.5}
    row |= {"head praise": 1.0}
    known = motif_features(list(row.values()), (0.6, 0.1, 0.2, 0.1))
    of = {m: dict(zip(OF_MOTIF, one, strict=True)) for m, one in zip(Motif, known, strict=True)}
    assert of[Motif.PRAISE] == {
        "logit": 2.0,
        "behind": 1.5,
        "highest": 1.0,
        "score": 0.0,
        "found": 0.0,
        "best": 0.0,
        "short": -1.5,
        "head": 1.0,
        "side": pytest.approx(math.log(0.7)),
    }
    assert of[Motif.GOAL]["best"] == 1.0
    assert of[Motif.GOAL]["side"] == pytest.approx(math.log(0.2))
    assert of[Motif.AGENDA]["side"] == pytest.approx(math.log(0.1))
    assert of[Motif.PRODUCT]["behind"] == 0.0
    assert of[Motif.OTHER]["behind"] == -0.5


def test_a_sign_that_decides_needs_no_chance() -> None:
    plain = slide(4, "Why Acme?", "We are #1 in the market.", "Best-in-class support.")
    graphic = Picture(
        Box(0.5, 0.3, 0.9, 0.9), PictureOrigin.IMAGE, kind=PictureKind.ANALYST, confidence=0.96
    )

    def motifs(confidence: float) -> tuple[Motif, ...]:
        page = replace(plain, pictures=(replace(graphic, confidence=confidence),))
        deck = replace(DECK, slides=(*DECK.slides[:3], page, *DECK.slides[4:]))
        found = signs.find(deck, language.parse(deck), PROFILE)
        readings = model.load().encoder.read(passages(deck, PROFILE))
        weights = model.load().weights
        never = msgspec.structs.replace(weights, cuts=dict.fromkeys(Motif, 1e9))
        return judge.weigh(deck, found, readings, never)[3].motifs

    assert Motif.ANALYST in motifs(0.96)
    assert Motif.ANALYST not in motifs(0.66)


def test_what_is_plain_to_see_is_not_there_without_a_sign() -> None:
    deck = replace(DECK, slides=(*DECK.slides[:3], slide(4, "Northwind"), *DECK.slides[4:]))
    found = signs.find(deck, language.parse(deck), PROFILE)
    assert not [sign for sign in found[3] if sign.motif is Motif.LOGOS]
    readings = model.load().encoder.read(passages(deck, PROFILE))
    always = msgspec.structs.replace(model.load().weights, cuts=dict.fromkeys(Motif, 1e-9))
    verdicts = judge.weigh(deck, found, readings, always)
    assert all(Motif.LOGOS not in verdict.motifs for verdict in verdicts)
