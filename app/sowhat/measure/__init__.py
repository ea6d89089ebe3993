"""The deck's numbers, what is found in it, and the sentence that says both."""

from sowhat.measure.count import measure, vendor_share
from sowhat.measure.decide import UNFIT, apply, lost
from sowhat.measure.findings import CHECKS, findings
from sowhat.measure.wording import band_limits, formula, percent, sentence, spread

__all__ = [
    "CHECKS",
    "UNFIT",
    "apply",
    "band_limits",
    "findings",
    "formula",
    "lost",
    "measure",
    "percent",
    "sentence",
    "spread",
    "vendor_share",
]
