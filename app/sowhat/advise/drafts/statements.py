"""The statements of a slide: its lines, cleaned of what only slides have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sowhat.advise.drafts.casing import headline
from sowhat.advise.drafts.forms import capital
from sowhat.advise.drafts.parts import Ground
from sowhat.model import Block, Motif, Role, Side, Sign, Slide, Source
from sowhat.rules.drafts import load_drafts

FEWEST = 3  # words of a statement: less is a label

_BREAK = re.compile(r"[\n\v]+(?![a-z])|(?<=[.!?])[”\"]?\s+(?=[A-Z“\"])|\s*[•●▪◦]\s*")
_EDGE = re.compile(r"^(?:[^\w“\"$€£#(.]|\d+(?:\.\d*)+\s|\d+\)\s|\.\s)+|[^\w%”\")+.!?…]+$")
_ASIDE = re.compile(r"(?:^|\s+)\((?!Pty\))[^()]*\)")
# What an aside or the words after a dash hold where a claim is not true without them.
_BOUND = re.compile(
    r"\b(?:minimum|maximum|at least|at most|up to|only|if|when|unless|except|excluding|without"
    r"|subject|optional|never|not|no|years?|months?)\b|\d",
    re.IGNORECASE,
)
_TIED = ("with", "in", "for", "on", "from", "under", "by", "as")
_UNWORDED = re.compile(
    r"//|www\.|\S@\S|[{}\[\]<>=_\\]|\.(?:com|org|io|json|py|js|sql|ya?ml|xml|toml|md|txt)\b|\w\.\w+\("
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_LIST = re.compile(r"\s+[·|]\s+")
_NAMED = 8  # words of a line beyond which "&" between capitals is a name's
_MANY = 2  # items beyond which a row of them is a list
_TOLD = 2  # words on the vendor's own business that a slide on what it sells may have
_SPEECH = 9  # words beyond which a quotation is what somebody said
_CALLED = 4  # words up to which quotation marks hold a name
_QUOTES = ("“", '"')
_CLOSED = re.compile(r"[”\"][\s.,]*(?:[–—-].*)?$")
_LABEL = re.compile(r"^([^:]{2,40}):\s+(?=\S)")
_MISSION = re.compile(r"^(?:our )?(?:mission|vision|purpose)(?: statement)?:\s+", re.IGNORECASE)
_HEAD = re.compile(r"^([^:–—]{2,30}?)(?::|\s[–—-])\s")
_DASH = re.compile(r"\s+[–—-]{1,2}\s+|\s*—\s*")
_URGED = re.compile(r"\s+(?:NOW|TODAY)(?=[.!]*$)")
_LEADING = re.compile(
    r"^(?:therefore|additionally|furthermore|moreover|for (?:example|instance)|in addition|finally"
    r"|interestingly|importantly|as a result|also|in fact|however),\s+",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y|me)\b|[”\"]\s*[—–-]\s*\w")
_THEREFORE = re.compile(r";\s+(?:they|it|this|these)\b.*$")  # tells the same once more
_BACK = re.compile(r"^(?:By|With|For|Through|In|From)\s[^,]*\b(?:these|this|such|those)\b[^,]*,\s+")
_UNFILLED = re.compile(r"\b(?:placeholder|tb[acd]|todo|lorem)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\s*[-–:]")
_JOINED = re.compile(r"(\S+) & (?=(\S+))")
_TERM = re.compile(r"\([A-Z]{2,}s?\) [A-Z]")  # a name, with its initials within
_AS_IS = re.compile(r"\((?:on-prem\w*|existing|current|legacy|as-is|today)\)", re.IGNORECASE)
_GAIN = re.compile(r"^(?!including|not |no ).*\b(?:you|your|clients|customers)\b", re.IGNORECASE)
_TOLD_ANEW = re.compile(r"[A-Z][a-z]*\b.*\b(?:we|you)\b")  # a sentence of its own after a dash
_DOES = re.compile(r"[^\W\d_]+ing\b", re.IGNORECASE)
_ADDED = re.compile(r"(?:with|not|and|or|but|for|in|at|on|by|from)\b", re.IGNORECASE)
_PARTS = (Role.TITLE, Role.SUBTITLE, Role.BODY)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a line says: as it stands in block ``block``, and what of it could be turned round, the
    likeliest first. ``quoted`` says whether it belongs to somebody's words in quotation marks."""

    said: str
    block: int
    ways: tuple[str, ...]
    quoted: bool = False

    @classmethod
    def of(cls, said: str, block: int = 0, *, quoted: bool = False) -> Statement:
        """Return what a line says."""
        return cls(said, block, ways(said), quoted or (_opens(said) and _told_by_us(said)))

    @property
    def loses(self) -> bool:
        """Whether a part that is turned round leaves some of the line out."""
        return bool(self._after) or self.bound

    @property
    def bound(self) -> bool:
        """Whether what a part would leave out is a condition, without which it claims too much."""
        tied = (words for words in self._after if words.split(maxsplit=1)[0] in _TIED)
        return any(tied) or any(map(_bound, _ASIDE.findall(self.said)))

    @property
    def _after(self) -> list[str]:
        """What stands behind the line's dashes."""
        return _DASH.split(_cleaned(self.said))[1:]

    @property
    def whole(self) -> str:
        """The line without its label, bullets and marks at its edges; empty for what is told by
        its label to be no claim."""
        line = _aimed(_bare(_ASIDE.sub(_unbound, self.said)))
        if _open(self.said) or _YEAR.match(self.said) or _heads(line) or " - " in line:
            return ""
        if line[:1] != self.said[:1] and self.said[:1].islower():
            return ""  # the end of what another line begins
        return _LABEL.sub("", line)

    def holds(self, signs: Iterable[Sign]) -> bool:
        """Say whether one of these signs speaks of the vendor in this statement."""
        return any(self._holds(sign) for sign in signs)

    def _holds(self, sign: Sign) -> bool:
        place = sign.place
        quote = " ".join((place.quote or "").split())
        ours = sign.side is Side.VENDOR and sign.weight > 0
        return ours and place.block == self.block and quote in self.said


def statements(slide: Slide) -> Iterator[Statement]:
    """Yield the statements of a slide in reading order.

    Tables, charts, footers and words read from pictures are left out.
    """
    for number, block in enumerate(slide.blocks):
        if block.role in _PARTS and block.source is Source.SLIDE:
            yield from _of_block(block, number)


def _of_block(block: Block, number: int) -> Iterator[Statement]:
    quoted, told = False, _told_by_us(block.text)
    for line in _BREAK.split(block.text):
        said = " ".join(line.split())
        quoted = told and (quoted or _opens(said))
        if is_statement(said):
            yield Statement.of(said, number, quoted=quoted)
        quoted = quoted and not _CLOSED.search(said)


def _told_by_us(words: str) -> bool:
    """Say whether somebody speaks, of themselves or at length: what is quoted may be a program's
    words too."""
    long = len(words.split()) > _SPEECH and not any(map(str.isdigit, words))
    return long or bool(_FIRST_PERSON.search(words))


def _opens(line: str) -> bool:
    """Say whether a line begins with what somebody says, and not with a word in quotation marks."""
    if line[:1] not in _QUOTES:
        return False
    within = re.split('[”"]', line[1:])[0]
    return len(within.split()) > _CALLED


def is_statement(line: str) -> bool:
    """Say whether a line has words enough, and no address and no program text."""
    words = _WORD.findall(line)
    plain = sum(word.isascii() for word in words)
    return (
        len(words) >= FEWEST
        and plain >= 0.9 * len(words)
        and not _UNWORDED.search(line)
        and line[:1] != "…"
    )


def ways(said: str) -> tuple[str, ...]:
    """Return the parts of a line that could be turned round, the likeliest first."""
    line = _aimed(_cleaned(said))
    label = _LABEL.match(line)
    if _open(said) or _YEAR.match(said) or _heads(line) or line.count(": ") > 1:
        return ()
    if said.startswith("*"):
        return ()  # a footnote
    rest = line[label.end() :] if label else line
    parts = _DASH.split(rest)
    if len(parts) > _MANY or _AS_IS.search(said) or (headline(said) and _TERM.search(said)):
        return ()
    first = parts[0] if len(_WORD.findall(parts[0])) >= FEWEST else parts[-1]
    if first is not parts[0] and (_ADDED.match(first) or _DOES.match(first)):
        return ()  # "Acme – transforming trade": who does it is the vendor
    told = [_cleaned(part) for part in parts[1:] if part is not first and _TOLD_ANEW.match(part)]
    if first is parts[0] and _GAIN.search(" ".join(parts[1:])):
        return tuple(told)  # what the customer gains stays with what brings it
    named = label.group(1) if label and rest[:1] not in _QUOTES else ""
    if set(named.casefold().split()) & load_drafts().words["brands"]:
        named = ""
    cleaned = dict.fromkeys((_cleaned(first), *told, _cleaned(named)))
    return tuple(part for part in cleaned if len(_WORD.findall(part)) >= FEWEST)


def _aimed(line: str) -> str:
    """Return what a mission is told to be ("Mission: bring back trust") as a sentence."""
    found = _MISSION.match(line)
    rest = line[found.end() :] if found else ""
    verb = rest.partition(" ")[0].casefold()
    known = any(verb in group for group in load_drafts().verbs.values())
    return f"We aim to {rest[:1].lower()}{rest[1:]}" if known else line


def _open(said: str) -> bool:
    """Say whether a line asks something, or breaks off before what it tells."""
    return "?" in said or said.endswith(":") or bool(_UNFILLED.search(said))


def _heads(line: str) -> bool:
    """Say whether a line is told by its label to be something else than a claim."""
    head = _HEAD.match(line)
    if head is None:
        return False
    words = re.findall(r"[^\W\d_]+", head.group(1).casefold())
    last = words[-1] if words else ""
    marked = any(mark in head.group(1) for mark in "®™")  # what follows is that product's
    return last.removesuffix("s") in load_drafts().nouns["labels"] or last == "disclaimer" or marked


def _cleaned(line: str) -> str:
    told = len(line.split()) > _NAMED and not headline(line)
    line = _JOINED.sub(_and, line) if told else line.replace(" & ", " and ")
    line = _URGED.sub("", _ASIDE.sub("", line))
    items = [item for item in _LIST.split(line) if item.strip()]
    line = ", ".join(items[:-1]) + " and " + items[-1] if len(items) > _MANY else line
    line = re.sub(r"\s\+\s", " and ", line)
    return _bare(line)


def _unbound(aside: re.Match[str]) -> str:
    """Return an aside that holds a condition, and nothing for any other one."""
    return aside.group() if _bound(aside.group()) else ""


def _bound(aside: str) -> bool:
    """Say whether an aside holds a condition: not "(3)"."""
    return _BOUND.search(aside) is not None and any(map(str.isalpha, aside))


def _and(found: re.Match[str]) -> str:
    """Return "and" for "&", unless it stands within a name: "Bolt & Nut Works"."""
    before, after = found.groups()
    return found.group() if before[:1].isupper() and after[:1].isupper() else f"{before} and "


def _bare(line: str) -> str:
    bare = _EDGE.sub("", " ".join(line.split())).rstrip(".!…")
    bare = _BACK.sub("", _THEREFORE.sub("", bare))
    return capital(_LEADING.sub("", bare))


def ground(slide: Slide, motif: Motif) -> Ground:
    """Return what a slide's lines stand on, by its motif and its words."""
    rules = load_drafts()
    own = rules.words["own_business"]
    words = {
        word.strip(".,;:()").casefold() for block in slide.blocks for word in block.text.split()
    }
    if motif in rules.sparing or len(words & own) > _TOLD:
        return Ground.OWN
    return Ground.STEPS if motif is Motif.METHOD else Ground.OFFER
