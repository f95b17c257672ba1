"""Each mutant of the drafted sample is found, by its rule, and nothing else is.

The sample is drafted from its profile, mutated as Markdown and read back; the same mutants go
through Word with every run split in two.
"""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

import pytest

from drafter.lint.draft import Draft
from drafter.lint.linter import lint
from drafter.lint.rules import RULES
from drafter.profile.load import load_profile
from drafter.profile.profile import Profile
from drafter.readers import read
from drafter.rendering.renderer import Renderer
from drafter.report import Report
from drafter.writers import docx, markdown
from drafter.writers.properties import describe
from tests.external import TOP
from tests.lint.builders import pack
from tests.lint.mutants import (
    PARTS,
    Change,
    Mutant,
    both,
    renumbered,
    replaced,
    section_first,
    swapped,
    without_section,
    without_text,
)

LEAST = 3
LEAST_RUNS = 100


def m(rule: str, name: str, change: Change, must: str, may: str = "") -> Mutant:
    return Mutant(rule, name, change, frozenset(must.split()), frozenset(may.split()))


GONE = "F001"  # a section cut away takes its figures with it

MUTANTS = (
    m(
        "S001",
        "principals cut, ordinals mended",
        both(without_section(PARTS["principals"]), renumbered),
        "S001",
        GONE,
    ),
    m(
        "S001",
        "shortcomings cut, ordinals not mended",
        without_section(PARTS["shortcomings"]),
        "S001 S005",
        GONE,
    ),
    m(
        "S001",
        "heading of the principals deleted, text left",
        replaced(r"^## .*第一责任人职责.*\n\n", ""),
        "S001 S005",
        "S004",
    ),
    m(
        "S001",
        "plan renamed beyond recognition",
        replaced(r"2027年度推进法治政府建设的主要安排", "结语"),
        "S001",
        "Y001",
    ),
    m(
        "S001",
        "a required lower section cut",
        without_section("规范行政执法行为"),
        "S001 S005",
        GONE,
    ),
    m("S002", "plan first", section_first(PARTS["plan"]), "S002"),
    m(
        "S002",
        "shortcomings and plan swapped",
        swapped(PARTS["shortcomings"], PARTS["plan"]),
        "S002",
    ),
    m("S002", "shortcomings first", section_first(PARTS["shortcomings"]), "S002"),
    m("S003", "text of a part cut", without_text(PARTS["plan"]), "S003", GONE),
    m(
        "S003",
        "text of the first lower section cut",
        without_text("深入学习贯彻习近平法治思想"),
        "S003",
        GONE,
    ),
    m("S003", "text of the last lower section cut", without_text("（十二）"), "S003", GONE),
    m(
        "S003",
        "a heading without text put in",
        replaced(r"^## 二、", "### （十三）加强法治队伍建设\n\n## 二、"),
        "S003",
    ),
    m("S004", "all causes cut", replaced(r"原因在于[^。]*。", "", 0), "S004"),
    m("S004", "causes turned into signs", replaced(r"原因在于", "具体表现为", 0), "S004"),
    m("S004", "two of three causes cut", replaced(r"原因在于[^。]*。", "", 2), "S004"),
    m("S005", "heading deleted, text left", replaced(r"^### （六）.*\n\n", ""), "S005", "S001"),
    m("S005", "a heading numbered twice", replaced(r"^### （七）", "### （六）"), "S005"),
    m("S005", "a point skipped", replaced(r"^四是", "五是"), "S005"),
    m("S005", "the first point unmarked", replaced(r"^一是(?=党工委)", ""), "S005"),
    m(
        "T001",
        "a figure turned into a placeholder",
        replaced(r"开展行政检查[\d余万]+次", "开展行政检查【待填：行政检查次数】"),
        "T001",
    ),
    m("T001", "XX in the body", replaced(r"石梁社区", "XX社区"), "T001"),
    m(
        "T001",
        "a box in the table",
        replaced(r"\| 行政检查 \| [^|]*\|", "| 行政检查 | □ |"),
        "T001",
    ),
    m(
        "T001",
        "a mark to check in a heading",
        replaced(r"^(### （二）.*)$", r"\1【核对：标题】"),
        "T001",
    ),
    m("T002", "a slot in the title", replaced(r"^# 青石桥街道办事处", "# {单位}"), "T002"),
    m(
        "T002",
        "words of the regulation in a heading",
        replaced(r"^## 一、2026年度", "## 一、上一年度"),
        "T002",
    ),
    m("T002", "Jinja in the body", replaced(r"^街道下辖", "{% if 村居 %}街道下辖"), "T002"),
    m("Y001", "last year in the title", replaced(r"^# (.*)2026年", r"# \g<1>2025年"), "Y001"),
    m("Y001", "last year in a heading", replaced(r"^## 二、2026年度", "## 二、2025年度"), "Y001"),
    m("Y001", "plan for this year", replaced(r"^## 四、2027年度", "## 四、2026年度"), "Y001"),
    m("Y001", "last year in the opening", replaced(r"^2026年，", "2025年，"), "Y001"),
    m("F001", "a clause cut", replaced(r"，组织执法培训\d+场次", ""), "F001"),
    m("F001", "a sentence cut", replaced(r"现聘请法律顾问[^。]*。", ""), "F001"),
    m("F001", "a number turned into words", replaced(r"走访企业\d+家次", "走访企业多家"), "F001"),
    m("F001", "the text cut, the table left", replaced(r"^[^\n|]*罚没金额[^\n|]*\n", ""), "F001"),
    m(
        "F002",
        "digits changed places",
        replaced(r"开展行政检查(\d*)(\d)(\d)次", r"开展行政检查\g<1>\3\2次"),
        "F002",
    ),
    m("F002", "万 lost", replaced(r"罚没金额([\d.]+)万元，", r"罚没金额\1元，"), "F002"),
    m(
        "F002",
        "a cell of the table",
        replaced(r"^(\| 行政检查 \| \d+次 \| )\d+次", r"\g<1>3571次"),
        "F002",
    ),
    m(
        "F002",
        "ten times too many",
        replaced(r"(召开法治建设专题会议\d+)次", r"\g<1>0次"),
        "F002",
    ),
    m(
        "F002",
        "a count that a rate is made of",
        replaced(r"成功调解\d+件", "成功调解409件"),
        "F002 F003",
    ),
    m("F003", "a rate of its own", replaced(r"调解成功率[\d.]+%", "调解成功率91.7%"), "F003"),
    m(
        "F003",
        "a rate with other places",
        replaced(r"信访办结率([\d.]+)%", r"信访办结率\g<1>5%"),
        "F003",
    ),
    m("F003", "a whole that grew", replaced(r"(受理信访事项\d+)件", r"\g<1>0件"), "F003 F002"),
    m(
        "F003",
        "a rate copied from another",
        replaced(r"隐患整改率[\d.]+%", "隐患整改率90.9%"),
        "F003",
    ),
    m(
        "Y001",
        "dated next year, as of November",
        replaced(r"^2026年12月10日", "2027年1月12日"),
        "Y001",
    ),
    m("N001", "another street in the body", replaced(r"^街道下辖", "南屏街道下辖"), "N001"),
    m("N001", "another district", replaced(r"云溪区年度", "江干区年度"), "N001"),
    m(
        "N001",
        "a town in a heading",
        replaced(r"^## 二、2026年度推进", "## 二、2026年度柳河镇推进"),
        "N001",
    ),
    m(
        "N001",
        "another street’s organ",
        replaced(r"^党工委书记、办事处主任", "月湖街道办事处主任"),
        "N001",
    ),
)


@cache
def profile() -> Profile:
    return load_profile(TOP / "profiles" / "qingshiqiao-2026.yaml", pack())


@cache
def sample() -> str:
    return markdown.write(Renderer(pack()).render(profile()).report)


def split_runs(data: bytes) -> bytes:
    """Cut every text of a Word file in two runs, as editing in Word does."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename == "word/document.xml":
                content = _split(content.decode()).encode()
            new.writestr(item, content)
    return out.getvalue()


def _split(xml: str) -> str:
    run = re.compile(r"(<w:r>(?:<w:rPr>.*?</w:rPr>)?)<w:t(?: [^>]*)?>([^<]{2,})</w:t></w:r>")

    def cut(found: re.Match[str]) -> str:
        middle = len(found[2]) // 2
        if "&" in found[2]:
            return found[0]
        halves = (found[2][:middle], found[2][middle:])
        return "".join(f'{found[1]}<w:t xml:space="preserve">{h}</w:t></w:r>' for h in halves)

    split, count = run.subn(cut, xml)
    assert count > LEAST_RUNS
    return split


def read_markdown(text: str, folder: Path) -> Report:
    path = folder / "draft.md"
    path.write_text(text, encoding="utf-8")
    return read(path, pack().outline)


def read_word(text: str, folder: Path) -> Report:
    report = read_markdown(text, folder)
    path = folder / "draft.docx"
    path.write_bytes(split_runs(docx.write(report, pack().layout, describe(report))))
    return read(path, pack().outline)


FORMS = {"md": read_markdown, "docx": read_word}


def codes(report: Report) -> frozenset[str]:
    outcome = lint(Draft("sample", report, pack(), profile(), True))
    return frozenset(found.code for found in outcome.diagnostics)


@pytest.mark.parametrize("form", FORMS)
def test_the_sample_itself_is_clean(form: str, tmp_path: Path) -> None:
    assert codes(FORMS[form](sample(), tmp_path)) == frozenset()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: f"{mutant.rule}: {mutant.name}")
def test_mutant_is_found_and_nothing_else(mutant: Mutant, form: str, tmp_path: Path) -> None:
    found = codes(FORMS[form](mutant.change(sample()), tmp_path))
    assert mutant.must - found == frozenset(), "not found"
    assert found - mutant.must - mutant.may == frozenset(), "false alarm"


def test_every_rule_has_its_mutants() -> None:
    counts = {rule.code: sum(mutant.rule == rule.code for mutant in MUTANTS) for rule in RULES}
    assert {code: n for code, n in counts.items() if n < LEAST} == {}


def test_each_open_figure_is_one_finding_and_a_rate_waits_with_its_operand(tmp_path: Path) -> None:
    source = (TOP / "profiles" / "qingshiqiao-2026.yaml").read_text(encoding="utf-8")
    opened = re.sub(
        r"^(    (?:受理件数|行政检查次数|法律顾问名数|宣传资料份数):).*$", r"\1", source, flags=re.M
    )
    path = tmp_path / "profile.yaml"
    path.write_text(opened, encoding="utf-8")
    loaded = load_profile(path, pack())
    report = read_markdown(markdown.write(Renderer(pack()).render(loaded).report), tmp_path)
    found = lint(Draft("sample", report, pack(), loaded, True)).diagnostics
    open_keys = [
        key
        for key, entry in loaded.entries.items()
        if not entry.figure and entry.waits_for == () and entry.state.name == "MISSING"
    ]
    assert len(open_keys) >= LEAST
    assert [d.code for d in found] == ["T001"] * len(open_keys)
    assert all(str(path) in d.mend for d in found)
