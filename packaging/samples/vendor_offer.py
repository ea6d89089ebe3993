"""The vendor deck's slides on what it sells: products, architecture, reasons, prices."""

from __future__ import annotations

from samples.brand import (
    BLUE,
    CLOSING_TITLE_AT,
    CORAL,
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
    slide,
    table,
    text,
)
from samples.canvas import Frame, Item, Picture, Shape, Slide, Text, para
from samples.pictures import screens


def closing_title(*lines: str) -> Text:
    """Return the closing slide's headline."""
    paras = tuple(para(line, 44, WHITE, bold=True) for line in lines)
    return Text(CLOSING_TITLE_AT, paras, anchor="bottom", role="title")


def products() -> tuple[Slide, ...]:
    """One slide a product."""
    return (
        _product(
            "Quayfold Dock: the smartest dock scheduler on the market",
            screens.dock(),
            "Quayfold Dock plans every door with our patented FoldPlan engine.",
            "Drag-and-drop calendar for an unlimited number of doors",
            "Self-service booking portal in 24 languages",
            "Rules engine with more than 300 parameters",
            "Native apps for iOS and Android",
            notes="Live demo if the connection is good. Show the calendar first, then the rules.",
        ),
        _product(
            "Quayfold Yard: see everything, in real time",
            screens.yard(),
            "Quayfold Yard is the most complete yard management module available today.",
            "3D yard view with 40 trailer attributes",
            "RFID, GPS and camera integration out of the box",
            "Automatic move orders for shunters",
            "Built-in gate kiosk with licence plate recognition",
        ),
        _product(
            "Quayfold Route: powered by artificial intelligence",
            screens.route(),
            "Quayfold Route uses our own deep learning model, trained on 90 million stops.",
            "Plans 10,000 stops in under 60 seconds",
            "Live traffic from three data providers",
            "Driver app with turn-by-turn navigation",
            "New in version 8: dark mode and voice control",
        ),
        _product(
            "Quayfold Insight: analytics at your fingertips",
            screens.insight(),
            "Quayfold Insight brings the data of all our modules into one award-winning dashboard.",
            "More than 150 reports included",
            "Drag-and-drop report designer",
            "Exports to Excel, PDF and PowerPoint",
            "Open API and data lake connector",
            notes="The designer is still a beta feature. Do not open the export menu in the demo.",
        ),
    )


def _product(title: str, png: bytes, lead: str, *features: str, notes: str = "") -> Slide:
    name = title.partition(":")[0]
    return slide(
        title,
        Picture(Frame(LEFT, 124, 540, 336), png, f"Screenshot of {name}"),
        text(Frame(616, 126, 296, 100), para(lead, 20, NAVY, bold=True)),
        bullets(Frame(616, 238, 296, 220), *features, after=9),
        notes=notes,
    )


def architecture() -> Slide:
    """Show how it works."""
    layers = (
        ("Apps", ("Dock", "Yard", "Route", "Insight", "Admin"), BLUE, WHITE),
        ("Services", ("FoldPlan engine", "Rules engine", "Event bus", "Identity"), NAVY, WHITE),
        ("Data", ("Time series store", "Document store", "Data lake"), SLATE, WHITE),
        ("Integration", ("REST API", "EDI gateway", "SAP connector", "IoT hub"), SKY, NAVY),
    )
    items: list[Item] = []
    for row, (name, parts, fill, ink) in enumerate(layers):
        y = 122 + row * 66
        items += [
            *card(Frame(LEFT, y, 864, 58)),
            text(Frame(LEFT + 14, y + 18, 110, 24), para(name, 17, NAVY, bold=True)),
        ]
        wide = (864 - 140) / len(parts)
        for column, part in enumerate(parts):
            at = Frame(LEFT + 132 + column * wide, y + 9, wide - 10, 40)
            words = (para(part, 15, ink, bold=True, align="center"),)
            items.append(Shape(at, "round", fill, paras=words))
    items.append(
        bullets(
            Frame(LEFT, 394, 864, 90),
            "Our cloud-native architecture runs on Kubernetes with more than 200 microservices",
            "Multi-tenant, 99.95% uptime, two data centres in the Netherlands",
            "Our platform integrates with 120 ERP, WMS and TMS systems",
            after=4,
        )
    )
    return slide("How it works: the Quayfold platform architecture", *items)


def why() -> Slide:
    """Show why to take us and not the others."""
    rows = (
        ("", "Quayfold", "Dockara", "Yardmatic", "Brennt"),
        ("One platform for dock, yard and route", "Yes", "No", "No", "Partly"),
        ("Patented planning engine", "Yes", "No", "No", "No"),
        ("Own deep learning model", "Yes", "No", "Partly", "No"),
        ("24/7 support from our own experts", "Yes", "Partly", "No", "Yes"),
        ("Leader in the Pellant Rowe Compass", "Yes", "No", "No", "No"),
    )
    reasons = ("We are the market leader", "We are the innovators", "We are the specialists")
    items: list[Item] = [
        table(124, (384, 120, 120, 120, 120), rows, height=38, size=15, align="center")
    ]
    for number, words in enumerate(reasons):
        x = LEFT + number * 294
        items += [
            *card(Frame(x, 376, 276, 84), bar=(BLUE, CORAL, GOLD)[number]),
            disc(x + 16, 398, 40, str(number + 1), NAVY),
            text(Frame(x + 70, 407, 200, 30), para(words, 18, NAVY, bold=True)),
        ]
    return slide("Why Quayfold? Nobody else offers all this", *items)


def pricing() -> Slide:
    """Show what we charge."""
    editions = (
        ("Start", "€1,900", ("Quayfold Dock", "Up to 10 doors", "Support by e-mail"), SLATE),
        ("Business", "€4,500", ("Dock and Yard", "Up to 50 doors", "24/7 support"), BLUE),
        (
            "Enterprise",
            "On request",
            ("All four products", "Unlimited doors", "Named expert"),
            NAVY,
        ),
    )
    items: list[Item] = []
    for number, (name, price, lines, color) in enumerate(editions):
        at = Frame(LEFT + number * 294, 124, 276, 268)
        items += [
            *card(at, MIST),
            Shape(Frame(at.x, at.y, at.w, 46), "rect", color,
                  paras=(para(name, 20, WHITE, bold=True, align="center"),)),
            text(Frame(at.x, at.y + 62, at.w, 46),
                 para(price, 34, NAVY, bold=True, align="center")),
            text(Frame(at.x, at.y + 106, at.w, 22),
                 para("per site and month" if number < 2 else "from 20 sites", 14, SLATE,
                      align="center")),
            bullets(Frame(at.x + 50, at.y + 146, 200, 110), *lines, size=17),
        ]  # fmt: skip
    items += [
        Shape(Frame(LEFT, 412, 864, 58), "rect", GREEN,
              paras=(para("Order by 31 December and get Quayfold Insight free for one year",
                          20, WHITE, bold=True, align="center"),)),
    ]  # fmt: skip
    return slide("Our pricing: three editions, one platform", *items)
