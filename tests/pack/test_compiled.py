from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from drafter import cache
from drafter.errors import PackProblem
from drafter.pack import compiled
from drafter.pack.compiled import load_compiled
from drafter.pack.library import builtin_pack_names, builtin_packs_folder
from drafter.pack.loader import load_pack
from tests.pack.small import write_pack


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


@pytest.mark.parametrize("name", builtin_pack_names())
def test_a_pack_from_the_cache_is_the_pack_from_its_files(name: str, own_cache: Path) -> None:
    folder = builtin_packs_folder() / name
    first = load_compiled(folder)
    assert len(entries(own_cache)) == 1
    assert load_pack(folder) == first == load_compiled(folder)
    locations = [indicator.location for indicator in first.indicators.by_key.values()]
    again = load_compiled(folder).indicators.by_key.values()
    assert locations == [indicator.location for indicator in again]


def test_a_changed_file_is_loaded_anew_in_the_old_entry_s_place(
    tmp_path: Path, own_cache: Path
) -> None:
    folder = write_pack(tmp_path / "小")
    load_compiled(folder)
    (folder / "sections" / "other.j2").write_text("另有情况。\n", encoding="utf-8")
    assert load_compiled(folder).templates["other.j2"].source == "另有情况。\n"
    assert len(entries(own_cache)) == 1


@pytest.mark.parametrize("how", ["extends", "shares"])
def test_a_change_in_the_pack_it_extends_or_shares_from_counts(how: str, tmp_path: Path) -> None:
    parent, child = write_pack(tmp_path / "父"), tmp_path / "子"
    child.mkdir()
    (child / "pack.yaml").write_text(f"{how}: ../父   # 上级\n", encoding="utf-8")
    before = list(compiled._sources(child))
    (parent / "terms.yaml").write_text("terms: {}\n", encoding="utf-8")
    assert before != list(compiled._sources(child))


def test_packs_that_extend_each_other_end(tmp_path: Path) -> None:
    for name, other in (("甲", "乙"), ("乙", "甲")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "pack.yaml").write_text(f"extends: ../{other}\n", encoding="utf-8")
    assert list(compiled._sources(tmp_path / "甲"))


def test_a_faulty_pack_is_named_each_time_and_not_kept(tmp_path: Path, own_cache: Path) -> None:
    folder = write_pack(tmp_path / "小")
    (folder / "indicators.yaml").write_text("主题:\n  1指标: {units: [次]}\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(PackProblem):
            load_compiled(folder)
    assert entries(own_cache) == []


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 200])
def test_a_damaged_entry_counts_as_none(damage: bytes, tmp_path: Path, own_cache: Path) -> None:
    folder = write_pack(tmp_path / "小")
    pack = load_compiled(folder)
    entry = entries(own_cache)[0]
    whole = entry.read_bytes()
    entry.write_bytes(whole[: len(whole) // 2] + damage)
    assert pack == load_compiled(folder)
    assert whole == entry.read_bytes()


def test_an_entry_can_t_call_anything() -> None:
    with pytest.raises(pickle.UnpicklingError):
        compiled._unpack(pickle.dumps(os.getcwd))
    with pytest.raises(pickle.UnpicklingError):
        compiled._unpack(pickle.dumps(compiled.load_compiled))


def test_nothing_is_kept_where_the_user_wants_none(
    tmp_path: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAFTER_CACHE", "")
    folder = write_pack(tmp_path / "小")
    assert load_compiled(folder) == load_pack(folder)
    assert entries(own_cache) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_folder_in_which_others_may_write_is_not_used(own_cache: Path) -> None:
    own_cache.mkdir()
    own_cache.chmod(0o777)
    cache.save("甲", b"k" * 32, b"x")
    assert entries(own_cache) == []


def test_only_the_newest_entries_stay(own_cache: Path) -> None:
    for number in range(70):
        cache.save(f"第{number:02}", b"k" * 32, b"x")
        os.utime(own_cache / f"第{number:02}", ns=(number, number))
    cache.save("新", b"k" * 32, b"x")
    names = [path.name for path in entries(own_cache)]
    assert (len(names), "新" in names, "第00" in names) == (64, True, False)


def test_an_entry_that_can_t_be_replaced_leaves_nothing_behind(own_cache: Path) -> None:
    (own_cache / "甲").mkdir(parents=True)  # as a file that another process holds on Windows
    cache.save("甲", b"k" * 32, b"x")
    assert [path.name for path in entries(own_cache)] == ["甲"]
