from __future__ import annotations

from drafter.mining.assemble import Assembled, assemble
from drafter.mining.compose import compose
from drafter.mining.consensus import conclude, count_all
from drafter.mining.evidence import gather
from tests.mining.reports import EARLIER, LATEST, parse, standard

OTHER = (
    EARLIER.replace("青石桥街道办事处", "白茅镇人民政府")
    .replace("（二）化解矛盾纠纷", "（二）深化普法宣传\n2023年白茅镇人民政府发放宣传资料900份。\n（三）化解矛盾纠纷")
)  # fmt: skip
THIRD = OTHER.replace("白茅镇", "枫林镇").replace("900份", "800份")
TEXTS = {"a.txt": LATEST, "b.txt": OTHER, "c.txt": THIRD}


def _spine() -> tuple[Assembled, str]:
    evidence = [gather(parse(text), name, standard().topics) for name, text in TEXTS.items()]
    consensus = conclude(count_all(evidence))
    own, office = compose(evidence, consensus, lambda name: parse(TEXTS[name]), standard().topics)
    found = assemble([own], office, standard(), "ours", lambda _: {})
    return found, "\n".join(t.source for t in found.pack.templates.values())


def test_section_most_offices_have_comes_from_another_report() -> None:
    found, source = _spine()
    headings = [p[-1].heading.variants[0].text for p in found.pack.outline.walk()]
    assert "深化普法宣传" in headings
    assert "{{ 年度 }}年{{ 单位 }}发放宣传资料{{ 普法宣传.宣传资料份数 }}。" in source


def test_no_name_year_or_figure_of_another_office_stays() -> None:
    _, source = _spine()
    for words in ("白茅", "枫林", "青石桥", "2023", "2024", "900", "800", "635"):
        assert words not in source


def test_pack_names_no_unit() -> None:
    found, _ = _spine()
    assert found.pack.unit is not None and not found.pack.unit.name
