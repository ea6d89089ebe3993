"""The deck's numbers, what is found in it, and the sentence that says both."""

from sowhat.measure.count import has_number, measure, vendor_share
from sowhat.measure.decide import UNFIT, apply, lost
from sowhat.measure.findings import CHECKS, findings
from sowhat.measure.flow import flow
from sowhat.measure.kept import longest_kept
from sowhat.measure.plans import has_date
from sowhat.measure.reading import repeats, words_of
from sowhat.measure.trial import Outcome, Trial, order_of, outcome, proposed, today
from sowhat.measure.wording import band_limits, formula, percent, sentence, spread

__all__ = [
    "CHECKS",
    "UNFIT",
    "Outcome",
    "Trial",
    "apply",
    "band_limits",
    "findings",
    "flow",
    "formula",
    "has_date",
    "has_number",
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
    "today",
    "vendor_share",
    "words_of",
]
