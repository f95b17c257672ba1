from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from drafter.cli.main import cli
from drafter.errors import DrafterError

REPORT = """\
青石桥街道办事处2026年法治政府建设年度报告

区委：

一、主要举措和成效

（一）规范行政执法

全年开展行政检查635次，作出行政处罚决定20宗。月塘社区受理矛盾纠纷36件。新植行道树300株。

青石桥街道办事处
2026年12月10日
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["extract", *arguments])


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("报告.txt").write_text(REPORT, encoding="utf-8")
    return "报告.txt"


def test_a_new_profile_is_written_and_each_figure_told_with_its_place(report: str) -> None:
    result = run(report, "-o", "新.yaml")
    assert result.exit_code == 0
    assert result.output == (
        "报告.txt（2026年度）→ 新.yaml 的“值”\n"
        "已填：2项\n"
        "  行政执法.行政检查次数 = 635  第1段（一、>（一））：全年开展行政检查635次\n"
        "  行政执法.行政处罚件数 = 20宗  第1段（一、>（一））：作出行政处罚决定20宗\n"
        "一并填写：主送：区委，成文日期：2026-12-10\n"
        "拿不准，没有填，请看过再定：1项\n"
        "  矛盾纠纷.受理件数：像是一部分、一个时段或一处的数  “36件” "
        "第1段（一、>（一））：月塘社区受理矛盾纠纷36件\n"
        "没有对应指标的数，要报的请写进“做法”或模板：1项\n"
        "  新植行道树 300株  第1段（一、>（一））：新植行道树300株\n"
    )
    text = Path("新.yaml").read_text(encoding="utf-8")
    for line in ("模板: law-based-government", "年度: 2026", "  名称: 青石桥街道办事处  "):
        assert f"\n{line}" in text


def test_what_is_said_not_to_have_happened_is_told_and_left_open(report: str) -> None:
    text = REPORT.replace("新植行道树300株。", "全年没有发生行政诉讼案件。")
    Path(report).write_text(text, encoding="utf-8")
    result = run(report, "-o", "新.yaml")
    assert (
        "报告里像是说没有发生的，没有填；确实没有的请填0：1项\n"
        "  复议应诉.诉讼件数  第1段（一、>（一））：全年开展行政检查635次"
    ) in result.output
    assert "\n    诉讼件数:  #" in Path("新.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_standing_profile_keeps_its_form_and_a_backup(report: str, encoding: str) -> None:
    before = (
        "年度: 2027\r\n单位: {名称: 甲}\r\n数据:\r\n  行政执法:\r\n    行政检查次数: 9 # 次\r\n"
    )
    data = before.encode(encoding)
    Path("台账.yaml").write_bytes(data)
    result = run(report, "--into", "台账.yaml")
    assert result.exit_code == 0
    assert (
        "→ 台账.yaml 的“上年”\n"
        "注意：台账是“甲”的，报告是“青石桥街道办事处”的，请核对是不是选错了文件。\n"
        "已填：2项\n"
    ) in result.output
    assert result.output.endswith("\n原来的内容存在 台账.yaml.bak\n")
    after = before.replace(": 9 #", ": {值: 9, 上年: 635} #")
    after += "    行政处罚件数: {值: , 上年: 20宗}\r\n"
    assert Path("台账.yaml").read_bytes() == after.encode(encoding)
    assert Path("台账.yaml.bak").read_bytes() == data


def test_a_file_that_stands_is_not_overwritten_without_force(report: str) -> None:
    Path("新.yaml").write_text("年度: 2026\n", encoding="utf-8")
    with pytest.raises(DrafterError, match="已有同名文件"):
        CliRunner().invoke(cli, ["extract", report, "-o", "新.yaml"], catch_exceptions=False)
    assert run(report, "-o", "新.yaml", "--force").exit_code == 0


@pytest.mark.parametrize(
    ("options", "what"),
    [
        ((), "要写明填到哪里。"),
        (("-o", "甲.yaml", "--into", "乙.yaml"), "要写明填到哪里。"),
        (("--into", "乙.yaml", "--force"), "--pack 和 --force 只和 -o 一起用。"),
        (("-o", "甲.yaml", "--year", "2025"), "报告写的是2026年度，--year 写的是2025。"),
        (("--into", "没有.yaml"), "没有这个文件。"),
    ],
)
def test_a_call_that_cannot_be_done_says_why(
    report: str, options: tuple[str, ...], what: str
) -> None:
    with pytest.raises(DrafterError) as caught:
        CliRunner().invoke(cli, ["extract", report, *options], catch_exceptions=False)
    assert caught.value.problems[0].what == what
