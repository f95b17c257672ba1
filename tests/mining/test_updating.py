from __future__ import annotations

from pathlib import Path

from drafter.mining.updating import adapt
from tests.pack.small import small_pack


def test_a_kept_template_may_be_in_an_office_encoding(tmp_path: Path) -> None:
    pack = small_pack(tmp_path)
    edited = pack.folder / "sections" / "other.j2"
    edited.write_bytes("记事本里改的一句。\n".encode("gb18030"))
    adapted = adapt(pack, {"sections/other.j2"}, pack.folder, pack)
    assert adapted.templates["other.j2"].source == "记事本里改的一句。\n"
    assert adapted.indicators == pack.indicators
