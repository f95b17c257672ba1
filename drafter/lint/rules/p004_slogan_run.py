"""一连串四字口号，没有实际内容。

检查什么
一段之内接连写了四个以上的四字短语，而整段一个数字也没有。逐项列举事务的（行政许可、行政处罚、行政复议）不算。

为什么
督察和评议的人看的是做了什么、做了多少；连排的口号哪一年、哪个单位都能用。

反例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）加强组织领导
提高站位，压实责任，真抓实干，务求实效，法治建设取得新成绩。
```

正例
```text
一、2026年度推进法治政府建设的主要举措和成效
（一）加强组织领导
召开法治建设专题会议4次，研究议题11项，行政许可、行政处罚、行政复议、行政应诉四项工作每季度通报。
```

怎么改
删去口号，换成具体的做法和数字。

依据
《党政机关公文处理工作条例》：公文应当内容简洁、文风端正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule

_DIGIT = re.compile(r"[0-9０-９]")
_RUN = re.compile(
    r"(?<![\u3400-\u9fff])[\u3400-\u9fff]{4}(?:[，、,][\u3400-\u9fff]{4})+(?=[，、,。；;])"
)
_PART = re.compile(r"[，、,]")
_SLOGANS = frozenset(
    "齐抓共管 真抓实干 上下联动 左右协同 层层压实 一抓到底 落地见效 落地生根 走深走实 久久为功 "
    "常抓不懈 凝心聚力 砥砺奋进 砥砺前行 奋楫笃行 踔厉奋发 勇毅前行 担当作为 求真务实 开拓创新 "
    "开拓进取 锐意进取 攻坚克难 善作善成 守正创新 笃行不怠 踏石留印 抓铁有痕 稳中求进 蹄疾步稳 "
    "高位推动 高位推进 统筹推进 协同发力 同向发力 精准发力 持续发力 多措并举 齐头并进 全面发力 "
    "纵深推进 压紧压实 压实责任 入脑入心 见行见效 真学真懂 学深悟透 以上率下 率先垂范 身体力行 "
    "靠前指挥 提高站位 提高认识 统一思想 加强领导 强化领导 强化措施 强化责任 狠抓落实 落实责任 "
    "务求实效 注重实效 突出重点 明确责任 明确目标 精心组织 周密部署 科学谋划 高度重视 迅速行动 "
    "密切配合 真督实查 挂图作战 倒排工期 知责于心 担责于身 履责于行 全力以赴 扎实推进 有序推进 "
    "稳步推进 成效显著 成绩斐然 再创佳绩 再上台阶 凝聚合力 形成合力 聚焦重点 提质增效 夯实基础 "
    "筑牢根基 激发活力 务实担当 奋勇争先 追求卓越 勇于创新 敢于担当 实干担当 主动作为 积极作为 "
    "履职尽责 凝聚共识 汇聚力量 加强学习 建章立制 常态长效 标本兼治 综合施策 精准施策 靶向发力 "
    "靶向施策 全域覆盖 全员参与 全面动员 广泛发动 干部带头 ".split()
)


@rule("P004", "slogan-run", severity=Severity.INFO)
def check(draft: Draft) -> Iterator[Finding]:
    """Find runs of phrases of four characters, most of them slogans, in paragraphs without a number."""
    least = draft.pack.thresholds.slogan_count
    for span in draft.spans:
        if span.element != "body" or _DIGIT.search(span.text):
            continue
        for found in _RUN.finditer(span.text):
            phrases = _PART.split(found[0])
            known = sum(phrase in _SLOGANS for phrase in phrases)
            if len(phrases) >= least and 2 * known >= len(phrases):
                yield Finding(
                    f"接连写了{len(phrases)}个四字口号，这一段没有一个数。",
                    "请换成具体的做法和数字。",
                    span.place(*found.span()),
                    quote=found[0],
                    group="slogans",
                )
