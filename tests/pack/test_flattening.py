from __future__ import annotations

from pathlib import Path

import pytest

from drafter.pack.flattening import files_of, flatten
from drafter.pack.library import builtin_packs_folder
from drafter.pack.loader import load_pack
from tests.pack.small import write_pack

CHILD = "name: child\nextends: ../parent\n"
FILES = {
    "terms.yaml": "terms: {村居: {部门: '下属: 单位'}, 空: ''}\nprotected: [\"一次“查”\", 'yes', a]\n"
    "modifiers: [[在建, 竣工], []]\n",
    "calendar.yaml": "laws: [{name: 乙法, short: [乙], in_force: 2026-02-01, source: }]\n",
    "layout.yaml": "page: {top_mm: 35}\n",
    "thresholds.yaml": "small_count: 9\n",
}


def test_flat_files_make_the_pack_they_come_from(tmp_path: Path) -> None:
    write_pack(tmp_path / "parent", {"thresholds.yaml": "small_count: 3\njump_factor: 7\n"})
    child = tmp_path / "child"
    child.mkdir()
    for name, text in {"pack.yaml": CHILD, **FILES}.items():
        (child / name).write_text(text, encoding="utf-8")
    pack = load_pack(child)
    flat = write_pack(tmp_path / "flat", {file: flatten(pack, file).decode() for file in FILES})
    loaded = load_pack(flat)
    assert loaded.parents == ()
    for part in ("terms", "calendar", "layout", "thresholds"):
        assert getattr(pack, part) == getattr(loaded, part)
    assert (loaded.thresholds.small_count, loaded.thresholds.jump_factor) == (9, 7)


@pytest.mark.parametrize("file", ["laws.yaml", "topics.yaml", "wording.yaml", "phrasing.yaml"])
def test_a_file_of_one_folder_stays_byte_for_byte(file: str) -> None:
    folder = builtin_packs_folder()
    pack = load_pack(folder / "law-based-government-department")
    assert flatten(pack, file) == (folder / "law-based-government" / file).read_bytes()


def test_a_pack_that_shares_has_only_what_kinds_of_reports_have_in_common() -> None:
    folder = builtin_packs_folder()
    pack = load_pack(folder / "government-information-disclosure")
    own = folder / "government-information-disclosure" / "thresholds.yaml"
    assert flatten(pack, "thresholds.yaml") == own.read_bytes()
    assert flatten(pack, "laws.yaml") == (folder / "law-based-government/laws.yaml").read_bytes()
    assert "laws.yaml" in files_of(pack)
    assert "topics.yaml" not in files_of(pack)
