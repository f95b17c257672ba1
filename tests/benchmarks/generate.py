"""Write any number of synthetic yearly reports, 12 KB each, the same ones every time.

Usage: python -m tests.benchmarks.generate FOLDER COUNT
Every office has four years; a report has the prescribed parts, most of the usual sections in mostly
the usual order, clauses of its own, clauses of its office and stock clauses of the genre.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

YEARS = (2021, 2022, 2023, 2024)
SECTIONS = (
    "加强组织领导，压实法治建设责任", "转变政府职能，优化政务服务", "优化法治化营商环境", "坚持依法决策，严把审核关口",
    "规范行政执法行为，提高执法质量", "健全应急体系，守牢安全底线", "化解矛盾纠纷，维护社会稳定",
    "办好行政复议和行政应诉", "深化普法宣传，营造法治氛围", "推进政务公开，接受各方监督",
)  # fmt: skip
FIRST, SECOND = "青白红望南北东西清云石松柳竹桃梅兰枫桂", "桥溪河湖山岭坪塘湾田林泉井亭台浦洲渡"
KINDS = ("镇", "街道", "乡")
DOERS = (
    "综合执法队",
    "司法所",
    "便民服务中心",
    "党政办公室",
    "平安办公室",
    "网格中心",
    "调委会",
    "法律顾问",
)
VERBS = (
    "开展",
    "组织",
    "完成",
    "受理",
    "办理",
    "排查",
    "发放",
    "走访",
    "审查",
    "调解",
    "整改",
    "接待",
)
THINGS = (
    "行政检查", "法治培训", "矛盾纠纷", "安全隐患", "宣传资料", "企业诉求", "合同文本", "政务服务事项", "法律咨询",
    "普法活动", "应急演练", "案卷评查", "信访事项", "热线工单", "行政处罚", "合法性审查",
)  # fmt: skip
UNITS = ("次", "件", "场次", "份", "人次", "条", "处", "户")
WAYS = (
    "把问题解决在萌芽状态", "做到件件有回音事事有着落", "形成上下联动的工作格局", "把责任落到具体岗位和人员",
    "推动各项制度落地见效", "让群众少跑路数据多跑路", "坚持教育和处罚相结合", "严格落实重大事项集体讨论制度",
    "依托网格力量及时发现苗头", "分层分类开展业务学习", "压实各村各站所的责任", "按季度通报进展和不足",
)  # fmt: skip
WORDS = "路灯雨棚菜场渡口车位水渠楼道河堤果园码头围墙摊点沟渠台账公示栏站牌井盖坡道花坛篱笆岔口货运竹排茶山梯田鱼塘"


def office_name(number: int) -> str:
    """Name an office; 40,000 reports have 10,000 of them."""
    head = FIRST[number % len(FIRST)] + SECOND[number // len(FIRST) % len(SECOND)]
    more = number // (len(FIRST) * len(SECOND))
    return head + (FIRST[more % len(FIRST)] if more else "") + KINDS[number % len(KINDS)]


def report(number: int) -> str:
    """Write one report."""
    office, year = number // len(YEARS), YEARS[number % len(YEARS)]
    own, rng = random.Random(office), random.Random(number + 10**6)
    name = office_name(office)
    tail = "办事处" if name.endswith("街道") else "人民政府"
    habits = [_sentence(own, name) for _ in range(30)]
    lines = [
        f"{name}{tail}关于{year}年法治政府建设情况的报告",
        f"{year}年，{name}{tail}围绕群众办事推进法治政府建设，{rng.choice(WAYS)}。现将有关情况报告如下。",
        f"一、{year}年度推进法治政府建设的主要举措和成效",
    ]
    chosen = [heading for heading in SECTIONS if rng.random() < 0.85]
    if rng.random() < 0.2 and len(chosen) > 3:
        place = rng.randrange(len(chosen) - 1)
        chosen[place], chosen[place + 1] = chosen[place + 1], chosen[place]
    for ordinal, heading in zip("一二三四五六七八九十", chosen, strict=False):
        lines.append(f"（{ordinal}）{heading}")
        lines += ["".join(_prose(rng, name, habits) for _ in range(5)) for _ in range(2)]
    lines += [f"二、{year}年度推进法治政府建设存在的不足和原因"]
    lines += [f"{o}是{_plain(rng)}，原因是{_plain(rng)}。" for o in "一二三"]
    lines += [
        f"三、{year}年度党政主要负责人履行推进法治建设第一责任人职责的情况",
        _prose(rng, name, habits),
    ]
    lines += [f"四、{year + 1}年度推进法治政府建设的主要安排"]
    lines += [f"{o}是{_plain(rng)}，{rng.choice(WAYS)}。" for o in "一二三"]
    return "\n".join([*lines, f"{name}{tail}", f"{year + 1}年1月{rng.randint(5, 28)}日"]) + "\n"


def _prose(rng: random.Random, name: str, habits: list[str]) -> str:
    pick = rng.random()
    if pick < 0.35:
        return _renumbered(rng, rng.choice(habits))
    return (
        _sentence(rng, name)
        if pick < 0.8
        else f"{rng.choice(DOERS)}{rng.choice(WAYS)}，{rng.choice(WAYS)}。"
    )


def _sentence(rng: random.Random, name: str) -> str:
    clauses = [
        f"{rng.choice(DOERS)}{_figure(rng)}",
        *(_figure(rng) for _ in range(rng.randint(0, 2))),
        _plain(rng),
    ]
    return f"{rng.choice(['全年', name, '今年以来，', ''])}{'，'.join(clauses)}。"


def _figure(rng: random.Random) -> str:
    return f"{rng.choice(VERBS)}{rng.choice(THINGS)}{rng.randint(2, 900)}{rng.choice(UNITS)}"


def _plain(rng: random.Random) -> str:
    words = "".join(rng.choice(WORDS) for _ in range(rng.randint(6, 10)))
    return f"对{words}的事项逐项{rng.choice(VERBS)}"


def _renumbered(rng: random.Random, sentence: str) -> str:
    return "".join(str(rng.randint(2, 9)) if c.isdigit() else c for c in sentence)


def main() -> None:
    """Write COUNT reports into FOLDER, a thousand to a subfolder."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    for number in range(count):
        target = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(report(number), encoding="utf-8")


if __name__ == "__main__":
    main()
