"""What can be done with the slides that are looked at, as records of actions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from sowhat.gui.entry import Entry

# Their names as they stand in the menus; an empty one is a line between.
EDIT = ("undo", "redo", "", "copy-said", "copy-slide", "copy-sentence")
SEE = (
    "filter",
    "all",
    "",
    "zoom-in",
    "zoom-out",
    "fit",
    "actual",
    "",
    "next-mark",
    "previous-mark",
    "shade",
    "names",
)


def tr(words: str) -> str:
    """Return ``words`` in the user's language."""
    return QCoreApplication.translate("Actions", words)


def slide_entries() -> dict[str, Entry]:
    """Return the actions by name, in the user's language."""
    return {**_edit(), **_see()}


def _edit() -> dict[str, Entry]:
    return {
        "undo": Entry(tr("&Undo"), tr("Take the last step back"), "undo", ("Ctrl+Z",)),
        "redo": Entry(tr("&Redo"), tr("Take the step again"), "redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
        "queue": Entry(
            tr("Decide the &unsure ones…"),
            tr("Go through the slides that are left for you, with one key each"),
            "queue",
            ("Ctrl+U",),
        ),
        "copy-said": Entry(
            tr("&Copy what is said"),
            tr("Copy what is said of the chosen slides"),
            "copy",
            ("Ctrl+C",),
        ),
        "copy-slide": Entry(
            tr("Copy the slide as a &picture"),
            tr("Copy the slide with its marks as a picture"),
            "picture",
            ("Ctrl+Shift+C",),
        ),
        "copy-sentence": Entry(
            tr("Copy the &sentence"),
            tr("Copy what is said of the whole deck"),
            "sentence",
            ("Ctrl+Alt+C",),
        ),
    }


def _see() -> dict[str, Entry]:
    return {
        "filter": Entry(
            tr("&Filter and sort the slides…"),
            tr("Choose which slides the strip shows, and in what order"),
            "filter",
            ("Ctrl+F",),
        ),
        "all": Entry(
            tr("Show &all slides"),
            tr("Show all slides in their order"),
            "clear",
            ("Ctrl+Shift+A",),
        ),
        "zoom-in": Entry(
            tr("Zoom &in"), tr("Show the slide larger"), "zoom-in", ("Ctrl++", "Ctrl+=")
        ),
        "zoom-out": Entry(tr("Zoom &out"), tr("Show the slide smaller"), "zoom-out", ("Ctrl+-",)),
        "fit": Entry(tr("Fit to &window"), tr("Show the slide whole"), "fit", ("Ctrl+9",)),
        "actual": Entry(
            tr("&100 %"), tr("Show the slide at its size on paper"), "actual", ("Ctrl+8",)
        ),
        "next-mark": Entry(tr("Next &mark"), tr("Go to the next mark"), "next", ("]",)),
        "previous-mark": Entry(
            tr("&Previous mark"), tr("Go to the mark before"), "previous", ("[",)
        ),
        "shade": Entry(
            tr("&Shade the blocks by side"),
            tr("Shade each block of the slide by the side that it takes by itself"),
            "shade",
            ("Ctrl+B",),
        ),
        "names": Entry(
            tr("Mark the &names"),
            tr("Underline where the slide names you and your customer"),
            "names",
            ("Ctrl+Shift+N",),
        ),
    }


def held() -> Entry:
    """Return what a key does while it is held: a record only, for an action is done at once."""
    return Entry(
        tr("Without m&arks"), tr("Show the slide without marks while it is held"), "marks", ("M",)
    )
