"""Sentences, lemmas, parts of speech and subjects of a deck's words: the only door to spaCy."""

from sowhat.language.lines import parse_lines
from sowhat.language.names import names
from sowhat.language.parse import load, parse
from sowhat.language.vocabulary import is_function_word, is_word

__all__ = ["is_function_word", "is_word", "load", "names", "parse", "parse_lines"]
