from __future__ import annotations

import pytest

from sowhat.model import Origin, Party, Profile
from sowhat.profile import carried
from tests import decks

DECK = decks.written(("A plan for Big Bank", "Acme connects two lines"))
ACME = Party("Acme", source=Origin.FOUND)
BANK = Party("Big Bank", ("BB",), Origin.FOUND)
OTHER = Party("Globex", source=Origin.FOUND)
GIVEN = Party("Globex", source=Origin.GIVEN)


@pytest.mark.parametrize(
    ("before", "found", "kept"),
    [
        (BANK, Party(), BANK),  # nothing was found any more
        (BANK, OTHER, BANK),  # the deck still has the name
        (Party("Initech"), OTHER, OTHER),  # made over for somebody else
        (Party("Initech"), Party(), Party("Initech")),
        (BANK, GIVEN, GIVEN),
        (Party(), OTHER, OTHER),
    ],
)
def test_the_older_versions_names(before: Party, found: Party, kept: Party) -> None:
    told = carried(Profile(ACME, before), DECK, Profile(OTHER, found, ("Flow",)))
    assert (told.vendor, told.customer, told.products) == (ACME, kept, ("Flow",))
