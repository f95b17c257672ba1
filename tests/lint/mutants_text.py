"""Mutants for the rules on wording and on what must not be published (T003-T012, P001-P005)."""

from __future__ import annotations

import re

from tests.lint.mutants import Change, by_rows, m, replaced


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

# Words put behind others: rule, name, behind what, the words, the codes that may follow.
PUT = (
    ("P001", "an identity number", AT_START, "申请人身份证号11010519491231002X，", ""),
    ("P001", "a telephone", AT_START, "联系人电话13800138000，", "F012"),
    ("P001", "a telephone in groups", AT_START, "联系人电话138-0013-8000，", "F012"),
    ("P001", "a bank card", AT_START, "补偿款汇入6222020000000000000，", "F012"),
    ("P001", "in full width", AT_START, "申请人（１１０１０５１９４９１２３１００２Ｘ）满意，", ""),
    ("P002", "inside brackets", r"常住人口6\.12万人。", "（内部资料，注意保存）", ""),
    ("P002", "a star in the text", r"统计年报为准。", "秘密★1年", ""),
    ("P002", "not to be passed on", r"统计年报为准。", "本报告不得外传。", ""),
    ("P002", "the number of a secret file", AT_START, "落实云委密〔2026〕3号要求，", ""),
    ("P004", "four slogans", ONLINE, "\n\n提高站位，压实责任，真抓实干，务求实效，平台越用越好。", ""),
    ("P004", "with 、", r"没有推动业主自治组织建起来。",
     "\n\n全体干部要有一股劲：凝心聚力、攻坚克难、善作善成、久久为功，把欠账补上。", ""),
    ("P004", "six of them", r"落实法治建设领导责任\n\n",
     "提高认识，统一思想，加强领导，明确责任，狠抓落实，形成合力，全街道一盘棋。\n\n", ""),
    ("P004", "in the plan", r"主要安排\n\n", "高位推动，统筹推进，挂图作战，倒排工期，把各项任务落到实处。\n\n", ""),
    ("P004", "with one phrase of its own", r"提高执法质量\n\n",
     "高位推动，压紧压实，奔赴一线，久久为功，执法工作再进一步。\n\n", ""),
    ("P005", "people under correction", ONLINE, "在册社区矫正对象26人。", "F012"),
    ("P005", "people released", ONLINE, "走访刑满释放人员31人次。", "F012"),
    ("P005", "few patients", ONLINE, "严重精神障碍患者3人，均有监护。", "F012"),
    ("P005", "cases of discipline", ONLINE, "处置问题线索12件。", "F012"),
    ("P005", "people to be watched", ONLINE, "稳控重点人员8名。", "F012"),
    ("P006", "no lawsuits", r"主要安排\n\n", "规范程序，坚决做到零诉讼。\n\n", ""),
    ("P006", "no appeals, in quotes", r"主要安排\n\n", "力争“零复议”。\n\n", ""),
    ("P006", "no petitions", ONLINE, "源头治理，确保零上访。", ""),
    ("P006", "appeals kept away", r"主要安排\n\n", "前移关口，杜绝行政复议案件。\n\n", ""),
    ("P006", "complaints to nothing", r"主要安排\n\n", "目标是投诉清零。\n\n", ""),
    ("T003", "said again with a few words changed", r"安全生产[^\n]*应急预案5个[^\n]*\n\n",
     "东园社区的出租房集中，6月逐栋装上联网烟感412个，报警后由社区微型消防站5分钟内赶到现场，"
     "10月一起电动自行车充电冒烟在起明火前被处置。\n\n", "F012 F004"),
    ("T003", "a word written twice", AT_START, "街道总体规划规划已经修订，", ""),
    ("T003", "an organ written twice", AT_START, "由区司法局区司法局派员指导，", "N001"),
    ("T003", "的的", AT_START, "新开放的的广场有两处，", ""),
    ("T007", "title marks in title marks", AT_START, "落实《关于贯彻《中华人民共和国行政处罚法》的意见》，", "N002"),
    ("T007", "、 with 和", AT_START, "设司法所、警务室、和调解室，", "F012"),
    ("T007", "、 before another doing", ONLINE, "坚持民主决策、科学决策、依法决策、加强调查研究工作。", ""),
    ("T007", "a mark between quotes", AT_START, "推行“一次查”、“一表清”，", ""),
    ("T008", "square brackets", AT_START, "落实云法委[2026]3号文件，", ""),
    ("T008", "round brackets", AT_START, "落实云法委（2026）3号文件，", ""),
    ("T008", "heavy brackets", AT_START, "落实云法委【2026】3号文件，", "T001"),
    ("T008", "第", AT_START, "落实云法委〔2026〕第3号文件，", ""),
    ("T008", "a zero before the number", AT_START, "落实云法委〔2026〕03号文件，", ""),
    ("T009", "a range of percents", ONLINE, "满意度比往年高5-6%。", "F012 F010 F004 F006"),
    ("T009", "an estimate with a mark", AT_START, "多数事项三、五天办结，", ""),
    ("T009", "thousands in words", ONLINE, "每年接待来访的居民3千余人。", "F012 F010 F001 F002"),
    ("T009", "a short year", AT_START, "25年底换发了门牌，", "Y001 F012"),
    ("T009", "a hyphen between years", AT_START, "对照街道规划（2026-2030年），", "Y001 Y003"),
    ("T009", "a day with a point", AT_START, "组织“12.4”国家宪法日活动，", "F012"),
    ("T009", "zeros in a date", AT_START, "2026年03月05日完成换届，", ""),
    ("T010", "rights for power", AT_START, "编制权利清单，", ""),
    ("T010", "another character", AT_START, "统一布署，", ""),
    ("T010", "reflect for react", AT_START, "群众反应强烈的停车问题逐项解决，", ""),
    ("T010", "an organ's former name", AT_START, "会同区工商局联合检查，", ""),
    ("T010", "one of the four duties left out", ONLINE,
     "做到亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。", ""),
    ("T010", "an idiom", AT_START, "因地治宜，", ""),
    ("T011", "please instruct", r"没有推动业主自治组织建起来。", "以上妥否，请批示。", ""),
    ("T011", "money asked for", r"没有推动业主自治组织建起来。", "恳请区委、区政府给予经费支持。", ""),
    ("T011", "people asked for", r"没有推动业主自治组织建起来。", "建议区司法局增加司法所人员编制。", ""),
    ("T011", "in the other matters", r"统计年报为准。", "希望上级加大对基层执法装备的支持。", ""),
    ("T011", "the close of another kind of document", r"统计年报为准。", "特此请示。", ""),
    ("T012", "a name of a river", AT_START, "辖区临澴河，", ""),
    ("T012", "a name of a person", AT_START, "调解员王喆等人常年坐班，", ""),
    ("T012", "a rare form of a common one", AT_START, "沿㵐溪设点，", ""),
)  # fmt: skip
# Words in the place of others: rule, name, what, by what, the codes that may follow.
REPLACED = (
    ("P001", "in a table, where nobody looks", r"^(\| 行政检查 \| )\d+次", r"\g<1>13800138000", "F002 F001"),
    ("T005", "a blank inside a sentence", r"街道下辖社区", "街道 下辖社区", "N001"),
    ("T005", "one comma", r"街道下辖社区6个，", "街道下辖社区6个,", ""),
    ("T005", "brackets around words", r"（北塔社区）", "(北塔社区)", ""),
    ("T005", "straight quotes", r"“一次查、一表清”", '"一次查、一表清"', ""),
    ("T005", "a full stop as a point", r"规范性文件9件，", "规范性文件9件.废止文件也在内，", "F001 F002 F004"),
    ("T005", "a colon in a heading", r"^### （三）优化法治化营商环境，", "### （三）优化法治化营商环境:", "S010"),
    ("T007", "title marks left open", r"《物业管理条例》", "《物业管理条例", "N002 N003 T006"),
    ("T007", "a quote that only closes", r"“枫桥式”司法所", "枫桥式”司法所", ""),
    ("T007", "a bracket left open", r"（北塔社区）", "（北塔社区", "N001 S001 S005"),
    ("T007", "marks doubled", r"常住人口6\.12万人。", "常住人口6.12万人。。", ""),
    ("T007", "nothing between the marks", r"《物业管理条例》", "《》", ""),
    ("T008", "the document's own number", r"^(# [^\n]*)\n", "青办[2026]3号\n\n\\1\n", ""),
    ("T009", "a comma for the point", r"97\.6%", "97，6%", "F001 F002 F003 F012"),
    ("T009", "a letter for a digit", r"出动执法人员1036", "出动执法人员1O36", "F001"),
    ("T009", "a year with five digits", r"^2026年，", "20226年，", ""),
    ("T009", "a day that there isn't", r"9月30日前", "9月31日前", ""),
    ("T009", "a number without unit", r"执法培训9场次", "执法培训9", "F001"),
    ("T009", "a blank before a percent sign", r"参考率99\.2%", "参考率99.2 %", ""),
    ("T010", "the old word for 法治, in a heading", r"^### （三）优化法治化营商环境",
     "### （三）优化法制化营商环境", ""),
    ("T010", "responsible for the wrong thing", r"^## 三、2026年度党政主要负责人",
     "## 三、2026年度党政主要责任人", "S001 S002"),
    ("T012", "a traditional form", r"街道下辖", "街道下轄", ""),
    ("T012", "in a heading", r"^### （三）优化", "### （三）澴河片区优化", ""),
)  # fmt: skip

TEXT = (
    *(m(rule, name, put(behind, words), rule, may) for rule, name, behind, words, may in PUT),
    *by_rows(REPLACED),
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
