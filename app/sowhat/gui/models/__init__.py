"""Qt's list models over the plain values: roles only, no colours, no widgets."""

from sowhat.gui.models.findings import FindingsModel
from sowhat.gui.models.slides import SiftedSlides, SlidesModel

__all__ = ["FindingsModel", "SiftedSlides", "SlidesModel"]
