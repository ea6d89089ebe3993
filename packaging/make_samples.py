"""Make the sample decks: ``python packaging/make_samples.py [FOLDER]``.

Draws the vendor's mandatory deck and the customer's story of the made-up company Quayfold, each as
PowerPoint and as PDF, into FOLDER (``resources/samples``). The same program and libraries give the
same bytes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from samples import customer_story, to_pdf, to_pptx, vendor_pitch

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "samples"


def main() -> None:
    """Write the four files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for deck in (vendor_pitch.deck(), customer_story.deck()):
        to_pptx.write(deck, folder / f"{deck.name}.pptx")
        to_pdf.write(deck, folder / f"{deck.name}.pdf")
        print(f"{deck.name}: {len(deck.slides)} slides")


if __name__ == "__main__":
    main()
