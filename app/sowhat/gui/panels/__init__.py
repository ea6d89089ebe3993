"""The panels: each shows one part of the session and knows no other panel."""

from sowhat.gui.panels.canvas import SlideView
from sowhat.gui.panels.decision import DecisionPanel
from sowhat.gui.panels.filmstrip import Filmstrip
from sowhat.gui.panels.findings import FindingsPanel
from sowhat.gui.panels.reasons import ReasonsPanel
from sowhat.gui.panels.sieve import SieveBar
from sowhat.gui.panels.slide_bar import SlideBar
from sowhat.gui.panels.summary import Summary

__all__ = [
    "DecisionPanel",
    "Filmstrip",
    "FindingsPanel",
    "ReasonsPanel",
    "SieveBar",
    "SlideBar",
    "SlideView",
    "Summary",
]
