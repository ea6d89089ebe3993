"""How a deck is divided: the sections its author made, and the custom shows."""

from __future__ import annotations

from collections.abc import Mapping

from sowhat.model import Show
from sowhat.read.pptx.names import Element, P, R

P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
MOST_SHOWS = 1_000
MOST_SLIDES = 10_000  # of a show, which may repeat slides


def section_names(root: Element) -> Mapping[str, str]:
    """Return the section of each slide by its id in the presentation's list."""
    if root.find(P + "extLst") is None:
        return {}
    return {
        slide.get("id") or "": (section.get("name") or "").strip()
        for section in root.iterfind(f"{P}extLst/{P}ext/{P14}sectionLst/{P14}section")
        for slide in section.iterfind(f"{P14}sldIdLst/{P14}sldId")
    }


def custom_shows(root: Element, numbers: Mapping[str, int]) -> dict[str, Show]:
    """Return the custom shows by their id; ``numbers`` are the slides' by their relation."""
    shows: dict[str, Show] = {}
    for show in root.iterfind(f"{P}custShowLst/{P}custShow"):
        if len(shows) == MOST_SHOWS:
            break
        entries = show.findall(f"{P}sldLst/{P}sld")[:MOST_SLIDES]
        slides = [numbers.get(entry.get(R + "id") or "") for entry in entries]
        known = tuple(slide for slide in slides if slide is not None)
        shows[show.get("id") or ""] = Show((show.get("name") or "").strip(), known)
    return shows
