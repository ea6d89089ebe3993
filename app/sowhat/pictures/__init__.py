"""Sees the pictures of a deck: what kind each is, where its marks stand, which words it holds."""

from __future__ import annotations

from sowhat.pictures.asking import Ask, Draw
from sowhat.pictures.deck import see

__all__ = ["Ask", "Draw", "see"]
