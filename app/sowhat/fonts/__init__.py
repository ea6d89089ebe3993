"""Fonts: which face a family is drawn in, and how wide and high its text is."""

from sowhat.fonts.face import Face
from sowhat.fonts.lookup import covering, draws, find, gaps
from sowhat.fonts.metrics import line_height, width
from sowhat.fonts.parts import Part, latin_part
from sowhat.fonts.stock import cover, fallback
from sowhat.fonts.system import folders
from sowhat.fonts.tables import data

__all__ = [
    "Face",
    "Part",
    "cover",
    "covering",
    "data",
    "draws",
    "fallback",
    "find",
    "folders",
    "gaps",
    "latin_part",
    "line_height",
    "shipped",
    "width",
]


def shipped() -> tuple[Face, ...]:
    """Return every face that comes with the program."""
    from sowhat.fonts.stock import families

    return tuple(face for styles in families().values() for face in styles.values())
