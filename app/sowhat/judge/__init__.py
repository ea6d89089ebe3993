"""The stance and the motifs of each slide, with the signs that decided."""

from sowhat.judge.features import NAMES, deck_features
from sowhat.judge.judging import judge, weigh
from sowhat.judge.model import load
from sowhat.judge.passages import Passage, passages

__all__ = ["NAMES", "Passage", "deck_features", "judge", "load", "passages", "weigh"]
