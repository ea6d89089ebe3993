"""Drafts of a slide's sentences, turned from the vendor to the customer by their own grammar."""

from sowhat.advise.drafts.casing import Casing
from sowhat.advise.drafts.slides import draft_slides
from sowhat.advise.drafts.statements import Statement, spares, statements, ways
from sowhat.advise.drafts.write import Writer

__all__ = ["Casing", "Statement", "Writer", "draft_slides", "spares", "statements", "ways"]
