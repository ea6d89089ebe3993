"""Walls of logos: which pictures of a slide are marks of other organisations, by plain data.

Marks are wide or say that they are logos, each has a shape of its own, and no words lie on them.
Icons, faces and products come in sets of one size; screenshots are large; a deck's own logo
belongs to its design.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from statistics import median, pstdev

from sowhat.model import Box, Picture, PictureKind, PictureOrigin, Source, hull
from sowhat.signs.view import View, picture_key

LEAST, LEAST_SURE = 4, 3  # marks that make a wall; how many of them are surely some
SURE_DRAWN = 0.9  # the same where the slide draws it: no words are read in it
LEAST_WALL = 0.03  # of the slide's area: a picture of a wall is larger
LABELS = 3  # words of the slide itself on a picture that are its labels
SURE = 0.7  # confidence from which a picture's kind is sure
TINY, LARGE = 0.0006, 0.065  # of the slide's area: a mark lies between
GROWN = 0.1  # of the slide's area: a mark among others may be so large
USUAL = 0.042  # of the slide's area: half of the marks are smaller
POSTER = 0.12  # of the slide's area: a picture that may hold a wall of its own
VISIBLE = 0.5  # of a mark that must be on the slide
WIDE = 1.4  # width by height from which a picture is more likely a mark than an icon or a face
LONG = 6.0  # width by height from which a drawing is an arrow or a bar
STRIP = 9.0  # width by height from which it is a line or a bar
SET = 3  # pictures of one size that are a set of icons or faces
ONE_SIZE = 0.03  # how much the widths and heights of a set differ, as a share
ALIKE = 6.0  # times: how far the areas of a wall's marks are from their median
VARIED = 0.17  # deviation of the logarithm of width by height: marks differ in shape
SHARE = 0.45  # of a slide's small pictures that must be wide or say that they are logos
MOST = 400  # images or drawings on a slide from which they are pieces of something else
ROW = 0.05  # of the slide: how far the middles of a row may differ
TOUCH = 0.004  # of the slide: pieces of one picture lie so near
FEW, HARDLY = 25, 8  # words beside a picture that may hold a wall
VECTORS = 6  # so many wide drawings may be marks without any image among them
CROWD = 12  # so many pictures of several shapes are marks though most are not wide
MANY_WORDS = 4  # words a picture from which a crowd is something else

TILES = 8  # so many pictures of one wide shape are marks on tiles
CAMERA = (4 / 3, 3 / 2, 16 / 10, 16 / 9)  # shapes of photos and of screens, marks have any
NEARLY, FINE = 0.01, 240  # how near to these; pixels from which a photo or a screen has its shape

LOGO = re.compile(r"logo(?:s|types?)?(?:\b|_)|word ?mark", re.IGNORECASE)
WALL = re.compile(
    r"\b(?:group|collection|set|row|grid|wall|collage|number|variety) of\b.{0,30}"
    r"\b(?:logos|brands|compan(?:y|ies)\b.{0,12}\bnames)|\blogo ?(?:wall|grid|strip|cloud)\b",
    re.IGNORECASE,
)
OTHER = re.compile(
    r"\bicon|\bqr\b|\bscreen ?shot|\bphoto|\bportrait|\bperson\b|\bpeople\b|\b(?:wo)?man\b|"
    r"\bdiagram\b|\bchart\b|\bgraph\b|\bmap\b|user interface|\bcheck\b|\barrow",
    re.IGNORECASE,
)
LINE, UPRIGHT = 10, 1.5  # letters of a line; how much higher than wide it is where it is turned

MARKS = frozenset((PictureOrigin.IMAGE, PictureOrigin.DRAWING))
NEVER = frozenset(PictureKind) - {PictureKind.LOGO, PictureKind.ICON}


@dataclass(frozen=True, slots=True)
class Walls:
    """What may be a wall of logos on a slide.

    ``drawn`` are pictures that are a wall each; ``marks`` make a wall together; ``grid`` and
    ``posters`` are one only if the words say so, and ``speechless`` are whichever of these stand
    on a slide with hardly a word.
    """

    drawn: tuple[Picture, ...] = ()
    marks: tuple[Picture, ...] = ()
    grid: tuple[Picture, ...] = ()
    posters: tuple[Picture, ...] = ()
    speechless: tuple[Picture, ...] = ()


def find(view: View) -> Walls:
    """Return what may be a wall of logos on a slide."""
    if not view.slide.pictures:
        return Walls()
    scene = _scene(view)
    own = [p for p in view.slide.pictures if p.source is Source.SLIDE]
    drawn = [p for p in own if _is_wall(p, scene) or WALL.search(_own_words(p))]
    marks = _told(scene) or _marks(scene)
    large = [p for p in own if p not in drawn and _is_poster(p, scene)]
    grid = [] if marks else _grid(scene)
    told = marks or grid or large if 1 <= scene.words <= HARDLY else []
    return Walls(*map(tuple, (drawn, marks, grid, large, told)))


@dataclass(frozen=True, slots=True)
class _Scene:
    """A slide's small pictures that could be marks, and what is asked of it again and again.

    ``ratio`` turns a width by a height in fractions into what a reader sees; ``turned`` says that
    the page's words stand on end; ``small`` are each once, mended where they were split.
    """

    ratio: float
    turned: bool
    words: int
    boxes: tuple[Box, ...]
    house: frozenset[str]
    small: tuple[Picture, ...] = ()

    def shape(self, picture: Picture) -> float:
        """Return width by height as a reader sees it."""
        found = picture.box.width * self.ratio / picture.box.height
        return 1 / found if self.turned else found

    def sparse(self, pictures: list[Picture]) -> bool:
        """Say whether these many pictures stand among few words."""
        return self.words <= MANY_WORDS * len(pictures)


def _scene(view: View) -> _Scene:
    own = [block for block in view.slide.blocks if block.source is not Source.OCR]
    blocks = [(block.text, block.box) for block in own if block.box]
    long = [box for text, box in blocks if len(text) > LINE]
    turned = 2 * sum(b.height > UPRIGHT * b.width * view.ratio for b in long) > len(long)
    words = sum(len(block.text.split()) for _, block in view.shown)
    boxes = tuple(box for _, box in blocks)
    scene = _Scene(view.ratio, turned, words, boxes, view.house)
    return replace(scene, small=_small(view.slide.pictures, scene))


def _small(pictures: Iterable[Picture], scene: _Scene) -> tuple[Picture, ...]:
    own = [p for p in pictures if p.origin in MARKS and p.source is Source.SLIDE]
    if len(own) > MOST:
        return ()
    times = Counter(map(picture_key, own))
    shown = [p for p in _joined(own) if _could_be(p, scene)]
    return tuple({key: p for p in shown if times[key := picture_key(p)] < SET}.values())


def _could_be(picture: Picture, scene: _Scene) -> bool:
    box = picture.box
    return (
        TINY < box.area < GROWN
        and box.clamped().area >= VISIBLE * box.area
        and _fits(picture, scene)
        and picture_key(picture) not in scene.house
        and picture.kind not in NEVER
        and (_says_logo(picture) or OTHER.search(_own_words(picture)) is None)
        and not any(box.contains(*words.center) for words in scene.boxes)
    )


def _fits(picture: Picture, scene: _Scene) -> bool:
    if picture.origin is PictureOrigin.DRAWING:
        return WIDE <= scene.shape(picture) < LONG
    return scene.shape(picture) < STRIP


def _says_logo(picture: Picture) -> bool:
    return LOGO.search(_own_words(picture)) is not None


def _own_words(picture: Picture) -> str:
    return f"{picture.alt}\n{picture.name}\n{picture.content}"


def _joined(pictures: Iterable[Picture]) -> list[Picture]:
    """Join the pieces of pictures that a writer of PDF split into strips."""
    done: list[Picture] = []
    for picture in pictures:
        found = (n for n, p in enumerate(done) if _pieces(p, picture))
        before = next(found, None)
        if before is None:
            done.append(picture)
        else:
            box = hull((done[before].box, picture.box))
            done[before] = replace(done[before], box=box, pixels=None)
    return done


def _pieces(one: Picture, other: Picture) -> bool:
    a, b = one.box, other.box

    def same(*pairs: tuple[float, float]) -> bool:
        return all(abs(x - y) < TOUCH for x, y in pairs)

    stacked = same((a.x0, b.x0), (a.x1, b.x1)) and (same((a.y1, b.y0)) or same((b.y1, a.y0)))
    beside = same((a.y0, b.y0), (a.y1, b.y1)) and (same((a.x1, b.x0)) or same((b.x1, a.x0)))
    images = one.origin is other.origin is PictureOrigin.IMAGE
    return images and (stacked or beside)


def _told(scene: _Scene) -> list[Picture]:
    """Return the marks of a slide whose pictures were looked at: where they stand is no matter."""
    logos = [p for p in scene.small if p.kind is PictureKind.LOGO]
    sure = sum(is_sure(p, PictureKind.LOGO) for p in logos)
    return logos if len(logos) >= LEAST and sure >= LEAST_SURE else []


def _is_wall(picture: Picture, scene: _Scene) -> bool:
    """Say whether a picture is a wall that can be read, without the slide's own words on it."""
    large = picture.box.clamped().area >= LEAST_WALL
    labels = sum(picture.box.contains(*words.center) for words in scene.boxes)
    least = SURE_DRAWN if picture.origin is PictureOrigin.DRAWING else SURE
    return large and labels < LABELS and is_sure(picture, PictureKind.LOGO_WALL, least)


def is_sure(picture: Picture, kind: str, least: float = SURE) -> bool:
    """Say whether a picture shows this kind with at least so much confidence."""
    return picture.kind == kind and (picture.confidence or 1.0) >= least


def _marks(scene: _Scene) -> list[Picture]:
    several = [p for p in _without_sets(scene.small, scene) if _unknown(p)]
    vectors = [p for p in several if p.origin is PictureOrigin.DRAWING]
    found = _wall([p for p in several if p not in vectors], scene)
    if not found:
        strong = [p for p in several if _is_strong(p, scene)]
        many = len(strong) >= VECTORS and scene.sparse(several)
        return _wall(several, scene) if many else []
    if len(found) >= CROWD and scene.sparse(found):
        # In a crowd some marks happen to be of one size.
        several = [p for p in scene.small if _unknown(p)]
    return [p for p in several if p in found or _in_row(p, found)]


def _unknown(picture: Picture) -> bool:
    return picture.kind is None or _says_logo(picture)


def _wall(some: list[Picture], scene: _Scene) -> list[Picture]:
    usual = [p for p in some if p.box.area < LARGE]
    strong = _alike([p for p in usual if _is_strong(p, scene)])
    if len(strong) < LEAST - 1 or median(p.box.area for p in strong) > USUAL:
        return []
    found = [p for p in some if p in strong or _in_row(p, strong)]
    crowd = len(some) >= CROWD and scene.sparse(some)
    enough = len(strong) >= SHARE * len(some) or crowd
    fits = enough and _differ(found, scene) and sum(p in usual for p in found) >= LEAST
    return found if fits else []


def _is_strong(picture: Picture, scene: _Scene) -> bool:
    return _says_logo(picture) or (scene.shape(picture) >= WIDE and not _from_camera(picture))


def _from_camera(picture: Picture) -> bool:
    if picture.pixels is None or picture.crop is not None or min(picture.pixels) < FINE:
        return False
    shape = max(picture.pixels) / min(picture.pixels)
    return any(abs(shape / usual - 1) < NEARLY for usual in CAMERA)


def _differ(pictures: list[Picture], scene: _Scene) -> bool:
    shapes = pstdev([math.log(scene.shape(p)) for p in pictures])
    tiles = len(pictures) >= TILES and scene.sparse(pictures)
    return shapes >= VARIED or tiles or sum(map(_says_logo, pictures)) >= LEAST


def _grid(scene: _Scene) -> list[Picture]:
    usual = [p for p in scene.small if p.box.area < LARGE]
    alike = _alike(usual if scene.sparse(usual) else _without_sets(usual, scene))
    return alike if len(alike) >= LEAST else []


def _is_poster(picture: Picture, scene: _Scene) -> bool:
    return (
        picture.origin is PictureOrigin.IMAGE
        and picture.kind is None
        and picture.box.clamped().area >= POSTER
        and picture_key(picture) not in scene.house
        and scene.words <= FEW
        and not any(picture.box.contains(*box.center) for box in scene.boxes)
    )


def _without_sets(pictures: Iterable[Picture], scene: _Scene) -> list[Picture]:
    several = list(pictures)

    def same(a: Picture, b: Picture) -> bool:
        sizes = ((a.box.width, b.box.width), (a.box.height, b.box.height))
        return all(abs(one - other) <= ONE_SIZE * max(one, other) for one, other in sizes)

    return [
        p
        for p in several
        if _says_logo(p) or scene.shape(p) >= WIDE or sum(same(p, other) for other in several) < SET
    ]


def _alike(pictures: list[Picture]) -> list[Picture]:
    middle = median(p.box.area for p in pictures) if pictures else 0.0
    return [p for p in pictures if middle / ALIKE <= p.box.area <= middle * ALIKE]


def _in_row(picture: Picture, others: list[Picture]) -> bool:
    x, y = picture.box.center
    boxes = [other.box for other in others]
    usual = median(box.area for box in boxes)
    near = any(box.x0 <= x <= box.x1 or abs(box.center[1] - y) < ROW for box in boxes)
    return near and usual / ALIKE <= picture.box.area <= usual * ALIKE
