"""Each slide: its picture with the marks, why, So what?, what to do, and its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sowhat import rules
from sowhat.export.html.element import Html, element
from sowhat.export.html.page import SHAPES, shape
from sowhat.export.html.pictures import Picture
from sowhat.export.html.summary import shape_of, slide_link
from sowhat.export.wording import (
    action_words,
    draft_label,
    headline,
    motif_names,
    resolution_words,
    stance_words,
)
from sowhat.marks import HIGHLIGHT, marks, spots, unmarked
from sowhat.model import Action, Advice, Audit, Box, Mark, Role, Sign, Slide
from sowhat.texts import text

BADGE = 24 / 640  # of the picture's width: a badge's size at a usual one


def slides(audit: Audit, pictures: Sequence[Picture]) -> Html:
    """Return all slides under the filter that chooses among them."""
    shown = [
        _slide(audit, slide, picture)
        for slide, picture in zip(audit.deck.slides, pictures, strict=True)
    ]
    return element(
        "section",
        element("h2", text("report.slides"), id="slides"),
        _filter(audit),
        shown,
        aria_labelledby="slides",
    )


def _filter(audit: Audit) -> Html:
    """Return the choice of a stance; the sheet alone follows it, the script counts."""
    verdicts = audit.verdicts
    counts = {name: sum(shape_of(v) == name for v in verdicts) for name in SHAPES}
    choices = [_choice("all", text("html.all", n=len(verdicts)), checked=True)]
    for name, count in counts.items():
        if count:
            choices.append(_choice(name, text(f"report.counts.{name}", n=count)))
    status = element(
        "p",
        text("html.shown", n=len(verdicts), of=len(verdicts)),
        role="status",
        id="shown",
        data_said=text("html.shown", n="#", of=len(verdicts)),
    )
    legend = element("legend", text("html.filter"))
    return element("fieldset", legend, choices, status, class_="filter")


def _choice(name: str, said: str, *, checked: bool = False) -> Html:
    key = f"show-{name}"
    box = element("input", type="radio", name="show", id=key, value=name, checked=checked)
    sign = shape(name) if name in SHAPES else None
    return element("span", box, element("label", sign, said, for_=key))


def _slide(audit: Audit, slide: Slide, picture: Picture) -> Html:
    verdict = audit.verdict(slide.number)
    found = marks(slide, verdict)
    key = f"slide-{slide.number}"
    label = "report.slide-of-hidden" if slide.hidden else "report.slide-of"
    names = motif_names(verdict)
    said = text("report.verdict", stance=stance_words(verdict), motifs=names)
    top = element(
        "header",
        shape(shape_of(verdict), "large"),
        element("p", text(label, slide=slide.number, slides=len(audit.deck.slides))),
        element("h3", headline(slide), id=f"{key}-title", dir="auto"),
        element("p", said if names else stance_words(verdict), class_="verdict"),
    )
    items = [
        _advice(item, resolution_words(audit, item)) for item in audit.advice_for(slide.number)
    ]
    advice = element("div", items, class_="advice") if items else None
    figure = element("div", _figure(slide, found, picture), advice, _words(slide))
    beside = element("div", _reasons(found, unmarked(verdict), key), class_="why")
    return element(
        "article",
        top,
        element("div", figure, beside, class_="board"),
        class_=f"slide {shape_of(verdict)}",
        id=key,
        aria_labelledby=f"{key}-title",
    )


def _figure(slide: Slide, found: Sequence[Mark], picture: Picture) -> Html:
    image = element(
        "img",
        src=picture.address,
        width=picture.width,
        height=picture.height,
        alt=text("html.picture", slide=slide.number, title=headline(slide)),
    )
    places = spots(found, BADGE, BADGE * picture.width / picture.height)
    drawn = [_mark(mark, spot) for mark, spot in zip(found, places, strict=True)]
    note = element("figcaption", text("gaps.render")) if picture.sketch else None
    return element("figure", element("div", image, drawn, class_="picture"), note)


def _mark(mark: Mark, spot: tuple[float, float]) -> Html:
    key = f"slide-{mark.slide}"
    boxes = mark.boxes if mark.shape == HIGHLIGHT else (mark.box,)
    drawn = [element("span", class_=f"box {mark.shape}", style=_place(box)) for box in boxes]
    drawn += [element("span", class_="box part", style=_place(box)) for box in mark.parts]
    x, y = spot
    number = element("span", str(mark.number), class_="badge", style=f"left:{x:.2%};top:{y:.2%}")
    return element(
        "a",
        drawn,
        number,
        href=f"#{key}-why-{mark.number}",
        id=f"{key}-mark-{mark.number}",
        class_=f"mark {mark.side}",
        aria_label=text("html.mark", n=mark.number, label=mark.label),
    )


def _place(box: Box) -> str:
    return f"left:{box.x0:.2%};top:{box.y0:.2%};width:{box.width:.2%};height:{box.height:.2%}"


def _reasons(found: Sequence[Mark], elsewhere: Sequence[Sign], key: str) -> Iterator[Html]:
    yield element("h4", text("report.reasons"))
    items = [_marked(mark, key) for mark in found]
    items += [_unmarked(sign) for sign in _once(elsewhere)]
    if items:
        yield element("ol", items, class_="reasons")
    else:
        yield element("p", text("report.no-reasons"))


def _marked(mark: Mark, key: str) -> Html:
    badge = element(
        "a",
        str(mark.number),
        href=f"#{key}-mark-{mark.number}",
        class_=f"badge {mark.side}",
        aria_label=text("html.to-mark", n=mark.number),
    )
    quote = mark.quote if mark.quote and mark.quote not in mark.why else None
    return element(
        "li",
        badge,
        _said(mark.label, mark.why, quote),
        id=f"{key}-why-{mark.number}",
        data_mark=f"{key}-mark-{mark.number}",
    )


def _once(signs: Sequence[Sign]) -> Iterator[Sign]:
    told: set[str] = set()
    for sign in signs:
        if sign.why not in told:
            told.add(sign.why)
            yield sign


def _unmarked(sign: Sign) -> Html:
    """Return a reason without a place of its own: in the notes, or the whole slide."""
    rule = rules.load().motifs.get(sign.motif) if sign.motif else None
    label = rule.name if rule else text(f"marks.{sign.side}")
    where = text(f"report.sources.{'whole' if sign.place.box else sign.place.source}")
    quote = sign.place.quote
    title = text("report.elsewhere", label=label, where=where)
    return element("li", _said(title, sign.why, quote if quote not in (None, sign.why) else None))


def _said(label: str, why: str, quote: str | None) -> Html:
    words = element("q", quote, dir="auto") if quote else None
    return element("div", element("strong", label), element("p", why, dir="auto"), words)


def _advice(item: Advice, resolved: str) -> Html:
    asked: list[Html] = []
    if item.so_what:
        label = element("span", text("report.labels.so-what"))
        first, *further = item.questions
        asked = [element("p", label, " ", first, class_="asked", dir="auto")]
        asked += [element("p", one, class_="asked", dir="auto") for one in further]
    do = None
    if item.why or item.action is not Action.KEEP:
        to = slide_link(item.to, text("html.go")) if item.to is not None else None
        do = element("p", element("strong", action_words(item)), " ", item.why, " ", to)
    draft = None
    if item.draft:
        label = element("p", draft_label(item), class_="label")
        lines = [element("p", line, dir="auto") for line in item.draft.splitlines()]
        draft = element("div", label, lines, class_="draft")
    marked = element("p", resolved, class_="resolved", dir="auto") if resolved else None
    return element("div", marked, asked, do, draft)


def _words(slide: Slide) -> Html | None:
    """Return the slide's own words, to be read aloud, searched and copied."""
    blocks = [block for block in slide.blocks if block.role is not Role.FOOTER]
    if not blocks:
        return None
    lines = [element("p", block.text, dir="auto") for block in blocks]
    return element(
        "details",
        element("summary", text("html.words")),
        element("div", lines, class_="told"),
        class_="words",
    )
