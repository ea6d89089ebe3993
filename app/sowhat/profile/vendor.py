"""The vendor's name, from the evidence that a deck carries: each witness names and weighs."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache

from sowhat.model import Deck, Origin, Party, Role, Source
from sowhat.profile.names import NAME, clean, headlines, is_name, key, texts, words

LEAST = 4.0  # evidence below which no vendor is named
MOST_ALIASES = 6
Witness = tuple[str, float]

_COPYRIGHT = re.compile(
    r"(?:©|(?i:\(c\)|copyright))\s*(?:©|\([cC]\))?\s*(?:\d{4}\s*(?:[-–]\s*\d{4})?)?[,.]?\s*(?:by )?"
    rf"({NAME})"
)
_DOMAIN = re.compile(r"(?:@|https?://(?:www\.)?|www\.)([a-z0-9-]+(?:\.[a-z0-9-]+)+)", re.IGNORECASE)
_LOGO = re.compile(rf"^({NAME})\s+logo\b|\blogo (?:of|for) ({NAME})")
_AT = re.compile(rf"\b(?:[Ww]e at|At) ({NAME}),? ")
_BY = re.compile(rf"\b(?:[Pp]resented by|[Bb]y|[Pp]owered by|[Ff]rom) ({NAME})")


def find(deck: Deck) -> Party:
    """Return the vendor with its other spellings, unknown where the evidence is thin."""
    scores: dict[str, float] = defaultdict(float)
    spellings: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for witness in _WITNESSES:
        for name, weight in witness(deck):
            cleaned = clean(name)
            if is_name(cleaned):
                scores[key(cleaned)] += weight
                spellings[key(cleaned)][cleaned] += weight
    _domains(deck, scores, spellings)
    whole = _by_slide(deck)
    for found in scores:
        scores[found] += _spread(whole, list(spellings[found]))
    _join(scores, spellings)
    if not scores:
        return Party()
    best = max(scores, key=lambda item: scores[item])
    if scores[best] < LEAST:
        return Party()
    ordered = sorted(spellings[best], key=lambda name: -spellings[best][name])
    return Party(ordered[0], tuple(ordered[1 : 1 + MOST_ALIASES]), Origin.FOUND)


def _copyright(deck: Deck) -> Iterator[Witness]:
    for name in {m for _, b in texts(deck) for m in _COPYRIGHT.findall(b.text)}:
        if name.lower() != "all rights reserved":
            yield re.split(r"\b[Aa]ll [Rr]ights", name)[0], 4.0


def _footers(deck: Deck) -> Iterator[Witness]:
    seen: dict[str, set[int]] = defaultdict(set)
    for number, block in texts(deck):
        if block.role is Role.FOOTER or block.source is Source.LAYOUT:
            for part in re.split(r"[|•·–—]|\s-\s|©|\bConfidential\b", block.text):
                if match := re.fullmatch(NAME, part.strip(" .,:;")):
                    seen[match.group()].add(number)
    for name, slides in seen.items():
        yield name, 3.0 * len(slides) / len(deck.slides)


def _title_slide(deck: Deck) -> Iterator[Witness]:
    if not deck.slides:
        return
    first = deck.slides[0]
    for block in first.blocks:
        text = " ".join(block.text.split())
        for part in re.split(r"[|•:–—]|\s-\s", text):
            if re.fullmatch(NAME, part.strip()) and len(part.split()) <= 4:
                yield part, 2.0 if block.role is Role.TITLE else 1.0
        for name in _BY.findall(text):
            yield name, 2.0


@cache
def _headline_patterns() -> tuple[re.Pattern[str], ...]:
    patterns = []
    for phrase in words().vendor_headlines:
        before, _, after = phrase.partition("{name}")
        start, end = (_loose(before), _loose(after))
        patterns.append(re.compile(rf"^{start}({NAME}){end}\b.{{0,30}}$"))
    return tuple(patterns)


def _loose(phrase: str) -> str:
    """Return the phrase as a pattern that ignores case, while the name's own case counts."""
    return re.escape(phrase).replace(r"\ ", " ") if not phrase else f"(?i:{re.escape(phrase)})"


def _headlines(deck: Deck) -> Iterator[Witness]:
    for _, title in headlines(deck):
        for pattern in _headline_patterns():
            if match := pattern.match(title.rstrip(" ?!.:")):
                yield match.group(1), 1.5
                break


@cache
def _sentence_pattern() -> re.Pattern[str]:
    verbs = "|".join(re.escape(verb) for verb in words().vendor_verbs)
    return re.compile(rf"(?:^|[.:!?]\s+)({NAME}) (?:{verbs})\b")


def _sentences(deck: Deck) -> Iterator[Witness]:
    for _, block in texts(deck):
        for name in _sentence_pattern().findall(block.text):
            yield name, 0.8
        for name in _AT.findall(block.text):
            yield name, 2.0


def _properties(deck: Deck) -> Iterator[Witness]:
    yield deck.properties.company, 2.5
    for part in re.split(r"[|•:–—]|\s-\s", deck.properties.title):
        if re.fullmatch(NAME, part.strip()):
            yield part, 1.0


def _logos(deck: Deck) -> Iterator[Witness]:
    alts = {p.alt for s in deck.slides for p in s.pictures if p.source is Source.LAYOUT and p.alt}
    for alt in alts:
        if match := _LOGO.search(alt):
            yield match.group(1) or match.group(2), 3.0


_WITNESSES: tuple[Callable[[Deck], Iterator[Witness]], ...] = (
    _copyright,
    _footers,
    _title_slide,
    _headlines,
    _sentences,
    _properties,
    _logos,
)


def _domains(deck: Deck, scores: dict[str, float], spellings: dict[str, dict[str, float]]) -> None:
    """Weigh in mail and web domains: for a name already seen, else for the domain's own word."""
    labels: dict[str, set[int]] = defaultdict(set)
    for number, block in texts(deck):
        links = (run.link for run in block.runs if run.link)
        for text in (block.text, *links):
            for domain in _DOMAIN.findall(text):
                parts = domain.lower().rstrip(".").split(".")
                label = parts[-3] if len(parts) > 2 and len(parts[-2]) <= 3 else parts[-2]
                if label not in words().common_domains:
                    labels[label.replace("-", "")].add(number)
    last = len(deck.slides)
    for label, slides in labels.items():
        weight = min(1.0 + 0.5 * len(slides), 2.5) + (1.0 if slides & {1, last, last - 1} else 0.0)
        for name in [n for n in scores if label == n or (len(n) > 3 and label.startswith(n))]:
            scores[name] += weight
        if label not in scores and len(label) > 2:
            scores[label] = weight
            spellings[label][_as_written(deck, label)] += 0.1


def _as_written(deck: Deck, label: str) -> str:
    """Return the domain's word as the deck writes it, else with a capital."""
    pattern = re.compile(rf"(?<![\w@./]){re.escape(label)}(?![\w.@])", re.IGNORECASE)
    for _, block in texts(deck):
        if match := pattern.search(block.text):
            return match.group()
    return label.capitalize()


def _by_slide(deck: Deck) -> list[str]:
    """Return all words of each slide in one text."""
    joined: dict[int, list[str]] = defaultdict(list)
    for number, block in texts(deck):
        joined[number].append(block.text)
    return ["\n".join(parts) for parts in joined.values()]


def _spread(slides: list[str], names: list[str]) -> float:
    """Weigh on how many slides the name stands; a word also written small is an ordinary one."""
    words_of = [re.compile(rf"(?<!\w){re.escape(name)}(?!\w)") for name in names]
    named = sum(
        any(name in text and word.search(text) for name, word in zip(names, words_of, strict=True))
        for text in slides
    )
    small = [name.lower() for name in names if not name.islower()]
    ordinary = sum(
        len(re.findall(rf"(?<![\w@./-]){re.escape(name)}(?![\w@.-])", text))
        for name in small
        for text in slides
        if name in text
    )
    return -3.0 if ordinary > named else 1.2 * math.log2(1 + named)


def _join(scores: dict[str, float], spellings: dict[str, dict[str, float]]) -> None:
    """Count longer forms of a name (Acme Systems) for the shorter one (Acme) that leads them."""
    for short in sorted(scores, key=len):
        for long in [n for n in scores if n != short and n.startswith(short) and len(short) >= 3]:
            starts = any(
                spelled.lower().startswith(lead.lower() + " ")
                for spelled in spellings[long]
                for lead in spellings[short]
            )
            if starts and scores[short] >= 0.5 * scores[long]:
                scores[short] += 0.5 * scores[long]
                for spelled in spellings[long]:
                    spellings[short][spelled] += 0.01
