"""Charts: their words as they are drawn, and their numbers."""

from sowhat.read.pptx.charts.drawings import drawing_in, read_drawing
from sowhat.read.pptx.charts.reading import data_of, read_chart

__all__ = ["data_of", "drawing_in", "read_chart", "read_drawing"]
