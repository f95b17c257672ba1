"""Write the three word lists that foreign-organ-name stands on, from the dictionary of jieba (MIT).

python -m tools.place_words

drafter/lint/places.txt: names of districts and counties. words.txt, nouns.txt: frequent words of two
characters that are no names, so that 推动街道 isn't taken for the name of a street; nouns apart,
because streets are called 和平 and 文化. jieba itself is not imported when drafter lints.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

LINT = Path(__file__).parent.parent / "drafter" / "lint"
LEAST_FREQUENCY = 100
LEAST_FREQUENCY_OF_NOUNS = 500
NAME_TAGS = ("ns", "nr", "nrt", "nrfg", "nz", "nt")
# 区 behind these is a common noun (社区, 园区, …); a few districts do end so and are named below.
COMMON_ENDINGS = re.compile(
    r"[社园小景片辖地灾山林校厂库军战选分特专市郊教牧老街商港矿保护湖发验范易治赛游察警备苏半海]区$"
)
DISTRICTS = (
    "东城区",
    "西城区",
    "历城区",
    "南山区",
    "宝山区",
    "香山区",
    "房山区",
    "江海区",
    "金山区",
    "矿区",
)
# Verbs of this genre that the dictionary has too rarely.
GENRE = (
    "压实 做实 抓实 夯实 盘活 赋能 提质 增效 做细 做优 做强 拧紧 织密 扎紧 筑牢 擦亮 打通 打造 撬动 激活 延伸 覆盖 "
    "串联 链接 对接 聚焦 紧盯 深耕 厚植 围绕 依托 立足 锚定 统筹 协同 联动 督导 考评 创建 争创 共建 推行 领办 包保 "
    "包联 结对 挂钩 挂点 驻点 蹲点 下沉 下放 承接 赋权 确权 网格 基层 属地 辖内 区属 县属 镇属 市属 涉及 支持 帮助 "
    "印发 制发 转发 修订 出台 报送 报请 函告 通报 公布 公示 成立 组建 新设 撤并 托管 代管 "
    "入驻 进驻 派驻 选派 新任 现任 调任 报经 提请 提交 上报 呈报 移交 移送 转办 交办 列席 旁听 走访 走进 融入 纳入 "
    "助力 服务 推送 选举 聘请 聘任 召集 会商 参加 参与 配合 指导 督促 接受 收到 收集 梳理 编制 升级 改造 整合 撬动 "
    "紧扣 紧贴 践行 对标 吃透 融进 扛牢 抓牢 牢记 扎根 汇报 会同"
)
# Kinds of areas that the dictionary tags as if they were names.
AREAS = re.compile(
    r"^(?:高新|无人|震中|泄洪|蓄洪|滞洪|行洪|分洪|洪泛|汇水|受水|东北|东南|西北|西南|华东|华北|华南|中南|冀南|鲁南"
    r"|平原|山丘|重丘|高原|高寒|沟壑|风沙|风化|旱作|游乐|维修|警务|疗养|火葬|公墓|宿舍|营房|野营|散步|伐木|繁华"
    r"|采空|禁放|禁渔|禁猎|禁航|储油|油气|戒严|占领|军管|团管|农垦|牧业|黄泛|都会|精华|瘟疫|旧城|首善之|欧元"
    r"|低气压|高气压|近场|远场|拉丁|英语|法语|赤道|热带|中立|分布|冬麦|棉产|产莲|训练样|联系|包干|文明)区$"
)
# Words that are often the name of a street or town: 五里, 城北.
STREETS = re.compile(r"[一二三四五六七八九十]里|[城河江][东南西北中]")
COMMON = re.compile(
    r"[全各本我该某每别两三]|[区县市地强郊跨知外旧中东北镇降郡同邻赤五微府首]县$|(?:试点|重点|示范|贫困|边境|百强|千强|综保|限行)|^.{0,2}(?:主城|老城|新城|中心|先进|发达|受灾|扶贫|农业|工业|边远|大|小)"
)


def entries() -> Iterator[tuple[str, int, str]]:
    """Yield word, frequency and tag of jieba's dictionary."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        sys.exit("找不到 jieba，请先安装。")
    for line in (Path(spec.origin).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, frequency, tag = line.split(" ")
        yield word, int(frequency), tag


def is_place(word: str) -> bool:
    """Tell whether a word is the name of a district or county, not a kind of area."""
    if word in DISTRICTS:
        return True
    shortest = 2 if word.endswith("县") else 3
    if not shortest <= len(word) <= 11 or word == "自治县" or not word.endswith(("县", "区")):
        return False
    return not any((COMMON_ENDINGS.search(word), COMMON.match(word), AREAS.match(word)))


def is_kind_of_area(word: str, frequency: int, tag: str, words: frozenset[str]) -> bool:
    """Tell whether a word tagged as a noun is a kind of area (办公区), not a district (东营区)."""
    stem = word.removesuffix("区")
    return tag[0] != "n" or (tag in ("n", "nz", "nt") and (frequency > 10 or stem[-2:] in words))


def is_common(word: str, frequency: int, tag: str, *, nouns: bool) -> bool:
    """Tell whether a word is frequent and no name: a noun, or anything else."""
    if (
        STREETS.fullmatch(word)
        or len(word) != 2
        or tag in NAME_TAGS
        or not re.fullmatch(r"[\u4e00-\u9fff]{2}", word)
    ):
        return False
    least = LEAST_FREQUENCY_OF_NOUNS if nouns else LEAST_FREQUENCY
    return tag.startswith("n") == nouns and frequency >= least


def main() -> None:
    """Write the lists, sorted."""
    known = list(entries())
    words, nouns = (
        sorted({w for w, frequency, tag in known if is_common(w, frequency, tag, nouns=kind)})
        for kind in (False, True)
    )
    words = sorted({*words, *GENRE.split()})
    common = frozenset(words) | frozenset(nouns)
    places = sorted(
        {
            word
            for word, frequency, tag in known
            if is_place(word)
            and tag != "r"
            and (word.endswith("县") or not is_kind_of_area(word, frequency, tag, common))
        }
    )
    (LINT / "places.txt").write_text("\n".join(places) + "\n", encoding="utf-8")
    for name, lines in (("places", places), ("words", words), ("nouns", nouns)):
        (LINT / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{name}.txt {len(lines)}")


if __name__ == "__main__":
    main()
