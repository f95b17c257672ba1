from __future__ import annotations

import sys
from pathlib import Path

import pytest

from drafter.cli.evidence_cache import EvidenceCache


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for the cache, and beside it one of a pack."""
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path / "cache"))
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "topics.yaml").write_text("普法: {}\n", encoding="utf-8")
    return tmp_path


def entries(folder: Path) -> list[Path]:
    return [path for path in (folder / "cache").rglob("*") if path.is_file()]


def test_entry_is_found_by_content_and_name(folder: Path) -> None:
    cache = EvidenceCache([folder / "pack"])
    cache.save(cache.key("2024.txt", b"report"), b"evidence")
    again = EvidenceCache([folder / "pack"])
    assert again.load(again.key("2024.txt", b"report")) == b"evidence"
    assert again.load(again.key("2023.txt", b"report")) is None
    assert again.load(again.key("2024.txt", b"other")) is None


def test_entry_made_with_another_pack_is_none(folder: Path) -> None:
    cache = EvidenceCache([folder / "pack"])
    cache.save(cache.key("2024.txt", b"report"), b"evidence")
    (folder / "pack" / "topics.yaml").write_text("执法: {}\n", encoding="utf-8")
    changed = EvidenceCache([folder / "pack"])
    assert changed.load(changed.key("2024.txt", b"report")) is None


def test_damaged_entry_counts_as_none(folder: Path) -> None:
    cache = EvidenceCache([folder / "pack"])
    key = cache.key("2024.txt", b"report")
    cache.save(key, b"evidence")
    (path,) = entries(folder)
    path.write_bytes(path.read_bytes()[:-1])
    assert cache.load(key) is None


def test_cache_that_is_off_keeps_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAFTER_CACHE", "")
    cache = EvidenceCache([folder / "pack"])
    key = cache.key("2024.txt", b"report")
    cache.save(key, b"evidence")
    assert cache.load(key) is None
    assert entries(folder) == []


def test_folder_that_cannot_be_made_stops_nothing(folder: Path) -> None:
    (folder / "cache").write_text("a file", encoding="utf-8")
    cache = EvidenceCache([folder / "pack"])
    key = cache.key("2024.txt", b"report")
    cache.save(key, b"evidence")
    assert cache.load(key) is None


@pytest.mark.skipif(sys.platform == "win32", reason="a profile folder is one's own on Windows")
def test_folder_in_which_others_may_write_is_not_used(folder: Path) -> None:
    cache = EvidenceCache([folder / "pack"])
    key = cache.key("2024.txt", b"report")
    cache.save(key, b"evidence")
    (folder / "cache").chmod(0o777)
    assert EvidenceCache([folder / "pack"]).load(key) is None
