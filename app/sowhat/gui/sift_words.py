"""What is looked for among the slides, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from sowhat.gui.paint import Sight
from sowhat.gui.reason import motif_name
from sowhat.gui.sifting import Sift, Sorting, Wanted
from sowhat.gui.words import action_name, sight_name, status_name
from sowhat.model import Action, Motif, Status


def tr(label: str) -> str:
    """Return ``label`` in the user's language."""
    return QCoreApplication.translate("Sieve", label)


def told(sift: Sift) -> str:
    """Return in words what is looked for and how it is sorted, empty for all in order."""
    wanted: list[Wanted] = [*sift.sights, *sift.motifs, *sift.actions, *sift.statuses]
    parts = sorted(name(one) for one in (*wanted, *sift.decided))
    if sift.sorting is not Sorting.DECK:
        parts.append(sorting_name(sift.sorting).lower())
    return ", ".join(parts)


def name(wanted: Wanted) -> str:
    """Return what a thing that is looked for is called."""
    match wanted:
        case Sight():
            return sight_name(wanted)
        case Motif():
            return motif_name(wanted)
        case Action():
            return action_name(wanted)
        case Status():
            return status_name(wanted)
    return tr("Decided by you") if wanted else tr("Not decided by you")


def sorting_name(sorting: Sorting) -> str:
    """Return what an order of the slides is called."""
    return {
        Sorting.DECK: tr("As in the deck"),
        Sorting.SUREST: tr("Surest first"),
        Sorting.UNSURE: tr("Unsure first"),
        Sorting.EFFECT: tr("Greatest effect first"),
    }[sorting]
