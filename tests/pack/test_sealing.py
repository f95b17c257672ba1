from __future__ import annotations

from pathlib import Path

from drafter.pack.sealing import edited_files, seal

FILES = {"pack.yaml": b"name: a\n", "outline.yaml": b"- a\n", "sections/b.j2": b"x\n"}


def _write(folder: Path) -> None:
    for name, data in seal(FILES).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)


def test_untouched_pack_has_no_edited_file(tmp_path: Path) -> None:
    _write(tmp_path)
    assert frozenset() == edited_files(tmp_path)


def test_changed_added_and_deleted_files_are_named(tmp_path: Path) -> None:
    _write(tmp_path)
    (tmp_path / "sections/b.j2").write_text("y\n")
    (tmp_path / "sections/c.j2").write_text("new\n")
    (tmp_path / "outline.yaml").unlink()
    assert frozenset({"sections/b.j2", "sections/c.j2", "outline.yaml"}) == edited_files(tmp_path)


def test_edited_head_is_known(tmp_path: Path) -> None:
    _write(tmp_path)
    head = tmp_path / "pack.yaml"
    head.write_bytes(head.read_bytes().replace(b"name: a", b"name: b"))
    assert frozenset({"pack.yaml"}) == edited_files(tmp_path)


def test_folder_without_a_seal_is_someones_work(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("name: a\n")
    assert edited_files(tmp_path) is None
