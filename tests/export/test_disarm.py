"""Reports and copies of a PDF carry nothing of it that acts, and no file that lies in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

from sowhat.engine import audit
from sowhat.export import copy, report
from sowhat.export.disarm import dictionaries
from sowhat.settings import AuditOptions
from sowhat.worker import Worker
from tests.hostile.pdf import actions
from tests.hostile.pdf.raw import Raw

ACTS = {
    "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/GoToE", "/Sound",
    "/Movie", "/RichMediaExecute",
}  # fmt: skip
CARRIED = {
    "/OpenAction", "/AA", "/JS", "/EF", "/EmbeddedFiles", "/JavaScript", "/XFA", "/PA", "/RF",
    "/OnInstantiate", "/3DD",
}  # fmt: skip
DEEP = 150  # actions one after the other
CANARY = b"canary"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A deck with everything that acts, some of it among what its pages draw."""
    folder = tmp_path_factory.mktemp("acting")
    deck = Raw()
    path = deck.save(folder, actions.acting(deck))
    hidden = folder / "hidden.pdf"
    with pikepdf.open(path) as pdf:
        file = Stream(pdf, CANARY, Type=Name.EmbeddedFile)
        spec = pdf.make_indirect(
            Dictionary(Type=Name.Filespec, F=String("canary.exe"), EF=Dictionary(F=file))
        )
        script = Dictionary(S=Name.JavaScript, JS=String("canary()"))
        form = Stream(pdf, b"0 0 99 99 re f")
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 99, 99])
        form.AF, form.AA, form.PieceInfo = Array([spec]), Dictionary(O=script), script
        form.Ref = Dictionary(F=String("canary.pdf"), Page=0)
        page = pdf.pages[1]
        page.obj.Resources.XObject = Dictionary(Hidden=form)
        page.contents_add(b"/Hidden Do")
        page.obj.Resources.Properties = Dictionary(Also=Dictionary(A=script, Next=script))
        page.obj.Annots = Array([_solid(pdf), _chain(script)])
        spec.RF = Dictionary(F=Array([String("canary.dll"), Stream(pdf, CANARY)]))
        pdf.Root.OCProperties = Dictionary(
            OCGs=Array([]), D=Dictionary(OFF=Array([]), AA=Dictionary(O=script))
        )
        pdf.save(hidden)
    return hidden


def _solid(pdf: pikepdf.Pdf) -> Dictionary:
    """An annotation that shows a solid, which a script turns."""
    drawn = Stream(pdf, b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    solid = Stream(pdf, CANARY, Type=Name("/3D"), Subtype=Name.U3D)
    solid.OnInstantiate = Stream(pdf, b"canary()")
    note = Dictionary(Type=Name.Annot, Subtype=Name("/3D"), Rect=Array([0, 0, 9, 9]), F=4)
    note["/3DD"], note.AP = solid, Dictionary(N=drawn)
    return note


def _chain(script: Dictionary) -> Dictionary:
    """A link to a page, after which many more are followed, and a script at last."""
    last = script
    for _ in range(DEEP):
        last = Dictionary(S=Name.Named, N=Name.NextPage, Next=last)
    return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=last)


@pytest.fixture(scope="module")
def outputs(hostile: Path) -> dict[str, Path]:
    """The report and a copy of that deck."""
    made = {name: hostile.with_name(f"{name}.pdf") for name in ("report", "copy")}
    with Worker() as worker:
        found = audit(hostile, AuditOptions(decisions=()), worker=worker)
        report.write(found, made["report"], worker)
        copy.write(found, made["copy"], worker, comments=False, order=True)
    return made


def test_the_deck_has_it_all(hostile: Path) -> None:
    with pikepdf.open(hostile) as pdf:
        assert set(_acting(pdf)) >= {*ACTS - {"/Sound", "/Movie", "/RichMediaExecute"}}


@pytest.mark.parametrize("name", ["report", "copy"])
def test_nothing_acts(outputs: dict[str, Path], name: str) -> None:
    with pikepdf.open(outputs[name]) as pdf:
        assert list(_acting(pdf)) == []
        assert len(pdf.attachments) == 0


@pytest.mark.parametrize("name", ["report", "copy"])
def test_no_file_is_carried_along(outputs: dict[str, Path], name: str) -> None:
    with pikepdf.open(outputs[name]) as pdf:
        streams = [item for item in pdf.objects if isinstance(item, Stream)]
        assert not any(CANARY in item.read_bytes() for item in streams if _readable(item))
        assert not any("/F" in item.stream_dict for item in streams)


@pytest.mark.parametrize("name", ["report", "copy"])
def test_nothing_of_it_stands_in_the_file(
    outputs: dict[str, Path], name: str, tmp_path: Path
) -> None:
    """However deep it lay: all is unpacked and looked through as bytes."""
    with pikepdf.open(outputs[name]) as pdf:
        plain = {"qdf": True, "object_stream_mode": pikepdf.ObjectStreamMode.disable}
        pdf.save(tmp_path / "plain.pdf", stream_decode_level=pikepdf.StreamDecodeLevel.all, **plain)
    assert b"canary(" not in (tmp_path / "plain.pdf").read_bytes()


@pytest.mark.parametrize("name", ["report", "copy"])
def test_what_is_seen_stays(outputs: dict[str, Path], name: str) -> None:
    with pikepdf.open(outputs[name]) as pdf:
        drawn = [
            b"re f" in item.read_bytes()
            for item in pdf.objects
            if isinstance(item, Stream) and _readable(item)
        ]
    assert any(drawn)


def _acting(pdf: pikepdf.Pdf) -> Iterator[str]:
    for item in dictionaries(pdf):
        kind: Any = item.get("/S")
        if isinstance(kind, Name) and str(kind) in ACTS:
            yield str(kind)
        yield from (key for key in item if key in CARRIED)
        if item.get("/S") == Name.URI:
            address = str(item.get("/URI"))
            if not address.startswith(("http://", "https://", "mailto:")):
                yield address


def _readable(stream: Any) -> Any:
    return stream.get("/Subtype") != Name.Image and stream.get("/Type") != Name.ObjStm
