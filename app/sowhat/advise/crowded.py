"""Where a slide about the vendor does not stand well, whatever it says: among too many others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sowhat.measure import measure, stretches
from sowhat.model import Band, Deck, Order, Verdict
from sowhat.rules import Rules
from sowhat.texts import text


def crowded(
    deck: Deck, verdicts: Sequence[Verdict], order: Order, rules: Rules
) -> Mapping[int, str]:
    """Return what is said of the slides in a stretch about the vendor that is as long as the one
    that the findings name, in the deck as it is or in the new order; and of all in a deck about
    the vendor. ``verdicts[i]`` belongs to slide i + 1."""
    said: dict[int, str] = {}
    if measure(deck, verdicts, [()] * len(verdicts)).band is Band.ABOUT_US:
        said = dict.fromkeys(order.slides, text("advise.about-us"))
    limit = rules.findings["long-vendor-run"].limits["slides"]
    now = sorted(order.slides)
    for key, numbers in (("in-stretch-then", order.slides), ("in-stretch", now)):
        for slides, count in stretches(deck, verdicts, numbers):
            if count > limit:
                said |= dict.fromkeys(slides, text(f"advise.{key}", n=count))
    return said
