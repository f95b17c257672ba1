"""Mutants for the rules on wording and on what must not be published (T003-T012, P001-P005)."""

from __future__ import annotations

import re

from tests.lint.mutants import PLACES, Change, m, put, replaced


def again(pattern: str, behind: str) -> Change:
    """Say a sentence of the draft once more, behind other words."""

    def change(text: str) -> str:
        found = replaced_source(text, pattern)
        return put(behind, found)(text)

    return change


def again_from(other: str, pattern: str, behind: str) -> Change:
    """Put a stretch of another text behind words of this one."""
    return put(behind, replaced_source(other, pattern))


def replaced_source(text: str, pattern: str) -> str:
    """Return the first stretch a pattern finds."""
    found = re.search(pattern, text, re.MULTILINE)
    assert found is not None, f"nothing to repeat: {pattern}"
    return found[0]


ONLINE = PLACES["online"]

TEXT = (
    m(
        "T003",
        "a sentence said again in another section",
        again(r"北塔社区把中学门前的公交站改成法治候车亭[^。]*。", ONLINE),
        "T003",
    ),
    m(
        "T003",
        "a paragraph pasted twice",
        again(r"\n\n石梁社区菜市场改造决策前[^\n]*", ONLINE),
        "T003",
        "F004 F002 F012",
    ),
    m(
        "T003",
        "with half-width marks",
        put(
            ONLINE,
            "对情节轻微并及时改正的依法不予处罚,做到同一商户同一事项半年内不重复上门,由同一组人员复查到底。"
            "对情节轻微并及时改正的依法不予处罚，做到同一商户同一事项半年内不重复上门，由同一组人员复查到底。",
        ),
        "T003 T005",
    ),
    m(
        "T003",
        "a plan said twice",
        again(r"八是上半年为31栋[^。]*。", r"不合格的不再聘用。"),
        "T003",
        "F012 S005 S006",
    ),
    m(
        "T003",
        "the end of a long sentence said again",
        again(r"月塘社区居民申请临时救助由跑两趟改为在社区一次交齐。", r"在社区一次交齐。"),
        "T003",
    ),
    m(
        "T005",
        "all of them",
        lambda text: text.translate(str.maketrans("，：；（）", ",:;()")),
        "T005",
        "F001 T006 S008",
    ),
    m(
        "T006",
        "a stop behind a heading of the first level",
        replaced(r"^(## 二、[^\n]*)$", r"\1。"),
        "T006",
        lost_in_word=True,
    ),
    m(
        "T006",
        "a colon behind one of the second",
        replaced(r"^(### （四）[^\n]*)$", r"\1："),
        "T006",
        lost_in_word=True,
    ),
    m(
        "T006",
        "a colon behind one of the first level",
        replaced(r"^(## 四、[^\n]*)$", r"\1："),
        "T006",
        lost_in_word=True,
    ),
    m(
        "T006",
        "the last heading",
        replaced(r"^(## 五、[^\n]*)$", r"\1。"),
        "T006",
        lost_in_word=True,
    ),
    m(
        "T006",
        "all headings of the second level",
        replaced(r"^(### [^\n]*)$", r"\1。", 0),
        "T006",
        lost_in_word=True,
    ),
    m(
        "P002",
        "before the title",
        replaced(r"^(# [^\n]*)\n", "机密★1年\n\n\\1\n"),
        "P002",
        lost_in_word=True,
    ),
)
