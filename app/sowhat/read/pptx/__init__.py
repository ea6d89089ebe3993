"""Reading PowerPoint decks."""

from sowhat.read.pptx.postponed import postpone

postpone()  # before python-pptx is imported

from sowhat.read.pptx.deck import MOST_SLIDES, read  # noqa: E402

__all__ = ["MOST_SLIDES", "read"]
