from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.cli.calling import Caller
from tests.collecting.sheet_files import TEXT
from tests.pack.small import write_pack


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    write_pack(tmp_path / "small")
    Path("台账.yaml").write_text(f"模板: small\n{TEXT}", encoding="utf-8")
    return "台账.yaml"


def fill(path: str, cell: str, value: object) -> None:
    workbook = openpyxl.load_workbook(path)
    workbook.active[cell] = value
    workbook.save(path)


def test_a_sheet_for_every_office_and_what_to_do_next(drafter: Caller, profile: str) -> None:
    called = drafter("sheets", profile, "-o", "表")
    assert (called.status, called.err) == (0, "")
    assert called.out.splitlines() == [
        "台账.yaml：写了3份填报表，在 表：",
        "  执法队.xlsx：2项，其中1项还没有数",
        "  法制办.xlsx：1项，其中0项还没有数",
        "  司法所.xlsx：2项，其中1项还没有数",
        "收回来以后运行：drafter collect 台账.yaml 表",
    ]


def test_a_sheet_that_an_office_filled_in_is_kept(drafter: Caller, profile: str) -> None:
    drafter("sheets", profile, "-o", "表")
    assert drafter("sheets", profile, "-o", "表").status == 0
    fill("表/执法队.xlsx", "F6", 635)
    before = Path("表/法制办.xlsx").stat().st_mtime_ns
    called = drafter("sheets", profile, "-o", "表")
    assert called.status == 2
    assert "表/执法队.xlsx: 错误: 已有同名文件" in called.err
    assert Path("表/法制办.xlsx").stat().st_mtime_ns == before


def test_the_same_profile_gives_the_same_bytes(drafter: Caller, profile: str) -> None:
    drafter("sheets", profile, "-o", "一")
    drafter("sheets", profile, "-o", "二")
    for name in ("执法队.xlsx", "司法所.xlsx"):
        assert Path("一", name).read_bytes() == Path("二", name).read_bytes()


def test_collect_writes_tells_and_keeps_a_backup(drafter: Caller, profile: str) -> None:
    drafter("sheets", profile, "-o", "表")
    fill("表/执法队.xlsx", "F6", "600余")
    fill("表/执法队.xlsx", "F7", 13)
    fill("表/法制办.xlsx", "F6", 14)
    fill("表/司法所.xlsx", "F6", "无")
    Path("表/~$执法队.xlsx").write_bytes(b"lock")
    before = Path(profile).read_bytes()
    called = drafter("collect", profile, "表")
    assert called.status == 1
    assert called.out.splitlines() == [
        "台账.yaml：收到3份表，写入1项。",
        "  执法.检查次数 = “600余次”  执法队（执法队.xlsx 填报表!F6）",
        "几处的数不一致，都没有取，请核对后用 --prefer 写明以谁为准：1项",
        "  执法.处罚件数：执法队“13件”（执法队.xlsx 填报表!F7）；法制办“14件”（法制办.xlsx 填报表!F6）",
        "没有取、要退回去问的：1处",
        "  司法所.xlsx 填报表!F6（司法所）：纠纷.受理件数：“无”看不出是 0 还是不适用。"
        "没有发生写 0；本单位没有这项工作写 不适用；还没有数就留空。",
        "司法所：未报1项：纠纷.受理件数",
        "原来的内容存在 台账.yaml.bak",
    ]
    assert Path("台账.yaml.bak").read_bytes() == before
    text = Path(profile).read_text(encoding="utf-8")
    assert text == f"模板: small\n{TEXT}".replace("{值: , 上年", "{值: 600余, 上年")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_collect_keeps_the_form_of_the_file(drafter: Caller, profile: str, encoding: str) -> None:
    text = f"模板: small\n{TEXT}".replace("\n", "\r\n")
    Path(profile).write_bytes(text.encode(encoding))
    drafter("sheets", profile, "-o", "表", "-f", "csv")
    csv = Path("表/执法队.csv")
    csv.write_bytes(
        csv.read_bytes().decode("utf-8-sig").replace("580,,,", "580,,635,").encode("gbk")
    )
    called = drafter("collect", profile, csv)
    assert called.status == 0
    assert "还没有交表的：法制办、司法所" in called.out
    expected = text.replace("{值: , 上年", "{值: 635, 上年").encode(encoding)
    assert Path(profile).read_bytes() == expected


def test_a_file_that_cannot_be_read_does_not_keep_the_others(drafter: Caller, profile: str) -> None:
    drafter("sheets", profile, "-o", "表")
    fill("表/执法队.xlsx", "F6", 635)
    fill("表/法制办.xlsx", "A1", "2025年度法治政府建设数据填报表（全年）")
    Path("表/旧.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    called = drafter("collect", profile, "表", "没有.xlsx")
    assert called.status == 2
    assert "表/旧.xls: 错误: 只能收 .xlsx 和 .csv。" in called.err
    assert "表/法制办.xlsx: 错误: 这份表是2025年度的，台账是2026年度的。" in called.err
    assert "没有.xlsx: 错误: 没有这个文件。" in called.err
    assert "写入1项" in called.out
