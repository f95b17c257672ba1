from __future__ import annotations

from pathlib import Path

from drafter.mining.assemble import Assembled, Own, assemble
from drafter.mining.offices import office_of
from drafter.pack.sealing import seal
from drafter.pack.writing import Evidence, write_pack
from tests.mining.reports import EARLIER, LATEST, mined, parse, standard


def _template(assembled: Assembled, name: str) -> str:
    return assembled.pack.templates[name].source


def test_sentences_become_lines_with_slots() -> None:
    lines = _template(mined(LATEST), "enforcement.j2").splitlines()
    assert lines[0] == "{{ 首点 }}检查合并做。"
    assert lines[1] == (
        "{{ 期间 }}开展行政检查{{ 行政执法.行政检查次数 }}，作出行政处罚{{ 行政执法.行政处罚件数 }}，"
        "罚没款{{ 行政执法.罚没金额 }}。"
    )


def test_year_and_unit_become_names() -> None:
    assert _template(mined(LATEST), "preamble.j2").startswith("{{ 年度 }}年，{{ 单位 }}围绕")
    headings = [p[-1].heading.variants[0].text for p in mined(LATEST).pack.outline.walk()]
    assert "{年度}年度推进法治政府建设的主要举措和成效" in headings
    assert "{次年}年度推进法治政府建设的主要安排" in headings


def test_one_years_date_place_and_event_are_marked() -> None:
    assert "【更新：时间】在【更新：地点】开展“【更新：活动名称】”活动" in _template(
        mined(LATEST), "enforcement.j2"
    )


def test_number_shared_by_two_indicators_keeps_its_wording_while_they_agree() -> None:
    lines = _template(mined(LATEST), "mediation.j2").splitlines()
    start = next(number for number, line in enumerate(lines) if " == " in line)
    condition, together, _, apart, _ = lines[start : start + 5]
    first, second = condition.removeprefix("{% if ").removesuffix(" %}").split(" == ")
    assert f"办结率、好评率均为{{{{ {first} }}}}。" == together
    assert f"办结率{{{{ {first} }}}}、好评率{{{{ {second} }}}}。" == apart


def test_targets_are_apart_from_results() -> None:
    keys = mined(LATEST).pack.indicators.by_key
    assert {"下年目标", "矛盾纠纷"} <= {key.partition(".")[0] for key in keys}
    assert "{{ 下年目标." in _template(mined(LATEST), "next_year.j2")


def test_last_years_shortcomings_ask_to_be_rewritten() -> None:
    source = _template(mined(LATEST), "shortcomings.j2")
    assert source.startswith("{% if 问题 %}")
    assert source.count("【核对：") == 2


def test_prescribed_part_that_was_never_written_is_put_in() -> None:
    without = LATEST.replace(
        "三、2024年度党政主要负责人履行推进法治建设第一责任人职责的情况\n党工委书记听取法治工作汇报4次。\n四、",
        "三、",
    )
    found = mined(without)
    assert "first_responsible" in found.added
    parts = [section.part for section in found.pack.outline.sections]
    assert parts == ["achievements", "shortcomings", "first_responsible", "next_year", "other"]


def test_part_that_only_an_older_report_has_is_put_in() -> None:
    plan = LATEST.index("四、2025年度")
    end = LATEST.index("青石桥街道办事处\n2025年")
    assert "next_year" in mined(EARLIER, LATEST[:plan] + LATEST[end:]).added
    assert "next_year" not in mined(EARLIER, LATEST).added


def test_figures_of_all_years_stand_under_one_indicator() -> None:
    (_, latest), (_, earlier) = mined(EARLIER, LATEST).years
    assert (
        latest["行政执法.行政检查次数"].text, earlier["行政执法.行政检查次数"].text,
    ) == ("635次", "580次")  # fmt: skip


def test_derived_rate_stays_derived_while_every_year_bears_it_out() -> None:
    indicator = mined(EARLIER, LATEST).pack.indicators.by_key["矛盾纠纷.成功率"]
    assert indicator.derive is not None and indicator.places == 1


def test_rate_that_contradicts_its_parts_is_typed() -> None:
    wrong = LATEST.replace("98.0%。", "97.1%。")
    assert mined(wrong).pack.indicators.by_key["矛盾纠纷.成功率"].derive is None


def test_pack_written_and_loaded_is_the_same_pack(tmp_path: Path) -> None:
    from drafter.pack.loader import load_pack

    pack = mined(EARLIER, LATEST).pack
    files = {name: text.encode() for name, text in write_pack(pack, Evidence()).items()}
    for path in standard().pack.folder.glob("*.yaml"):
        files.setdefault(path.name, path.read_bytes())
    for name, data in seal(files).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    loaded = load_pack(tmp_path)
    assert pack.indicators.by_key == loaded.indicators.by_key
    assert list(pack.indicators.by_key) == list(loaded.indicators.by_key)
    assert pack.outline == loaded.outline
    assert {n: t.source for n, t in pack.templates.items()} == {
        n: t.source for n, t in loaded.templates.items()
    }
    assert (pack.title, pack.lists, pack.unit) == (loaded.title, loaded.lists, loaded.unit)


def test_change_against_last_year_is_computed_where_last_year_is_known() -> None:
    text = LATEST.replace("成功调解196件", "比上年增长11.1%，成功调解196件")
    lines = _template(mined(text), "mediation.j2").splitlines()
    at = lines.index("{% if 矛盾纠纷.受理件数.有上年 %}")
    assert "，比上年{{ 矛盾纠纷.受理件数.同比 }}，" in lines[at + 1]
    assert "，比上年增长{{ 矛盾纠纷.受理矛盾纠纷增幅 }}，" in lines[at + 3]


def test_claim_of_none_or_all_asks_whether_it_still_holds() -> None:
    text = LATEST.replace("成功调解196件，", "成功调解196件，无人员伤亡，")
    line = next(
        line for line in _template(mined(text), "mediation.j2").splitlines() if "无人员伤亡" in line
    )
    assert line.endswith("【核对：上一份报告这样写，本年是否仍如此】。")


def test_remark_on_several_sentences_stands_behind_the_last_of_them() -> None:
    report = parse(LATEST)
    own = [Own(report, 2024, "2024.txt")]
    judge = {1: ((0, 500, "通篇没有写到"), (0, 8, "开头不对"))}
    found = assemble(own, office_of(report), standard(), "ours", lambda _: judge)
    first, second = _template(found, "preamble.j2").splitlines()
    assert first.endswith("【核对：开头不对】。") and "通篇" not in first
    assert second.endswith("【核对：通篇没有写到】。")


def test_what_only_an_older_report_counts_waits_behind_an_if() -> None:
    older = EARLIER.replace("罚没款1.98万元。", "罚没款1.98万元。修剪危树35株。")
    source = _template(mined(older, LATEST), "enforcement.j2")
    assert "{% if 行政执法.修剪危树 %}修剪危树{{ 行政执法.修剪危树 }}。{% endif %}" in source


def test_meetings_that_the_pack_knows_are_its_term_once() -> None:
    text = LATEST.replace(
        "围绕群众办事",
        "贯彻党的二十大和二十届二中、三中全会精神，贯彻市委十三届五次全会精神，围绕群众办事",
    )
    line = _template(mined(text), "preamble.j2").splitlines()[0]
    assert "贯彻{{ 会议精神 }}，贯彻市委【更新：会议精神】，" in line


def test_spirit_of_the_congress_alone_is_the_meetings_term() -> None:
    text = LATEST.replace("围绕群众办事", "学习贯彻党的二十大精神，围绕群众办事")
    assert "学习贯彻{{ 会议精神 }}，" in _template(mined(text), "preamble.j2")


def test_part_is_put_in_though_a_section_of_its_topic_stands_elsewhere() -> None:
    first = "三、2024年度党政主要负责人履行推进法治建设第一责任人职责的情况\n党工委书记听取法治工作汇报4次。\n"
    text = LATEST.replace(first, "").replace("四、2025", "三、2025")
    text = text.replace("（二）化解", "（二）抓住“关键少数”\n班子成员述法11人。\n（三）化解")
    found = mined(text)
    assert found.added == ("first_responsible_2", "other")
    sections = [path[-1] for path in found.pack.outline.walk()]
    keys = [section.key for section in sections]
    assert len(keys) == len(set(keys)) and "first_responsible" in keys
    assert "first_responsible_2.j2" in found.pack.templates


def test_report_about_the_subject_gets_all_parts_though_its_headings_name_none() -> None:
    text = LATEST.replace("一、2024年度推进法治政府建设的主要举措和成效\n", "一、抓好两件事\n")
    head, _, _ = text.partition("二、2024年度")
    parts = [section.part for section in mined(head).pack.outline.sections]
    assert parts == ["achievements", "shortcomings", "first_responsible", "next_year", "other"]


def test_report_about_something_else_gets_no_part() -> None:
    text = "青石桥街道办事处2024年防汛工作总结\n2024年，青石桥街道办事处做好防汛。\n一、物资\n储备沙袋200个。\n"
    assert [section.part for section in mined(text).pack.outline.sections] == [None]


def test_section_the_spine_lacks_stands_in_its_place_and_waits_for_its_figures() -> None:
    found = mined(LATEST)
    (first,) = [s for s in found.pack.outline.sections if s.part == "achievements"]
    assert [(s.key, s.required.everyone) for s in first.sections] == [
        ("study", False),
        ("functions", False),
        ("business", False),
        ("rules", False),
        ("decision", False),
        ("enforcement", True),
        ("emergency", False),
        ("mediation", True),
        ("review", False),
        ("oversight", False),
        ("publicity", False),
        ("digital", False),
    ]
    lines = _template(found, "emergency.j2").splitlines()
    assert all(line.startswith(("{#", "{% if ")) for line in lines)


def test_report_of_another_kind_lacks_nothing() -> None:
    text = "青石桥街道办事处2024年防汛工作总结\n2024年，青石桥街道办事处做好防汛。\n一、应急预案\n开展应急演练6场。\n"
    assert [path[-1].key for path in mined(text).pack.outline.walk()] == ["emergency"]
