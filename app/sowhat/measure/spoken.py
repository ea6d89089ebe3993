"""Findings on what is said: to whom a headline speaks, what is asked, what figures rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sowhat.measure.case import Case, Hit, place_of, visible
from sowhat.measure.figures import AMOUNT
from sowhat.model import Place, Role, Slide, Source, Stance, Verdict

_SENTENCE = re.compile(r"[^.?!\n\v]+[.?!]*")
_SHORT = 4  # words: a figure set big, with its label in the next block


def pseudo_customer(case: Case) -> Hit | None:
    """Find headlines that speak of the customer over slides that speak of the vendor."""
    names = (*case.rule.words["customer"], *case.profile.customer.names)
    exempt = case.motifs("exempt")
    found: list[Place] = []
    for verdict in case.sure:
        if verdict.stance is Stance.VENDOR and verdict.motif not in exempt:
            found += _first_in_title(case.slide(verdict.slide), _any_of(names))
    slides = tuple(place.slide for place in found)
    return Hit(slides, tuple(found)) if len(slides) >= case.limit("slides") else None


def pseudo_discovery(case: Case) -> Hit | None:
    """Find questions to the customer of which every one leads to the vendor's product."""
    words = case.rule.words
    own = (*words["own"], *case.profile.vendor.names, *case.profile.products)
    leads, speaks = _any_of((*words["leading"], *own)), _any_of(words["customer"])
    leading: list[Place] = []
    for place in _questions(case):
        quote = place.quote or ""
        if leads.search(quote):
            leading.append(place)
        elif speaks.search(quote):
            return None
    asked = [place for place in leading if speaks.search(place.quote or "")]
    slides = tuple(dict.fromkeys(place.slide for place in asked))
    return Hit(slides, tuple(asked), {"n": len(asked)}) if asked else None


def unsourced_number(case: Case) -> Hit | None:
    """Find a saving, a TCO or an ROI in figures, with no word on where it comes from."""
    own = case.motifs("own")
    found: list[Place] = []
    for verdict in case.shown:
        if verdict.motif not in own:
            found += _claims_without_basis(case, verdict)
    slides = tuple(dict.fromkeys(place.slide for place in found))
    return Hit(slides, tuple(found), {"n": len(found)}) if slides else None


def _claims_without_basis(case: Case, verdict: Verdict) -> Iterator[Place]:
    slide, words = case.slide(verdict.slide), case.rule.words
    basis = (*words["basis"], *case.profile.customer.names)
    whole = "\n".join(block.text for block in slide.blocks)
    if _any_of(basis).search(whole) or any(mark in whole for mark in words["marks"]):
        return
    claim = _any_of(words["claims"])
    blocks = list(visible(slide))
    for at, (index, block) in enumerate(blocks):
        said = claim.search(block.text)
        if not said:
            continue
        figure = AMOUNT.search(block.text)
        if figure:
            start, end = min(said.start(), figure.start()), max(said.end(), figure.end())
            yield place_of(slide, index, start, end)
        elif any(
            _big_figure(other.text) and not claim.search(other.text)
            for _, other in blocks[max(at - 1, 0) : at + 2]
        ):
            yield place_of(slide, index, said.start(), said.end())


def _big_figure(text: str) -> bool:
    return len(text.split()) <= _SHORT and AMOUNT.search(text) is not None


def _questions(case: Case) -> Iterator[Place]:
    skipped = case.motifs("skipped")
    for verdict in case.shown:
        if verdict.motif in skipped:
            continue
        slide = case.slide(verdict.slide)
        for index, block in visible(slide):
            for found in _SENTENCE.finditer(block.text):
                if found.group().endswith("?") and block.source is not Source.ALT:
                    start = found.end() - len(found.group().lstrip())
                    yield place_of(slide, index, start, found.end())


def _first_in_title(slide: Slide, words: re.Pattern[str]) -> list[Place]:
    for index, block in enumerate(slide.blocks):
        found = words.search(block.text) if block.role is Role.TITLE else None
        if found:
            return [place_of(slide, index, found.start(), found.end())]
    return []


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    choice = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{choice})(?!\w)", re.IGNORECASE)
