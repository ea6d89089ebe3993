"""Told decks as PowerPoint files, in the look of their vendor."""

from __future__ import annotations

import copy
import io
from pathlib import Path
from typing import Any

import pptx
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from tests.check.made import graphics, parts
from tests.check.made.cast import SPLIT
from tests.check.made.ink import said
from tests.check.made.marks import mark, scene
from tests.check.made.story import Page, Told

FLAT = 0.75  # from the template's 4:3 to 16:9
CONTENT = (0.6, 1.35, 8.8, 3.5)  # inches: left, top, width, height


def write(told: Told, folder: Path) -> Path:
    """Write the deck into ``folder`` under its own name; return where it is."""
    deck = _template(told)
    for page in told.pages:
        _slide(deck, page, told)
    properties = told.properties
    about = deck.core_properties
    about.title, about.subject = properties["title"], properties["subject"]
    about.author = about.last_modified_by = properties["author"]
    parts.custom(deck, {"Account": properties["custom"]})
    path = folder / f"{told.file}.pptx"
    deck.save(str(path))
    return path


def _template(told: Told) -> Any:
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Inches(10), Inches(5.625)
    master = deck.slide_master
    for holder in (master, *deck.slide_layouts):
        for shape in holder.shapes:
            if shape._element.spPr.find(qn("a:xfrm")) is not None:
                shape.top, shape.height = (Emu(round(v * FLAT)) for v in (shape.top, shape.height))
    bar = graphics.bar(told.colour)
    master.shapes._spTree.insert(2, bar)
    for layout in deck.slide_layouts:
        if layout.name in ("Title and Content", "Title Only"):
            parts.label(
                layout.shapes._spTree, told.layout.replace(SPLIT, ""), (6.2, 5.3, 3.6, 0.25)
            )
    _mark(master, told.vendor)
    return deck


def _mark(master: Any, vendor: str) -> None:
    """Put the vendor's mark on the master, so that it stands on every slide."""
    _, relation = master.part.get_or_add_image_part(io.BytesIO(mark(vendor)))
    master.shapes._spTree.append(parts.picture(relation, f"{vendor} logo", (8.5, 0.1, 1.2, 0.37)))


def _slide(deck: Any, page: Page, told: Told) -> None:
    drawn = bool(page.table or page.group or page.steps or page.chart or page.logos)
    layout = 0 if page.kind == "cover" else 5 if drawn else 1
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    color = told.colour
    title = slide.shapes.title.text_frame
    said(title.paragraphs[0], page.title, 34 if layout == 0 else 26, color)
    _lines(slide, page, layout)
    left, top, wide, high = CONTENT
    frame = (left, top + 1.25, wide, high - 1.4) if page.lines and drawn else CONTENT
    graphics.draw(slide, page, frame, color)
    _pictures(slide, page, layout)
    _extras(slide, page, told)
    if page.kind == "hidden":
        slide._element.set("show", "0")


def _lines(slide: Any, page: Page, layout: int) -> None:
    if not page.lines:
        return
    if layout == 5:
        left, top, wide, _ = CONTENT
        frame = slide.shapes.add_textbox(*map(Inches, (left, top, wide, 1.1))).text_frame
        frame.word_wrap = True
    else:
        frame = slide.placeholders[1].text_frame
    for at, line in enumerate(page.lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        said(paragraph, line, 16 if layout == 5 else 18)


def _pictures(slide: Any, page: Page, layout: int) -> None:
    if page.logo:
        picture = io.BytesIO(mark(page.logo.replace(SPLIT, "")))
        made = slide.shapes.add_picture(picture, *map(Inches, (0.5, 0.35, 1.8, 0.55)))
        made._element.nvPicPr.cNvPr.set("descr", page.alt.replace(SPLIT, ""))
    elif page.alt:
        picture = io.BytesIO(scene(page.title))
        place = (7.4, 3.6, 2.1, 1.3) if layout == 1 else (7.9, 1.35, 1.5, 0.95)
        made = slide.shapes.add_picture(picture, *map(Inches, place))
        made._element.nvPicPr.cNvPr.set("descr", page.alt.replace(SPLIT, ""))


def _extras(slide: Any, page: Page, told: Told) -> None:
    if page.notes:
        slide.notes_slide.notes_text_frame.text = page.notes.replace(SPLIT, "")
    if page.comment:
        parts.comment(slide, page.comment.replace(SPLIT, ""), told.properties["author"])
    if page.link[1]:
        box = slide.shapes.add_textbox(Inches(0.6), Inches(4.85), Inches(3), Inches(0.3))
        run = box.text_frame.paragraphs[0].add_run()
        run.text, run.font.size = page.link[0], Pt(12)
        run.hyperlink.address = page.link[1]
    if page.off:
        box = slide.shapes.add_textbox(Inches(-3.4), Inches(1), Inches(3), Inches(0.8))
        box.text_frame.word_wrap = True
        said(box.text_frame.paragraphs[0], page.off, 14)
    _footer(slide, page.footer)


def _footer(slide: Any, words: str) -> None:
    holders = slide.slide_layout.placeholders
    kind = "{*}nvSpPr/{*}nvPr/{*}ph"
    found = next(h._element for h in holders if h._element.find(kind).get("type") == "ftr")
    made = copy.deepcopy(found)
    slide.shapes._spTree.append(made)
    made.find(f"{qn('p:nvSpPr')}/{qn('p:cNvPr')}").set("id", "900")
    shape = next(s for s in slide.placeholders if s._element is made)
    frame = shape.text_frame
    for run in list(frame.paragraphs[0].runs):
        run._r.getparent().remove(run._r)
    said(frame.paragraphs[0], words, 10, "6B7480")
