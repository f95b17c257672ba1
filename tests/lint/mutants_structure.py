"""Mutants for the rules on structure (S006-S012)."""

from __future__ import annotations

from tests.lint.mutants import GONE, PARTS, Change, both, m, replaced, without_text

_FILLER = (
    "街道坚持问题导向和目标导向相统一，压实各科室责任，做到有部署、有检查、有总结，"
    "推动各项任务落地见效，群众的获得感进一步增强，工作合力进一步形成，基层基础进一步夯实，"
    "干部的作风明显转变，办事的流程更加顺畅，居民看得见变化，企业感受到便利，老城新貌相得益彰，"
    "邻里之间和睦相处，各项事业迈上新的台阶，为辖区高质量发展提供了坚强保障。"
)


def only(words: str, text: str) -> Change:
    """Put one text in the place of all that stands below a heading."""
    return both(without_text(words), replaced(rf"^(#+ .*{words}.*)$", rf"\1\n\n{text}"))


STRUCTURE = (
    m("S006", "a lower section left with a phrase", only("依法防范安全风险", "工作扎实有效。"), "S006", GONE),
    m("S006", "the last lower section", only("用好网格和执法平台", "正在推进。"), "S006", GONE),
    m("S006", "a part left with a phrase", only(PARTS["plan"], "继续努力，再创佳绩。"), "S006", f"{GONE} S010"),
    m("S006", "the principals’ part", only(PARTS["principals"], "主要负责人认真履行职责。"), "S006", GONE),
    m("S006", "a number alone", only("管好规范性文件", "清理文件9件。"), "S006", GONE),
    m("S006", "put in new",
      replaced(r"^## 二、", "### （十三）加强法治队伍建设\n\n选优配强。\n\n## 二、"), "S006"),
    m("S007", "put in again at the end",
      replaced(r"^## 二、", "### （十三）接受各方监督，推进政务公开\n\n街道在公开栏张贴办事指南，逐月更换并记录。"
               "\n\n## 二、"),
      "S007"),
    m("S007", "a heading copied from a neighbour",
      replaced(r"^### （九）.*$", "### （九）调处矛盾纠纷，办理信访和热线诉求"), "S007", "S001"),
    m("S007", "the same but for a comma",
      replaced(r"^### （二）.*$", "### （二）优化法治化营商环境、规范涉企服务和检查"), "S007", "S001"),
    m("S007", "a part twice",
      replaced(r"^## 五、其他需要报告的情况", "## 五、2026年度推进法治政府建设存在的不足和原因"), "S007",
      "S002 S004 S010"),
    m("S007", "the same but for the year",
      replaced(r"^## 五、其他需要报告的情况", "## 五、2026年推进法治政府建设的主要举措及成效"), "S007", "S002 S006"),
    m("S008", "one in half width", replaced(r"^### （三）", "### (三)"), "S008", "T005"),
    m("S008", "one half open", replaced(r"^### （五）", "### 五）"), "S008"),
    m("S008", "all half open", replaced(r"^### （", "### ", 0), "S008"),
    m("S008", "顿号 behind the bracket", replaced(r"^### （八）", "### （八）、"), "S008"),
    m("S008", "a stop for 顿号", replaced(r"^## 二、", "## 二."), "S008", "S005"),
    m("S008", "several in half width", both(replaced(r"^### （二）", "### (二)"),
      replaced(r"^### （六）", "### (六)"), replaced(r"^### （十）", "### (十)")), "S008", "T005"),
    m("S009", "（1） below （一）",
      replaced(r"^(5月对现行文件)", r"#### （1）清理文件\n\n\1"), "S009", "S005"),
    m("S009", "1. below 一、",
      replaced(r"^一是党工委书记主持", "### 1.听取汇报\n\n一是党工委书记主持"), "S009"),
    m("S009", "the first heading gone", replaced(r"^## 一、.*\n\n", ""), "S009", "S001 S005 S002"),
    m("S009", "（1） below 一、",
      replaced(r"^(一是党工委书记主持)", r"### （1）听取汇报\n\n\1"), "S009"),
    m("S009", "1. below the plan",
      replaced(r"^针对本年度存在的不足", "### 1.整改不足\n\n针对本年度存在的不足"), "S009"),
    m("S010", "a problem about records",
      replaced(r"^(三是普法与居民需要[^\n]*)$", r"\1\n\n四是档案库房渗漏，卷宗受潮发霉。原因在于漏雨的屋面没有修缮。"),
      "S010"),
    m("S010", "a problem about vehicles",
      replaced(r"^(三是普法与居民需要[^\n]*)$", r"\1\n\n四是勤务车辆超期服役，雨雪天经常抛锚。原因在于没有列入预算。"),
      "S010"),
    m("S010", "in the first place",
      replaced(r"^一是执法队年龄和专业结构不匹配[^。]*。", "一是值守电话线路老化，雷雨天时常断线。"), "S010"),
    m("S010", "a problem about translation",
      replaced(r"^二是物业服务矛盾反复[^。]*。", "二是手语翻译稀缺，聋哑人办事靠笔谈。"), "S010"),
    m("S010", "a problem about heating",
      replaced(r"^(三是普法与居民需要[^\n]*)$", r"\1\n\n四是锅炉房供暖不稳，值班室冬天结冰。原因在于管网陈旧。"),
      "S010"),
    m("S011", "figures of enforcement gone", only("规范行政执法行为", _FILLER), "S011", GONE),
    m("S011", "figures of mediation gone", only("调处矛盾纠纷", _FILLER), "S011", GONE),
    m("S011", "figures of decisions gone", only("严格决策程序", _FILLER), "S011", GONE),
    m("S011", "only a rate left", only("落实普法责任", "居民普法知晓率达91.3%。" + _FILLER), "S011", f"{GONE} F012"),
    m("S011", "a section of phrases put in",
      replaced(r"^## 二、", f"### （十三）弘扬法治精神\n\n{_FILLER}\n\n## 二、"), "S011"),
    m("S011", "only others’ figures left",
      only("规范行政执法行为", "全年受理矛盾纠纷583件。" + _FILLER), "S011", f"{GONE} F015"),
    m("S012", "the title deleted", replaced(r"^# 青[^\n]*\n\n", ""), "S012"),
    m("S012", "署名 and date deleted", replaced(r"^青石桥街道办事处\n\n2026年12月10日\n", ""), "S012"),
    m("S012", "the unit gone from the title", replaced(r"^# 青石桥街道办事处", "# "), "S012", "N003"),
    m("S012", "the addressee deleted", replaced(r"^区委、区政府：\n\n", ""), "S012"),
    m("S012", "the date deleted", replaced(r"^2026年12月10日\n", ""), "S012"),
    m("S012", "署名 deleted", replaced(r"^青石桥街道办事处\n\n(?=2026年12月)", ""), "S012"),
    m("S012", "all three", both(replaced(r"^# 青[^\n]*\n\n", ""),
      replaced(r"^青石桥街道办事处\n\n2026年12月10日\n", "")), "S012"),
)  # fmt: skip
