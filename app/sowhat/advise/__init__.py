"""What to do with each slide and with the whole deck, and what that would change."""

from sowhat.advise.cuts import cuts, weighed
from sowhat.advise.drafted import draftable, drafted
from sowhat.advise.gains import longer
from sowhat.advise.missing import missing
from sowhat.advise.order import propose
from sowhat.advise.ranking import fixes
from sowhat.advise.slides import advise

__all__ = [
    "advise",
    "cuts",
    "draftable",
    "drafted",
    "fixes",
    "longer",
    "missing",
    "propose",
    "weighed",
]
