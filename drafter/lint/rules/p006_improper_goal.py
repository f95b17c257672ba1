"""把不让人行使权利当成目标。

检查什么
安排部分，或者写“力争”“确保”“坚决做到”的地方，有没有把“零诉讼”“零复议”“零信访”“零上访”“零举报”
“复议零申请”，或“不发生行政诉讼”“杜绝行政复议”一类写成目标；罚没收入的增长、“严禁群众上访”“不准当事人申请复议”写在哪里都算。
“零败诉”“零事故”“零差错”“不发生败诉案件”“杜绝违法行为”不算；成效部分如实写本年没有案件的也不算。

为什么
复议、诉讼、信访是群众的法定权利，行政复议还是化解行政争议的主渠道；把没有人来告当目标，等于要堵住渠道。

反例
```text
一、2027年度推进法治政府建设的主要安排
规范执法程序，坚决做到“零诉讼”“零复议”。
```

正例
```text
一、2027年度推进法治政府建设的主要安排
规范执法程序，力争行政诉讼零败诉，行政争议实质性化解率达到90%。
```

怎么改
改成机关自己能做到的目标，如败诉率、纠错率下降，实质性化解率、按期办结率达到多少。

依据
《中华人民共和国行政复议法》第一条：发挥行政复议化解行政争议的主渠道作用；《中华人民共和国行政诉讼法》《信访工作条例》。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.text.stretches import stretch_start

_RIGHT = r"(?:行政)?(?:诉讼|复议|信访|上访|越级上访|举报|投诉|申诉|控告)"
_NONE = re.compile(
    rf"零{_RIGHT}|零被(?:复议|诉讼?|告)|(?:不发生|杜绝|不出现|避免(?:发生)?|消除)(?:一[件起例])?{_RIGHT}(?:(?:和|、|或){_RIGHT})?(?:案件)?"
    rf"(?=[,;。、\"”]|$)|{_RIGHT}(?:案件)?[“\"]?(?:为零|归零|清零|零(?:申请|发生|提起|受理|立案))"
    rf"|(?P<ban>(?:严禁|禁止|不准|不许|不让|不得让|阻止|劝阻)"
    rf"(?:(?:群众|居民|村民|百姓|信访人|当事人)(?:[进出越赴到]\w)?|[进出赴][京省市县区镇乡村])"
    rf"(?:申请|提起|提出)?{_RIGHT})"
)
_SIGNS = (
    "零",
    "不发生",
    "杜绝",
    "不出现",
    "避免",
    "消除",
    "禁",
    "不准",
    "不许",
    "不让",
    "不得让",
    "阻",
)  # one stands in each of these
_GOAL = re.compile(r"力争|确保|争取|坚决|目标|追求|务求|做到|下一步|明年|来年")
_REACH = 30


# Fines may be nobody's target: 国务院办公厅关于进一步规范行政裁量权、罚没收入管理的要求.
_FINES = re.compile(
    r"(?:罚没|罚款)(?:收入|金额|款)?(?![^,;。\d]{0,8}率)[^,;。\d]{0,8}(?:增长|提高|增加|达到|完成|不低于|不少于|突破)[^,;。]{0,8}\d"
)
_FINE_SIGNS = ("罚没", "罚款")


@rule("P006", "improper-goal", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Find aims that nobody should sue, appeal or petition."""
    plan = draft.parts_for("plan")
    for hit in draft.folded.find(_FINES, _FINE_SIGNS, "body"):
        if hit.span.part in plan or _is_aim(hit.found.string, hit.found.start()):
            yield Finding(
                f"把罚没的数额当成了目标：“{hit.quote}”。",
                "请删去：不得下达或者变相下达罚没指标。",
                hit.place(),
                quote=hit.quote,
                group="fines",
            )
    for hit in draft.folded.find(_NONE, _SIGNS, "heading", "body"):
        if (
            hit.found["ban"]
            or hit.span.part in plan
            or _is_aim(hit.found.string, hit.found.start())
        ):
            yield Finding(
                f"把“{hit.quote}”当成了目标。",
                "请改成机关自己能做到的目标，如降低败诉率、提高实质性化解率。",
                hit.place(),
                quote=hit.quote,
                group="goals",
            )


def _is_aim(text: str, at: int) -> bool:
    return bool(_GOAL.search(text, stretch_start(text, at, "。;", _REACH), at))
