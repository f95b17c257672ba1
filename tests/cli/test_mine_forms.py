"""Reports with prescribed tables, mined after the pack that declares them."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.pack.loader import load_pack
from tests.cli.calling import Caller
from tests.external import TOP

KIND = "government-information-disclosure"
SAMPLE = TOP / "profiles" / "bailuwan-disclosure-2026.yaml"


def test_a_mined_pack_keeps_the_prescribed_tables(
    drafter: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("台账.yaml").write_text(SAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    drafter("draft", "台账.yaml", "-o", "往年/2026.docx")
    assert drafter("mine", "往年", "-o", "模板", "--pack", KIND).status == 0
    pack, standard = load_pack(Path("模板")), load_pack(TOP / "templates" / KIND)
    assert (pack.forms, pack.mode) == (standard.forms, "公开")
    assert drafter("extract", "往年/2026.docx", "-o", "新.yaml", "--pack", "模板").status == 0
    assert drafter("draft", "新.yaml", "-o", "新.md").status == 0
    text = Path("新.md").read_text("utf-8")
    assert "| 一、本年新收政府信息公开申请数量 |  |  | 58 | 5 |" in text
    assert "【更新：表格" not in text and "本年制发件数）" not in text
