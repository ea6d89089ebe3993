"""Metafiles: the words among their drawing orders, with their places."""

from sowhat.read.pptx.metafiles.enhanced import is_metafile, words_of
from sowhat.read.pptx.metafiles.lines import Words

__all__ = ["Words", "is_metafile", "words_of"]
