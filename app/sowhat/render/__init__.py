"""Pictures of slides: drawn from the file in the worker, else sketched from what was read."""

from sowhat.render.drawn import Rendering
from sowhat.render.renderer import UNREAD, Renderer

__all__ = ["UNREAD", "Renderer", "Rendering"]
