"""The same vendor's story turned to one made-up customer, Ellermoor Dairies: where it stands."""

from __future__ import annotations

from samples import customer_change
from samples.brand import (
    BLUE,
    CORAL,
    COVER_SUB_AT,
    COVER_TITLE_AT,
    GOLD,
    GREEN,
    LEFT,
    MIST,
    NAVY,
    SKY,
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
from samples.canvas import Chart, Deck, Frame, Item, Picture, Shape, Slide, Text, para
from samples.pictures import logos, people, scenes


def deck() -> Deck:
    """Return the deck."""
    slides = (
        cover(),
        situation(),
        world(),
        problem(),
        price(),
        goals(),
        team(),
        questions(),
        *customer_change.slides(),
    )
    return Deck("customer-story", "Milk on the shelf by six", "Prepared for Ellermoor", slides)


def cover() -> Slide:
    """Show the title."""
    return Slide(
        "Cover",
        (
            Picture(Frame(540, 0, 420, 540), scenes.dairy(), "A dairy at first light"),
            Text(
                COVER_TITLE_AT,
                (para("Milk on the shelf by six", 44, NAVY, bold=True),),
                anchor="bottom",
                role="title",
            ),
            Shape(Frame(64, 292, 90, 5), "rect", CORAL),
            Text(
                COVER_SUB_AT,
                (
                    para("Prepared for Ellermoor", 22, NAVY, bold=True, after=4),
                    para("Operations board of the three dairies, 14 October 2026", 18, SLATE),
                ),
                role="subtitle",
            ),
            Picture(Frame(64, 452, 140, 35), logos.vendor_logo(), "Quayfold logo"),
        ),
        notes="Ruth asked for 40 minutes. Leave half of it for the questions on slide 8.",
        footer=False,
    )


def situation() -> Slide:
    """Show their three sites."""
    sites = (
        ("Kelby", "96", "12 doors, milk for 410 stores", BLUE),
        ("Marsh End", "71", "8 doors, yoghurt and butter", CORAL),
        ("Thornby", "45", "6 doors, cheese and private label", GOLD),
    )
    items: list[Item] = []
    for number, (name, trucks, words, color) in enumerate(sites):
        at = Frame(LEFT + number * 294, 122, 276, 176)
        items += [
            *card(at, bar=color),
            text(Frame(at.x + 18, at.y + 16, 240, 30), para(name, 20, NAVY, bold=True)),
            *figure(Frame(at.x + 18, at.y + 48, 240, 76), trucks, "trucks a day"),
            text(Frame(at.x + 18, at.y + 128, 244, 44), para(words, 16)),
        ]
    items += [
        bullets(
            Frame(LEFT, 318, 864, 120),
            "Ellermoor collects from 340 farms at three in the morning; "
            "your stores expect the milk by six",
            "Fresh milk has nine days of life, and your retailers want seven of them",
            "Your doors are booked by phone, by e-mail and on the whiteboard at Kelby",
            "Every second driver arrives without a time",
            size=18,
        ),
        source("Source: Ellermoor transport records, April to September 2026"),
    ]
    return slide("Ellermoor today: three dairies, 212 trucks, and shelves that fill at six", *items)


def world() -> Slide:
    """Show what happens around them."""
    return slide(
        "Grocers now charge dairies for every late pallet",
        text(
            Frame(LEFT, 122, 470, 26), para("Average charge per late pallet in pounds", 16, SLATE)
        ),
        Chart(
            Frame(LEFT, 152, 470, 292),
            ("2022", "2023", "2024", "2025", "2026"),
            "Average charge per late pallet in pounds",
            (6, 11, 19, 27, 34),
            (SKY, SKY, SKY, BLUE, CORAL),
        ),
        text(Frame(560, 122, 352, 30), para("Why it grows", 20, NAVY, bold=True)),
        bullets(
            Frame(560, 160, 352, 290),
            "Four of five grocers charge from the 30th minute; in 2022 it was one of five",
            "38% of hauliers turn down sites where drivers wait more than an hour",
            "The average dairy driver is 53; every third one will retire by 2031",
            "From 2027 retailers will publish how punctual each dairy is",
            size=18,
            after=12,
        ),
        source("Source: Fresh Freight Survey 2026, 214 dairies, hauliers and grocers"),
    )


def problem() -> Slide:
    """Show where their minutes go."""
    steps = (
        ("Gate", 9, SLATE),
        ("Papers", 14, BLUE),
        ("Waiting for a door", 41, CORAL),
        ("Cold check", 10, GOLD),
    )
    items: list[Item] = [
        text(
            Frame(LEFT, 120, 600, 24),
            para("Minutes a truck stands at Kelby before unloading", 16, SLATE),
        )
    ]
    x = LEFT
    for name, minutes, color in steps:
        wide = 864 * minutes / 74
        size = 26 if minutes > 20 else 20
        items += [
            Shape(Frame(x, 150, wide - 4, 64), "rect", color,
                  paras=(para(str(minutes), size, WHITE, bold=True, align="center"),)),
            text(Frame(x, 220, wide - 4, 24), para(name, 15, NAVY, align="center")),
        ]  # fmt: skip
        x += wide
    items += [
        bullets(
            Frame(LEFT, 266, 864, 170),
            "Between four and six in the morning, 31 trucks compete for 12 doors",
            "Joan Tully and her two planners answer 160 calls before breakfast",
            "When a tanker is late, nobody knows which door is free; cheese blocks the milk",
            "Drivers stand in the cold, miss the next farm and go over their hours",
            "One load in fourteen reaches the store after its window has closed",
            size=18,
        ),
        source("Source: gate records at Kelby, 5 to 30 September 2026, 2,210 trucks"),
    ]
    return slide("Your trucks wait 74 minutes before anyone opens a door", *items)


def price() -> Slide:
    """Show what it costs them."""
    rows = (
        ("What happens", "Last year", "Who feels it"),
        ("Retailers charge for late pallets", "£940,000", "Key accounts, Ruth Ashworth"),
        ("Hauliers charge for waiting drivers", "£610,000", "Transport, Joan Tully"),
        ("Milk loses a day of life and is marked down", "£480,000", "Sales, Owen Pryce"),
        ("Overtime in the early shift", "£270,000", "Site managers"),
    )
    return slide(
        "Waiting cost Ellermoor £2.3 million last year",
        table(124, (420, 150, 294), rows, height=44, head=34, size=17),
        *card(Frame(LEFT, 350, 864, 96), MIST, CORAL),
        text(
            Frame(LEFT + 22, 370, 820, 70),
            para(
                "If nothing changes, it will be £3.1 million in 2028.", 22, NAVY, bold=True, after=3
            ),
            para(
                "Two retailers raise their charges in April, and your volumes grow by 4% a year.",
                17,
            ),
        ),
        source("Source: Ellermoor finance, accounts 4410 to 4470, year to March 2026"),
    )


def goals() -> Slide:
    """Show what they want."""
    rows = (
        ("Your goal", "Today", "October 2027", "Owner at Ellermoor"),
        ("Minutes a truck waits", "74", "30", "Joan Tully, transport"),
        ("Loads in the store's window", "93%", "98.5%", "Ruth Ashworth, supply chain"),
        ("Days of life left at the store", "6.2", "7", "Owen Pryce, sales"),
        ("Calls before breakfast", "160", "20", "Joan Tully, transport"),
        ("Drivers who leave in a year", "31%", "15%", "Mick Fenner, drivers"),
    )
    return slide(
        "What Ellermoor wants to reach by October 2027",
        table(124, (330, 110, 150, 274), rows, height=46, head=36, size=17),
        text(
            Frame(LEFT, 414, 864, 30),
            para("*The board's priority:* punctual milk first, lower cost second.", 19, NAVY),
        ),
        source("Source: Ellermoor operations plan 2027 and the workshop at Kelby on 22 September"),
    )


def team() -> Slide:
    """Show who they are."""
    members = (
        ("Ruth Ashworth", "Head of Supply Chain",
         "Answers to four retailers and wants one set of figures"),
        ("Joan Tully", "Transport planner", "Starts at three and wants her mornings back"),
        ("Dev Kapoor", "Site manager, Kelby", "Needs calm doors and no queue on the lane"),
        ("Mick Fenner", "Drivers' spokesman", "Fears one more app and one more stopwatch"),
    )  # fmt: skip
    items: list[Item] = []
    for number, (name, role, words) in enumerate(members):
        x = LEFT + number * 219
        ground = ("DCE6FA", "FBE3DF", "E3EEE6", "FBF0DA")[number]
        coat = ("3B4657", "24706B", "8A2433", NAVY)[number]
        face = (1, 3, 2, 4)[number]
        items += [
            Picture(Frame(x + 8, 116, 190, 190), people.portrait(face, ground, coat), name),
            text(
                Frame(x, 318, 207, 130),
                para(name, 19, NAVY, bold=True, align="center"),
                para(role, 15, BLUE, bold=True, align="center", after=5),
                para(words, 16, align="center"),
            ),
        ]
    items.append(
        text(
            Frame(LEFT, 448, 864, 28),
            para("The 64 drivers and 26 shunters decide whether a new morning works.", 18, SLATE),
        )
    )
    return slide("The people at Ellermoor who live with it every morning", *items)


def questions() -> Slide:
    """Show what to ask them."""
    asked = (
        "Which trucks must never wait, and who decides that today?",
        "What happens at Kelby when two tankers arrive at once?",
        "How do your retailers tell you that a load was late?",
        "What would Joan's team do with three free hours a day?",
        "What went wrong when you last changed the early shift?",
        "How will the board see that the new morning works?",
    )
    items: list[Item] = []
    for number, words in enumerate(asked):
        x, y = LEFT + number % 2 * 441, 124 + number // 2 * 114
        items += [
            *card(Frame(x, y, 423, 98)),
            disc(x + 18, y + 27, 44, str(number + 1), (BLUE, GREEN)[number % 2]),
            text(Frame(x + 80, y + 24, 326, 60), para(words, 19, NAVY)),
        ]
    return slide(
        "Six questions about your mornings",
        *items,
        notes="Ask, then wait. Write the answers on the plan on slide 15 while they talk.",
    )
