"""Pictures: cropped, filled in, grouped, with words for the blind; films, sounds, objects; tables;
drawings of outlines."""

from __future__ import annotations

import hashlib
import io
from typing import Any

from PIL import Image
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

from sowhat.model import WHOLE, Box, PictureOrigin
from tests.read.constructs.construct import Construct, Read
from tests.read.constructs.drawing import BLUE, GREEN, MAGENTA, RED, apart
from tests.read.constructs.parts import (
    image,
    paragraph,
    run,
    write,
    xml,
)

rgb: Any = RGBColor  # python-pptx carries no types
PLACE = (2.0, 2.5, 3.0, 2.0)


def inches(place: tuple[float, ...]) -> tuple[Any, ...]:
    return tuple(Inches(value) for value in place)


def described(slide: Any) -> None:
    picture = slide.shapes.add_picture(image(BLUE), *inches(PLACE))
    picture.name = "Photo 7"
    picture._element.nvPicPr.cNvPr.set("descr", "Two planners at a desk")


def check_described(read: Read) -> None:
    picture = read.picture(PictureOrigin.IMAGE)
    assert (picture.name, picture.alt) == ("Photo 7", "Two planners at a desk")
    assert picture.pixels == (40, 30)
    assert picture.sha256 == hashlib.sha256(image(BLUE).getvalue()).hexdigest()
    assert picture.crop is None
    read.fills(picture.box, BLUE)


def halves() -> io.BytesIO:
    """A picture whose left half is red and whose right half is blue."""
    whole = Image.new("RGB", (40, 30), f"#{RED}")
    whole.paste(Image.new("RGB", (20, 30), f"#{BLUE}"), (20, 0))
    data = io.BytesIO()
    whole.save(data, "PNG")
    return data


def cropped(slide: Any) -> None:
    picture = slide.shapes.add_picture(halves(), *inches(PLACE))
    picture.crop_left, picture.crop_top, picture.crop_bottom = 0.25, 0.1, 0.2


def check_cropped(read: Read) -> None:
    """A quarter is cut off on the left: a third of what is seen is red."""
    picture = read.picture(PictureOrigin.IMAGE)
    assert apart(picture.crop, Box(0.25, 0.1, 1.0, 0.8)) < 1e-6
    assert picture.pixels == (40, 30)
    assert picture.crop is not None
    box = picture.box
    edge = box.x0 + box.width * (0.5 - picture.crop.x0) / picture.crop.width
    read.fills(Box(box.x0, box.y0, edge, box.y1), RED)
    read.fills(Box(edge, box.y0, box.x1, box.y1), BLUE)


def turned(slide: Any) -> None:
    slide.shapes.add_picture(image(GREEN), *inches(PLACE)).rotation = 90.0


def check_turned(read: Read) -> None:
    read.fills(read.picture(PictureOrigin.IMAGE).box, GREEN)


def grouped(slide: Any) -> None:
    group = slide.shapes.add_group_shape()
    group.shapes.add_picture(image(GREEN), *inches((1, 1, 2, 2)))
    write(group.shapes.add_textbox(*inches((4, 1, 2, 2))), paragraph(run("Beside it")))
    group.left, group.top, group.width, group.height = inches((2, 3, 7, 3))


def check_grouped(read: Read) -> None:
    read.fills(read.picture(PictureOrigin.IMAGE).box, GREEN)


def filled(slide: Any) -> None:
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *inches(PLACE))
    shape.line.fill.background()
    _, relation = slide.part.get_or_add_image_part(image(MAGENTA))
    shape._element.spPr.insert(2, xml(
        f'<a:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        "</a:blipFill>"))  # fmt: skip


def check_filled(read: Read) -> None:
    picture = read.picture(PictureOrigin.IMAGE)
    assert picture.sha256 == hashlib.sha256(image(MAGENTA).getvalue()).hexdigest()
    read.fills(picture.box, MAGENTA)


def behind(slide: Any) -> None:
    _, relation = slide.part.get_or_add_image_part(image(MAGENTA, (64, 48)))
    slide._element.cSld.insert(0, xml(
        f'<p:bg><p:bgPr><a:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/>'
        "</a:stretch></a:blipFill><a:effectLst/></p:bgPr></p:bg>"))  # fmt: skip


def check_behind(read: Read) -> None:
    picture = read.picture(PictureOrigin.IMAGE)
    assert (picture.box, picture.pixels) == (WHOLE, (64, 48))
    read.fills(picture.box, MAGENTA)


def drawing(slide: Any) -> None:
    builder = slide.shapes.build_freeform(Inches(2), Inches(3))
    builder.add_line_segments([inches((5, 3)), inches((4, 5)), inches((2, 4))])
    shape = builder.convert_to_shape()
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb.from_string(BLUE)
    shape.line.fill.background()


def check_drawing(read: Read) -> None:
    read.fills(read.picture(PictureOrigin.DRAWING).box, BLUE)


CONSTRUCTS = (
    Construct("picture with alt text", described, check_described),
    Construct("cropped picture", cropped, check_cropped),
    Construct("turned picture", turned, check_turned),
    Construct("picture in a group", grouped, check_grouped),
    Construct("picture in a shape", filled, check_filled),
    Construct("picture behind the slide", behind, check_behind),
    Construct("drawing", drawing, check_drawing),
)
