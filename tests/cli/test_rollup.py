from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calling import Caller
from tests.pack.small import write_pack


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_pack(tmp_path / "small")
    Path("街道").mkdir()
    for number, name in enumerate(("甲街道", "乙街道", "丙街道"), 1):
        write_unit(name, str(10 * number))


def write_unit(name: str, checks: str, pack: str = "../small", encoding: str = "utf-8") -> None:
    text = f"""\
模板: {pack}
年度: 2026
单位: {{名称: {name}, 简称: 街道, 类型: 街道}}
数据:
  执法: {{检查次数: {checks}, 处罚件数: 1}}
"""
    Path("街道", f"{name}.yaml").write_bytes(text.encode(encoding))


def test_units_are_added_into_a_new_profile_that_drafts(drafter: Caller) -> None:
    called = drafter("rollup", "街道", "-o", "区.yaml", "--name", "云溪区人民政府")
    assert (called.status, called.err) == (0, "")
    assert called.out == "3份台账、3个单位 → 区.yaml：2项写了合计，率由台账按合计计算。\n"
    text = Path("区.yaml").read_text(encoding="utf-8")
    for line in (
        "模板: small",
        "  名称: 云溪区人民政府 ",
        "  类型: 县区政府 ",
        "    检查次数: 60  # 次、家次",
    ):
        assert f"\n{line}" in text
    assert "  丙街道,本年,30,1\n" in text
    assert drafter("draft", "区.yaml").status == 0


def test_adding_to_a_standing_rollup_is_as_adding_at_once(drafter: Caller) -> None:
    drafter("rollup", "街道", "-o", "一次.yaml")
    drafter("rollup", "街道/甲街道.yaml", "街道/乙街道.yaml", "-o", "两次.yaml")
    called = drafter("rollup", "街道/丙街道.yaml", "两次.yaml", "-o", "两次.yaml")
    assert called.out.splitlines()[-1] == "原来的内容存在 两次.yaml.bak"
    assert Path("两次.yaml").read_bytes() == Path("一次.yaml").read_bytes()


def test_who_is_missing_and_what_is_open_is_told(drafter: Caller) -> None:
    write_unit("乙街道", "")
    Path("名单.txt").write_bytes("# 应交\r\n甲街道\r\n丁街道\r\n".encode("gb18030"))
    called = drafter("rollup", "街道", "-o", "区.yaml", "--expect", "名单.txt")
    assert called.status == 1
    assert called.out.splitlines()[1:] == [
        "有单位没有报、没有写合计的：1项",
        "  执法.检查次数：缺乙街道；已报的合计40次",
        "没有交台账的：丁街道",
    ]


def test_one_that_cannot_be_read_stops_all_and_nothing_is_written(drafter: Caller) -> None:
    Path("街道/坏.yaml").write_text("年度: [", encoding="utf-8")
    write_unit("龙街道", "1", pack="law-based-government")
    called = drafter("rollup", "街道", "-o", "区.yaml")
    assert called.status == 2
    assert "街道/坏.yaml:2:1: 错误: " in called.err
    assert "街道/龙街道.yaml:1:5: 错误: 这份台账用的模板是“law-based-government”" in called.err
    assert not Path("区.yaml").exists()


def test_a_file_that_is_no_rollup_is_kept(drafter: Caller) -> None:
    before = Path("街道/甲街道.yaml").read_bytes()
    called = drafter("rollup", "街道", "-o", "街道/甲街道.yaml")
    assert called.status == 2
    assert Path("街道/甲街道.yaml").read_bytes() == before


def test_several_processes_give_the_same(drafter: Caller) -> None:
    write_unit("丁街道", "7", encoding="gb18030")
    drafter("rollup", "街道", "-o", "一.yaml")
    drafter("rollup", "街道", "-o", "二.yaml", "--jobs", "2")
    assert Path("一.yaml").read_bytes() == Path("二.yaml").read_bytes()
