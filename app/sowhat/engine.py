"""The stories: an audit (read, see, parse, find signs, judge, measure, advise), two compared, a
check of one deck for one customer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import sowhat
from sowhat import (
    advise,
    decisions,
    fonts,
    judge,
    language,
    measure,
    pictures,
    profile,
    signs,
)
from sowhat import check as readiness
from sowhat.compare import apart
from sowhat.compare import compare as compared
from sowhat.model import (
    Audit,
    Comparison,
    Customer,
    Decision,
    Deck,
    DeckKind,
    Gap,
    Meant,
    Profile,
    Readiness,
    Resolution,
    Sign,
    Verdict,
)
from sowhat.read import read_deck, read_folder
from sowhat.render import Renderer, libreoffice
from sowhat.rules import choose as choose_rules
from sowhat.rules import load as load_rules
from sowhat.settings import AuditOptions, CheckOptions
from sowhat.worker import Patience, Worker

Progress = Callable[[str, int, int], None]
Signs = tuple[tuple[Sign, ...], ...]
DEFAULTS = AuditOptions()
AS_IT_IS = CheckOptions()
UNREAD = "decisions-unread"
UNPARSED = ("not-english", "words-late")
A_DECK = 40.0  # seconds for reading a deck and looking at its pictures


def audit(
    path: Path | str,
    options: AuditOptions = DEFAULTS,
    progress: Progress | None = None,
    worker: Worker | None = None,
) -> Audit:
    """Audit the deck at ``path``.

    ``progress`` gets the stage (read, pictures, words, language, judge), what is done and of how
    much. ``worker`` stays the caller's, so that it can be cancelled and used for renderings;
    without one the deck is read in a worker of its own. Raises ``DeckError`` or ``CancelledError``,
    ``UsageError`` where the rules that are asked for cannot be taken.
    """

    def told(stage: str) -> Callable[[int, int], None]:
        return lambda done, total: progress(stage, done, total) if progress else None

    _choose_rules(options)
    with ExitStack() as stack:
        reader = worker or stack.enter_context(Worker())
        reader.start()
        told("language")(0, 0)
        language.load()  # while the worker starts
        judge.load().encoder.load()
        deck = read(Path(path), reader, options, progress)
    return judged(deck, options, progress=told("language"))


def compare(
    old: Path | str,
    new: Path | str,
    options: AuditOptions = DEFAULTS,
    progress: Progress | None = None,
    worker: Worker | None = None,
) -> Comparison:
    """Audit two versions of a deck and tell what changed.

    ``progress`` and ``worker`` are as in ``audit``; the worker serves the new deck. Where the user
    gives no names those of the old deck hold for the new one, too. The user's word
    on a slide of the old deck holds for the new one too, where the slide's words are still the
    same and nothing else was decided on it. Raises ``DeckError`` or ``CancelledError``.
    """
    before = audit(old, options, progress)
    after = renamed(before, audit(new, options, progress, worker), options)
    carried = _carried(before, after) if options.decisions is None else ()
    if carried:
        given = decisions.joined(after.deck, (*after.lost, *carried), after.decisions)
        marked = after.resolutions
        after = decided(after, replace(options, decisions=given, resolutions=marked))
    return compared(before, after)


def renamed(like: Audit, found: Audit, options: AuditOptions = DEFAULTS) -> Audit:
    """Return ``found``, judged with the names of another version of the deck: two versions are told
    apart only where they are judged alike. It stays as it is where it seems to be another deck.
    """
    wanted = profile.carried(like.profile, found.deck, found.profile)
    if wanted == found.profile or apart(like, found):
        return found
    kept = {
        side: party
        for side in ("vendor", "customer")
        if (party := getattr(wanted, side)) != getattr(found.profile, side)
    }
    given = {side: party.names for side, party in kept.items()}
    again = judged(found.deck, replace(options, **given))
    return replace(again, profile=replace(again.profile, **kept))


def check(
    path: Path | str,
    options: AuditOptions = DEFAULTS,
    asked: CheckOptions = AS_IT_IS,
    progress: Progress | None = None,
    worker: Worker | None = None,
) -> Readiness:
    """Audit the deck at ``path`` and tell whether it can go to its customer.

    The customer is ``options.customer``, else the one that the deck itself tells. ``progress`` and
    ``worker`` are as in ``audit``. Raises ``DeckError`` or ``CancelledError``; a deck of the
    folder ``asked.against`` that cannot be read is among the audit's gaps.
    """
    found = audit(path, options, progress, worker)
    return checked(found, options, asked, progress)


def checked(
    found: Audit,
    options: AuditOptions = DEFAULTS,
    asked: CheckOptions = AS_IT_IS,
    progress: Progress | None = None,
    worker: Worker | None = None,
) -> Readiness:
    """Tell whether a deck that was audited already can go to its customer (see ``check``).

    ``worker`` stays the caller's and reads the master, so that it can be cancelled.
    """
    others, gaps = _others(found, asked, progress)
    found = replace(found, deck=replace(found.deck, gaps=(*found.deck.gaps, *gaps)))
    plain = replace(options, decisions=None, password=None)
    master = audit(asked.master, plain, progress, worker) if asked.master else None
    return readiness.check(
        found,
        Customer(found.profile.customer, asked.facts),
        dt.datetime.now(dt.UTC).date(),
        others=others,
        comparison=compared(master, found) if master else None,
        meant=_meant(found, options, asked),
    )


def _meant(found: Audit, options: AuditOptions, asked: CheckOptions) -> tuple[Meant, ...]:
    """Return what the rep meant: as asked, else as it is kept where decisions are, too."""
    if asked.meant is not None or options.decisions is not None:
        return asked.meant or ()
    return decisions.sending(Path(found.deck.path)).meant


def _others(
    found: Audit, asked: CheckOptions, progress: Progress | None
) -> tuple[list[tuple[Deck, str]], tuple[Gap, ...]]:
    """Return the decks of the folder that was named, each with its customer's name."""
    if asked.against is None:
        return [], ()
    decks, gaps = read_folder(
        asked.against,
        read_deck,
        {found.deck.sha256},
        lambda done, total: progress("against", done, total) if progress else None,
    )
    options = AuditOptions(vendor=found.profile.vendor.names)
    named = ((deck, profile.find(deck, options).customer.name) for deck in decks)
    return [(deck, name or "") for deck, name in named], gaps


def _carried(before: Audit, after: Audit) -> tuple[Decision, ...]:
    """Return the decisions on the old deck that fit the new one by its words, not by numbers."""
    known = tuple(one for one in before.decisions if one.words)
    return decisions.fit(after.deck, known).standing


def read(
    path: Path, worker: Worker, options: AuditOptions = DEFAULTS, progress: Progress | None = None
) -> Deck:
    """Return the deck at ``path`` as an audit judges it: read, and its pictures seen.

    Raises ``DeckError`` or ``CancelledError``.
    """
    libreoffice.turn(worker, on=options.libreoffice)
    patience = Patience(A_DECK)
    deck = read_deck(
        path,
        worker,
        password=options.password,
        pictures=options.pictures,
        progress=lambda done, total: progress("read", done, total) if progress else None,
        patience=patience,
    )
    if options.pictures:
        deck = _seen(deck, worker, options, progress, patience)
    if deck.kind is DeckKind.PPTX:  # a PDF brings its own
        deck = replace(deck, gaps=(*deck.gaps, *fonts.gaps(deck.fonts)))
    return deck


def _seen(
    deck: Deck,
    worker: Worker,
    options: AuditOptions,
    progress: Progress | None,
    patience: Patience,
) -> Deck:
    """Return the deck with its pictures seen; slides are drawn for what is not a file."""
    renderer = Renderer(deck, worker, password=options.password, cache=0, patience=patience)

    def draw(number: int, width: int) -> bytes | None:
        rendering = renderer.slide(number, width)
        return None if rendering.sketch else rendering.png

    ask = pictures.Ask(deck, worker, draw, options.password, patience, patience)
    seen = pictures.see(ask, words=options.ocr, progress=progress)
    told = () if renderer.office_gap is None else (renderer.office_gap,)
    return replace(seen, gaps=(*seen.gaps, *told))


def judged(
    deck: Deck, options: AuditOptions, progress: Callable[[int, int], None] | None = None
) -> Audit:
    """Audit a deck that was read already, for example after the user changed names."""
    _choose_rules(options)
    parsed = language.parse(deck, progress)
    told = tuple(gap for gap in deck.gaps if gap.id not in UNPARSED)  # of a deck judged anew
    told += () if parsed.english else (Gap("not-english"),)
    told += (Gap("words-late", detail=f"{parsed.late:,}"),) if parsed.late else ()
    deck = replace(deck, gaps=told)
    found = profile.find(deck, options)
    signed = signs.find(deck, parsed, found)
    if options.without:
        signed = tuple(tuple(s for s in one if s.motif not in options.without) for one in signed)
    guesses = judge.judge(deck, found, signed, options.threshold, options.without)
    return _told(deck, found, signed, guesses, options)


def decided(audit: Audit, options: AuditOptions) -> Audit:
    """Return ``audit`` with the decisions of now; nothing is read or judged anew."""
    _choose_rules(options)
    return _told(audit.deck, audit.profile, audit.signs, audit.guesses, options)


def _choose_rules(options: AuditOptions) -> None:
    """Put the rules in force that are asked for; raises ``UsageError`` no-rules or rules."""
    choose_rules(options.rules, signs.sound)


def _told(
    deck: Deck, found: Profile, signed: Signs, guesses: tuple[Verdict, ...], options: AuditOptions
) -> Audit:
    """Lay the decisions over the guesses, and count, find and advise."""
    deck, fitted, marked = _word(deck, options)
    verdicts = measure.apply(guesses, fitted.standing)
    measures = measure.measure(deck, verdicts, signed)
    without = options.without
    findings = measure.findings(deck, found, verdicts, measures, signed, without)
    rules = load_rules()
    cuts = advise.cuts(deck, found, verdicts, rules)
    order = advise.propose(deck, found, verdicts, rules, cuts)
    marked = decisions.standing(deck, order, marked)
    cuts = advise.weighed(deck, verdicts, cuts)
    advice = advise.advise(deck, found, verdicts, rules, order, cuts)
    advice = advise.drafted(deck, verdicts, advice, options.drafts)
    missing = advise.missing(deck, found, verdicts, findings, order, rules, without)
    return Audit(
        deck=deck,
        profile=found,
        verdicts=verdicts,
        measures=measures,
        findings=findings,
        advice=advice,
        sentence=measure.sentence(measures, found),
        version=sowhat.__version__,
        decisions=fitted.standing,
        lost=fitted.lost,
        guesses=guesses,
        signs=signed,
        order=order,
        missing=missing,
        cuts=cuts,
        top=advise.fixes(deck, verdicts, advice, order, missing, cuts, marked),
        resolutions=marked,
    )


def _word(deck: Deck, options: AuditOptions) -> tuple[Deck, decisions.Fit, tuple[Resolution, ...]]:
    """Return the decisions that fit the deck, the deck with what is told of the others, and all
    resolutions there are."""
    old = {*measure.UNFIT, UNREAD}
    given, marked = options.decisions, options.resolutions
    gaps = [gap for gap in deck.gaps if gap.id not in old]
    if given is None:
        kept = decisions.kept(Path(deck.path))
        given, marked = kept.decisions, kept.resolutions
        if kept.damaged is not None:
            gaps.append(Gap("decisions-damaged", detail=str(kept.damaged)))
        if kept.unread is not None:
            gaps.append(Gap(UNREAD, detail=str(kept.unread)))
    fitted = decisions.fit(deck, given)
    told = replace(deck, gaps=(*gaps, *measure.lost(fitted.lost)))
    return told, fitted, marked
