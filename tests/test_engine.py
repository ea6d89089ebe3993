from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pptx
import pytest
from PIL import Image

from sowhat import decisions
from sowhat.decisions import store
from sowhat.engine import audit, decided, judged, renamed
from sowhat.errors import CancelledError, DeckError
from sowhat.model import (
    WHOLE,
    Audit,
    Decision,
    Motif,
    Origin,
    Party,
    Place,
    Purpose,
    Role,
    Slide,
    Source,
    Stance,
)
from sowhat.settings import AuditOptions
from sowhat.texts import gap_text
from sowhat.worker import Worker

Step = tuple[str, int, int]
STAGES = {"read", "pictures", "words", "language", "judge"}


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as running:
        yield running


@pytest.fixture(scope="module")
def steps() -> list[Step]:
    return []


@pytest.fixture(scope="module")
def vendor(vendor_pptx: Path, worker: Worker, steps: list[Step]) -> Audit:
    return audit(vendor_pptx, progress=lambda *step: steps.append(step), worker=worker)


@pytest.fixture(scope="module")
def customer(customer_pdf: Path, worker: Worker) -> Audit:
    return audit(str(customer_pdf), worker=worker)


@pytest.fixture(params=["vendor", "customer"])
def either(request: pytest.FixtureRequest) -> Audit:
    found: Audit = request.getfixturevalue(request.param)
    return found


def places(found: Audit) -> Iterator[tuple[Slide, Place]]:
    for verdict in found.verdicts:
        for sign in verdict.evidence:
            assert sign.place.slide == verdict.slide
            yield found.deck.slides[verdict.slide - 1], sign.place


def test_every_slide_has_its_verdict_and_evidence(either: Audit) -> None:
    numbers = list(range(1, len(either.deck.slides) + 1))
    assert [slide.number for slide in either.deck.slides] == numbers
    assert [verdict.slide for verdict in either.verdicts] == numbers
    assert all(verdict.evidence and verdict.motifs for verdict in either.verdicts)
    assert all(sign.why.strip() for verdict in either.verdicts for sign in verdict.evidence)
    assert either.sentence.endswith(".")


def test_every_box_lies_inside_its_slide(either: Audit) -> None:
    for _, place in places(either):
        if place.box is None:
            assert place.source in (Source.NOTES, Source.ALT)
        else:
            assert WHOLE.holds(place.box)
            assert place.box.width > 0 or place.box.height > 0


def test_every_quote_stands_at_its_place(either: Audit) -> None:
    quoted = [(slide, place) for slide, place in places(either) if place.quote is not None]
    assert len(quoted) >= 5
    for slide, place in quoted:
        assert place.block is not None
        blocks = slide.notes if place.source is Source.NOTES else slide.blocks
        block = blocks[place.block]
        assert place.quote
        assert block.text[place.start : place.start + len(place.quote)] == place.quote
        if block.box is not None and place.box is not None:
            assert block.box.clamped().holds(place.box, slack=1e-6)


def test_an_exact_box_of_a_pdf_holds_the_quoted_words(customer: Audit, customer_pdf: Path) -> None:
    exact = [p for _, p in places(customer) if p.exact and p.quote and p.box]
    assert exact
    with pdfplumber.open(customer_pdf) as pdf:
        for place in exact:
            assert place.box is not None
            page = pdf.pages[place.slide - 1]
            box = place.box.grown(0.001)
            width, height = float(page.width), float(page.height)
            part = page.crop((box.x0 * width, box.y0 * height, box.x1 * width, box.y1 * height))
            found = "".join((part.extract_text() or "").split())
            quote = "".join((place.quote or "").split())
            assert found.strip(".,?!") == quote.strip(".,?!")  # a word's box holds its full stop


def test_findings_and_advice_name_slides_that_are_there(either: Audit) -> None:
    numbers = {slide.number for slide in either.deck.slides}
    hidden = {slide.number for slide in either.deck.slides if slide.hidden}
    for finding in either.findings:
        assert set(finding.slides) <= numbers - hidden
    for advice in either.advice:
        assert advice.slide in numbers
        assert advice.to is None or advice.to in numbers


def test_the_two_decks_come_out_as_they_were_meant(vendor: Audit, customer: Audit) -> None:
    assert vendor.profile.vendor.name == customer.profile.vendor.name == "Acme"
    assert customer.profile.customer.name in ("Globex", None)
    assert vendor.measures.hidden == 1
    assert vendor.measures.vendor > vendor.measures.customer
    assert customer.measures.customer > customer.measures.vendor
    assert vendor.measures.vendor_share is not None
    assert customer.measures.vendor_share is not None
    assert vendor.measures.vendor_share > 0.7 > 0.4 > customer.measures.vendor_share
    logos = vendor.verdict(2)
    assert logos.stance is Stance.VENDOR
    assert {Motif.LOGOS, Motif.PRAISE} <= set(logos.motifs)  # its marks are plain squares
    assert vendor.verdict(7).motif is Motif.CLOSING


def test_progress_goes_from_reading_to_words(vendor: Audit, steps: list[Step]) -> None:
    assert vendor.deck.slides
    stages = [stage for stage, _, _ in steps]
    assert {"read", "pictures", "language"} <= set(stages) <= STAGES
    reading = [(done, total) for stage, done, total in steps if stage == "read"]
    assert reading == [(number, 7) for number in range(1, 8)]


def test_a_given_worker_stays_the_callers(vendor: Audit, worker: Worker) -> None:
    assert vendor.deck.slides
    assert worker.pid is not None


def test_without_pictures_the_words_stay(vendor: Audit, vendor_pptx: Path, worker: Worker) -> None:
    bare = audit(vendor_pptx, AuditOptions(pictures=False), worker=worker)
    assert all(p.sha256 is None for slide in bare.deck.slides for p in slide.pictures)
    assert [s.blocks for s in bare.deck.slides] == [s.blocks for s in vendor.deck.slides]
    assert any(p.sha256 for slide in vendor.deck.slides for p in slide.pictures)


def test_the_same_deck_gives_the_same_audit(
    customer: Audit, customer_pdf: Path, worker: Worker
) -> None:
    assert audit(str(customer_pdf), worker=worker) == customer


def test_names_purpose_and_decisions_are_laid_over(vendor: Audit) -> None:
    options = AuditOptions(
        vendor=("Zenith", "Zenith Labs"),
        customer=("Globex",),
        products=("Flow",),
        purpose=Purpose.TRAINING,
        decisions=(Decision(1, Stance.CUSTOMER, "because"),),
    )
    again = judged(vendor.deck, options)
    assert again.profile.vendor.names == ("Zenith", "Zenith Labs")
    assert again.profile.customer.source is again.profile.vendor.source is Origin.GIVEN
    assert (again.profile.products, again.profile.purpose) == (("Flow",), Purpose.TRAINING)
    assert again.verdict(1).decided
    assert again.measures.first_customer_slide == 1
    assert again.sentence != vendor.sentence


@pytest.fixture
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOWHAT_DATA", str(tmp_path / "data"))


def decide(found: Audit, number: int, stance: Stance, reason: str = "") -> None:
    """Keep a decision as the window does."""
    path = Path(found.deck.path)
    new = Decision(number, stance, reason, date="2026-11-22")
    given = decisions.kept(path).decisions
    decisions.keep(path, decisions.decided(found.deck, given, new))


@pytest.mark.usefixtures("own_data")
def test_kept_decisions_hold_until_they_are_replaced(
    vendor: Audit, vendor_pptx: Path, worker: Worker
) -> None:
    decide(vendor, 1, Stance.CUSTOMER, "they said so")
    found = audit(vendor_pptx, worker=worker)
    (decision,) = found.decisions
    assert (decision.slide, decision.title, decision.date) == (1, "About Acme", "2026-11-22")
    first = found.verdict(1)
    assert (first.stance, first.decided, first.reason) == (Stance.CUSTOMER, True, "they said so")
    assert found.measures.first_customer_slide == 1
    assert found.guesses == vendor.verdicts
    assert audit(vendor_pptx, AuditOptions(decisions=()), worker=worker) == vendor
    other = AuditOptions(decisions=(Decision(2, Stance.MIXED),))
    assert [one.slide for one in judged(found.deck, other).decisions] == [2]


@pytest.mark.usefixtures("own_data")
def test_new_decisions_give_what_a_new_audit_gives(vendor: Audit) -> None:
    decide(vendor, 2, Stance.CUSTOMER)
    again = decided(vendor, AuditOptions())
    assert again == judged(vendor.deck, AuditOptions())
    assert again.measures != vendor.measures
    assert decided(again, AuditOptions(decisions=())) == vendor


@pytest.mark.usefixtures("own_data")
def test_decisions_survive_a_new_version_as_far_as_words_are_unchanged(
    vendor_pptx: Path, tmp_path: Path, worker: Worker
) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(vendor_pptx.read_bytes())
    old = audit(path, worker=worker)
    for number in (2, 4):
        decide(old, number, Stance.CUSTOMER)
    deck = pptx.Presentation(str(path))
    deck.slides[3].shapes.title.text = "Why Acme indeed?"
    order = deck.slides._sldIdLst
    order.append(order[1])
    deck.save(str(path))
    new = audit(path, worker=worker)
    assert [(one.slide, one.title) for one in new.decisions] == [(7, "Trusted by the best")]
    assert [(one.slide, one.title) for one in new.lost] == [(4, "Why Acme?")]
    told = [gap_text(gap) for gap in new.deck.gaps if gap.id == "decision-lost"]
    assert len(told) == 1
    assert "slide 4, “Why Acme?”," in told[0]
    again = decided(new, AuditOptions())
    assert again == new
    assert sorted(file.name for file in tmp_path.iterdir()) == ["data", "deck.pptx"]


@pytest.mark.usefixtures("own_data")
def test_slides_of_pictures_alone_are_told_apart(tmp_path: Path, worker: Worker) -> None:
    deck = pptx.Presentation()
    for color in ("red", "green", "red"):
        data = io.BytesIO()
        Image.new("RGB", (80, 60), color).save(data, "PNG")
        deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_picture(data, 0, 0)
    path = tmp_path / "pictures.pptx"
    deck.save(str(path))
    decide(audit(path, worker=worker), 3, Stance.CUSTOMER)
    assert [one.slide for one in audit(path, worker=worker).decisions] == [1, 3]


@pytest.mark.usefixtures("own_data")
def test_damaged_decisions_are_told_once_and_put_aside(vendor: Audit) -> None:
    decide(vendor, 2, Stance.CUSTOMER)
    file = store.place(Path(vendor.deck.path))
    file.write_bytes(b"damaged")
    found = judged(vendor.deck, AuditOptions())
    assert found.decisions == ()
    (gap,) = [gap for gap in found.deck.gaps if gap.id == "decisions-damaged"]
    assert Path(gap.detail).read_bytes() == b"damaged"
    assert gap.detail in gap_text(gap)
    assert decided(found, AuditOptions()).deck.gaps == found.deck.gaps


def test_purpose_changes_no_verdict(vendor: Audit) -> None:
    for purpose in Purpose:
        assert judged(vendor.deck, AuditOptions(purpose=purpose)).verdicts == vendor.verdicts


def test_a_deck_in_another_language_says_that_its_words_were_not_judged(
    tmp_path: Path, worker: Worker
) -> None:
    deck = pptx.Presentation()
    for number in range(5):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = f"Unser Unternehmen in Zahlen {number}"
        slide.placeholders[1].text = "Wir sind der führende Anbieter für Lösungen aller Art."
    path = tmp_path / "deutsch.pptx"
    deck.save(str(path))
    found = audit(path, worker=worker)
    assert any(gap.id == "not-english" for gap in found.deck.gaps)
    kinds = {sign.kind for verdict in found.verdicts for sign in verdict.evidence}
    assert not kinds & {"phrase", "title", "subject"}
    assert all(gap_text(gap) for gap in found.deck.gaps)
    again = judged(found.deck, AuditOptions(vendor=("Acme",)))
    assert again.deck.gaps == found.deck.gaps


def test_an_empty_slide_and_a_bare_picture_get_a_verdict(tmp_path: Path, worker: Worker) -> None:
    deck = pptx.Presentation()
    deck.slides.add_slide(deck.slide_layouts[6])
    path = tmp_path / "blank.pptx"
    deck.save(str(path))
    found = audit(path, worker=worker)
    assert found.verdict(1).unsure
    assert found.measures.unsure == 1
    assert found.measures.vendor_share is None
    assert found.verdict(1).evidence[0].place.box == WHOLE


def test_refusals_and_stopping_come_through(tmp_path: Path, customer_pdf: Path) -> None:
    with pytest.raises(DeckError) as caught:
        audit(tmp_path / "none.pptx")
    assert (caught.value.reason, caught.value.values["path"]) == (
        "missing",
        str(tmp_path / "none.pptx"),
    )
    with Worker() as running:

        def stop(stage: str, *_: int) -> None:
            if stage == "read":
                running.cancel()

        with pytest.raises(CancelledError):
            audit(customer_pdf, progress=stop, worker=running)


def test_the_deck_is_left_as_it_was(tmp_path: Path, vendor_pptx: Path, worker: Worker) -> None:
    copy = tmp_path / "copy.pptx"
    copy.write_bytes(vendor_pptx.read_bytes())
    copy.chmod(0o444)
    before = copy.stat()
    audit(copy, worker=worker)
    after = copy.stat()
    assert copy.read_bytes() == vendor_pptx.read_bytes()
    assert (after.st_mtime_ns, after.st_mode, after.st_size) == (
        before.st_mtime_ns,
        before.st_mode,
        before.st_size,
    )
    assert [file.name for file in tmp_path.iterdir()] == ["copy.pptx"]


def test_footers_are_read_and_not_judged(customer: Audit) -> None:
    for slide, place in places(customer):
        if place.block is not None and place.source is Source.SLIDE:
            assert slide.blocks[place.block].role is not Role.FOOTER


def test_another_version_is_judged_with_the_same_names(vendor: Audit, customer: Audit) -> None:
    party = Party("Globex", source=Origin.FOUND)
    older = replace(vendor, profile=replace(vendor.profile, customer=party))
    told = renamed(older, replace(vendor, profile=replace(vendor.profile, customer=Party())))
    assert told.profile.customer == party
    assert told.profile.vendor == vendor.profile.vendor
    assert renamed(vendor, vendor) is vendor
    assert renamed(older, customer) is customer  # another deck
