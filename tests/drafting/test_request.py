from __future__ import annotations

from dataclasses import replace

import pytest

from sowhat import drafting
from sowhat.drafting.rules import limits, prompt
from sowhat.errors import UsageError
from sowhat.model import Audit, Gap
from sowhat.settings import Endpoint
from tests.decks import slide, written
from tests.drafting.conftest import LINES, MODEL

CHOSEN = Endpoint("http://localhost", MODEL, mask=False)


def test_slides_of_the_vendors_with_lines_can_be_drafted(audit: Audit) -> None:
    assert drafting.slides(audit) == (1,)
    unread = replace(audit, deck=replace(audit.deck, gaps=(Gap("not-english"),)))
    assert drafting.slides(unread) == ()
    bare = replace(audit, deck=written(("Acme",), ("Your close takes nine days",)))
    assert drafting.slides(bare) == ()
    assert drafting.slides(replace(audit, advice=())) == ()


@pytest.mark.parametrize("number", [0, 2, 9])
def test_another_slide_is_refused(audit: Audit, number: int) -> None:
    with pytest.raises(UsageError) as caught:
        drafting.request(audit, number, CHOSEN)
    assert caught.value.reason == "nothing-to-draft"


def test_only_lines_headline_and_names_are_sent(audit: Audit) -> None:
    with_more = slide(1, "Close faster with AcmeFlow", *LINES)
    noted = replace(with_more, notes=(replace(with_more.blocks[1], text="Our secret note."),))
    changed = replace(audit, deck=replace(audit.deck, slides=(noted, *audit.deck.slides[1:])))
    sent = drafting.request(changed, 1, CHOSEN).body
    assert sent == drafting.request(audit, 1, CHOSEN).body
    assert b"secret" not in sent
    assert audit.deck.path.encode() not in sent


def test_a_slide_of_many_words_is_cut(audit: Audit) -> None:
    many = [f"Our platform has the feature number {n}." for n in range(40)]
    long = "Our platform is long " * 40 + "."
    deck = written(("Features", long, *many), ("Your close takes nine days",))
    found = drafting.request(replace(audit, deck=deck), 1, CHOSEN)
    assert len(found.lines) == limits().most_asked
    assert long not in found.lines


def test_the_body_is_readable_and_the_prompts(audit: Audit) -> None:
    body = drafting.request(audit, 1, CHOSEN).body.decode()
    assert prompt().system in body
    assert "\\u" not in body
    assert '\\"' not in body
    assert body.startswith('{\n  "model": "llama3.2"')
