"""What is said of one slide, in sentences: to be copied."""

from __future__ import annotations

from sowhat.export.wording import resolution_words
from sowhat.gui.reason import reasons
from sowhat.gui.words import action_name, slide_line, sureness
from sowhat.model import Audit


def said(audit: Audit, number: int) -> str:
    """Return the verdict on slide ``number``, why, and what to do, a sentence a line."""
    slide, verdict = audit.deck.slides[number - 1], audit.verdict(number)
    lines = [f"{slide_line(slide, verdict)} ({sureness(verdict)})"]
    lines += [f"{reason.number}. {reason.why}" for reason in reasons(slide, verdict)]
    for advice in audit.advice_for(number):
        lines += advice.questions
        lines.append(f"{action_name(advice.action)}. {advice.why}".strip())
        lines += filter(None, [resolution_words(audit, advice)])
        if advice.draft:
            lines.append(advice.draft)
    return "\n".join(lines)
