"""The deck's numbers, what is found in it, and the sentence that says both."""

from sowhat.measure.case import enough
from sowhat.measure.count import has_number, measure, vendor_share
from sowhat.measure.decide import UNFIT, apply, lost
from sowhat.measure.findings import CHECKS, findings
from sowhat.measure.flow import flow, stretches
from sowhat.measure.kept import longest_kept
from sowhat.measure.plans import has_date
from sowhat.measure.proof import walls
from sowhat.measure.reading import headed, repeats, words_of
from sowhat.measure.trial import Outcome, Trial, order_of, outcome, proposed, today
from sowhat.measure.wording import band_limits, formula, sentence, spread
from sowhat.texts import percent

__all__ = [
    "CHECKS",
    "UNFIT",
    "Outcome",
    "Trial",
    "apply",
    "band_limits",
    "enough",
    "findings",
    "flow",
    "formula",
    "has_date",
    "has_number",
    "headed",
    "longest_kept",
    "lost",
    "measure",
    "order_of",
    "outcome",
    "percent",
    "proposed",
    "repeats",
    "sentence",
    "spread",
    "stretches",
    "today",
    "vendor_share",
    "walls",
    "words_of",
]
