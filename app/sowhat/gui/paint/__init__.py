"""Painters: they paint values and know no widgets; hit tests beside them are pure."""

from sowhat.gui.paint.look import Look, Sight, sight

__all__ = ["Look", "Sight", "sight"]
