"""Qt's list models over the plain values: roles only, no colours, no widgets."""

from sowhat.gui.models.findings import FindingsModel
from sowhat.gui.models.slides import SlidesModel

__all__ = ["FindingsModel", "SlidesModel"]
