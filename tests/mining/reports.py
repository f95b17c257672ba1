"""Yearly reports of fictional offices, made small enough to read, for the tests of this room."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from drafter.mining.assemble import Assembled, Own, assemble
from drafter.mining.normal import normalise
from drafter.mining.offices import office_of
from drafter.mining.standard import Standard, standard_of
from drafter.readers.formats import lines_of
from drafter.readers.structure import structure
from drafter.report import Report
from tests.shipped import pack_of

LATEST = """\
青石桥街道办事处关于2024年法治政府建设情况的报告
2024年，青石桥街道办事处围绕群众办事推进法治政府建设。现将有关情况报告如下。
一、2024年度推进法治政府建设的主要举措和成效
（一）规范行政执法行为，提高执法质量
一是检查合并做。全年开展行政检查635次，作出行政处罚12件，罚没款2.71万元。二是案卷有人看。评查案卷18卷。
3月在望河社区开展“法治进楼道”活动，发放宣传资料1.2万余份。
（二）化解矛盾纠纷
全年受理矛盾纠纷200件，成功调解196件，调解成功率98.0%。办结率、好评率均为100%。
二、2024年度推进法治政府建设存在的不足和原因
一是执法力量偏弱，原因是人员流动快。
二是普法方式单一，主要是投入不足。
三、2024年度党政主要负责人履行推进法治建设第一责任人职责的情况
党工委书记听取法治工作汇报4次。
四、2025年度推进法治政府建设的主要安排
力争调解成功率不低于98%，新增持证人员2名。
青石桥街道办事处
2025年1月10日
"""
EARLIER = """\
青石桥街道办事处关于2023年法治政府建设情况的报告
2023年，青石桥街道办事处围绕群众办事推进法治政府建设。现将有关情况报告如下。
一、2023年度推进法治政府建设的主要举措和成效
（一）规范行政执法行为，提高执法质量
全年开展行政检查580次，共作出行政处罚9件，罚没款1.98万元。
（二）化解矛盾纠纷
全年受理矛盾纠纷180件，成功调解171件，调解成功率95.0%。
二、2023年度推进法治政府建设存在的不足和原因
一是执法力量偏弱，原因是人员流动快。
三、2024年度推进法治政府建设的主要安排
力争调解成功率不低于96%。
青石桥街道办事处
2024年1月12日
"""


@cache
def standard() -> Standard:
    """The shipped pack as mining starts from it."""
    return standard_of(pack_of())


def parse(text: str) -> Report:
    """Read a text as a report, rewritten as mining does."""
    lines = lines_of(text.encode(), Path("报告.txt"))
    return normalise(structure(lines, standard().pack.outline))


def mined(*texts: str) -> Assembled:
    """Mine one office's reports, the latest last."""
    reports = [parse(text) for text in texts]
    own = [Own(r, r.year, f"{r.year}.txt") for r in reports]
    office = office_of(reports[-1])
    return assemble(own, office, standard(), "ours", lambda _: {})
