"""Drafts of a slide's sentences, turned from the vendor to the customer by their own grammar."""

from sowhat.advise.drafts.casing import Casing
from sowhat.advise.drafts.parts import Ground
from sowhat.advise.drafts.slides import draft_slides
from sowhat.advise.drafts.statements import Statement, ground, statements, ways
from sowhat.advise.drafts.write import Writer

__all__ = [
    "Casing",
    "Ground",
    "Statement",
    "Writer",
    "draft_slides",
    "ground",
    "statements",
    "ways",
]
