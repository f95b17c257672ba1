"""Two years side by side: texts in, lines out."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest

from drafter.collecting.compare import Comparison, Side, compare, side_of_profile, side_of_report
from drafter.collecting.compare_html import write_html
from drafter.collecting.compare_text import compare_json, compare_lines
from drafter.collecting.compare_xlsx import write_xlsx
from drafter.errors import UsageProblem
from drafter.extraction.harvest import harvest
from drafter.extraction.matching import match
from drafter.pack.pack import Pack
from drafter.profile.load import load_from
from drafter.report import Paragraph, Report, Section
from drafter.yamlfile import YamlFile, parse
from tests.pack.small import small_pack

HEAD = "单位: {名称: 青石桥街道办事处, 简称: 街道, 类型: 街道}\n"
LAST = "数据:\n  执法: {检查次数: 580, 处罚件数: 0, 罚没金额: 1.98万元}\n  纠纷: {受理件数: 40, 成功件数: 38}\n"
NOW = "数据:\n  执法: {检查次数: 635, 处罚件数: 12, 罚没金额: 2万余元}\n  纠纷: {受理件数: 40, 成功件数: 39}\n"


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return small_pack(tmp_path_factory.mktemp("pack"))


def side(text: str, year: int, pack: Pack) -> Side:
    whole = f"年度: {year}\n{HEAD}{text}"
    name = f"{year}.yaml"
    profile = load_from(YamlFile(Path(name), whole, parse(whole, name)), pack)
    return side_of_profile(profile, Report(year=year))


def both(pack: Pack) -> Comparison:
    return compare(side(LAST, 2025, pack), side(NOW, 2026, pack), pack)


def test_figures_stand_side_by_side_with_their_change(pack: Pack) -> None:
    assert list(compare_lines(both(pack))) == [
        "上年：2025年度，青石桥街道办事处（2025.yaml，7个数）",
        "本年：2026年度，青石桥街道办事处（2026.yaml，7个数）",
        "执法",
        "  检查次数  580次 → 635次  +55  增长9.5%",
        "  处罚件数  0件 → 12件  +12  （上年为0）",
        "  罚没金额  1.98万元 → 2万余元  （约数）",
        "  合计件数  580件 → 647件  +67  增长11.6%",
        "纠纷",
        "  受理件数  40件 → 40件  0  持平",
        "  成功件数  38件 → 39件  +1  增长2.6%",
        "  成功率  95.0% → 97.5%  +2.5个百分点  提高2.5个百分点",
    ]


def test_what_one_year_lacks_is_said(pack: Pack) -> None:
    text = LAST.replace("检查次数: 580, ", "")
    found = compare(side(text, 2025, pack), side(NOW, 2026, pack), pack)
    assert "  检查次数  — → 635次  （上年没有）" in list(compare_lines(found))


def test_part_of_a_year_is_not_held_against_the_whole(pack: Pack) -> None:
    now = replace(side(NOW, 2026, pack), as_of=date(2026, 11, 30))
    found = compare(side(LAST, 2025, pack), now, pack)
    lines = list(compare_lines(found))
    assert "  检查次数  580次 → 635次  （两年的起止不同）" in lines
    assert "  成功率  95.0% → 97.5%  +2.5个百分点  提高2.5个百分点" in lines
    assert found.notes == ("两年的起止日期不同，件数一类不算同比。",)


def test_same_period_of_last_year_is_taken_from_the_profile(pack: Pack) -> None:
    text = NOW.replace("检查次数: 635", "检查次数: {值: 635, 上年: 500}")
    now = replace(side(text, 2026, pack), as_of=date(2026, 11, 30), has_same_period=True)
    lines = list(compare_lines(compare(side(LAST, 2025, pack), now, pack)))
    assert "  检查次数  500次 → 635次  +135  增长27.0%" in lines


def test_a_last_year_typed_otherwise_is_noted(pack: Pack) -> None:
    text = NOW.replace("检查次数: 635", "检查次数: {值: 635, 上年: 590}")
    found = compare(side(LAST, 2025, pack), side(text, 2026, pack), pack)
    assert found.notes == ("执法.检查次数：2026.yaml的上年写“590次”，2025.yaml是“580次”。",)


def test_years_in_the_wrong_order_are_refused(pack: Pack) -> None:
    with pytest.raises(UsageProblem, match="次序反了"):
        compare(side(LAST, 2026, pack), side(NOW, 2025, pack), pack)


def report(year: int, *sections: tuple[str, str]) -> Report:
    found = tuple(Section("一、", h, 1, (Paragraph(text),)) for h, text in sections)
    return Report(year=year, sections=found, organs=("青石桥街道办事处",))


def report_side(year: int, pack: Pack, *sections: tuple[str, str]) -> Side:
    whole = report(year, *sections)
    return side_of_report(f"{year}.txt", whole, harvest(match(whole, pack), pack))


SAME = "街道在老街口设立便民窗口，群众办事少跑一趟路。"


def test_reports_tell_sections_and_reused_text(pack: Pack) -> None:
    last = report_side(
        2025,
        pack,
        ("2025年的成效", "开展检查580次。"),
        ("化解纠纷", SAME),
        ("机关党建", "另有一事，写在这里备查。"),
    )
    now = report_side(
        2026,
        pack,
        ("2026年的成效", "开展检查635次。"),
        ("其他情况", SAME),
        ("机关党的建设", "又有新事，同样写在这里备查。"),
    )
    found = compare(last, now, pack)
    assert (found.gained, found.lost) == (("其他情况",), ("化解纠纷",))
    assert found.reused == 100
    assert [line.change for line in found.lines] == ["增长9.5%"]


def test_profiles_have_no_share_of_reused_text(pack: Pack) -> None:
    assert both(pack).reused is None


def test_json_keeps_exact_decimals(pack: Pack) -> None:
    text = compare_json(both(pack))
    assert '"value": 97.5,' in text
    data = json.loads(text)
    assert [f["key"] for f in data["figures"]][:2] == ["执法.检查次数", "执法.处罚件数"]
    assert data["figures"][0]["difference"] == 55
    assert data["figures"][2]["why_not"] == "约数"
    assert data["reused_percent"] is None


def test_the_page_is_whole_and_draws_the_changes(pack: Pack) -> None:
    page = write_html(both(pack))
    assert not re.search(r"(?:src|href)=|<script|https?:", page)
    body = re.sub(r"^<!doctype html>\n", "", page).replace('<meta charset="utf-8">', "")
    tree = ElementTree.fromstring(body.replace("<title>", "<title>"))
    charts = tree.findall(".//svg")
    assert charts[0].get("aria-label") == "变动最大的数"
    drawn = [text.text for text in charts[0].findall("text")]
    assert drawn == ["合计件数", "增长11.6%", "检查次数", "增长9.5%", "成功件数", "增长2.6%"]
    assert len(charts) == 1 + 7


def test_what_profiles_say_is_escaped(pack: Pack) -> None:
    odd = replace(both(pack), notes=("<script>alert(1)</script>",))
    assert "<script>" not in write_html(odd)


def test_excel_holds_numbers(pack: Pack) -> None:
    page = openpyxl.load_workbook(io.BytesIO(write_xlsx(both(pack)))).active
    rows = list(page.iter_rows(min_row=3, values_only=True))
    assert rows[1] == ("执法", "检查次数", "次", 580, 635, 55, "增长9.5%", None)
    assert rows[3] == ("执法", "罚没金额", "元", 19800, "2万余元", None, None, "约数")
