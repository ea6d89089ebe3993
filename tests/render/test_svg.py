from __future__ import annotations

import pytest

from sowhat.render.svg import harmless

USES = '<g id="u{}">{}</g>'
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


def svg(inner: str) -> bytes:
    return f"{HEAD}{inner}</svg>".encode()


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "http://example.com/a.png", "a.png", "//h/a", " HTTPS://h/a",
     "data:image/svg+xml,x", "data:text/html,x"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["href", "xlink:href"])
def test_references_outside_are_taken_out(name: str, target: str) -> None:
    made = harmless(svg(f'<image {name}="{target}"/>'))
    assert b"image" in made
    assert b"href=" not in made


def test_references_inside_and_pictures_stay() -> None:
    kept = svg('<rect id="a"/><use xlink:href="#a"/><image href="data:image/png;base64,AA=="/>')
    assert harmless(kept) == kept


def test_scripts_and_foreign_content_are_taken_out() -> None:
    made = harmless(svg("<script>x</script><foreignObject><b/></foreignObject><rect/>"))
    assert made == svg("<rect/>")


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE svg>" + svg(""),
        b"not one",
        svg('<g id="a"><use href="#a"/></g>'),
        svg(
            '<g id="u0"><rect/></g>'
            + "".join(USES.format(n, f'<use href="#u{n - 1}"/>' * 10) for n in range(1, 9))
        ),
        svg("<g>" * 200 + "</g>" * 200),
    ],
)
def test_bombs_are_left_out(data: bytes) -> None:
    assert harmless(data) == b""
