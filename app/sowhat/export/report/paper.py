"""Pages drawn for one paper onto another: as large as they fit, in its middle."""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import Array, Name, Page, Pdf


def fit(report: Pdf, size: tuple[float, float]) -> None:
    """Put every page of ``report`` on paper of ``size`` in points, with its annotations.

    Appearances are drawn into their annotation's rectangle and follow it by themselves.
    """
    for page in report.pages:
        _fit(page, size)


def _fit(page: Page, size: tuple[float, float]) -> None:
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    wide, tall = right - left, top - bottom
    scale = min(size[0] / wide, size[1] / tall)
    x = (size[0] - scale * wide) / 2 - scale * left
    y = (size[1] - scale * tall) / 2 - scale * bottom
    page.contents_add(f"q {scale:.6f} 0 0 {scale:.6f} {x:.4f} {y:.4f} cm\n".encode(), prepend=True)
    page.contents_add(b"\nQ")
    for box in (Name.MediaBox, Name.CropBox, Name.TrimBox, Name.BleedBox, Name.ArtBox):
        if box in page.obj:
            del page.obj[box]
    page.obj.MediaBox = Array([0, 0, *size])
    for annotation in page.obj.get("/Annots", Array()):
        for key in (Name.Rect, Name.QuadPoints):
            if key in annotation:
                annotation[key] = _moved([float(n) for n in annotation[key]], scale, x, y)


def _moved(points: Sequence[float], scale: float, x: float, y: float) -> Array:
    by = (x, y)
    return Array([round(scale * n + by[place % 2], 4) for place, n in enumerate(points)])
