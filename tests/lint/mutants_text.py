"""Mutants for the rules on wording and on what must not be published (T003-T012, P001-P005)."""

from __future__ import annotations

import re

from tests.lint.mutants import Change, m, replaced


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


def put(behind: str, words: str) -> Change:
    """Put words behind what a pattern finds."""
    return replaced(f"({behind})", r"\g<1>" + words.replace("\\", r"\\"))


AT_START = r"^街道下辖社区6个，"
ONLINE = r"全程线上办理执法案件139件。"

TEXT = (
    m(
        "T003",
        "a sentence said again in another section",
        again(r"北塔社区把中学门前的公交站改成法治候车亭[^。]*。", ONLINE),
        "T003",
    ),
    m(
        "T003",
        "said again with a few words changed",
        put(
            r"安全生产[^\n]*应急预案5个[^\n]*\n\n",
            "东园社区的出租房集中，6月逐栋装上联网烟感412个，报警后由社区微型消防站5分钟内赶到现场，"
            "10月一起电动自行车充电冒烟在起明火前被处置。\n\n",
        ),
        "T003",
        "F012 F004",
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
    m("T003", "a word written twice", put(AT_START, "街道总体规划规划已经修订，"), "T003"),
    m(
        "T003",
        "an organ written twice",
        put(AT_START, "由区司法局区司法局派员指导，"),
        "T003",
        "N001",
    ),
    m("T003", "的的", put(AT_START, "新开放的的广场有两处，"), "T003"),
    m(
        "T005",
        "a blank inside a sentence",
        replaced(r"街道下辖社区", "街道 下辖社区"),
        "T005",
        "N001",
    ),
    m("T005", "one comma", replaced(r"街道下辖社区6个，", "街道下辖社区6个,"), "T005"),
    m(
        "T005",
        "all of them",
        lambda text: text.translate(str.maketrans("，：；（）", ",:;()")),
        "T005",
        "F001 T006 S008",
    ),
    m("T005", "brackets around words", replaced(r"（北塔社区）", "(北塔社区)"), "T005"),
    m("T005", "straight quotes", replaced(r"“一次查、一表清”", '"一次查、一表清"'), "T005"),
    m(
        "T005",
        "a full stop as a point",
        replaced(r"规范性文件9件，", "规范性文件9件.废止文件也在内，"),
        "T005",
        "F001 F002 F004",
    ),
    m(
        "T005",
        "a colon in a heading",
        replaced(r"^### （三）优化法治化营商环境，", "### （三）优化法治化营商环境:"),
        "T005",
        "S010",
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
        "T007",
        "title marks left open",
        replaced(r"《物业管理条例》", "《物业管理条例"),
        "T007",
        "N002 N003 T006",
    ),
    m("T007", "a quote that only closes", replaced(r"“枫桥式”司法所", "枫桥式”司法所"), "T007"),
    m(
        "T007",
        "a bracket left open",
        replaced(r"（北塔社区）", "（北塔社区"),
        "T007",
        "N001 S001 S005",
    ),
    m(
        "T007",
        "title marks in title marks",
        put(AT_START, "落实《关于贯彻《中华人民共和国行政处罚法》的意见》，"),
        "T007",
        "N002",
    ),
    m("T007", "marks doubled", replaced(r"常住人口6\.12万人。", "常住人口6.12万人。。"), "T007"),
    m("T007", "nothing between the marks", replaced(r"《物业管理条例》", "《》"), "T007"),
    m("T007", "、 with 和", put(AT_START, "设司法所、警务室、和调解室，"), "T007", "F012"),
    m(
        "T007",
        "、 before another doing",
        put(ONLINE, "坚持民主决策、科学决策、依法决策、加强调查研究工作。"),
        "T007",
    ),
    m("T007", "a mark between quotes", put(AT_START, "推行“一次查”、“一表清”，"), "T007"),
    m("T008", "square brackets", put(AT_START, "落实云法委[2026]3号文件，"), "T008"),
    m("T008", "round brackets", put(AT_START, "落实云法委（2026）3号文件，"), "T008"),
    m("T008", "heavy brackets", put(AT_START, "落实云法委【2026】3号文件，"), "T008", "T001"),
    m("T008", "第", put(AT_START, "落实云法委〔2026〕第3号文件，"), "T008"),
    m("T008", "a zero before the number", put(AT_START, "落实云法委〔2026〕03号文件，"), "T008"),
    m(
        "T008",
        "the document's own number",
        replaced(r"^(# [^\n]*)\n", "青办[2026]3号\n\n\\1\n"),
        "T008",
    ),
    m(
        "T009",
        "a range of percents",
        put(ONLINE, "满意度比往年高5-6%。"),
        "T009",
        "F012 F010 F004 F006",
    ),
    m("T009", "an estimate with a mark", put(AT_START, "多数事项三、五天办结，"), "T009"),
    m(
        "T009",
        "thousands in words",
        put(ONLINE, "每年接待来访的居民3千余人。"),
        "T009",
        "F012 F010 F001 F002",
    ),
    m("T009", "a short year", put(AT_START, "25年底换发了门牌，"), "T009", "Y001 F012"),
    m(
        "T009",
        "a hyphen between years",
        put(AT_START, "对照街道规划（2026-2030年），"),
        "T009",
        "Y001 Y003",
    ),
    m("T009", "a day with a point", put(AT_START, "组织“12.4”国家宪法日活动，"), "T009", "F012"),
    m("T009", "zeros in a date", put(AT_START, "2026年03月05日完成换届，"), "T009"),
    m(
        "T009",
        "a comma for the point",
        replaced(r"97\.6%", "97，6%"),
        "T009",
        "F001 F002 F003 F012",
    ),
    m(
        "T009",
        "a letter for a digit",
        replaced(r"出动执法人员1036", "出动执法人员1O36"),
        "T009",
        "F001",
    ),
    m("T009", "a year with five digits", replaced(r"^2026年，", "20226年，"), "T009"),
    m("T009", "a day that there isn't", replaced(r"9月30日前", "9月31日前"), "T009"),
    m("T009", "a number without unit", replaced(r"执法培训9场次", "执法培训9"), "T009", "F001"),
    m("T009", "a blank before a percent sign", replaced(r"参考率99\.2%", "参考率99.2 %"), "T009"),
    m("T010", "rights for power", put(AT_START, "编制权利清单，"), "T010"),
    m(
        "T010",
        "the old word for 法治, in a heading",
        replaced(r"^### （三）优化法治化营商环境", "### （三）优化法制化营商环境"),
        "T010",
    ),
    m(
        "T010",
        "responsible for the wrong thing",
        replaced(r"^## 三、2026年度党政主要负责人", "## 三、2026年度党政主要责任人"),
        "T010",
        "S001 S002",
    ),
    m("T010", "another character", put(AT_START, "统一布署，"), "T010"),
    m("T010", "reflect for react", put(AT_START, "群众反应强烈的停车问题逐项解决，"), "T010"),
    m("T010", "an organ's former name", put(AT_START, "会同区工商局联合检查，"), "T010"),
    m(
        "T010",
        "one of the four duties left out",
        put(ONLINE, "做到亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。"),
        "T010",
    ),
    m("T010", "an idiom", put(AT_START, "因地治宜，"), "T010"),
    m(
        "T011",
        "please instruct",
        put(r"没有推动业主自治组织建起来。", "以上妥否，请批示。"),
        "T011",
    ),
    m(
        "T011",
        "money asked for",
        put(r"没有推动业主自治组织建起来。", "恳请区委、区政府给予经费支持。"),
        "T011",
    ),
    m(
        "T011",
        "people asked for",
        put(r"没有推动业主自治组织建起来。", "建议区司法局增加司法所人员编制。"),
        "T011",
    ),
    m(
        "T011",
        "in the other matters",
        put(r"统计年报为准。", "希望上级加大对基层执法装备的支持。"),
        "T011",
    ),
    m(
        "T011",
        "the close of another kind of document",
        put(r"统计年报为准。", "特此请示。"),
        "T011",
    ),
    m("T012", "a name of a river", put(AT_START, "辖区临澴河，"), "T012"),
    m("T012", "a name of a person", put(AT_START, "调解员王喆等人常年坐班，"), "T012"),
    m("T012", "a traditional form", replaced(r"街道下辖", "街道下轄"), "T012"),
    m("T012", "in a heading", replaced(r"^### （三）优化", "### （三）澴河片区优化"), "T012"),
    m("T012", "a rare form of a common one", put(AT_START, "沿㵐溪设点，"), "T012"),
    m("P001", "an identity number", put(AT_START, "申请人身份证号11010519491231002X，"), "P001"),
    m("P001", "a telephone", put(AT_START, "联系人电话13800138000，"), "P001", "F012"),
    m("P001", "a telephone in groups", put(AT_START, "联系人电话138-0013-8000，"), "P001", "F012"),
    m("P001", "a bank card", put(AT_START, "补偿款汇入6222020000000000000，"), "P001", "F012"),
    m(
        "P001",
        "in a table, where nobody looks",
        replaced(r"^(\| 行政检查 \| )\d+次", r"\g<1>13800138000"),
        "P001",
        "F002 F001",
    ),
    m(
        "P001",
        "in full width",
        put(AT_START, "申请人（１１０１０５１９４９１２３１００２Ｘ）满意，"),
        "P001",
    ),
    m(
        "P002",
        "before the title",
        replaced(r"^(# [^\n]*)\n", "机密★1年\n\n\\1\n"),
        "P002",
        lost_in_word=True,
    ),
    m("P002", "inside brackets", put(r"常住人口6\.12万人。", "（内部资料，注意保存）"), "P002"),
    m("P002", "a star in the text", put(r"统计年报为准。", "秘密★1年"), "P002"),
    m("P002", "not to be passed on", put(r"统计年报为准。", "本报告不得外传。"), "P002"),
    m("P002", "the number of a secret file", put(AT_START, "落实云委密〔2026〕3号要求，"), "P002"),
    m(
        "P004",
        "four slogans",
        put(ONLINE, "\n\n提高站位，压实责任，真抓实干，务求实效，平台越用越好。"),
        "P004",
    ),
    m(
        "P004",
        "with 、",
        put(
            r"没有推动业主自治组织建起来。",
            "\n\n全体干部要有一股劲：凝心聚力、攻坚克难、善作善成、久久为功，把欠账补上。",
        ),
        "P004",
    ),
    m(
        "P004",
        "six of them",
        put(
            r"落实法治建设领导责任\n\n",
            "提高认识，统一思想，加强领导，明确责任，狠抓落实，形成合力，全街道一盘棋。\n\n",
        ),
        "P004",
    ),
    m(
        "P004",
        "in the plan",
        put(r"主要安排\n\n", "高位推动，统筹推进，挂图作战，倒排工期，把各项任务落到实处。\n\n"),
        "P004",
    ),
    m(
        "P004",
        "with one phrase of its own",
        put(r"提高执法质量\n\n", "高位推动，压紧压实，奔赴一线，久久为功，执法工作再进一步。\n\n"),
        "P004",
    ),
    m("P005", "people under correction", put(ONLINE, "在册社区矫正对象26人。"), "P005", "F012"),
    m("P005", "people released", put(ONLINE, "走访刑满释放人员31人次。"), "P005", "F012"),
    m("P005", "few patients", put(ONLINE, "严重精神障碍患者3人，均有监护。"), "P005", "F012"),
    m("P005", "cases of discipline", put(ONLINE, "处置问题线索12件。"), "P005", "F012"),
    m("P005", "people to be watched", put(ONLINE, "稳控重点人员8名。"), "P005", "F012"),
    m("P006", "no lawsuits", put(r"主要安排\n\n", "规范程序，坚决做到零诉讼。\n\n"), "P006"),
    m("P006", "no appeals, in quotes", put(r"主要安排\n\n", "力争“零复议”。\n\n"), "P006"),
    m("P006", "no petitions", put(ONLINE, "源头治理，确保零上访。"), "P006"),
    m(
        "P006",
        "appeals kept away",
        put(r"主要安排\n\n", "前移关口，杜绝行政复议案件。\n\n"),
        "P006",
    ),
    m("P006", "complaints to nothing", put(r"主要安排\n\n", "目标是投诉清零。\n\n"), "P006"),
)
