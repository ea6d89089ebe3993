"""Another customer's name is found wherever it was left, and let be where it is meant."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sowhat.check.brands import brands
from sowhat.check.candidates import Candidates
from sowhat.check.known import known
from sowhat.check.lines import Readings
from sowhat.check.names import Name, Strength, names_in
from sowhat.check.parts import Part
from sowhat.check.passages import Passage, passages
from sowhat.check.slides import Slides
from sowhat.check.suspects import Mention, Suspect
from sowhat.judge.whose import Whose
from sowhat.model import (
    Audit,
    Block,
    Box,
    Customer,
    Item,
    ItemKind,
    Motif,
    Readiness,
    Ready,
    Role,
    Where,
)
from sowhat.read import read_deck
from sowhat.worker import Worker
from tests.check import proposals
from tests.check.conftest import Checked, Said
from tests.check.proposals import Change

SURE = 0.8  # from here on a left-over stops a deck
LEFT: dict[str, tuple[Change, Where]] = {
    "possessive": (proposals.line(4, "Ovenmark's team keeps its ledgers"), Where.BODY),
    "capitals": (proposals.line(4, "WHAT OVENMARK WANTS"), Where.BODY),
    "split": (proposals.split(3, "We help Oven", "ma", "rk close in three days"), Where.BODY),
    "subject": (proposals.line(2, "Ovenmark loses two days a month"), Where.BODY),
    "table": (
        proposals.table(6, ("What", "Ovenmark", "Quillmark"), ("Goals", "Controllers", "Advice")),
        Where.TABLE,
    ),
    "group": (proposals.grouped(3, "Ovenmark today"), Where.GROUP),
    "chart": (proposals.chart(3, ("2024", "2025", "2026"), "Days at Ovenmark"), Where.CHART),
    "notes": (proposals.notes(2, "Anna of Ovenmark will be in the room."), Where.NOTES),
    "logo": (proposals.picture(1, "Ovenmark logo"), Where.ALT),
    "alt": (proposals.alt_of_text(3, "The goals of Ovenmark"), Where.ALT),
    "mail": (proposals.line(6, "Write to accounts@ovenmark.co.uk"), Where.BODY),
    "link": (
        proposals.link(2, "Bexhill Dairies online", "https://www.ovenmark.co.uk/ledger"),
        Where.LINK,
    ),
    "property": (proposals.subject("Proposal for Ovenmark"), Where.PROPERTY),
    "beside": (proposals.box(3, "Ovenmark's goals", left=14), Where.OFF_SLIDE),
    "layout": (proposals.layout("Prepared for Ovenmark"), Where.LAYOUT),
    "two words": (proposals.line(3, "The plan for Cold Harbour Logistics is ready"), Where.BODY),
}

MEANT: dict[str, Change] = {
    "peer": proposals.line(3, "Companies such as Ovenmark began with one ledger"),
    "list": proposals.line(4, "Used at Ovenmark, Hollinside and Brackwell"),
    "source": proposals.line(2, "Source: Ovenmark, annual report 2025"),
    "competitor": proposals.line(4, "Unlike Ovenmark we match line by line"),
    "standard": proposals.line(4, "Certified to ISO 27001, and audited for SOC 2"),
    "result": proposals.line(3, "Ovenmark cut its close from nine days to three"),
    "on a story's slide": proposals.line(5, "Tarnbrook Mills' controllers leave at five"),
    "technology": proposals.line(4, "It reads SAP, Oracle and Excel"),
    "place": proposals.line(2, "Your second office is in Ovenmark"),
    "person": proposals.line(6, "Hanna Voskamp, CFO, signs on 3 May"),
}

# One of each sort in a proposal for Bexhill Dairies: a slide and a line on it.
OTHERS = (
    (3, "Partners: Northgate Systems and Brevo Cloud"),
    (4, "Integrates with Zentria, Kolibri and Workday"),
    (4, "Data comes from Zentria through a nightly export"),
    (4, "Quillmark replaces Ledgerly at most of our customers"),
    (4, "Ledgerly needs two licences, Quillmark one"),
    (2, "Research by Stanwick Partners shows that four of ten closes are late"),
    (2, "Stanwick Index 2026: 41% of closes are late"),
    (4, "Hosted by Norderstedt Datacenter in Hamburg"),
    (4, "Quillmark is a Brevo Gold Partner"),
    (5, "“We go home at five,” says Marta Ilic of Brunel Optics"),
    (5, "Marta Ilic, Controller, Brunel Optics"),
    (3, "At Brunel Optics the close took eleven days before"),
    (3, "Brunel Optics closed in four days after one quarter"),
    (4, "Implementation with our partner Deltamark Consulting"),
    (4, "Deltamark Consulting trains your key users"),
    (6, "Deltamark joins the kick-off as implementation partner"),
    (4, "Audited by Kestrel & Vane every spring"),
    (4, "Certified by TÜV Nord to ISO 27001"),
    (2, "As the Financial Ledger reported in May, closes get longer"),
    (4, "Invested in by Norrland Ventures"),
    (4, "Our founder worked at Hexbridge for ten years"),
    (4, "Compared with Ledgerly and Bookwise, matching is twice as fast"),
    (3, "Companies like Brunel Optics, Talbot Foods and Hexbridge did it"),
    (6, "Ruth Garland names an owner by 3 May"),
    (6, "Joint meeting with Ruth Garland and Tom Okafor on 4 May"),
    (6, "Tom Okafor will send the ledgers"),
    (6, "Ask Petra Novotny about the fourth ledger"),
    (2, "Petra Novotny counts 1,200 invoices a month"),
    (6, "Sign-off: Petra Novotny"),
    (2, "Your plants in Ghent and Antwerp use two ledgers"),
    (2, "The Antwerp plant closes last"),
    (3, "Project Lighthouse ends in June"),
    (3, "Lighthouse is the name of your programme"),
    (4, "It runs on Kubernetes with PostgreSQL"),
    (4, "Exports to Power BI and Tableau"),
    (2, "Your auditor Kestrel & Vane asks for a full trail"),
    (2, "Your bank, Banque Meridienne, wants the figures by day five"),
    (2, "Your supplier Talbot Foods sends 300 invoices a month"),
    (3, "Competitors such as Talbot Foods close in five days"),
    (2, "The Basel Committee asks for monthly figures"),
    (4, "Quillmark Match, Quillmark Close and Quillmark Audit"),
    (4, "Winner of the Stanwick Award 2025"),
    (2, "The Brexit rules of 2021 added two forms"),
    (4, "Licensed under Apache 2.0"),
    (6, "Contact: Ines Duarte, ines.duarte@quillmark.co.uk"),
    (4, "Since 2019 part of the Hexbridge Group"),
    (3, "Like Talbot Foods, you have four ledgers"),
    (4, "Zentria adapter: read only"),
    (4, "Also works with Zentria 9"),
    (2, "SAP S/4HANA replaces Zentria in 2028"),
    (3, "You asked how Talbot Foods did it"),
    (4, "See the Talbot case at quillmark.co.uk/talbot"),
    (2, "IFRS 16 and the CSRD ask for more"),
    (6, "Week 1: Kick-off. Week 2: Ledgers. Week 3: Test."),
    (3, "Mehr Zeit für das Team"),
    (2, "Q3 was late by Nine Days"),
    (2, "From Excel to One Ledger"),
    (4, "Single Sign-On via Okta or Auth0"),
    (3, "Numbers of Brunel Optics, a maker of lenses in Jena"),
    (4, "Support is provided by Deltamark in Lisbon"),
    (2, "Stanwick predicts that one close in three will be automatic by 2029"),
    (2, "According to Mirelle Vasquez of Stanwick, closes get longer"),
    (4, "Ledgerly is dearer, but has an app"),
    (3, "You may call Joris Vandamme at Talbot Foods"),
    (3, "Talbot Foods will show you its ledgers on 4 May"),
    (2, "Der Abschluss dauert neun Tage"),
    (2, "Lieferant Müller schickt 300 Rechnungen"),
    (2, "Kestrel Vane LLP signs the accounts of Bexhill Dairies"),
    (4, "Works with Datev, Lexware and Addison"),
    (2, "TLP:AMBER – for your board only"),
    (2, "Does XL cost more than M? No."),
    (6, "Rev 3 of the plan comes on Thu 6 May"),
    (2, "Phase 2 needs three people"),
    (2, "Account Bexhill Dairies"),
    (4, "Our controller was at Hexbridge for ten years"),
)
THEIRS = (
    (2, "Talbot Foods runs four ledgers in two countries"),
    (2, "We understand that Hexbridge wants to close in three days"),
    (3, "What Hexbridge wants"),
    (3, "This is how Hexbridge gets its Fridays back"),
    (6, "Hexbridge and Quillmark agree on the goals by 10 May"),
    (6, "Hexbridge names an owner"),
    (2, "At Hexbridge, nine days pass before the books are closed"),
    (3, "Savings for Hexbridge: 400 hours a year"),
    (3, "400 hours a year for the Hexbridge team"),
    (6, "Next steps with Hexbridge"),
    (2, "the controllers at Hexbridge re-key 1,200 invoices"),
    (3, "Hexbridge’s goals for 2027"),
    (3, "HEXBRIDGE: CLOSE IN THREE DAYS"),
    (2, "Hexbridge today"),
    (6, "To be signed by Hexbridge by 3 May"),
    (3, "Why Hexbridge should start now"),
    (2, "Thank you, Hexbridge!"),
    (2, "Hexbridge is growing in two countries"),
    (4, "How Quillmark Ledger helps Hexbridge"),
    (3, "In three days, Hexbridge knows its numbers"),
    (6, "Kick-off at Hexbridge on 3 May"),
    (2, "Hexbridge has 14 plants"),
    (3, "For Hexbridge this means three days"),
    (3, "Together, Hexbridge and Quillmark close in three days"),
    (2, "Hexbridge employs 2,300 people"),
    (2, "Silver Birch loses two days a month"),
    (3, "What Silver Birch wants"),
    (6, "Silver Birch names an owner by 3 May"),
    (3, "Silver Birch's goals"),
    (2, "the controllers at Silver Birch re-key invoices"),
    (6, "Kick-off with Silver Birch"),
    (2, "We heard from Silver Birch that the close is late"),
    (2, "lumora runs four ledgers"),
    (3, "What lumora wants"),
    (2, "Dock 9 runs four ledgers"),
    (2, "Holt & Barrow runs four ledgers"),
    (2, "The Amber Mill runs four ledgers"),
    (2, "O'Dowd's runs four ledgers"),
    (2, "Last month Hexbridge lost nine days"),
    (6, "Staff of Hexbridge"),
    (2, "NKT loses two days a month"),
    (3, "What NKT wants"),
    (3, "NKT's goals for 2027"),
    (6, "Next steps for NKT"),
)


def leftovers(found: Readiness) -> list[Item]:
    return [item for item in found.items if item.kind is ItemKind.LEFTOVER]


@pytest.mark.parametrize("case", LEFT)
def test_a_name_is_found_where_it_was_left(checked: Checked, case: str) -> None:
    change, where = LEFT[case]
    found = leftovers(checked(change))
    assert [item.where for item in found] == [where], found
    assert found[0].confidence >= 0.7


@pytest.mark.parametrize("case", MEANT)
def test_a_name_that_is_meant_is_let_be(checked: Checked, case: str) -> None:
    assert leftovers(checked(MEANT[case])) == []


def test_partners_people_places_and_peers_are_let_be(said: Said) -> None:
    told = {line: leftovers(said(*line)) for line in OTHERS}
    assert {line: found for line, found in told.items() if found} == {}


def test_what_a_font_made_of_their_name_is_theirs(checked: Checked) -> None:
    lines = (
        proposals.line(2, "Lindqvist Rfir loses a day"),
        proposals.line(6, "For Lindqvist Rfir"),
    )
    found = checked(*lines, customer=("Lindqvist Rör",), name="Lindqvist Rör")
    assert leftovers(found) == []


def test_a_name_is_found_in_whatever_sentence_it_stands(said: Said) -> None:
    assert [line for line in THEIRS if not leftovers(said(*line))] == []


def test_letters_beside_the_customers_name_are_theirs(checked: Checked) -> None:
    lines = (proposals.line(2, "Bexhill Dairies Ltd (BXD) closes late"), proposals.line(6, "BXD"))
    assert leftovers(checked(*lines)) == []


def test_letters_of_another_decks_customer_are_told(
    checked: Checked, reader: Worker, tmp_path: Path
) -> None:
    full = proposals.line(2, "Hollow Reach Shipping (HRS) ships by night")
    other = read_deck(proposals.save(tmp_path / "o.pptx", "Hollow Reach Shipping", full), reader)
    left = proposals.line(3, "HRS used less than last year")
    found = leftovers(checked(left, others=[(other, "Hollow Reach Shipping")]))
    assert [item.text for item in found] == ["HRS"]


def test_a_known_others_name_is_told_where_it_is_read_as_the_customers() -> None:
    said = "Renewal talk with Meridian in May"
    passage, name = Passage(said, Where.BODY, 5), Name("Meridian", 18, 26, Strength.FORMAL)
    for whose, seat, told in ((Whose.CUSTOMER, 3.0, True), (Whose.PEER, -3.0, False)):
        read = np.eye(len(Whose), dtype=np.float32)[whose]
        mention = Mention(passage, name, Part.REFERENCE, seat, read)
        sure = Suspect([mention], rule="left-over-other").sure(mention)
        assert (sure >= SURE) is told, whose


def test_what_a_layout_shows_on_many_slides_is_one_thing(checked: Checked) -> None:
    found = leftovers(checked(proposals.layout("Prepared for Ovenmark", used=True)))
    assert [(item.slide, item.where) for item in found] == [(1, Where.LAYOUT)]
    assert "1 to 6" in found[0].why


def test_a_stranger_in_a_links_path_is_told(checked: Checked) -> None:
    link = proposals.link(6, "The plan", "https://share.quillmark.co.uk/clients/ovenmark/plan")
    (item,) = leftovers(checked(link))
    assert (item.text, item.where) == ("ovenmark", Where.LINK)


def test_a_stranger_before_the_vendors_host_is_told(checked: Checked) -> None:
    link = proposals.link(6, "The plan", "https://ovenmark.quillmark.co.uk/plan")
    (item,) = leftovers(checked(link))
    assert (item.text, item.where) == ("ovenmark", Where.LINK)
    own = proposals.link(6, "The plan", "https://share.quillmark.co.uk/plan")
    assert leftovers(checked(own)) == []


@pytest.mark.parametrize("slug", ["velo27", "wvn", "margit-sólyom", "kettle-21"])
def test_any_slug_is_told_where_a_customers_name_goes(checked: Checked, slug: str) -> None:
    link = proposals.link(6, "The plan", f"https://cad.quillmark.co.uk/pilots/{slug}?nights=5")
    (item,) = leftovers(checked(link))
    assert (item.text, item.where) == (slug, Where.LINK)


def test_words_are_no_strangers_in_a_link(checked: Checked) -> None:
    for path in ("projects/website/rev-c", "c/pricing", "help/walktests", "pilots/week-2"):
        link = proposals.link(6, "The plan", f"https://share.quillmark.co.uk/{path}")
        assert leftovers(checked(link)) == [], path


def test_where_a_vendor_is_reached_is_its_own_address(checked: Checked) -> None:
    mails = (
        proposals.line(4, "Anna: anna@bexhill-dairies.example"),
        proposals.line(5, "Day and night: help@tellaway.example"),
    )
    assert leftovers(checked(*mails)) == []
    (item,) = leftovers(checked(mails[0], proposals.line(5, "Ask b.moe@tellaway.example")))
    assert item.id == "left-over-mail"


def test_several_words_of_the_customers_name_are_its_domain(checked: Checked) -> None:
    mails = (
        proposals.line(5, "Write to s.forell@zv-oberelauter.example"),
        proposals.line(6, "Or to finn@quillmark.example"),
    )
    name = "Zweckverband Wasser Obere Lauter"
    assert leftovers(checked(*mails, customer=(name,), name=name)) == []


def test_a_name_behind_the_customers_label_and_before_its_word_is_told(checked: Checked) -> None:
    own = (
        proposals.line(2, "Source: Bexhill Dairies transport, May 2026"),
        proposals.line(3, "Bexhill Dairies finance checked it"),
    )
    assert leftovers(checked(*own, proposals.line(6, "Source: Eurostat, 2025"))) == []
    odd = proposals.line(6, "Source: Ovenmark finance, accounts 4410 to 4470")
    assert [item.text for item in leftovers(checked(*own, odd))] == ["Ovenmark"]


def test_towns_make_no_story_of_others(proposal: Audit) -> None:
    lines = {
        2: "Northgate waits for Lyon and Aalborg",
        3: "Northgate waits for Brevo, Zentria Labs",
    }
    blocks = {n: Block(line, Role.BODY, Box(0.1, 0.7, 0.6, 0.75)) for n, line in lines.items()}
    slides = [
        replace(s, title="", blocks=(blocks[s.number],)) if s.number in blocks else s
        for s in proposal.deck.slides
    ]
    peers = [replace(v, motifs=(Motif.PEER,), unsure=False) for v in proposal.verdicts]
    deck = replace(proposal.deck, slides=tuple(slides))
    audit = replace(proposal, deck=deck, verdicts=tuple(peers))
    stream = passages(deck)
    found = Slides(audit, known(audit, Customer(audit.profile.customer), stream))
    told = [found.referring(p) for n in lines for p in stream if p.text == lines[n]]
    assert told == [False, True]


def test_the_vendor_beside_a_name_clears_nobody(checked: Checked) -> None:
    found = leftovers(checked(proposals.line(1, "Ovenmark Foods + Quillmark")))
    assert [item.text for item in found] == ["Ovenmark Foods"]


def test_the_vendor_in_a_files_name_clears_nobody(checked: Checked) -> None:
    found = leftovers(checked(file="Quillmark_Vestkyst Vind_overview_final2.pptx"))
    assert [(item.text, item.where) for item in found] == [("Vestkyst", Where.FILE_NAME)]


def test_a_companys_own_accounts_are_no_amounts_of_theirs(checked: Checked) -> None:
    lines = [proposals.line(n, f"That is £{n},200 a month") for n in (2, 3, 4, 6)]
    told = proposals.line(4, "€128 million turnover in 2024, profitable since 2015")
    assert leftovers(checked(*lines, told)) == []
    theirs = proposals.line(4, "€128,000 of your turnover is at risk")
    assert [item.id for item in leftovers(checked(*lines, theirs))] == ["left-over-currency"]


def test_what_a_name_may_be() -> None:
    said = {
        "Quality: inspected by Van der Hoeven, 1 rejected": [("Van der Hoeven", Strength.PLAIN)],
        "Fee for 3Peaks rises, in 3D and 5G": [("3Peaks", Strength.UNKNOWN)],
        "Loads sent by Margit Sólyom Kft.": [("Margit Sólyom", Strength.FORMAL)],
        "Contract KTM/W/19": [],
        "Object4": [],
        "Omar works at Four Hollows": [("Four Hollows", Strength.PLAIN)],
        "We have Two Steps to go": [],
        "Ask the General Counsel": [],
    }
    found = {text: [(name.text, name.strength) for name in names_in(text)] for text in said}
    assert found == said


def test_what_is_read_in_a_picture_accuses_nobody(proposal: Audit) -> None:
    who = known(proposal, Customer(proposal.profile.customer), passages(proposal.deck))
    said = "Prepared for Ovenmark Foods"
    places = (Where.BODY, Where.PICTURE)
    stream = [Passage(said, where, number) for number, where in enumerate(places, 1)]
    assert [passage.where for passage, _ in Candidates(who, stream).all()] == [Where.BODY]


def test_of_small_words_only_coined_ones_may_be_read_as_a_name(
    proposal: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = known(proposal, Customer(proposal.profile.customer), passages(proposal.deck))
    lines = ("Lists of the koji masters", "Lists of the velino pagaro")
    stream = [Passage(line, Where.BODY, 1) for line in lines]
    read = Readings(proposal, who, stream)
    monkeypatch.setattr(read, "likely", lambda passage, *_: [(13, len(passage.text))])
    found = [name.text for _, name in Candidates(who, stream).all(read)]
    assert found == ["velino pagaro"]


def test_coined_words_in_notes_are_read(proposal: Audit) -> None:
    who = known(proposal, Customer(proposal.profile.customer), passages(proposal.deck))
    notes = ("They say that kibbl will score it.", "They say that nobody will.")
    stream = [Passage(text, Where.NOTES, 1) for text in notes]
    assert Candidates(who, stream).named == {id(stream[0]): [14]}


def test_a_legal_form_makes_a_name_of_small_letters() -> None:
    stream = (
        Passage("Anlagenliste von tuttogiorno S.p.A., Anhang B", Where.BODY, 1),
        Passage("Zuschlag durch kurbel8 AG", Where.BODY, 2),
        Passage("mp3 and web3 for the toolsetters", Where.BODY, 3),
        Passage("stallholders will pay by card", Where.BODY, 3),
        Passage("vetolino will pay by card", Where.BODY, 3),
        Passage("Metering ploufi baden B.V.", Where.BODY, 4),
    )
    assert brands(stream) >= {"tuttogiorno", "kurbel8", "ploufi", "vetolino"}
    assert not brands(stream) & {"mp3", "web3", "toolsetters", "stallholders"}


def test_nobody_else_stands_in_a_link_with_the_customer(checked: Checked) -> None:
    link = proposals.link(6, "The plan", "https://toits.quillmark.co.uk/3d/bexhill-dairies")
    assert leftovers(checked(link)) == []


def test_a_coined_word_of_the_customers_name_is_its_domain(checked: Checked) -> None:
    name = "Kantonsbibliothek Obertoggen"
    lines = (
        proposals.line(5, "Yours: r.ammann@kb-obertoggen.example"),
        proposals.line(6, "Ours: finn@quillmark.example"),
    )
    assert leftovers(checked(*lines, customer=(name,), name=name)) == []
    (item,) = leftovers(checked(*lines))
    assert item.id == "left-over-mail"


def test_a_day_of_last_year_is_told_beside_days_to_come(checked: Checked) -> None:
    lines = (
        proposals.line(6, "We meet on 4 May 2027"),
        proposals.line(2, "The controllers show it on 4 May 2025"),
    )
    assert [item.text for item in leftovers(checked(*lines))] == ["4 May 2025"]


def test_the_one_amount_in_another_currency_is_told(checked: Checked) -> None:
    lines = [proposals.line(n, f"That is £{n},200 a month") for n in (2, 3, 4, 6)]
    odd = proposals.line(6, "The first year costs A$9,000")
    assert [item.slide for item in leftovers(checked(*lines, odd))] == [6]


def test_abbreviations_of_other_things_are_no_amounts(checked: Checked) -> None:
    lines = [proposals.line(n, f"That is £{n},200 a month") for n in (2, 3, 4, 6)]
    other = proposals.line(5, "A COP of 3.1: COP 3.1 at 7 °C, with R290 and CAD 3D")
    assert leftovers(checked(*lines, other)) == []
    large = proposals.line(6, "The first year costs R 9,000")
    assert [item.text for item in leftovers(checked(*lines, large))] == ["R 9,000"]


def test_an_amount_beside_somebody_elses_name_is_meant(checked: Checked) -> None:
    lines = [proposals.line(n, f"That is £{n},200 a month") for n in (2, 3, 4, 6)]
    told = proposals.line(5, "Eleven halls at Tarnbrook Mills, A$3 million a year")
    table = proposals.table(6, ("Where", "A year"), ("Tarnbrook Mills", "A$9,000"))
    assert leftovers(checked(*lines, told, table)) == []


@pytest.mark.parametrize("name", ["Maison Norvik", "Maison Nórvik"])
def test_a_telling_word_of_their_name_is_their_domain(checked: Checked, name: str) -> None:
    mail = proposals.line(6, "Write to accounts@norvik.co.uk or to sales@quillmark.co.uk")
    assert leftovers(checked(mail, customer=(name,), name=name)) == []


def test_a_word_of_a_strangers_name_is_its_domain(checked: Checked) -> None:
    lines = (
        proposals.line(2, "Canteras Peñarrubia loses two days a month"),
        proposals.line(6, "Figures from j.beltran@penarrubia.example"),
    )
    found = {(item.id, item.text) for item in leftovers(checked(*lines))}
    assert ("left-over-mail", "j.beltran@penarrubia.example") in found


def test_a_deck_for_several_people_is_for_nobody_else(checked: Checked) -> None:
    line = proposals.line(1, "Prepared for Gunilla Åkerman and Pontus Wikström")
    assert leftovers(checked(line)) == []
    both = proposals.line(1, "Prepared for Åkerstedt and Wikholm Foods")
    assert leftovers(checked(both)) != []


def test_letters_beside_the_customers_name_are_a_measures(checked: Checked) -> None:
    limit = proposals.line(2, "The permit limit for KRQ will fall in two years")
    assert [item.text for item in leftovers(checked(limit))] == ["KRQ"]
    load = proposals.chart(3, ("2024", "2025"), "KRQ load of Bexhill Dairies in kg per day")
    assert leftovers(checked(limit, load)) == []


def test_a_person_and_a_role_are_two_names() -> None:
    names = names_in("Jiwoo Haan + VP Loop4")
    assert [name.text for name in names] == ["Jiwoo Haan", "Loop4"]


def test_a_proposal_for_its_own_customer_is_ready(checked: Checked) -> None:
    found = checked()
    assert found.ready is Ready.READY
    assert found.blockers == ()


def test_a_proposal_for_somebody_else_must_not_be_sent(checked: Checked) -> None:
    found = checked(name="Ovenmark")
    assert found.ready is Ready.STOP
    assert {item.slide for item in leftovers(found)} == {1, 2, 3, 6, None}
    assert {item.text for item in leftovers(found)} == {"Ovenmark"}


def test_short_forms_and_aliases_of_the_customer_are_theirs(checked: Checked) -> None:
    lines = [
        proposals.line(2, f"{said} keeps four ledgers") for said in ("Bexhill", "BXD", "Moorland")
    ]
    assert leftovers(checked(*lines, customer=("Bexhill Dairies", "BXD", "Moorland"))) == []


def test_a_name_on_a_hidden_slide_is_hidden(checked: Checked) -> None:
    found = leftovers(checked(proposals.line(3, "Ovenmark's goals"), proposals.hidden(3)))
    assert [item.where for item in found] == [Where.HIDDEN]


def test_the_file_name_counts(checked: Checked) -> None:
    found = leftovers(checked(proposals.line(3, "Ovenmark's goals"), file="Ovenmark_proposal.pptx"))
    assert {item.where for item in found} == {Where.BODY, Where.FILE_NAME}


def test_a_name_that_is_told_once_is_found_in_all_its_forms(checked: Checked) -> None:
    found = leftovers(
        checked(
            proposals.line(3, "Ovenmark's goals"),
            proposals.line(4, "Matched for ovenmark already"),
            proposals.notes(4, "OVENMARK again"),
        )
    )
    assert {(item.slide, item.text) for item in found} == {
        (3, "Ovenmark"),
        (4, "ovenmark"),
        (4, "OVENMARK"),
    }


def test_the_short_name_is_found_beside_the_long_one_that_the_deck_is_addressed_to(
    checked: Checked,
) -> None:
    found = leftovers(
        checked(
            proposals.line(1, "Prepared for Ovenmark Foods Ltd"),
            proposals.notes(2, "Please check with the clerk whether Ovenmark has five"),
        )
    )
    assert (2, "Ovenmark") in {(item.slide, item.text) for item in found}


def test_two_coined_words_that_do_what_people_do_are_a_person(checked: Checked) -> None:
    found = leftovers(checked(proposals.notes(2, "Zhuldyra Qembetova will ask about it.")))
    assert found == []


def test_the_words_stand_in_their_box(checked: Checked) -> None:
    (item,) = leftovers(checked(proposals.box(3, "Ovenmark's goals")))
    assert item.box is not None
    assert 0.1 <= item.box.x0 <= 0.15
    assert item.blocker


def test_other_decks_tell_whose_names_and_marks_must_not_be_here(
    checked: Checked, reader: Worker, tmp_path: Path
) -> None:
    mark = proposals.picture(1, "", color=(200, 20, 20))
    decks = [
        (read_deck(proposals.save(tmp_path / f"{n}.pptx", n, *more), reader), n)
        for n, more in (("Meridian", (mark,)), ("Hollinside", ()))
    ]
    found = leftovers(checked(mark, proposals.line(4, "Tested with Meridian"), others=decks))
    assert {(item.slide, item.id) for item in found} == {
        (1, "left-over-logo"),
        (4, "left-over-other"),
    }


def test_without_a_customer_only_what_is_sure_is_told(checked: Checked) -> None:
    found = checked(proposals.line(3, "Ovenmark's goals"), customer=())
    assert not found.blockers


def test_a_name_may_end_in_a_figure_but_a_sheets_may_not(said: Said) -> None:
    assert [item.text for item in leftovers(said(2, "Nord7 runs four ledgers"))] == ["Nord7"]
    assert leftovers(said(2, "Sheet1 runs four ledgers")) == []


def test_a_town_that_does_what_customers_do_is_let_be(said: Said) -> None:
    assert leftovers(said(2, "Breda runs four ledgers")) == []


def test_a_part_of_the_customers_name_in_a_longer_line_is_theirs(checked: Checked) -> None:
    name = "Van der Eycken Holzbau"
    found = leftovers(checked(proposals.line(3, f"Tender {name}"), customer=(name,), name=name))
    assert found == []


def test_currencies_that_are_compared_on_a_slide_are_meant(checked: Checked) -> None:
    lines = [proposals.line(n, f"That is £{n},200 a month") for n in (2, 3, 4, 6)]
    compared = (proposals.line(5, f"Abroad: {amount} a month") for amount in ("¥300", "R$90"))
    own = proposals.line(5, "Here: £80 a month")
    assert leftovers(checked(*lines, *compared, own)) == []
