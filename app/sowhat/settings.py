"""What can be asked of an audit, in one frozen object."""

from __future__ import annotations

from dataclasses import dataclass

from sowhat.model import Decision, Purpose


@dataclass(frozen=True, slots=True)
class AuditOptions:
    """Options of one audit.

    Names given here are taken as they are: the first is shown, the others are aliases; empty means
    that the program looks for them. ``password`` opens an encrypted deck and is never stored.
    """

    vendor: tuple[str, ...] = ()
    customer: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    purpose: Purpose | None = None
    pictures: bool = True
    decisions: tuple[Decision, ...] = ()
    password: str | None = None
