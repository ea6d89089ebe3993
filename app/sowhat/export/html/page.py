"""The page around what is told: one file that asks nothing of any other."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache

from sowhat.export.html.element import Child, Html, element
from sowhat.palette import Palette, palette
from sowhat.paths import resources
from sowhat.texts import text

# Half of each side, in both their colours.
MIXED = """\
<path fill="var(--vendor)" d="M11.2 4a8 8 0 0 0 0 16z"/>\
<path fill="var(--customer)" d="M12.8 4a8 8 0 0 1 0 16z"/>"""
SHAPES = ("vendor", "customer", "mixed", "neutral", "unsure")


def document(title: str, *content: Child) -> str:
    """Return a whole page. Its policy forbids the browser every request."""
    script = Html(_resource("page.js"))
    policy = (
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; "
        f"script-src '{_digest(script)}'; base-uri 'none'; form-action 'none'"
    )
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content=text("report.author")),
        element("title", title),
        element("style", Html(_colors() + _resource("page.css"))),
    )
    body = element("body", _shapes(), content, element("script", script))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en')}\n"


def shape(name: str, size: str = "") -> Html:
    """Return the shape of a stance, or of ``unsure``; words beside it say the same."""
    use = element("use", href=f"#shape-{name}")
    return element("svg", use, class_=f"shape {name} {size}".strip(), aria_hidden="true")


def _shapes() -> Html:
    """Return the shapes once, for all places that use them."""
    symbols = [
        element("symbol", Html(_drawing(name)), id=f"shape-{name}", viewBox="0 0 24 24")
        for name in SHAPES
    ]
    return element("svg", symbols, class_="shapes", aria_hidden="true")


@cache
def _drawing(name: str) -> str:
    if name == "mixed":
        return MIXED
    svg = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    inner = re.sub(r"^<svg[^>]*>|</svg>\s*$", "", svg.strip())
    looks = 'fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round"'
    return f'<g {looks} stroke-linejoin="round">{inner}</g>'


@cache
def _resource(name: str) -> str:
    return (resources() / "html" / name).read_text(encoding="utf-8")


@cache
def _colors() -> str:
    """Return the palette as custom properties: light, and dark on a screen that asks for it."""
    light, dark = _properties(palette()), _properties(palette(dark=True))
    return (
        f":root{{color-scheme:light;{light}}}\n@media screen{{\n"
        "@media (prefers-color-scheme:dark){"
        f":root:not([data-theme=light]){{color-scheme:dark;{dark}}}}}\n"
        f":root[data-theme=dark]{{color-scheme:dark;{dark}}}\n}}\n"
        # Marks stand on the slides, which are light or dark by themselves.
        f":root{{--mark-vendor:{palette().vendor};--mark-customer:{palette().customer};"
        f"--mark-neutral:{palette().neutral}}}\n"
    )


def _properties(colors: Palette) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in colors._asdict().items())


def _digest(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
