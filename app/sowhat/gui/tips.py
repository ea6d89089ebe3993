"""Tooltips: words that wrap."""

from __future__ import annotations

SHORT = 60  # characters of a tooltip that stays on one line
# The signs of markup, as ``html.escape`` does; that brings a table of all named letters along.
PLAIN = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
WIDE = 340  # logical pixels of a longer one


def tip(words: str) -> str:
    """Return ``words`` as a tooltip that wraps; what stands in a deck is never taken for markup."""
    said = words.translate(PLAIN)
    if len(words) <= SHORT:
        return f"<qt><span style='white-space: nowrap'>{said}</span></qt>"
    return f"<qt><table width='{WIDE}'><tr><td>{said}</td></tr></table></qt>"
