"""Painters: they paint values and know no widgets; hit tests beside them are pure."""

from sowhat.gui.paint.look import LINE, Look, Sight, sight

__all__ = ["LINE", "Look", "Sight", "sight"]
