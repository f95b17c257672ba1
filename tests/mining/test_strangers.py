from __future__ import annotations

from drafter.mining.evidence import Evidence, gather
from drafter.mining.strangers import REASON, common_grams, strange_sentences
from tests.mining.reports import LATEST, parse, standard

STORY = "碾坊改成茶座那天，老人带着孙辈来听一段评书。"
COMMON = "发现问题当场交办，逾期不改的由分管领导约谈负责人。"


def _evidence(text: str, name: str) -> Evidence:
    return gather(parse(text), name, standard().topics)


def _strange(spine: str, *others: str) -> set[str]:
    own = _evidence(spine, "底稿.txt")
    loose = [_evidence(text, f"{number}.txt") for number, text in enumerate(others)]
    grams = common_grams([own, *loose], (), standard().pack, own.office)
    report = parse(spine)
    texts = {number: text for number, text in enumerate(_paragraphs(spine), 1)}
    found = strange_sentences(report, standard().pack, grams)
    assert {reason for remarks in found.values() for _, _, reason in remarks} <= {REASON}
    return {texts[n][a:b] for n, remarks in found.items() for a, b, _ in remarks}


def _paragraphs(text: str) -> list[str]:
    from drafter.report import walk

    return [span.text for span in walk(parse(text)) if span.element == "body"]


def test_what_nobody_else_writes_is_one_offices_own() -> None:
    spine = LATEST.replace("评查案卷18卷。", f"评查案卷18卷。{STORY}{COMMON}")
    other = LATEST.replace("青石桥街道办事处", "石门镇人民政府").replace("评查案卷18卷。", COMMON)
    assert _strange(spine, other) == {STORY}


def test_the_same_offices_other_years_make_nothing_common() -> None:
    spine = LATEST.replace("评查案卷18卷。", f"评查案卷18卷。{STORY}")
    assert STORY in _strange(spine, spine.replace("635次", "636次"))


def test_document_of_another_region_is_its_own() -> None:
    sentence = "落实《云溪区行政执法管理办法》，检查两人同行。"
    spine = LATEST.replace("评查案卷18卷。", sentence)
    other = LATEST.replace("青石桥街道办事处", "石门镇人民政府").replace("评查案卷18卷。", sentence)
    assert sentence in _strange(spine, other)


def test_plan_and_shortcomings_are_noted_already() -> None:
    assert not any("力争" in words or "原因是" in words for words in _strange(LATEST))
