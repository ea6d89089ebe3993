"""Words and pictures that the file holds and nobody sees."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pptx.enum.shapes import MSO_SHAPE

from sowhat.model import PictureOrigin, Unseen
from tests.read.constructs.construct import Construct, Read
from tests.read.constructs.drawing import BLUE, GREEN, MAGENTA, RED
from tests.read.constructs.parts import image, paragraph, q, run, textbox
from tests.read.constructs.pictures import inches, rgb

PLACE = (2.0, 3.0, 5.0, 1.0)
SEEN = (2.0, 5.5, 5.0, 1.0)


def beside(slide: Any) -> None:
    textbox(slide, (-6, 3, 5, 1), paragraph(run("Left beside the slide")))
    slide.shapes.add_picture(image(BLUE), *inches((11, 3, 2, 1)))
    seen(slide)


def covered(slide: Any) -> None:
    textbox(slide, PLACE, paragraph(run("Below the panel")))
    slide.shapes.add_picture(image(BLUE), *inches((3, 3.6, 2, 0.4)))
    panel(slide, GREEN)
    seen(slide)


def panel(slide: Any, color: str) -> Any:
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *inches((1.5, 2.5, 6, 2)))
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb.from_string(color)
    shape.line.fill.background()
    return shape


def seen(slide: Any) -> None:
    textbox(slide, SEEN, paragraph(run("In plain sight", MAGENTA)))


def same_color(slide: Any) -> None:
    textbox(slide, PLACE, paragraph(run("White on white", "FFFFFF")))
    seen(slide)


def same_as_panel(slide: Any) -> None:
    panel(slide, GREEN)
    textbox(slide, PLACE, paragraph(run("Green on green", GREEN)))
    seen(slide)


def no_size(slide: Any) -> None:
    picture = slide.shapes.add_picture(image(BLUE), *inches((3, 3, 1, 1)))
    picture.width, picture.height = inches((0, 0))  # given at once, these mean "its own size"
    textbox(slide, (3, 3, 0, 0), paragraph(run("In no room", looks='sz="100"')))
    seen(slide)


def switched_off(slide: Any) -> None:
    shape = textbox(slide, PLACE, paragraph(run("Switched off")))
    shape._element.nvSpPr.cNvPr.set("hidden", "1")
    picture = slide.shapes.add_picture(image(BLUE), *inches((3, 4, 2, 1)))
    picture._element.find(f".//{q('p:cNvPr')}").set("hidden", "1")
    seen(slide)


def why(text: str, reason: Unseen, *, pictures: int = 1) -> Callable[[Read], None]:
    """Ask that words, and pictures if any, are told apart for this reason, and are not drawn."""

    def check(read: Read) -> None:
        assert read.texts == ["In plain sight"]
        read.on_lines(read.block("In plain sight"), MAGENTA)
        assert [(block.text, block.unseen) for block in read.slide.unseen] == [(text, reason)]
        assert [(p.origin, p.unseen) for p in read.slide.unseen_pictures] == (
            [(PictureOrigin.IMAGE, reason)] * pictures
        )
        assert read.drawing.ink(RED) is None
        assert read.drawing.ink(BLUE) is None

    return check


CONSTRUCTS = (
    Construct("beside the slide", beside, why("Left beside the slide", Unseen.OFF_SLIDE)),
    Construct("covered", covered, why("Below the panel", Unseen.COVERED)),
    Construct(
        "colour of the slide", same_color, why("White on white", Unseen.NO_CONTRAST, pictures=0)
    ),
    Construct(
        "colour of the panel", same_as_panel, why("Green on green", Unseen.NO_CONTRAST, pictures=0)
    ),
    Construct("no size", no_size, why("In no room", Unseen.NO_SIZE)),
    Construct("hidden shapes", switched_off, why("Switched off", Unseen.HIDDEN)),
)
