"""The deck's numbers, what is found in it, and the sentence that says both."""

from sowhat.measure.count import measure, vendor_share
from sowhat.measure.decide import apply
from sowhat.measure.findings import CHECKS, findings
from sowhat.measure.wording import band_limits, formula, percent, sentence, spread

__all__ = [
    "CHECKS",
    "apply",
    "band_limits",
    "findings",
    "formula",
    "measure",
    "percent",
    "sentence",
    "spread",
    "vendor_share",
]
