"""What nobody filled in is found, and what only looks like it is not."""

from __future__ import annotations

import pytest

from sowhat.check.passages import Passage
from sowhat.check.placeholders import hits
from sowhat.model import Block, Box, ItemKind, Role, Where
from tests.check import proposals
from tests.check.conftest import Checked

LEFT = {
    "[Customer]": "[Customer]",
    "Goals of <<NAME>> this year": "<<NAME>>",
    "Dear {{account}} team": "{{account}}",
    "[[CLIENT]] today": "[[CLIENT]]",
    "We save $X.XM a year": "$X.XM",
    "Up to XX% less": "XX%",
    "Meeting on dd/mm/yyyy": "dd/mm/yyyy",
    "Sopralluogo del GG/MM/AAAA": "GG/MM/AAAA",
    "Stand: TT.MM.JJJJ": "TT.MM.JJJJ",
    "Pick two of these, depending on the room": "Pick two of these, depending on the room",
    "Sponsor: First Last": "First Last",
    "Prénom Nom, Directrice": "Prénom Nom",
    "Cap on damages: [pending legal]": "[pending legal]",
    "A user a month: $0.00 (pull from CPQ)": "$0.00 (pull from CPQ)",
    "Subhead goes here": "Subhead goes here",
    "Start: TBD": "TBD",
    "Owner XXX": "XXX",
    "Lorem ipsum, say some": "Lorem ipsum",
    "Sick leave at @@CLIENT@@ compared": "@@CLIENT@@",
    "Cover for <INSURED> and others": "<INSURED>",
    "Last year nn % were on time": "nn",
    "The notice period is __ months": "__",
    "Valid until 00/00/0000": "00/00/0000",
    "Dear Mr/Ms": "Mr/Ms",
    "Delete if not needed": "Delete if not needed",
    "Image placeholder": "Image placeholder",
    "bitte ausfüllen": "bitte ausfüllen",
    "Body copy goes here, forty words": "Body copy goes here",
    "Insert logo here": "Insert logo here",
    "Click to add text": "Click to add text",
    "Text durch Klicken hinzufügen": "Text durch Klicken hinzufügen",
    "Cliquez pour ajouter un titre": "Cliquez pour ajouter un titre",
    "Nombre del cliente": "Nombre del cliente",
    "Add founder names and photos": "Add founder names and photos",
    "Delete this slide if they have no ERP": "Delete this slide if they have no ERP",
    "Mail: firstname.lastname@acme.example": "firstname.lastname@acme.example",
    "[insert date]": "[insert date]",
    "Revenue: ____": "____",
    "Figures to be confirmed": "to be confirmed",
}
DRAWN = ("000 0000 0000", "00 00 00", "......", "xxxx")  # dots and lines of a drawing, read
WHOLE = (
    "See [1] and [Smith 2020]",
    "The array [1, 2, 3] is sorted",
    "Ask for <b>bold</b> text",
    "Series A closed in May",
    "Model X and iPhone XXL",
    "We add value in every step",
    "The TODO Group meets in June",
    '{ "key": 1 }',
    "Mail jane@acme.example",
    "What if a day is still to be confirmed on your side?",
)

# What authors of decks and of templates leave behind, in many forms.
REMARKS = (
    "Ihr Text hier",
    "Flächenbedarf von <Mieter>",
    "Subtitle text, one line only",
    "Subheadline goes here",
    "(old numbers, need to check with presales)",
    "Still to clarify with marketing",
    "Baustrom und Zufahrt: noch zu klären",
    "Livraison : reste à confirmer",
    "Bitte Bild austauschen",
    "Deductible 5,000 or 10,000? needs checking",
    "Keep only the option that the client has asked for, delete the others",
    "old numbers! wait for the report",
    "Current set-up at CUSTOMER X",
    "YOUR COMPANY and Quillmark, side by side",
    "xxx tonnes a year",
    "Used by XX people every day",
    "Rolled out to [#] sites",
    "Presales to fill in: interfaces in scope",
    "Account manager to add: top three routes and spend",
    "Only for public bodies, otherwise remove this page",
    "Please adapt the following three bullets to the programme",
    "Swap in a photo of the client's own plant",
    "Pick two references from the same country as the prospect",
    "Number of samples per quarter: …",
    "Spindle hours per year: .....",
    "Biodiversity units gained: x.x",
    "Trips in quarter YY: 1,204",
    "Grenzwerte Parameterliste B: folgt noch",
    "Day rate as in the last offer (to check!)",
    "Ons voorstel aan [Klantnaam]",
    "Mastertextformat bearbeiten",
    "Modifiez les styles du texte du masque",
    "Votre interlocuteur chez [Raison sociale]",
    "Laufzeit: [noch offen]",
    "Savings of [amount] in [year]",
    "<<CLIENT>> today",
    "{{customer_name}} wants",
    "Prepared for [Client]",
    "Prepared for {Client Name}",
    "%COMPANY% goals",
    "%%company%% goals",
    "##NAME##",
    "#CUSTOMER# roadmap",
    "${account}",
    "Hello <first name>",
    "$X.XM in savings",
    "€X million a year",
    "$XXk",
    "XX% fewer calls",
    "x % lower",
    "Cut costs by XX percent",
    "TBD",
    "Date: tbc",
    "Owner: TBD",
    "To be confirmed by finance",
    "to be decided",
    "dd/mm/yyyy",
    "DD.MM.YYYY",
    "Month DD, 20XX",
    "20XX revenue",
    "Q? 2026",
    "Lorem ipsum dolor",
    "Lorem Ipsum",
    "Insert logo here",
    "[Insert client logo]",
    "Insert customer quote here",
    "Click to add text",
    "Click to edit Master title style",
    "Your logo here",
    "YOUR LOGO",
    "Place logo here",
    "Drop the client's logo in here",
    "Add your own screenshot",
    "Replace this picture with one of the customer's",
    "Change the colour to the customer's brand",
    "Delete this slide if not relevant",
    "Remove before sending",
    "Use this slide to introduce the team",
    "This slide should be adapted to the industry",
    "How to use this slide",
    "Instructions: pick three of the six cases",
    "Speaker name, title",
    "Presenter Name",
    "First name Surname",
    "Firstname Surname, Job title",
    "Name, Position",
    "Jane Doe, CEO",
    "John Doe",
    "name@company.com",
    "firstname.lastname@customer.com",
    "+00 000 000 000",
    "555-xxx-xxxx",
    "(555) 555-5555",
    "555-1234",
    "Ansprechperson: wird nachgereicht",
    "Client ABC",
    "Company XYZ",
    "XYZ Corp",
    "ABC Company Ltd",
    "Category 1",
    "Text text text",
    "Title",
    "Subtitle goes here",
    "Headline goes here",
    "Your text here",
    "Sample text",
    "DRAFT",
    "DRAFT - for internal review",
    "Draft v0.3",
    "DRAFT: pricing to follow",
    "WORK IN PROGRESS",
    "WIP",
    "@Maria: please check these numbers",
    "@Tom can you update this?",
    "NOTE: update after call with Tom",
    "Note to self: ask Maria",
    "TODO: add numbers",
    "To do: get the figures from Jo",
    "(check with finance)",
    "[check]",
    "??? per year",
    "Who is the owner??",
    "xxx",
    "XXXX",
    "_____ signs by ______",
    "........ signs",
    "[●]",
    "[x] days",
    "[NAME]",
    "[Name]",
    "[NAME OF PROJECT]",
    "[your city]",
    "<insert date>",
    "<Project>",
    "N.N.",
    "placeholder",
    "numbers to follow",
    "figures still missing",
    "quote to come",
    "screenshot to be added",
    "Replace with real figures",
    "Need to update",
    "Still to be checked",
    "confirm this figure",
    "Is this number right?",
    "Who confirms this?",
    "needs legal approval",
    "pls update",
    "PLEASE UPDATE",
    "FIXME",
    "#REF!",
    "#N/A",
    "Bild einfügen",
    "Hier Logo einfügen",
    "Kunde XY",
    "Max Mustermann",
    "Insérer le logo",
    "nom du client",
    "Nombre del cliente",
)
# What looks much like it and is meant.
MEANT = (
    "Please update us monthly, not quarterly",
    "Pick two slots that suit your team",
    "Swap in seconds",
    "Forms to fill in online",
    "Two forms to complete by 4 May",
    "Wait to complete",
    "If not, remove the filter",
    "And then: silence ...",
    "Hotline: +31 30 555 0177",
    "Night drop, photo",
    "Call (212) 555-0143",
    "We asked 20 teams [1]",
    "See [3, 4] for details",
    '"[They] saved us weeks," says Jane',
    "array[i] is read",
    "See <https://example.org>",
    "Press [Enter] to go on",
    "a list<string> is returned",
    "The price is $12 a seat",
    "up to 10x faster",
    "2x throughput",
    "3 X 4 metres",
    "iPhone X sales",
    "Windows XP is out",
    "XXL sizes",
    "Category 1 devices",
    "Draft beer sales",
    "The draft law passes in May",
    "A first draft by Friday",
    "Customer A saved 12%",
    "Customer names are kept for 30 days",
    "Your name stands on the list",
    "Contact your account manager",
    "Add screenshots to a ticket with one click",
    "Insert a card and wait",
    "Replace the battery every year",
    "Place an order in two clicks",
    "Delete old files after 90 days",
    "Note: prices without VAT",
    "Notes are kept",
    "Who signs?",
    "What happens next?",
    "Is this the right time?",
    "Why now?",
    "Title deeds are scanned",
    "The title of the report",
    "Text messages arrive in seconds",
    "Name, address and date of birth are checked",
    "Choose two of the following to begin with",
    "Until then the order stays in 'to be confirmed'",
    "Pick one of these colours",
    "First Last-Minute booking of the year",
    "Free: $0.00 a month (from 3 May)",
    "Get it (from May)",
    "Owner: Jane Roe",
    "Date: 3 May 2027",
    "Follow us @acme",
    "@acme_support answers",
    "Write to sales@acme.com",
    "100 % of seats",
    "Version 2.0",
    "Work in progress limits per team",
    "Kanban limits work in progress",
    "To do, doing, done",
    "To-do lists for each shift",
    "The team decides by Friday",
    "Q1 2026",
    "20 sites",
    "Sample size: 204",
    "A sample of 40 trucks",
    "A template for all sites",
    "Templates for letters",
    "How to use the app",
    "Use this code at checkout",
    "This slide shows the costs",
    "Instructions for drivers in six languages",
    "Speaker: Ann Lee, Acme",
    "Please add me to the list",
    "check with your bank",
    "Confirm with one click",
    "Remove the old cable",
    "Subtitle files are made by the tool",
    "Click to add a user",
    "Insert the key and turn",
    "The logo of each partner stands on the box",
    "Headline inflation fell",
    "[sic]",
    "[a] first, [b] second",
    "… and more",
    "... and then it stops",
    "Wait...",
    "5 % to 10 %",
    "TBA Group signs",
    "TODO Group",
    "The XX chromosome",
    "Windows 10 Pro N",
    "N customers use it",
)


def passage(text: str) -> Passage:
    block = Block(text, Role.BODY, Box(0.1, 0.4, 0.6, 0.5))
    return Passage(text, Where.BODY, 2, block, block.box)


@pytest.mark.parametrize("text", LEFT)
def test_what_was_left_to_fill_in_is_found(text: str) -> None:
    assert [text[hit.start : hit.end] for hit in hits(passage(text))] == [LEFT[text]]


@pytest.mark.parametrize("text", WHOLE)
def test_what_only_looks_like_it_is_not(text: str) -> None:
    assert hits(passage(text)) == []


@pytest.mark.parametrize("text", REMARKS)
def test_remarks_and_blanks_of_many_forms_are_found(text: str) -> None:
    assert hits(passage(text))


ORDERS = (
    "Replace with the client's own three figures",
    "List two products of the client, in their words",
    "Remove this grey box once the dates are agreed",
    "XX offices in YY countries",
    "$$ACCOUNT$$ at a glance",
)
DEEDS = (
    "PROTECT YOUR BUSINESS",
    "TBD in a report means that the reading has not arrived yet",
    "Salle à confirmer par Kenta",
    "Keep the rest of your stack",
    "Use the tool you like, remove the others later",
    "Wait 3 x 5 minutes",
    "We still have to check three meters a day",
    "Was noch zu klären ist, steht im Anhang",
    "Add a customer in two clicks",
    "Replace a worn belt after 40 hours",
    "Update the customer record from any device",
)


@pytest.mark.parametrize("text", ORDERS)
def test_orders_to_whoever_fills_a_template_are_found(text: str) -> None:
    assert hits(passage(text))


@pytest.mark.parametrize("text", DEEDS)
def test_what_users_do_is_no_order_to_the_writer(text: str) -> None:
    assert hits(passage(text)) == []


@pytest.mark.parametrize("text", MEANT)
def test_what_is_meant_is_let_be(text: str) -> None:
    assert hits(passage(text)) == []


def test_what_a_chart_counts_and_what_a_headline_announces_is_meant(checked: Checked) -> None:
    drafts = proposals.chart(3, ("First draft", "Second draft"), "Letters")
    assert checked(drafts).of(ItemKind.PLACEHOLDER) == ()
    assert hits(Passage("To be decided", Where.TITLE, 6, head=True)) == []
    assert [hit.rule for hit in hits(Passage("Depot: to be decided", Where.BODY, 6))] == [
        "drafting-note"
    ]


def test_a_new_chart_with_its_samples_stops_a_deck(checked: Checked) -> None:
    names = ("Category 1", "Category 2", "Category 3")
    found = checked(proposals.chart(3, names, "Series 1", "Series 2"))
    (item,) = found.of(ItemKind.PLACEHOLDER)
    assert (item.id, item.slide, item.where) == ("sample-chart", 3, Where.CHART)
    assert item.blocker


def test_an_empty_title_is_worth_a_look(checked: Checked) -> None:
    (item,) = checked(proposals.empty_title(4)).of(ItemKind.PLACEHOLDER)
    assert (item.id, item.slide, item.blocker) == ("empty-title", 4, False)


def test_a_placeholder_in_notes_stops_nothing(checked: Checked) -> None:
    (item,) = checked(proposals.notes(2, "Thank [Name] first")).of(ItemKind.PLACEHOLDER)
    assert (item.where, item.blocker) == (Where.NOTES, False)


def test_notes_ask_their_speaker_and_not_a_writer(checked: Checked) -> None:
    said = "Mention the February call where the customer was back in three days."
    assert checked(proposals.notes(2, said)).of(ItemKind.PLACEHOLDER) == ()
    (item,) = checked(proposals.line(2, said)).of(ItemKind.PLACEHOLDER)
    assert item.id == "template-instruction"


@pytest.mark.parametrize("words", DRAWN)
def test_what_is_read_in_a_picture_may_be_its_dots(words: str) -> None:
    assert list(hits(Passage(words, Where.PICTURE, 1))) == []
    assert list(hits(Passage("Owner: TBD", Where.PICTURE, 1))) != []


def test_a_list_of_what_is_to_do_may_be_called_so() -> None:
    assert hits(Passage("To do", Where.TITLE, 3, head=True)) == []
    assert hits(Passage("To do", Where.BODY, 3)) != []


def test_what_no_rule_tells_is_read(checked: Checked) -> None:
    order = "Rep: choose the two lines that fit this account"
    (item,) = checked(proposals.line(3, order)).of(ItemKind.PLACEHOLDER)
    assert (item.id, item.blocker) == ("placeholder-read", False)
    assert item.text in order
    meant = proposals.line(3, "Your team: choose the two ledgers that fit this year")
    assert checked(meant).of(ItemKind.PLACEHOLDER) == ()
