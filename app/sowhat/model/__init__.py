"""The plain values that cross the layers. Frozen; standard library only."""

from sowhat.model.audit import Action, Advice, Audit, Band, Decision, Finding, Mark, Measures
from sowhat.model.deck import (
    Block,
    Deck,
    DeckKind,
    Gap,
    Picture,
    PictureKind,
    PictureOrigin,
    Properties,
    Role,
    Run,
    Slide,
    Source,
    Span,
)
from sowhat.model.geometry import WHOLE, Box, hull
from sowhat.model.language import Name, ParsedDeck, ParsedSlide, Sentence, Token
from sowhat.model.profile import Origin, Party, Profile, Purpose
from sowhat.model.verdict import Motif, Place, Side, Sign, Stance, Verdict

__all__ = [
    "WHOLE",
    "Action",
    "Advice",
    "Audit",
    "Band",
    "Block",
    "Box",
    "Decision",
    "Deck",
    "DeckKind",
    "Finding",
    "Gap",
    "Mark",
    "Measures",
    "Motif",
    "Name",
    "Origin",
    "ParsedDeck",
    "ParsedSlide",
    "Party",
    "Picture",
    "PictureKind",
    "PictureOrigin",
    "Place",
    "Profile",
    "Properties",
    "Purpose",
    "Role",
    "Run",
    "Sentence",
    "Side",
    "Sign",
    "Slide",
    "Source",
    "Span",
    "Stance",
    "Token",
    "Verdict",
    "hull",
]
