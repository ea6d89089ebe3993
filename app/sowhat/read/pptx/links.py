"""Where words and shapes lead to: addresses as they are, and slides of the same deck by number."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

from sowhat.model import Show
from sowhat.read.pptx.names import A, Element, R

JUMP = "ppaction://"
_CLICKS = (A + "hlinkClick", A + "hlinkHover", A + "hlinkMouseOver")
_QUERY = re.compile(r"[?&](\w+)=([^&]*)")


class Target(NamedTuple):
    """Where a click leads: to an address, or to a slide of the deck."""

    address: str = ""
    slide: int | None = None


Leads: TypeAlias = Callable[[Element], Target | None]  # where an ``a:hlinkClick`` leads


class Ways(NamedTuple):
    """What is needed to follow the jumps of a deck: its slides' numbers by the name of their part,
    and its custom shows by id."""

    numbers: Mapping[str, int] = {}
    shows: Mapping[str, Show] = {}

    def target(self, click: Element, part: Any, own: int | None) -> Target | None:
        """Return where a click in ``part`` leads; ``own`` is its slide's number, None in a layout,
        where the next and the previous slide are not known."""
        relation = part.rels.get(click.get(R + "id") or "")
        action = click.get("action") or ""
        if relation is not None and relation.is_external:
            return Target(relation.target_ref) if relation.target_ref else None
        kind, _, _ = action.removeprefix(JUMP).partition("?")
        if kind in ("macro", "program"):
            return Target(action)
        if relation is not None:
            slide = self.numbers.get(str(getattr(relation.target_part, "partname", "")))
        else:
            slide = self._jump(kind, dict(_QUERY.findall(action)), own)
        return None if slide is None else Target(slide=slide)

    def _jump(self, kind: str, query: Mapping[str, str], own: int | None) -> int | None:
        if kind == "customshow":
            show = self.shows.get(query.get("id", ""))
            return show.slides[0] if show and show.slides else None
        last = max(self.numbers.values(), default=0)
        steps = {"firstslide": 1, "lastslide": last}
        if own is not None:
            steps |= {"nextslide": own + 1, "previousslide": own - 1}
        slide = steps.get(query.get("jump", "")) if kind == "hlinkshowjump" else None
        return slide if slide is not None and 1 <= slide <= last else None


def click_in(properties: Element) -> Element | None:
    """Return the link of an ``a:rPr`` or ``p:cNvPr``: of a click, else of the mouse above it."""
    for tag in _CLICKS if len(properties) else ():
        found = properties.find(tag)
        if found is not None:
            return found
    return None
