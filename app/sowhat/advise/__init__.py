"""What to do with each slide, which question to put to it, and what that would change."""

from sowhat.advise.effect import Fix, top
from sowhat.advise.slides import advise

__all__ = ["Fix", "advise", "top"]
