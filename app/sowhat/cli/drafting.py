"""The command that has slides drafted by a model of the user's own."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from sowhat import drafting
from sowhat.cli import page
from sowhat.drafting import Drafted, Request
from sowhat.errors import EndpointError, SowhatError, UsageError
from sowhat.model import Audit
from sowhat.settings import AuditOptions, Endpoint
from sowhat.texts import error_text, text

Tell = Callable[[str], None]
LONGEST = 3600.0  # seconds that a user can wait for an answer


def endpoint(given: argparse.Namespace) -> Endpoint:
    """Return the endpoint of a command: what is given, else what is set up in the window.

    Raises ``UsageError`` no-endpoint or endpoint-limit.
    """
    kept = drafting.kept()
    chosen = replace(
        kept.endpoint,
        address=given.endpoint or kept.endpoint.address,
        model=given.model or kept.endpoint.model,
        mask=kept.endpoint.mask if given.mask is None else given.mask,
        also=(*kept.endpoint.also, *given.mask_also),
        unencrypted=given.allow_http or kept.endpoint.unencrypted,
        proxy=given.system_proxy or kept.endpoint.proxy,
        seconds=kept.endpoint.seconds if given.seconds is None else given.seconds,
    )
    if not chosen.on:
        raise UsageError("no-endpoint")
    if not 1 <= chosen.seconds <= LONGEST:
        raise UsageError("endpoint-limit", detail=f"{chosen.seconds:g}")
    return replace(chosen, key=kept.key_for(chosen.address))


def requests(found: Audit, given: argparse.Namespace, chosen: Endpoint) -> list[Request]:
    """Return the requests for the slides that were asked for, for all that can be drafted.

    Raises ``UsageError`` no-such-slide or nothing-to-draft.
    """
    for number in given.slide:
        if not 1 <= number <= len(found.deck.slides):
            raise UsageError("no-such-slide", detail=str(number))
    numbers = given.slide or drafting.slides(found)
    return [drafting.request(found, number, chosen) for number in dict.fromkeys(numbers)]


def shown(asked: Sequence[Request], chosen: Endpoint) -> str:
    """Return the very bodies that would be sent, and whereto."""
    head = text("cli.draft-sends", url=drafting.url(chosen))
    return "".join(f"{head}\n{one.body.decode()}\n" for one in asked)


def consent(first: Request, chosen: Endpoint, tell: Tell) -> bool:
    """Show what is sent where the user has not seen it for this endpoint, and ask whether to.

    Raises ``UsageError`` not-shown where nobody is there to answer.
    """
    kept = drafting.kept()
    if kept.knows(chosen):
        return True
    if not sys.stdin.isatty():
        raise UsageError("not-shown", path=chosen.address)
    url = drafting.url(chosen)
    tell(text("cli.draft-first", url=url, slide=first.slide))
    tell(first.body.decode())
    sys.stderr.write(f"{text('cli.draft-question', url=url)} ")
    sys.stderr.flush()
    agreed = sys.stdin.readline().strip().casefold() in ("y", "yes")
    if agreed:
        drafting.keep(kept.shown(chosen))
    return agreed


def drafted(asked: Sequence[Request], found: Audit, chosen: Endpoint) -> Iterator[Drafted]:
    """Ask for one draft after another; where there is none, the offline one stays.

    What no other slide's request would change, such as a wrong key, is asked once.
    """
    lasting: EndpointError | None = None
    with page.progress() as told:
        for done, one in enumerate(asked):
            told("draft", done, len(asked))
            offline = next((item.draft for item in found.advice_for(one.slide)), None)
            kept = Drafted(one.slide, one.words, offline)
            if lasting is not None:
                yield replace(kept, problem=lasting)
                continue
            try:
                yield replace(kept, draft=drafting.ask(one, chosen, drafting.Call()))
            except EndpointError as error:
                lasting = error if error.reason in drafting.LASTING else None
                yield replace(kept, problem=error)


def why(one: Drafted) -> str:
    """Say that a slide keeps what it had, and why."""
    said = error_text(one.problem) if one.problem else ""
    key = "drafting.stays" if one.offline else "drafting.none"
    return text(key, slide=one.slide, why=said)


def as_text(found: Audit, done: Sequence[Drafted], *, color: bool) -> str:
    """Return the drafts as a page for a terminal, a machine's marked as such."""
    return page.render(Group(*_parts(found, done)), color=color)


def _parts(found: Audit, done: Sequence[Drafted]) -> Iterator[RenderableType]:
    for one in done:
        title = " ".join(found.deck.slides[one.slide - 1].title.split())
        yield Text()
        shown_as = title or text("cli.no-title")
        yield Text(text("cli.draft-heading", slide=one.slide, title=shown_as), style="bold")
        if one.draft is not None:
            label = text("report.labels.machine-draft", model=one.draft.model)
        else:
            yield Padding(Text(why(one)), (0, 0, 0, 2))
            label = text("cli.draft-offline")
        if lines := one.draft.text if one.draft else one.offline:
            yield Padding(Text(label, style=page.DIM), (0, 0, 0, 2))
            yield Padding(Text(lines), (0, 0, 0, 4))
    yield Text()


def audited(deck: Path, options: AuditOptions) -> Audit:
    """Audit the deck; its offline drafts are what stands where a model gives none."""
    from sowhat.engine import audit

    with page.progress() as told:
        return audit(deck, options, told)


def exit_code(done: Sequence[Drafted]) -> int:
    """Return 0, or the code for drafts that could not be used."""
    return max((_code(one.problem) for one in done), default=0)


def _code(problem: SowhatError | None) -> int:
    return problem.exit_code if problem else 0
