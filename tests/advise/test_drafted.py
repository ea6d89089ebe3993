from __future__ import annotations

from sowhat.advise import drafted
from sowhat.decisions import fingerprint
from sowhat.model import Action, Advice, MachineDraft
from tests.decks import written
from tests.measure.decks import verdicts_of

DECK = written(("Our platform",), ("Your goal",), ("Our platform",), ("Our team",))
VERDICTS = verdicts_of(("vendor product", "customer goal", "vendor product", "mixed company"))
ADVICE = tuple(Advice(n, Action.REWRITE, "So?", "You can __.") for n in (1, 2, 3, 4))


def draft(slide: int, said: str = "You __.") -> MachineDraft:
    return MachineDraft(slide, said, "llama3.2", fingerprint(DECK.slides[slide - 1]))


def test_a_draft_stands_on_all_slides_with_its_words() -> None:
    found = drafted(DECK, VERDICTS, ADVICE, (draft(1),))
    assert [item.drafted_by for item in found] == ["llama3.2", "", "llama3.2", ""]
    assert found[0].draft == "You __."
    assert found[0].so_what == "So?"
    assert found[3].draft == "You can __."


def test_the_last_of_several_holds() -> None:
    found = drafted(DECK, VERDICTS, ADVICE, (draft(4), draft(4, "You do __.")))
    assert found[3].draft == "You do __."


def test_no_draft_stands_on_other_words_or_on_the_customers_slides() -> None:
    other = MachineDraft(1, "You __.", "llama3.2", "0" * 32)
    nothing = MachineDraft(1, "You __.", "llama3.2", "")
    assert drafted(DECK, VERDICTS, ADVICE, (other, nothing, draft(2))) == ADVICE
