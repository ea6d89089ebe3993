"""Layers that are switched off: what they would draw is taken out of the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, Operator, Pdf, Stream

from sowhat.export.disarm import Value

Key: TypeAlias = tuple[int, int]  # what an object is known by in its file
Instruction: TypeAlias = Value  # an operator with its operands, or a picture among them

# What ends a path without drawing it, and moves to the next line as the text would have done.
PATHS = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*"))
DRAWS = frozenset(("Tj", "TJ", "Do", "sh", "EI", "INLINE IMAGE"))
LINES = frozenset(("'", '"'))
BEGIN, MARK, END = ("BDC", "BMC", "EMC")


def remove(pdf: Pdf) -> Iterator[str]:
    """Take out what layers that are off draw, and the layers; yield their names."""
    root = pdf.Root.get("/OCProperties")
    if not isinstance(root, Dictionary):
        return
    off = _off(root)
    if not off:
        return
    names = [group for group in root.get("/OCGs", Array()) if group.objgen in off]
    yield from (str(group.get("/Name", "")) for group in names)
    _redraw(pdf, off)
    for item in list(pdf.objects):
        if isinstance(item, Dictionary) and isinstance(notes := item.get("/Annots"), Array):
            item.Annots = Array([note for note in notes if not _is_off(note.get("/OC"), off)])
    _forget(root, off)


def _off(root: Value) -> set[Key]:
    """Return the layers that are not seen when the file is opened."""
    shown = root.get("/D")
    if not isinstance(shown, Dictionary):
        return set()
    keys = {group.objgen for group in root.get("/OCGs", Array())}
    off = set(keys) if shown.get("/BaseState") == Name.OFF else set()
    off |= {group.objgen for group in shown.get("/OFF", Array())}
    return (off - {group.objgen for group in shown.get("/ON", Array())}) & keys


def _is_off(owner: Value, off: Collection[Key]) -> bool:
    """Say whether what belongs to a layer, or to some of them at once, is not seen."""
    if not isinstance(owner, Dictionary):
        return False
    if owner.get("/Type") != Name.OCMD:
        return owner.objgen in off
    if "/VE" in owner:  # an expression of layers: too fine a rule to take anything out by
        return False
    groups = owner.get("/OCGs")
    listed = list(groups) if isinstance(groups, Array) else [groups]
    states = [one.objgen not in off for one in listed if isinstance(one, Dictionary)]
    policy = owner.get("/P", Name.AnyOn)
    if policy == Name.AllOn:
        return not all(states)
    return policy == Name.AnyOn and bool(states) and not any(states)


def _redraw(pdf: Pdf, off: Collection[Key]) -> None:
    """Write pages and forms without what layers that are off draw, and drop what only those drew.

    Pages may share their resources, so that nothing is taken out of them before all are written.
    """
    pages = [Drawn(page.obj, page.resources) for page in pdf.pages]
    forms = [
        Drawn(item, item.get("/Resources"))
        for item in pdf.objects
        if isinstance(item, Stream) and item.get("/Subtype") == Name.Form
    ]
    all_drawn = [one for one in (*pages, *forms) if isinstance(one.resources, Dictionary)]
    for drawn in all_drawn:
        drawn.leave_out(pdf, off)
    used = Counter[Key]()
    for drawn in all_drawn:
        used.update(drawn.used)
    for drawn in all_drawn:
        drawn.tidy(used)


class Drawn:
    """A page or a form with the resources that its content names."""

    def __init__(self, holder: Value, resources: Value) -> None:
        self._holder, self.resources = holder, resources
        self.used: set[Key] = set()  # pictures and forms that are still drawn
        self._marks: set[str] = set()
        self._lost: set[str] = set()

    def leave_out(self, pdf: Pdf, off: Collection[Key]) -> None:
        """Write the content without what layers that are off draw."""
        self._marks = _named(self.resources, "/Properties", lambda value: _is_off(value, off))
        hidden = _named(self.resources, "/XObject", lambda v: _is_off(v.get("/OC"), off))
        content = pikepdf.parse_content_stream(self._holder)
        kept = list(_without(content, self._marks, hidden))
        before, after = _drawn(content), _drawn(kept)
        self._lost = before - after
        named = self.resources.get("/XObject", Dictionary())
        self.used = {named[name].objgen for name in after if name in named}
        if not self._marks and not self._lost:
            return
        data = pikepdf.unparse_content_stream(kept)
        if isinstance(self._holder, Stream):
            self._holder.write(data)
        else:
            self._holder.Contents = pdf.make_stream(data)

    def tidy(self, used: Collection[Key]) -> None:
        """Take out of the resources what nothing draws any more."""
        named = self.resources.get("/XObject", Dictionary())
        for name in self._lost:
            if name in named and named[name].objgen not in used:
                del named[name]
        marks = self.resources.get("/Properties", Dictionary())
        for name in self._marks:
            if name in marks:
                del marks[name]


def _drawn(content: Collection[Instruction]) -> set[str]:
    return {str(i.operands[0]) for i in content if str(i.operator) == "Do"}


def _named(resources: Value, kind: str, wanted: Value) -> set[str]:
    listed = resources.get(kind)
    if not isinstance(listed, Dictionary):
        return set()
    return {name for name, value in listed.items() if _is_dictionary(value) and wanted(value)}


def _is_dictionary(value: Value) -> bool:
    return isinstance(value, Dictionary | Stream)


def _without(
    content: Collection[Instruction], marks: Collection[str], forms: Collection[str]
) -> Iterator[Instruction]:
    """Yield the instructions, and for those of a layer only what leaves all else in its place."""
    depth: list[bool] = []  # for each stretch that is open, whether it is of a layer that is off
    for instruction in content:
        operator = str(instruction.operator)
        hidden = any(depth)
        if operator in (BEGIN, MARK):
            own = operator == BEGIN and _is_layer(instruction.operands, marks)
            depth.append(own)
            if not own:
                yield instruction
            continue
        if operator == END and depth:
            if not depth.pop():
                yield instruction
            continue
        if operator == "Do" and str(instruction.operands[0]) in forms:
            continue
        if not hidden:
            yield instruction
        else:
            yield from _blank(operator, instruction)


def _is_layer(operands: Value, marks: Collection[str]) -> bool:
    return len(operands) == 2 and operands[0] == Name.OC and str(operands[1]) in marks


def _blank(operator: str, instruction: Instruction) -> Iterator[Instruction]:
    if operator in PATHS:
        yield ContentStreamInstruction([], Operator("n"))
    elif operator in LINES:
        yield ContentStreamInstruction([], Operator("T*"))
    elif operator not in DRAWS:
        yield instruction


def _forget(root: Value, off: Collection[Key]) -> None:
    """Take the layers out of all lists of layers."""
    root.OCGs = Array([group for group in root.OCGs if group.objgen not in off])
    shown: Mapping[str, Value] = root.D
    for value in shown.values():
        _prune(value, off)
    if "/Configs" in root:
        del root["/Configs"]


def _prune(listed: Value, off: Collection[Key]) -> None:
    """Take layers out of a list, and out of lists and of sets of keys within it."""
    if isinstance(listed, Dictionary):
        _prune(listed.get("/OCGs"), off)
    if not isinstance(listed, Array):
        return
    for at in reversed(range(len(listed))):
        item: Value = listed[at]
        if isinstance(item, Dictionary) and item.objgen in off:
            del listed[at]
        else:
            _prune(item, off)
