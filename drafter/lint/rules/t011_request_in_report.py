"""报告里夹带了请示事项。

检查什么
正文里有没有请求上级批准、批复、拨款、给人的话（妥否请批示、恳请给予支持、建议上级增加编制……）。
请审议、请审阅、请指正是报告的结语，不算；写本单位受理的申请、向上级请示汇报工作的叙述也不算。

为什么
报告不得夹带请示事项：上级对报告不作答复，夹在里面的请求会没有下文。

反例
```text
一、2026年度推进法治政府建设存在的不足和原因
执法人员不足，恳请区委、区政府增加执法编制5名，妥否，请批示。
```

正例
```text
一、2026年度推进法治政府建设存在的不足和原因
执法人员不足，主要原因是编制紧张。就人员配备已另文请示，办理行政许可申请52件。以上报告，请审阅。
```

怎么改
删去请求的话；确需请示的，另写一份请示。

依据
《党政机关公文处理工作条例》第十五条：不得在报告等非请示性公文中夹带请示事项。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, rule
from drafter.text.stretches import stretch_start

_ABOVE = (
    r"(?:上级|市里|区里|县里|[市区县]委|[市区县]政府|[市区县]级|[市区县]财政"
    r"|[市区县][\u3400-\u9fff]{1,6}局|有关部门|贵[局委办])"
)
_GIVE = r"(?:给予|予以|加大|增加|增配|拨付|安排|解决|批准|批复|协调|支持|倾斜|配备|帮助|明确)"
_REQUEST = re.compile(
    r"(?:妥否|当否|可否|是否妥当)[，,。]?\s*请"
    r"|请\s*(?:予以?)?(?:批准|批示|批复|审批|核批|示复|批转)"
    r"|特此请示|特请示|以上请示"
    r"|(?:恳请|敬请|恳求|请求|提请)[^。；，,;]{0,16}?(?:(?:给予|予以)(?!警告|处分|处罚|撤销|收监|表彰|奖励)|加大|增加|增配|拨付|拨款|安排"
    r"|解决|批准|批复|协调|支持|倾斜|配备)"
    rf"|(?:建议|希望|盼望|望|请){_ABOVE}(?:[、和及]{_ABOVE})*[^。；;，,]{{0,14}}?{_GIVE}"
)
# What stands in each of these: 请 or 望 with those above it speaks to, or what is asked.
_SIGNS = (
    *("妥否", "当否", "可否", "是否妥当", "请示", "恳请", "敬请", "恳求", "请求", "提请"),
    *(f"请{word}" for word in ("予", "批", "审批", "核批", *" \u3000\u00a0\t")),
    *(f"{asks}{above}" for asks in ("建议", "望", "请") for above in "上市区县有贵"),
)
_REACH = 200
_TELLING = re.compile(
    r"群众|居民|村民|企业|当事人|商户|申请人|代表|法院|向[^。；，]{0,12}$|已[经]?$|受理|收到|答复|办理|审议|人大常委会"
)


@rule("T011", "request-in-report", severity=Severity.ERROR)
def check(draft: Draft) -> Iterator[Finding]:
    """Find requests to those above."""
    for hit in draft.printed.find(_REQUEST, _SIGNS, "body", "heading"):
        text, at = hit.span.text, hit.found.start()
        if _TELLING.search(text[stretch_start(text, at, "。；，,;", _REACH) : at]):
            continue
        yield Finding(
            f"报告里夹带了请示的话“{hit.quote}”。",
            "请删去；确需请示的，另写一份请示。",
            hit.place(),
            quote=hit.quote,
            group="request",
        )
