"""Sentences, lemmas, parts of speech and subjects of a deck's words: the only door to spaCy."""

from sowhat.language.parse import load, parse

__all__ = ["load", "parse"]
