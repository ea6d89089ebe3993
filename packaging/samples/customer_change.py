"""The customer's story, second half: a peer, the change, its risks, the plan."""

from __future__ import annotations

from samples.brand import (
    BLUE,
    CORAL,
    GOLD,
    GREEN,
    LEFT,
    MIST,
    NAVY,
    SLATE,
    WHITE,
    bullets,
    card,
    disc,
    figure,
    slide,
    source,
    table,
    text,
)
from samples.canvas import Frame, Item, Picture, Shape, Slide, para
from samples.pictures import screens


def slides() -> tuple[Slide, ...]:
    """Return slides 9 to 16."""
    return (
        peer(),
        lessons(),
        outcome(),
        effort(),
        support(),
        risks(),
        plan(),
        next_steps(),
    )


def peer() -> Slide:
    """Show someone like them."""
    steps = (
        ("Starting point", "Tornbeck Bakeries, four sites. 58 trucks waited 66 minutes each night, "
         "and bread reached the shops after opening.", SLATE),
        ("What they did", "Their night crew wrote the rules for the doors on one page. They "
         "tried them on paper for three weeks, then with times for every haulier.", BLUE),
        ("What went wrong", "Two hauliers refused. Tornbeck's dispatcher rode along for a week and "
         "changed the slots for the long runs.", GOLD),
    )  # fmt: skip
    items: list[Item] = []
    for number, (name, words, color) in enumerate(steps):
        at = Frame(LEFT + number * 294, 122, 276, 192)
        items += [
            *card(at, bar=color),
            text(
                at.inset(18, 20),
                para(name, 20, NAVY, bold=True, after=6),
                para(words, 17),
            ),
        ]
    items.append(Shape(Frame(LEFT, 332, 864, 106), "rect", NAVY))
    results = (
        ("66 to 24", "minutes of waiting"),
        ("97.8%", "of bread there before opening"),
        ("9 months", "from the first trial to all four sites"),
    )
    for number, (count, words) in enumerate(results):
        items += [
            text(
                Frame(LEFT + 24 + number * 290, 346, 270, 84),
                para(count, 36, WHITE, bold=True),
                para(words, 16, "DCE6FA"),
            )
        ]
    items.append(
        source(
            "Source: Tornbeck Bakeries, annual report 2025; their dispatcher will take your call"
        )
    )
    return slide("How Tornbeck Bakeries cut its waiting time and got its nights back", *items)


def lessons() -> Slide:
    """Show what others learnt."""
    learnt = (
        ("Begin with the drivers", "Tornbeck asked them last and lost six weeks. Hollin "
         "Farms asked them first and had nobody refuse."),
        ("Keep some doors free", "Bakers who booked every door had more chaos than before. "
         "One door in six stays open for the late ones."),
        ("One owner at each site", "Where the early shift had no owner, the old habits "
         "were back by week eight."),
        ("Measure before you start", "Two of three could not show their board what had "
         "changed, because nobody had counted before."),
    )  # fmt: skip
    items: list[Item] = []
    for number, (name, words) in enumerate(learnt):
        x, y = LEFT + number % 2 * 441, 122 + number // 2 * 166
        items += [
            *card(Frame(x, y, 423, 150)),
            disc(x + 18, y + 20, 40, str(number + 1), (BLUE, CORAL, GOLD, GREEN)[number]),
            text(
                Frame(x + 74, y + 18, 334, 124),
                para(name, 20, NAVY, bold=True, after=4),
                para(words, 18),
            ),
        ]
    items.append(
        source("Source: visits to Tornbeck Bakeries, Hollin Farms and Orlo Foods, summer 2026")
    )
    return slide("What three others learnt, and wish they had known", *items)


def outcome() -> Slide:
    """Show what changes for them."""
    results = (
        ("30 min", "instead of 74: a truck's wait at Kelby"),
        ("98.5%", "of your loads inside the store's window, up from 93%"),
        ("+0.8 days", "of life for your milk when it reaches the shelf"),
    )
    items: list[Item] = []
    for number, (count, words) in enumerate(results):
        at = Frame(LEFT + number * 294, 122, 276, 138)
        items += [*card(at, bar=GREEN), *figure(at.inset(18, 18), count, words, GREEN)]
    items += [
        text(Frame(LEFT, 280, 500, 28), para("What that means for Ellermoor", 20, NAVY, bold=True)),
        bullets(
            Frame(LEFT, 316, 864, 124),
            "Your retailers' charges fall by £720,000 a year, and nobody argues about late pallets",
            "Joan's planners start at five instead of three",
            "Drivers make one more farm a day and are home by noon",
            "Kelby can take the 9% more milk of 2028 without a new door",
            size=18,
        ),
        source("Basis: Kelby's 2,210 trucks of September, Tornbeck's results less a third; "
               "Ellermoor finance checked it on 6 October"),
    ]  # fmt: skip
    return slide("A calm morning: 44 minutes less waiting for every truck", *items)


def effort() -> Slide:
    """Show what it takes of both sides."""
    rows = (
        ("What it takes", "Ellermoor", "Quayfold"),
        (
            "Rules for the doors",
            "Dev and the shift leads decide, 2 days",
            "Brings the rules of others",
        ),
        ("Orders and trucks", "IT opens the order list, 5 days", "Reads it every ten minutes"),
        ("Hauliers", "Joan invites the 23 hauliers", "Answers their calls, six weeks"),
        ("Drivers", "Mick's group tests at the gate", "Changes what they dislike"),
        ("Money", "£186,000 in the first year, one site", "Fixed price, no charge for hauliers"),
    )
    return slide(
        "What it takes from your people, and from ours",
        table(124, (190, 348, 326), rows, height=46, head=36, size=17),
        text(
            Frame(LEFT, 416, 864, 56),
            para("The hardest part is yours: for eight weeks the early shift will have two ways of "
                 "working. Kelby needs 60 hours of its shift leads.", 18, NAVY),
        ),
    )  # fmt: skip


def support() -> Slide:
    """Show how the product works, the only such slide."""
    return slide(
        "How Quayfold Dock works behind the new morning",
        Picture(Frame(LEFT, 122, 540, 336), screens.dock(), "Screenshot of Quayfold Dock"),
        bullets(
            Frame(616, 124, 296, 330),
            "Quayfold Dock gives each truck a time and a door",
            "Its planning engine moves slots when a truck is late",
            "The software runs in a browser; drivers get a text message, no app",
            "Our platform connects to the order system through a standard interface",
            size=18,
            after=12,
        ),
    )


def risks() -> Slide:
    """Show what may go wrong for them."""
    rows = (
        ("Risk for Ellermoor", "Likelihood", "What you do about it, and who helps"),
        (
            "Drivers see it as a stopwatch",
            "High",
            "Mick's group decides what is recorded; no names",
        ),
        ("A retailer moves its window", "Medium", "Ruth keeps two doors free until summer"),
        (
            "Order data is wrong before four",
            "Medium",
            "IT cleans 300 routes; Hanna Voss stays on site",
        ),
        ("The whiteboard comes back", "Medium", "Dev takes it down in week 6, not before"),
        ("It does not work at all", "Low", "Stop after 12 weeks, pay half, keep the rules"),
    )
    return slide(
        "What could go wrong, and who stands beside you",
        table(124, (324, 120, 420), rows, height=48, head=36, size=17),
        text(
            Frame(LEFT, 424, 864, 50),
            para("*Fallback:* the old way of booking stays open for six weeks. In the first "
                 "fortnight two people are at Kelby from three in the morning.", 17, NAVY),
        ),
    )  # fmt: skip


def plan() -> Slide:
    """Show who does what and when."""
    rows = (
        ("When", "What happens", "Ellermoor", "Quayfold"),
        ("14 October 2026", "Decision on the trial at Kelby", "Ruth Ashworth", "Hanna Voss"),
        ("2 November", "Count for two weeks: who waits where", "Joan Tully", "Luc Armand"),
        ("23 November", "Rules for the doors agreed on one page", "Dev Kapoor", "Hanna Voss"),
        (
            "11 January 2027",
            "First doors with times, five hauliers",
            "Joan Tully, Mick Fenner",
            "Luc Armand",
        ),
        ("5 April", "Review: go on, change or stop", "Ruth Ashworth, the board", "Hanna Voss"),
        ("June to October", "Marsh End, then Thornby", "Site managers", "Luc Armand"),
    )
    return slide(
        "Our joint plan: one site first, three dairies by October 2027",
        table(122, (150, 354, 210, 150), rows, height=46, head=34, size=16),
        text(
            Frame(LEFT, 450, 864, 26),
            para(
                "We meet every second Monday at Kelby, your team and ours, and decide together.",
                17,
                NAVY,
            ),
        ),
    )


def next_steps() -> Slide:
    """Show what the customer does next."""
    steps = (
        ("By Friday, 16 October", "Ruth names an owner for the early shift at Kelby"),
        ("By 21 October", "Joan calls the dispatcher at Tornbeck Bakeries"),
        ("By 28 October", "Mick asks six drivers to join the test group"),
        ("By 30 October", "Your finance team confirms the figures on slide 5"),
        ("2 November", "You start to count, on paper if need be"),
    )
    items: list[Item] = []
    for number, (when, what) in enumerate(steps):
        y = 122 + number * 68
        items += [
            *card(Frame(LEFT, y, 864, 58), MIST),
            disc(LEFT + 14, y + 10, 38, str(number + 1), GREEN if number == 4 else BLUE),
            text(Frame(LEFT + 72, y + 17, 220, 26), para(when, 18, BLUE, bold=True)),
            text(Frame(LEFT + 290, y + 17, 560, 26), para(what, 18, NAVY)),
        ]
    return slide("Next steps: what you do before 2 November", *items)
