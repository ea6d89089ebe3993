"""The stance and the motifs of each slide, with the signs that decided."""

from sowhat.judge.features import NAMES, deck_features
from sowhat.judge.judging import judge

__all__ = ["NAMES", "deck_features", "judge"]
