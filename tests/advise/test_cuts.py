from __future__ import annotations

from collections.abc import Sequence

from sowhat.advise import cuts, weighed
from sowhat.model import Cut, CutKind, Purpose
from sowhat.rules import load
from tests.measure.decks import deck_of, profile_of, verdicts_of

SAME = "Your depot\nPlans every line in your plant for the week and warns before one stands still"
PLANS = "Plans\nPlanning boards, alarms, drivers, forecasts, reports, tablets, exports, calendars"
ALIKE = (
    "Plans (2)\nDrivers and forecasts with planning boards, reports, tablets and alarms anywhere"
)
OTHER = "Learns\nMachine memory compares seasons, suppliers, weather, holidays, prices, harvests"


def cut(
    lines: Sequence[str],
    text: dict[str, str] | None = None,
    purpose: Purpose = Purpose.FIRST_MEETING,
) -> tuple[Cut, ...]:
    deck, verdicts, who = deck_of(lines, text or {}), verdicts_of(lines), profile_of(purpose)
    found = cuts(deck, who, verdicts, load())
    return weighed(deck, verdicts, found)


def test_of_repeats_the_one_that_says_more_stays() -> None:
    lines = ["vendor company", "vendor method", "customer problem", "vendor method"]
    (found,) = cut(lines, {"2": SAME, "4": f"{SAME} again"})
    assert (found.kind, found.slides, found.keep, found.merge) == (
        CutKind.DUPLICATE,
        (2,),
        4,
        False,
    )
    assert "share falls from 75% to 67%" in found.effect


def test_all_walls_of_logos_but_the_last_can_go() -> None:
    lines = ["vendor logos", "customer problem", "vendor logos", "vendor logos unsure"]
    (found,) = cut([*lines, "vendor logos", "vendor company logos"])
    assert (found.kind, found.slides, found.keep) == (CutKind.LOGOS, (1, 3), 5)
    assert "If you keep one at all, let it be slide 5" in found.why
    assert cut(["vendor logos", "customer problem"]) == ()
    assert cut(["vendor company logos", "mixed logos problem"]) == ()
    assert cut(["vendor logos", "vendor logos"], purpose=Purpose.TRAINING) == ()


def test_products_that_repeat_each_other_are_merged() -> None:
    lines = ["customer problem", "vendor product", "vendor product", "vendor product"]
    (found,) = cut(lines, {"2": PLANS, "3": OTHER, "4": ALIKE})
    assert (found.kind, found.slides, found.keep, found.merge) == (CutKind.PRODUCT, (4,), 2, True)
    other = ALIKE.replace("Plans (2)", "Runs")  # another headline is another slide
    assert cut(lines, {"2": PLANS, "3": OTHER, "4": other}) == ()
    for purpose in (Purpose.TRAINING, Purpose.LATE_COMPARISON):
        assert cut(lines, {"2": PLANS, "3": OTHER, "4": ALIKE}, purpose) == ()


def test_no_slide_goes_twice_and_build_ups_are_one_slide() -> None:
    lines = ["vendor product", "vendor product", "customer problem"]
    (found,) = cut(lines, {"1": SAME, "2": SAME})
    assert (found.kind, found.slides) == (CutKind.DUPLICATE, (2,))
    assert cut(["vendor product step", "vendor product"], {"1": PLANS, "2": PLANS}) == ()


def test_the_only_bare_wall_goes_where_another_slide_shows_logos_too() -> None:
    (found,) = cut(["vendor logos", "customer problem", "vendor company logos"])
    assert (found.kind, found.slides, found.keep) == (CutKind.LOGOS, (1,), 3)


def test_nothing_goes_without_which_the_share_would_rise() -> None:
    lines = ["vendor product", "customer problem", "customer problem", "vendor company"]
    assert cut(lines, {"2": SAME, "3": SAME}) == ()
    assert cut([*lines[:3], "customer goal unsure"], {"3": SAME, "4": SAME}) == ()
    (found,) = cut(["vendor product", *lines[1:]], {"1": SAME, "3": SAME})
    assert (found.slides, found.keep) == ((1,), 3)
    mostly_ours = ["vendor product", "mixed problem product", "mixed problem product"]
    assert cut(mostly_ours, {"2": SAME, "3": SAME}) == ()


def test_what_a_person_has_to_decide_first_stays() -> None:
    lines = ["vendor product unsure", "vendor product unsure", "customer problem"]
    assert cut(lines, {"1": SAME, "2": SAME}) == ()


def test_products_that_share_headline_and_most_lines_are_repeats() -> None:
    lines = ["customer problem", "vendor product", "vendor product"]
    shared = "AcmeFlow\nPlans each line\nWarns of stops\nRuns on tablets"
    (found,) = cut(lines, {"2": f"{shared}\nLearns at night", "3": f"{shared}\nCounts all parts"})
    assert (found.slides, found.keep, found.merge) == ((3,), 2, False)
    few = "AcmeFlow\nPlans each line"
    assert cut(lines, {"2": f"{few}\nLearns in the dark", "3": f"{few}\nCounts all parts"}) == ()


def test_what_stays_for_another_is_not_cut_itself() -> None:
    lines = ["vendor product", "vendor product", "vendor product", "customer problem"]
    more = f"{PLANS}, {ALIKE.splitlines()[1]}"
    found = cut(lines, {"1": PLANS, "2": more, "3": more})
    gone = {number for one in found for number in one.slides}
    assert found
    assert gone.isdisjoint(one.keep for one in found)
