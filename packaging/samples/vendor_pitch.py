"""The mandatory deck of the made-up vendor Quayfold: sixteen slides, all about itself."""

from __future__ import annotations

from samples import vendor_offer
from samples.brand import (
    BLUE,
    CORAL,
    EDGE,
    GOLD,
    GREEN,
    INK,
    LEFT,
    NAVY,
    RIGHT,
    SKY,
    SLATE,
    TOP,
    WHITE,
    bullets,
    card,
    figure,
    slide,
    text,
)
from samples.canvas import Deck, Frame, Item, Line, Picture, Shape, Slide, para
from samples.pictures import logos, people, proof, scenes, world

OFFICES = (
    (4.5, 51.9), (10.0, 53.6), (-2.2, 53.5), (4.8, 45.8), (9.2, 45.5), (18.6, 54.4), (-87.6, 41.9),
    (-84.4, 33.7), (-79.4, 43.7), (-46.6, -23.5), (55.3, 25.2), (103.8, 1.3), (135.5, 34.7),
    (151.2, -33.9),
)  # fmt: skip


def deck() -> Deck:
    """Return the deck."""
    slides = (
        about(),
        history(),
        offices(),
        team(),
        logo_wall(),
        analyst(),
        *vendor_offer.products(),
        vendor_offer.architecture(),
        awards(),
        praise(),
        vendor_offer.why(),
        vendor_offer.pricing(),
        thanks(),
    )
    return Deck("vendor-pitch", "Quayfold: company and products", "Standard sales deck", slides)


def about() -> Slide:
    """Show who we are."""
    items: list[Item] = [
        Picture(Frame(612, 122, 300, 300), scenes.harbour(), "Harbour with cranes and a ship"),
        text(
            Frame(LEFT, 126, 530, 90),
            "Quayfold is a leading maker of yard and dock software. Since 2009 we have been "
            "building the platform that keeps goods moving.",
            size=20,
        ),
        bullets(
            Frame(LEFT, 222, 530, 110),
            "Founded in Rotterdam, owned by its founders and 640 employees",
            "Profitable for eleven years, growing 28% a year",
            "Our mission: to be the number one in yard and dock software worldwide",
        ),
    ]
    for step, (number, label) in enumerate(
        (
            ("640", "employees"),
            ("14", "offices"),
            ("380", "customers"),
            ("€118m", "revenue in 2025"),
        )
    ):
        items += figure(Frame(LEFT + step * 138, 352, 132, 80), number, label)
    items.append(
        text(
            Frame(LEFT, 452, 864, 24), "Quayfold moves what moves the world.", size=18, color=CORAL
        )
    )
    return slide(
        "About us",
        *items,
        notes="Start with the film if there is sound. Mention that the founders still own most of "
        "the company. Two minutes.",
    )


def history() -> Slide:
    """Show where we come from."""
    steps = (
        ("2009", "Founded", "Three engineers start Quayfold in a harbour shed in Rotterdam"),
        ("2012", "Quayfold Dock", "Our first product goes live at 20 sites"),
        ("2015", "Hamburg", "First office abroad and our 100th employee"),
        ("2018", "Quayfold Yard", "We acquire Tallyline and enter yard software"),
        ("2021", "Series C", "We raise €60m and open five offices in America"),
        ("2026", "No. 1", "We pass 380 customers and €100m in revenue"),
    )
    items: list[Item] = [Line(LEFT, 197, RIGHT, 197, BLUE, 3)]
    for number, (year, name, words) in enumerate(steps):
        x = LEFT + number * 146
        items += [
            text(Frame(x, 138, 134, 40), para(year, 30, BLUE, bold=True)),
            Shape(Frame(x, 188, 18, 18), "oval", CORAL if number == 5 else NAVY),
            *card(Frame(x, 228, 134, 176), bar=CORAL if number == 5 else NAVY),
            text(Frame(x + 12, 246, 116, 26), para(name, 17, NAVY, bold=True)),
            text(Frame(x + 12, 274, 112, 120), words, size=16),
        ]
    items.append(
        text(
            Frame(LEFT, 432, 864, 40),
            para("Our history: from a harbour shed to the world market in 17 years.", 18, SLATE),
        )
    )
    return slide("Our history", *items)


def offices() -> Slide:
    """Show where we are."""
    regions = (
        ("Europe", "Rotterdam (head office), Hamburg, Manchester, Lyon, Milan, Gdańsk"),
        ("The Americas", "Chicago, Atlanta, Toronto, São Paulo"),
        ("Asia and Pacific", "Dubai, Singapore, Osaka, Sydney"),
    )
    items: list[Item] = [
        Picture(Frame(130, 112, 700, 300), world.world(OFFICES, WHITE), "Map of our offices"),
    ]
    for number, (name, words) in enumerate(regions):
        at = Frame(LEFT + number * 294, 414, 276, 78)
        items += [
            *card(at),
            text(at.inset(14, 9), para(name, 16, BLUE, bold=True), para(words, 14)),
        ]
    return slide("Our offices: 14 locations on five continents", *items)


def team() -> Slide:
    """Show who leads us."""
    members = (
        ("Marijke van Doorn", "Founder and CEO", "20 years in port logistics"),
        ("Tobias Rehling", "Co-founder and CTO", "Holds eleven patents"),
        ("Amara Osei", "Chief Product Officer", "Built three software suites"),
        ("Piotr Wilczak", "Chief Revenue Officer", "Led sales in 30 countries"),
    )
    items: list[Item] = []
    for number, (name, role, words) in enumerate(members):
        x = LEFT + number * 219
        ground = ("DCE6FA", "FBE3DF", "E3EEE6", "FBF0DA")[number]
        coat = (NAVY, "8A2433", "24706B", "3B4657")[number]
        items += [
            Picture(Frame(x + 8, TOP, 190, 190), people.portrait(number, ground, coat), name),
            text(
                Frame(x, TOP + 206, 207, 90),
                para(name, 19, NAVY, bold=True, align="center"),
                para(role, 16, BLUE, bold=True, align="center", after=3),
                para(words, 15, align="center"),
            ),
        ]
    items.append(
        text(
            Frame(LEFT, 444, 864, 28),
            para(
                "Our leadership team has 80 years of experience in logistics software.", 18, SLATE
            ),
        )
    )
    return slide("Meet our leadership team", *items)


def logo_wall() -> Slide:
    """Show whom we sold to."""
    items: list[Item] = []
    for number, (name, png) in enumerate(logos.customer_logos()):
        at = Frame(LEFT + number % 4 * 219, 118 + number // 4 * 106, 207, 94)
        items += [
            Shape(at, "rect", WHITE, EDGE),
            Picture(at.inset(8, 3), png, f"{name} logo"),
        ]
    items.append(
        text(
            Frame(LEFT, 446, 864, 28),
            para("380 customers in 41 countries rely on Quayfold every day.", 18, SLATE),
        )
    )
    return slide("Trusted by the best brands in the world", *items)


def analyst() -> Slide:
    """Show what analysts say of us."""
    return slide(
        "A Leader in the Pellant Rowe Compass, for the fourth year in a row",
        Picture(Frame(LEFT, 112, 400, 379), proof.quadrant(), "Pellant Rowe Compass, March 2026"),
        text(
            Frame(490, 132, 422, 60),
            para("Quayfold is placed highest for ability to execute.", 22, NAVY, bold=True),
        ),
        bullets(
            Frame(490, 214, 422, 130),
            "Named a Leader every year since 2023, among 10 vendors",
            "Highest score for product vision in Europe",
            "4.8 of 5 stars in 212 reviews",
        ),
        *card(Frame(490, 352, 422, 112), "F3F5F9"),
        Shape(Frame(490, 352, 5, 112), "rect", CORAL),
        text(
            Frame(512, 366, 386, 90),
            para(
                "“Quayfold sets the pace that other vendors of dock software follow.”",
                18,
                INK,
                after=6,
            ),
            para("Pellant Rowe, Yard and Dock Software Report, March 2026", 13, SLATE),
        ),
        notes="Leave the quadrant up while the audience reads the dots. The licence for the "
        "reprint runs until March 2027.",
    )


def awards() -> Slide:
    """Show what we won."""
    items: list[Item] = []
    for number, (name, png) in enumerate(proof.badges()):
        x = LEFT + number * 176
        items += [
            Picture(Frame(x + 10, 128, 140, 151), png, name),
            text(Frame(x, 290, 160, 44), para(name, 15, NAVY, bold=True, align="center")),
        ]
    items += [
        *card(Frame(LEFT, 362, 864, 104)),
        *figure(Frame(LEFT + 30, 374, 160, 84), "31", "awards since 2012"),
        *figure(Frame(LEFT + 230, 374, 200, 84), "ISO 27001", "certified since 2017"),
        *figure(Frame(LEFT + 480, 374, 160, 84), "11", "patents granted"),
        *figure(Frame(LEFT + 650, 374, 200, 84), "No. 1", "in three analyst rankings"),
    ]
    return slide("Our award-winning software", *items)


def praise() -> Slide:
    """Show what customers say of us."""
    quotes = (
        ("Quayfold is simply the best software we have ever bought. The team is fantastic.",
         "Head of IT, Norvane Steel", GREEN),
        ("We looked at nine products. Quayfold was the most powerful platform by far.",
         "Vice President, Castellan", BLUE),
        ("The best support in the industry. I recommend Quayfold to everyone.",
         "Project lead, Mirafield", GOLD),
    )  # fmt: skip
    items: list[Item] = []
    for number, (words, who, color) in enumerate(quotes):
        at = Frame(LEFT + number * 294, 126, 276, 250)
        items += [
            *card(at, bar=color),
            text(Frame(at.x + 20, at.y + 14, 60, 60), para("“", 60, color, bold=True)),
            text(Frame(at.x + 20, at.y + 72, 236, 110), para(f"“{words}”", 18)),
            text(Frame(at.x + 20, at.y + 206, 236, 30), para(who, 14, SLATE, bold=True)),
        ]
    items += [
        text(
            Frame(LEFT, 412, 864, 28),
            para("98% of our customers would recommend Quayfold to a friend.", 18, SLATE),
        )
    ]  # fmt: skip
    return slide("What our customers say about us", *items)


def thanks() -> Slide:
    """Show the end."""
    return Slide(
        "Closing",
        (
            Picture(Frame(64, 64, 200, 50), logos.vendor_logo(WHITE, NAVY), "Quayfold logo"),
            vendor_offer.closing_title("Thank you.", "Do you need more info?"),
            Shape(Frame(64, 316, 90, 5), "rect", CORAL),
            text(
                Frame(64, 344, 700, 60),
                para("Piotr Wilczak", 20, WHITE, bold=True),
                para("p.wilczak@quayfold.example · +31 10 555 01 40", 17, SKY),
            ),
        ),
        footer=False,
        ground=NAVY,
    )
