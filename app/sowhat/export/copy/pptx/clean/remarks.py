"""Comments with their authors, and speaker notes with what they are printed on."""

from __future__ import annotations

from collections.abc import Iterator

from sowhat.export.copy.plan import Removed, Trace
from sowhat.export.copy.pptx.clean.work import Work, take_out
from sowhat.export.copy.pptx.names import Element

AUTHORS = ("commentAuthors", "authors", "documenttasks")
PAPERS = {"notesMaster": "notesMasterIdLst", "handoutMaster": "handoutMasterIdLst"}
HOLDERS = ("sldNum", "dt", "hdr", "ftr")  # of a page of notes: no words of the speaker's


def remove_comments(work: Work) -> Iterator[Removed]:
    """Remove comments of both kinds, their authors, and tasks that hang on them."""
    for part, number in work.slides.items():
        for comments in work.unrelate(part, ("comments",)):
            for words in _said(work.package.tree(comments)):
                yield Removed(Trace.COMMENTS, number, words)
        work.unrelate(part, AUTHORS)
        if next(work.package.tree(part).iter("{*}commentRel"), None) is not None:
            _forget(work, part)
    work.unrelate(work.main, AUTHORS)


def _said(root: Element) -> Iterator[str]:
    """Yield the words of each comment and of each answer to one."""
    for comment in root.iter("{*}cm", "{*}reply"):
        classic = comment.find("{*}text")
        if classic is not None:
            yield (classic.text or "").strip()
        body = comment.find("{*}txBody")
        if body is not None:
            yield words_of(body)


def words_of(body: Element) -> str:
    """Return the words of a body of text, a line a paragraph."""
    lines = ("".join(t.text or "" for t in p.iter("{*}t")) for p in body.iter("{*}p"))
    return "\n".join(lines).strip()


def _forget(work: Work, part: str) -> None:
    """Let a slide no longer name its comments."""
    with work.editing(part) as root:
        for named in list(root.iter("{*}commentRel")):
            holder = named.getparent()
            listed = holder.getparent()
            take_out(holder)
            if not len(listed):
                take_out(listed)


def remove_notes(work: Work) -> Iterator[Removed]:
    """Remove the notes of all slides, and the masters that notes and handouts are printed on."""
    for part, number in work.slides.items():
        for notes in work.unrelate(part, ("notesSlide",)):
            words = _spoken(work.package.tree(notes))
            if words:
                yield Removed(Trace.NOTES, number, words)
    gone = [name for name in PAPERS if work.related(work.main, name)]
    if gone:
        with work.editing(work.main) as root:
            for name in gone:
                for listed in list(root.iter(f"{{*}}{PAPERS[name]}")):
                    take_out(listed)
        work.unrelate(work.main, gone)


def _spoken(root: Element) -> str:
    found = []
    for shape in root.iter("{*}sp"):
        holder = shape.find("{*}nvSpPr/{*}nvPr/{*}ph")
        body = shape.find("{*}txBody")
        if body is not None and (holder is None or holder.get("type") not in HOLDERS):
            found.append(words_of(body))
    return "\n".join(filter(None, found))
