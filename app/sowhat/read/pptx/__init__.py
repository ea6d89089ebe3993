"""Reading PowerPoint decks."""

from sowhat.read.pptx.deck import read

__all__ = ["read"]
