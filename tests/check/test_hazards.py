"""What goes along with a file and is not for its reader."""

from __future__ import annotations

from typing import Any

import pytest

from sowhat.model import ItemKind, Ready
from tests.check import proposals
from tests.check.conftest import Checked
from tests.check.proposals import Change


def author(name: str) -> Change:
    def change(deck: Any) -> None:
        deck.core_properties.author = name

    return change


CASES: dict[str, tuple[Change, str]] = {
    "discount": (proposals.notes(2, "We can go down by a discount of 15%."), "internal-words"),
    "path": (proposals.alt_of_text(3, r"C:\Users\hanna\Deals\close.png"), "local-path"),
    "server": (proposals.link(3, "the plan", "https://wiki.quillmark.local/plan"), "internal-link"),
    "share": (proposals.link(3, "the plan", "file://fileserver/deals/plan.xlsx"), "local-path"),
    "cloud": (proposals.link(3, "plan", "https://quillmark.sharepoint.com/x"), "internal-link"),
    "hidden": (proposals.hidden(4), "hidden-slide"),
    "author": (author("Hanna Voskamp"), "property-author"),
    "beside": (proposals.box(3, "An older text", left=14), "unseen-words"),
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_told_and_stops_nothing(checked: Checked, case: str) -> None:
    change, rule = CASES[case]
    found = checked(change)
    assert rule in {item.id for item in found.of(ItemKind.HAZARD)}
    assert found.ready is Ready.LOOK


def test_a_link_to_everybodys_page_is_none(checked: Checked) -> None:
    found = checked(proposals.link(3, "ISO", "https://www.iso.org/standard/27001"))
    assert found.of(ItemKind.HAZARD) == ()
