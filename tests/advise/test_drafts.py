from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sowhat.advise.drafts import Casing, Ground, Statement, Writer, draft_slides, statements
from sowhat.advise.drafts.check import sound
from sowhat.language import parse_lines
from sowhat.model import Gap, Origin, Party, Profile, Sentence
from sowhat.rules.drafts import load_drafts
from tests.decks import slide, written
from tests.measure.decks import verdicts_of

NO_CASES = Casing(frozenset(), frozenset())
MADE = Profile(Party("Acme"), Party(), ("AcmeFlow", "AcmePulse"))
KNOWN = Profile(Party("Acme"), Party("Northwind", (), Origin.GIVEN), ("AcmeFlow", "AcmePulse"))
CLAIMS: dict[str, list[str]] = tomllib.loads(
    (Path(__file__).parent / "claims.toml").read_text(encoding="utf-8")
)
LINES = [line for group in CLAIMS.values() for line in group]
# Grammatical forms of the words of templates, and the words of agreement and of quantity.
_FORMS = re.compile(r"(?:'s|ies|es|s|ed|ing|d|e|y)$")


def drafted(lines: list[str], profile: Profile = MADE) -> list[str | None]:
    return Writer(profile, NO_CASES).drafts(
        [Statement.of(line) for line in lines], [Ground.OFFER] * len(lines)
    )


def one(line: str, profile: Profile = MADE) -> str | None:
    return drafted([line], profile)[0]


@pytest.fixture(scope="module", params=[MADE, KNOWN], ids=["you", "by name"])
def made(request: pytest.FixtureRequest) -> list[tuple[str, str]]:
    found = drafted(LINES, request.param)
    return [(line, draft) for line, draft in zip(LINES, found, strict=True) if draft]


@pytest.mark.parametrize(
    ("line", "draft"),
    [
        (
            "Our platform helps you reduce waiting times",
            "You reduce waiting times: from __ today to __.",
        ),
        (
            "Our platform helps you cut claim costs",
            "You cut claim costs and can spend the __ saved on __.",
        ),
        ("The app lets drivers report damage", "Your drivers report damage and can __."),
        (
            "We help companies reduce their carbon footprint",
            "You reduce your carbon footprint: from __ today to __.",
        ),
        (
            "AcmeFlow tracks parcels and finds lost ones",
            "You no longer need to __ because AcmeFlow tracks parcels and finds lost ones.",
        ),
        (
            "Our software streamlines loan approvals",
            "You streamline loan approvals and need __ instead of __ for it.",
        ),
        (
            "AcmeFlow is a planning tool for shipyards",
            "With AcmeFlow, a planning tool for shipyards, you can __.",
        ),
        (
            "We manage your entire vehicle fleet",
            "You no longer need to __ because we manage your entire vehicle fleet.",
        ),
        ("12 data centres worldwide", "With our 12 data centres worldwide, you can __."),
        ("AI-powered claims automation", "With our AI-powered claims automation, you can __."),
        ("Dashboards, alerts and reports", "With our dashboards, alerts and reports, you can __."),
        (
            "Provides the possibility to sort data by region, to find a cause, and to act on it.",
            "You can sort data by region, find a cause, and act on it, which saves you __.",
        ),
        (
            "Leader in the 2024 quadrant",
            "You can check “Leader in the 2024 quadrant”: __ (a fact), confirmed by __.",
        ),
        (
            "Globex chose AcmeFlow for its reliability",
            "Globex wanted __, did __ and now has __ instead of __.",
        ),
        (
            "Trusted by 500 banks",
            "One of 500 banks wanted __, did __ and now has __ instead of __.",
        ),
        (
            "Why customers choose us",
            "One of our customers wanted __, did __ and now has __ instead of __.",
        ),
        (
            "Lower total cost of ownership",
            "You free __ a year through lower total cost of ownership and can spend it on __.",
        ),
        ("Reduce TCO by 30%", "You reduce TCO by 30% and can spend the __ saved on __."),
        (
            "“We do in a day what took us a week”",
            "__ wanted __, did __ and now has __ instead of __. "
            "In their words: “We do in a day what took us a week.”",
        ),
        (
            "We run 40 offices, two laboratories and a school",
            "We run 40 offices, two laboratories and a school. Because of this, you can __.",
        ),
        (
            "Reports are kept for ten years; drafts are kept for one",
            "Reports are kept for ten years; drafts are kept for one. Because of this, you can __.",
        ),
        (
            "Therefore, we test every valve",
            "You no longer need to __ because we test every valve.",
        ),
        (
            "Our mission is to keep our customers safe",
            "You can tell from __ that our mission is to keep you safe.",
        ),
        (
            "Design an early-warning system for dams",
            "With an early-warning system for dams, you can __.",
        ),
        (
            "There are over 100 ready-made templates",
            "With over 100 ready-made templates, you can __.",
        ),
        ("Add speech to your app", "You add speech to your app and can __."),
        (
            "Replace your old system with our cloud",
            "You replace your old system with our cloud: __ instead of __.",
        ),
        (
            "We assist companies in sourcing spare parts",
            "You source spare parts and can __.",
        ),
        (
            "Helps our clients create their own portal",
            "You create your own portal and can __.",
        ),
        ("Azure Kubernetes Service", "With Azure Kubernetes Service, you can __."),
        ("Faster time to market", "You get faster time to market: __ instead of __ today."),
        ("Ensure that every visitor is registered", "You know that every visitor is registered."),
        (
            "Powered by machine learning",
            "You can __ because what we offer is powered by machine learning.",
        ),
        ("Founded in Basel in 1998", "You can __ because we were founded in Basel in 1998."),
        ("From order to delivery in days", "You get from order to delivery in days and can __."),
        ("Users can invite colleagues", "Your users can invite colleagues, so that you can __."),
        (
            "Users can broadcast message to all users",
            "Your users can broadcast the message to all users, so that you can __.",
        ),
        (
            "A new version of the dashboard is being built",
            "Once a new version of the dashboard is built, you can __.",
        ),
        (
            "We are building a platform for sensors",
            "Once we have built a platform for sensors, you can __.",
        ),
        (
            "AcmeFlow is set to serve the care sector",
            "Once AcmeFlow serves the care sector, you can __.",
        ),
        (
            "Provides the possibility to export all reports",
            "You can export all reports, which saves you __.",
        ),
        (
            "We are dedicated to providing our customers with answers to their questions",
            "You can tell from __ that we are dedicated to providing you with answers to your "
            "questions.",
        ),
        (
            "Get an overview about the current phase",
            "You get an overview of the current phase and can __.",
        ),
        (
            "Proven method reduces risk during the move of machines",
            "You can __ because our proven method reduces risk during the move of machines.",
        ),
        (
            "AcmeFlow reads every invoice — with a clerk's approval",
            "AcmeFlow reads every invoice — with a clerk's approval. Because of this, you can __.",
        ),
        (
            "The lease includes the annual service (minimum term of two years)",
            "The lease includes the annual service (minimum term of two years). "
            "Because of this, you can __.",
        ),
        (
            "Whether you ship by road or by rail you will get one invoice",
            "Whether you ship by road or by rail, you will get one invoice. "
            "Because of this, you can __.",
        ),
        (
            "Mission: Build trust between farms and kitchens",
            "You can tell from __ that we aim to build trust between farms and kitchens.",
        ),
        (
            "We are committed to fostering a diverse, inclusive workforce",
            "We are committed to fostering a diverse, inclusive workforce. "
            "You can tell this from __.",
        ),
        (
            "40% of German hospitals with over 500 beds have adopted AcmeFlow",
            "40% of German hospitals with over 500 beds have adopted AcmeFlow. "
            "You can ask one of them what it changed: __.",
        ),
        (
            "All it takes is a call to open an account for your depot",
            "You can __ because all it takes is a call to open an account for your depot.",
        ),
        (
            "An assistant that answers calls, sends offers, and books repairs",
            "With an assistant that answers calls, sends offers, and books repairs, you can __.",
        ),
        (
            "Since March 2024 AcmeFlow has run a test track for lorries",
            "Since March 2024 AcmeFlow has run a test track for lorries. "
            "Because of this, you can __.",
        ),
        (
            "Globex chose AcmeFlow because of our unmatched scalability",
            "Globex wanted __, did __ and now has __ instead of __.",
        ),
        ("Adopt AcmeFlow for all depots NOW", "You adopt AcmeFlow for all depots and can __."),
        (
            "Doors are guarded so you cannot ship a parcel without its label",
            "Doors are guarded so you cannot ship a parcel without its label. "
            "Because of this, you can __.",
        ),
        (
            "WITH LONG EXPERIENCE AND A GOOD REPUTATION, WE HAVE EARNED THE TRUST OF FARMERS AND "
            "BAKERS IN THE NORTH",
            "With long experience and a good reputation, we have earned the trust of farmers and "
            "bakers in the north. You can tell this from __.",
        ),
        ("DIGITAL DOCUMENT STORAGE", "With our digital document storage, you can __."),
        (
            "Security: Micro-segmentation with access control",
            "With our micro-segmentation with access control, you can __.",
        ),
    ],
)
def test_turned_round(line: str, draft: str) -> None:
    assert one(line) == draft


@pytest.mark.parametrize(
    ("line", "draft"),
    [
        (
            "Grow our network of depots and promote the brand",
            "We aim to grow our network of depots and promote the brand. "
            "You can tell this from __.",
        ),
        (
            "No lorry will be sent before its brakes are checked",
            "You can tell from __ that no lorry will be sent before its brakes are checked.",
        ),
        ("Replace a dispatch team with one number", None),
    ],
)
def test_on_the_vendors_own_business(line: str, draft: str | None) -> None:
    assert Writer(MADE, NO_CASES).drafts([Statement.of(line)], [Ground.OWN]) == [draft]


@pytest.mark.parametrize(
    ("line", "draft"),
    [
        (
            "Reduce downtime across all plants",
            "Northwind reduces downtime across all plants: from __ today to __.",
        ),
        (
            "AcmeFlow tracks parcels and finds lost ones",
            "Northwind no longer needs to __ because AcmeFlow tracks parcels and finds lost ones.",
        ),
        (
            "We help companies reduce their carbon footprint",
            "Northwind reduces its carbon footprint: from __ today to __.",
        ),
        (
            "Simplify compliance with tax rules",
            "Northwind simplifies compliance with tax rules and needs __ instead of __ for it.",
        ),
        ("The app lets drivers report damage", "Your drivers report damage and can __."),
        (
            "Improve the accuracy of your forecasts",
            "You improve the accuracy of your forecasts: from __ today to __.",
        ),
        (
            "Better visibility for planners",
            "Northwind gets better visibility for planners: __ instead of __ today.",
        ),
    ],
)
def test_the_customer_by_name(line: str, draft: str) -> None:
    assert one(line, KNOWN) == draft


@pytest.mark.parametrize(
    "line",
    [
        "Are we solving the right problem?",
        "Our mission is to be the best",
        "We are raising a seed round from angel investors",
        "Agenda for today's meeting",
        "Ada Example, Product Director",
        "Premium plan for $49 a month",
        "Nobody sells what we sell",
        "We acquire companies in Poland",
        "We charge for synchronisation",
        "We know that others offer drones",
        "The small team is the #1 pain point",
        "Recordings kept by an archive service",
        "Requires access to port 443",
        "Deeply integrated reporting saves time and avoid trouble",
        "“They did a great job for us”",
        "Our staff give advices on export rules",
        "We sell a users guide to every client",
        "The tool allows teachers build courses",
        "You can find the best flights deals",
        "Pumps for mines,quarries and tunnels",
        "Features within the workflow suite",
        "Strengthen collaboration points and resources for the",
        "A depot is a place that holds parcels",
        "Dive deeper into the topics of the year",
        "Additional services include packing and cleaning",
        "Design a portal for drivers, ensuring a smooth start",
        "“Our board is becoming rather crowded.”",
        "“AcmeFlow will help us to plan better.”",
        "ACME – TRANSFORMING TRADE WITH ROBOTS",
        "The team of Hr consultants plans every shift for your plant",
        "The engine scores it",
        "We are committed to create Safety at work",
        "It is a moderm tool for plants",
        "Robot welding cell (placeholder)",
        "We are happy to help with forms",
        "Why the archive fits this project",
        "Our key features include:",
        "“Here is your data”",
        "Pumps, hoses and taps, valves",
        "Users can not broadcast to all",
        "The market must become more open",
        "What our customers say about us",
        "Stage 3: finals and prizes",
        "We support organisations by providing",
        "Click the button to install it",
        "See www.example.com for the details",
        "Ticket booth barrier sign road plate light cone",
        "Trusted by the best",
        "Founder and chief executive officer",
    ],
)
def test_rather_none_than_a_bad_one(line: str) -> None:
    assert one(line) is None


def test_a_known_name_that_is_a_word_keeps_its_capital() -> None:
    known = Casing(frozenset(), frozenset(), frozenset({"Acme"}))
    found = Writer(MADE, known).drafts([Statement.of("Acme was founded in 1998")], [Ground.OFFER])
    assert found == ["Acme was founded in 1998. Because of this, you can __."]


def test_who_acts_is_small_within_a_sentence() -> None:
    line = "We help utilities balance supply and demand"
    assert drafted([line, line])[1] == "Once utilities balance supply and demand, you can __."


def test_four_in_five_claims_get_a_draft(made: list[tuple[str, str]]) -> None:
    assert len(LINES) == 300
    assert len(set(LINES)) == 300
    assert len(made) >= 0.8 * len(LINES)


def test_nothing_is_invented(made: list[tuple[str, str]]) -> None:
    templates = " ".join(form for forms in load_drafts().templates.values() for form in forms)
    added = "Northwind you your our it its we are were is the needs knows gets frees uses"
    added += " what offer"
    own = {_stem(word) for word in _words(f"{templates} {added}")}
    for line, draft in made:
        said = {_stem(word) for word in _words(line)}
        new = {word for word in _words(draft) if _stem(word) not in said | own}
        assert not new, (line, draft)
        assert set(re.findall(r"\d+", draft)) <= set(re.findall(r"\d+", line)), draft


def test_the_customer_is_the_subject(made: list[tuple[str, str]]) -> None:
    """Read anew, every draft says what the customer's side does."""
    theirs = load_drafts().nouns["roles"] | load_drafts().nouns["buyers"]
    drafts = [draft for _, draft in made]
    parsed = parse_lines(
        [draft.replace("can __", "can do it").replace("__", "it") for draft in drafts]
    )
    unclear = []
    for draft, sentence in zip(drafts, parsed, strict=True):
        assert sentence is not None
        subjects = {t.lower for t in sentence.tokens if t.dep in ("nsubj", "nsubjpass")}
        people = {t.lemma for t in sentence.tokens if t.dep == "nsubj"} & theirs
        named = draft.startswith(("You ", "Your ", "Northwind ", "With ", "One of "))
        if not named and not people and not subjects & {"you", "northwind"}:
            unclear.append(draft)
    # A group that buys ("Insurers detect fraud") and a peer by name are no words of a list.
    assert len(unclear) <= 0.1 * len(drafts), unclear
    assert not [draft for draft in unclear if "Acme" in draft.split(" because ")[0]]


def test_grammar_is_checked(made: list[tuple[str, str]]) -> None:
    for _, draft in made:
        assert sound(draft), draft
        assert "  " not in draft
        assert "{" not in draft
    first = [word for _, draft in made for word in re.findall(r"^You (\w+)", draft)]
    assert not [word for word in first if word.endswith("s") and word not in ("access", "process")]


@pytest.mark.parametrize(
    "bad",
    [
        "you cut costs.",
        "You cut costs",
        "You cut cut costs.",
        "With our the tool, you can __.",
        "With a early warning, you can __.",
        "With an unique tool, you can __.",
        "You see (all of it.",
        "I cut costs.",
        "With tools for, you can __.",
        "You see • all.",
        "You " + "see all " * 30 + ".",
    ],
)
def test_unsound(bad: str) -> None:
    assert not sound(bad)
    assert sound("With an hour a day and a European MRI, you can __.")


def test_slides_get_their_own_lines() -> None:
    deck = written(
        ("About us", "We operate 12 data centres worldwide", "Our mission is to lead"),
        ("Reduce downtime across all plants", "Detect leaks in water pipes", "Agenda for today"),
        ("Why now?", "What happens next?"),
    )
    verdicts = verdicts_of(["vendor company", "vendor product", "vendor product"])
    assert draft_slides(deck, MADE, verdicts) == {
        1: (
            "You can __ because we operate 12 data centres worldwide.",
            "You can tell from __ that our mission is to lead.",
        ),
        2: (
            "You reduce downtime across all plants: from __ today to __.",
            "You detect leaks in water pipes and can __.",
        ),
    }


def test_a_deck_in_another_language_gets_none() -> None:
    deck = written(("Reduce downtime across all plants",))
    verdicts = verdicts_of(["vendor product"])
    assert draft_slides(deck, MADE, verdicts)
    assert not draft_slides(replace(deck, gaps=(Gap("not-english"),)), MADE, verdicts)
    assert not draft_slides(deck, MADE, ())


def test_any_line_is_survived() -> None:
    draw = random.Random(7)
    odd = ["–", "“", "”", "(", ")", "&", "·", "30%", "→", "__", "{S}"]
    words = [*" ".join(LINES).split(), *odd]
    lines = [" ".join(draw.choices(words, k=draw.randint(1, 14))) for _ in range(300)]
    found = drafted(lines)
    assert len(found) == len(lines)
    for draft in found:
        assert draft is None or sound(draft)


def test_an_address_which_is_one_word_to_the_parser_gets_none() -> None:
    assert drafted(["Rocketshop-crm.vercel.app", "Rocketshop.example.com"]) == [None, None]


def test_statements_are_lines_with_words() -> None:
    page = slide(1, "Our platform\nfor all plants", "1. Cut costs. Save time for people.", "ok")
    said = [statement.said for statement in statements(page)]
    assert said == ["Our platform for all plants", "Save time for people."]


def _words(text: str) -> Iterator[str]:
    return (word for word in re.findall(r"[a-z]+", text.lower().replace("’", "'")) if len(word) > 1)


def _stem(word: str) -> str:
    shorter = _FORMS.sub("", word)
    return word if shorter == word or len(shorter) < 3 else _stem(shorter)


def test_lines_are_parsed_as_one_sentence() -> None:
    (found, none) = parse_lines(("We act. You win.", "  "))
    assert isinstance(found, Sentence)
    assert [token.text for token in found.tokens] == ["We", "act", ".", "You", "win", "."]
    assert none is None
    assert parse_lines(()) == ()
