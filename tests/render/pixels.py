from io import BytesIO

from PIL import Image


def picture_of(png: bytes) -> Image.Image:
    with Image.open(BytesIO(png), formats=("PNG",)) as image:
        return image.convert("RGB")


def red_box(image: Image.Image) -> tuple[float, float, float, float] | None:
    """The box around the red pixels, in fractions of the picture."""
    red, green, blue = image.split()
    mask = Image.merge("RGB", (red.point(_high), green.point(_low), blue.point(_low)))
    only = mask.convert("L").point(lambda value: 255 if value > 250 else 0)
    box = only.getbbox()
    w, h = image.size
    return (box[0] / w, box[1] / h, box[2] / w, box[3] / h) if box else None


def _high(value: int) -> int:
    return 255 if value > 200 else 0


def _low(value: int) -> int:
    return 255 if value < 60 else 0
