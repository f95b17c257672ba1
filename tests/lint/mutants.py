"""Mutants of a clean draft: each breaks one thing, and lists what it must and may raise."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

Change = Callable[[str], str]
MUTATIONS = Path(__file__).parent / "mutations"
# Where the lists put words in.
PLACES = {"at_start": r"^街道下辖社区6个，", "online": r"全程线上办理执法案件139件。"}
PARTS = {
    "achievements": "主要举措和成效",
    "shortcomings": "存在的不足和原因",
    "principals": "第一责任人职责",
    "plan": "主要安排",
}


def hold(found: frozenset[str], must: frozenset[str], may: frozenset[str], where: str = "") -> None:
    """Assert that a mutant's defect was found, and nothing but what follows from it."""
    assert must - found == frozenset(), f"not found {where}"
    assert found - must - may == frozenset(), f"false alarm {where}"


@dataclass(frozen=True, slots=True)
class Mutant:
    """One defect put into a draft in Markdown.

    rule: the rule it is made for. must: codes that have to be found; may: codes that follow from
    the same defect and may be found too. Any other finding is a false alarm. in_table: the defect
    is in the annex, which a text file doesn't have. lost_in_word: the tree of a report doesn't carry
    it, so that writing a Word file takes it away (its like in Word: tests/lint/mutants_look.py).
    """

    rule: str
    name: str
    change: Change
    must: frozenset[str]
    may: frozenset[str] = frozenset()
    in_table: bool = False
    lost_in_word: bool = False


def replaced(pattern: str, by: str, count: int = 1) -> Change:
    """Replace what a pattern finds; it has to find something."""

    def change(text: str) -> str:
        changed, found = re.subn(pattern, by, text, count=count, flags=re.MULTILINE)
        assert found, f"nothing to mutate: {pattern}"
        return changed

    return change


def without_section(words: str) -> Change:
    """Leave out a section with everything below it, its heading named by some of its words."""
    return _cut(words, keep_heading=False)


def without_text(words: str) -> Change:
    """Leave out everything below a heading."""
    return _cut(words, keep_heading=True)


def section_first(words: str) -> Change:
    """Move a section before all others; the ordinals are made to fit."""

    def change(text: str) -> str:
        start, end = _section(text, words)
        rest = text[:start] + text[end:]
        first = re.search(r"^## ", rest, re.MULTILINE)
        assert first is not None
        return renumbered(rest[: first.start()] + text[start:end] + rest[first.start() :])

    return change


def swapped(first: str, second: str) -> Change:
    """Let two sections change places; the ordinals are made to fit."""

    def change(text: str) -> str:
        a, b = _section(text, first), _section(text, second)
        assert a[1] <= b[0]
        moved = text[b[0] : b[1]] + text[a[1] : b[0]] + text[a[0] : a[1]]
        return renumbered(text[: a[0]] + moved + text[b[1] :])

    return change


def both(*changes: Change) -> Change:
    """Apply one change after the other."""

    def change(text: str) -> str:
        for step in changes:
            text = step(text)
        return text

    return change


def renumbered(text: str) -> str:
    """Number the sections of the first level anew."""
    numbers = iter("一二三四五六七八九")
    return re.sub(
        r"^## [一二三四五六七八九]、", lambda _: f"## {next(numbers)}、", text, flags=re.MULTILINE
    )


def _section(text: str, words: str) -> tuple[int, int]:
    head = re.search(rf"^(#+) .*{words}.*$", text, re.MULTILINE)
    assert head is not None, f"no heading with {words}"
    level = len(head[1])
    following = re.compile(rf"^#{{1,{level}}} |^附件：", re.MULTILINE).search(text, head.end())
    return head.start(), following.start() if following else len(text)


def _cut(words: str, *, keep_heading: bool) -> Change:
    def change(text: str) -> str:
        start, end = _section(text, words)
        kept = text[start:end].partition("\n")[0] + "\n\n" if keep_heading else ""
        return text[:start] + kept + text[end:]

    return change


def m(
    rule: str, name: str, change: Change, must: str, may: str = "", *, lost_in_word: bool = False
) -> Mutant:
    """Make a mutant; the codes stand in one string, a defect of the table says so in its name."""
    codes = frozenset(must.split()), frozenset(may.split())
    in_table = "table" in name.split(",")[0]
    return Mutant(rule, name, change, *codes, in_table=in_table, lost_in_word=lost_in_word)


def put(behind: str, words: str) -> Change:
    """Put words behind what a pattern finds."""
    return replaced(f"({behind})", r"\g<1>" + words.replace("\\", r"\\"))


def listed(name: str) -> Iterator[Mutant]:
    """Read the mutants of tests/lint/mutations/<name>.yaml: words replaced, or put in."""
    for entry in YAML(typ="safe").load(MUTATIONS / f"{name}.yaml"):
        if "put" in entry:
            change = put(PLACES.get(entry["behind"], entry["behind"]), entry["put"])
        else:
            change = replaced(entry["what"], entry["by"], 0 if entry.get("all") else 1)
        must = entry["must"]
        yield m(must.split()[0], entry["name"], change, must, entry.get("may", ""))


GONE = "F001"  # a section cut away takes its figures with it
JUMP = "F011"  # a figure far from last year's

MUTANTS = (
    m("S002", "principals behind the plan", swapped(PARTS["principals"], PARTS["plan"]), "S002"),
    m(
        "S002",
        "plan and achievements swapped",
        swapped(PARTS["achievements"], PARTS["plan"]),
        "S002",
    ),
    m("S003", "text of the principals' part cut", without_text(PARTS["principals"]), "S003", GONE),
    m(
        "S004",
        "causes left out of two, the third a wish",
        both(replaced(r"原因在于[^。]*。", "", 2), replaced(r"原因在于[^。]*。", "要下功夫解决。")),
        "S004",
    ),
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
    m("S004", "all causes cut", replaced(r"原因在于[^。]*。", "", 0), "S004"),
    m("S004", "causes turned into signs", replaced(r"原因在于", "具体表现为", 0), "S004"),
    m("S004", "two of three causes cut", replaced(r"原因在于[^。]*。", "", 2), "S004"),
    m(
        "T001",
        "an asterisk for a number",
        replaced(r"开展行政检查[\d余万]+次", "开展行政检查*次"),
        "T001",
        GONE,
    ),
    m("F002", "万 lost", replaced(r"罚没金额([\d.]+)万元。", r"罚没金额\1元。"), "F002", JUMP),
    m(
        "F002",
        "ten times too many",
        replaced(r"(召开法治建设专题会议\d+)次", r"\g<1>0次"),
        "F002",
        JUMP,
    ),
    m(
        "F003",
        "a whole that grew",
        replaced(r"(受理信访事项\d+)件", r"\g<1>0件"),
        "F003 F002",
        JUMP,
    ),
)


# What a careful clerk does to a draft in Word: none of it is a defect.
HARMLESS: dict[str, Change] = {
    "full-width digits": lambda text: text.translate(
        {ord(str(n)): chr(0xFF10 + n) for n in range(10)}
    ),
    "blanks around numbers": replaced(r"(?<=[\u4e00-\u9fff])(\d+)(?=[次件名])", r" \1 ", 0),
    "thousands separated": replaced(r"(?<![\d.])(\d)(\d{3})(?=[次件家条])", r"\1,\2", 0),
    "other words for the same figure": replaced("开展行政检查", "实施行政检查共计"),
    "a heading by another name": replaced("规范行政执法行为，提高执法质量", "严格规范公正文明执法"),
    "年 for 年度 in headings": replaced(r"^(## .、\d{4})年度", r"\1年", 0),
    "sentences changing places": replaced(r"(实施行政强制\d+件。)(作出行政许可[^。]*。)", r"\2\1"),
    "last year added": replaced(r"(开展行政检查\d+次)", r"\1，较2025年有所增加"),
    "a part of a figure added": replaced(
        r"(开展行政检查\d+次)", r"\1，其中一季度行政检查260次，北塔社区行政检查98次"
    ),
    "a rounder number": replaced(r"主动公开信息(\d)\d\d条", r"主动公开信息\g<1>00余条"),
    "a figure in yuan": replaced(r"罚没金额7\.46万元", "罚没金额74600元"),
    "points turned into paragraphs": replaced(r"。([二三]是)", r"。\n\n\1", 0),
    "a closing sentence": replaced(r"^附件：", "特此报告。\n\n附件："),
    "what is no rate rises": replaced(
        r"^街道下辖", "办事效率明显提升，着力提高群众满意率，街道下辖"
    ),
    "a slogan parted by blanks": replaced(r"^街道下辖", "开展“学法规 守纪律 重实践”竞赛，街道下辖"),
    "a hotline and a place in a row": replaced(
        r"^街道下辖", "居民可拨打12345，街道综合排名全区第3，下辖"
    ),
    "what one leader did of it": replaced(
        r"(全程线上办理执法案件\d+件。)",
        r"\1党工委书记主持研究法治议题6项，办事处主任主持研究法治议题4项。",
    ),
    "an award for last year": replaced(
        r"^街道下辖", "2名调解员获2025年度全区优秀调解员称号，街道下辖"
    ),
    "nobody complained": replaced(r"^街道下辖", "全年零投诉、零上访，街道下辖"),
    "an organ that was": replaced(r"^街道下辖", "原工商局的旧址改作调解室，街道下辖"),
    "study and study again": replaced(r"^街道下辖", "疑难问题请律师来研究研究，街道下辖"),
    "times of a doing": replaced(r"^街道下辖", "组织案卷评查3次，街道下辖"),
    "a quotation": replaced(r"^街道下辖", "“街镇一体”的老区位上，街道下辖"),
}
