"""Rules of the user's own: taken in place of the shipped ones, or refused as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sowhat import signs
from sowhat.engine import audit, decided
from sowhat.errors import UsageError
from sowhat.model import Audit, Motif
from sowhat.paths import resources
from sowhat.rules import choose, derived, load
from sowhat.settings import AuditOptions
from sowhat.signs.regexes import _patterns

SHIPPED = resources() / "rules"


@pytest.fixture(autouse=True)
def shipped_again() -> Iterator[None]:
    yield
    choose(None, signs.sound)


def pack(folder: Path, name: str, old: str, new: str) -> Path:
    """Copy the shipped rule ``name`` into ``folder`` with one thing in it changed."""
    words = (SHIPPED / name).read_text(encoding="utf-8")
    assert old in words
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(words.replace(old, new, 1), encoding="utf-8")
    return folder


def test_a_rule_of_ones_own_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    before, derivings = load(), []

    @derived
    def names() -> frozenset[str]:
        derivings.append(1)
        return frozenset(rule.name for rule in load().motifs.values())

    assert "Logo wall" in names() & names()
    patterns = _patterns()
    choose(pack(tmp_path, "motifs/logos.toml", "Logo wall", "Bragging wall"), signs.sound)
    assert load().motifs[Motif.LOGOS].name == "Bragging wall"
    assert load().motifs[Motif.COST] == before.motifs[Motif.COST]
    assert "Bragging wall" in names()
    assert len(derivings) == 2
    assert _patterns() is not patterns
    choose(None, signs.sound)
    assert load() is before


def test_files_are_read_again_where_that_is_wanted(tmp_path: Path) -> None:
    choose(pack(tmp_path, "motifs/logos.toml", "Logo wall", "Bragging wall"), signs.sound)
    pack(tmp_path, "motifs/logos.toml", "Logo wall", "Their marks")
    choose(tmp_path, signs.sound)
    assert load().motifs[Motif.LOGOS].name == "Bragging wall"
    choose(tmp_path, signs.sound, anew=True)
    assert load().motifs[Motif.LOGOS].name == "Their marks"


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("motifs/logos.toml", 'id = "logos"', 'id = "marks"', "logos.toml"),
        ("motifs/logos.toml", "plain = true", "plane = true", "plane"),
        ("motifs/logos.toml", 'kind = "picture"', 'kind = "smell"', "smell"),
        ("motifs/logos.toml", "So what?", "So {what}?", "what"),
        ("motifs/agenda.toml", 'kind = "phrase"', 'kind = "layout"', "layout"),
        ("motifs/agenda.toml", 'kind = "phrase"', 'kind = "regex"\nmatch = ["("]\n#', "agenda"),
        ("findings/no-people.toml", "slides = 5", "", "slides"),
        ("findings/no-people.toml", "shows the people", "shows {whom}", "whom"),
        ("findings/no-people.toml", 'motifs = ["people"]', 'motifs = ["folk"]', "folk"),
        ("signs.toml", "[we-vendor]", "[we-others]", "we-vendor"),
    ],
)
def test_what_cannot_be_a_rule_is_refused_and_the_others_stay(
    tmp_path: Path, name: str, old: str, new: str, told: str
) -> None:
    before = load()
    with pytest.raises(UsageError) as caught:
        choose(pack(tmp_path, name, old, new), signs.sound)
    assert caught.value.reason == "rules"
    assert told in caught.value.values["detail"]
    assert load() is before


def test_a_rule_that_replaces_none_and_a_folder_that_is_not_there_are_told(tmp_path: Path) -> None:
    (tmp_path / "motifs").mkdir()
    (tmp_path / "motifs" / "smell.toml").write_text("")
    with pytest.raises(UsageError, match="smell"):
        choose(tmp_path, signs.sound)
    with pytest.raises(UsageError, match="no-rules"):
        choose(tmp_path / "none", signs.sound)


@pytest.fixture(scope="module")
def usual(vendor_pptx: Path) -> Audit:
    return audit(vendor_pptx, AuditOptions(pictures=False, decisions=()))


def test_an_audit_is_made_by_the_rules_it_is_given(usual: Audit, tmp_path: Path) -> None:
    folder = pack(tmp_path, "findings/no-people.toml", "No slide shows", "Nowhere are")
    own = AuditOptions(pictures=False, decisions=(), rules=folder)
    told = [f.message for f in decided(usual, own).findings if f.id == "no-people"]
    assert told == ["Nowhere are the people on your customer's side."]
    told = [f.message for f in decided(usual, AuditOptions(decisions=())).findings]
    assert "No slide shows the people on your customer's side." in told


def test_motifs_that_are_off_are_not_named_nor_missed(usual: Audit, vendor_pptx: Path) -> None:
    off = frozenset({usual.verdicts[1].motif, Motif.PEOPLE, Motif.RISK})
    bare = audit(vendor_pptx, AuditOptions(pictures=False, decisions=(), without=off))
    assert not off.intersection(motif for v in bare.verdicts for motif in v.motifs)
    assert not off.intersection(s.motif for v in bare.verdicts for s in v.evidence)
    ids = {finding.id for finding in usual.findings}
    assert "no-people" in ids
    assert ids - {finding.id for finding in bare.findings} >= {"no-people", "no-risk"} & ids
    assert not {"people", "risk"} & {one.id for one in bare.missing}


def test_all_of_a_side_off_leaves_a_verdict(vendor_pptx: Path) -> None:
    off = frozenset(Motif) - {Motif.OTHER}
    bare = audit(vendor_pptx, AuditOptions(pictures=False, decisions=(), without=off))
    assert {verdict.motifs for verdict in bare.verdicts} == {(Motif.OTHER,)}


def test_a_threshold_says_which_verdicts_are_left_to_the_user(vendor_pptx: Path) -> None:
    strict = audit(vendor_pptx, AuditOptions(pictures=False, decisions=(), threshold=1.0))
    assert all(verdict.unsure for verdict in strict.verdicts)
    loose = audit(vendor_pptx, AuditOptions(pictures=False, decisions=(), threshold=0.0))
    assert [v.stance for v in loose.verdicts] == [v.stance for v in strict.verdicts]
    assert not any(v.unsure for v in loose.verdicts if v.evidence[0].id != "nothing")
