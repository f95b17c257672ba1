"""自称不一致，像是从别处抄来的。

检查什么
街道的报告里写“镇长”“镇党委”，镇的报告里写“乡长”“乡政府”一类；街道的报告里自称“我镇”“本乡”“全镇”，镇的报告里自称“本街道”“本乡镇”，局的报告里自称“我镇”一类；
局的报告里写“党工委书记、主任”“镇党委书记、镇长”，街道、乡镇的报告里写“党组书记、局长”“局党组”“局长办公会”，把“区委书记、区长带头”写成本单位的；
一个局有时写“局党组”、有时写“局党委”的，写得少的那几处；
同一个地名有时叫“某街道”有时叫“某镇”，或者少写了“道”字（“某街执法队”）。
单位类型看台账；没有台账的，看标题、署名和开头；看不出来的不查。

为什么
自称不对，十有八九是抄了别的单位的稿子；地名少一个字，单位名称就不规范。

反例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
我镇全年开展行政检查635次。
```

正例
```text
# 青石桥街道2026年法治政府建设年度报告
一、2026年度推进法治政府建设的主要举措和成效
街道全年开展行政检查635次，全区通报表扬。
```

怎么改
改成本单位的自称，全文只用一种；机构名称写全。

依据
《党政机关公文处理工作条例》：发文机关署全称或者规范化简称。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostic import Severity
from drafter.lint.draft import Draft
from drafter.lint.own import Own
from drafter.lint.places import TOWN_SUFFIXES
from drafter.lint.rule import Finding, rule
from drafter.lint.texts import Hit
from drafter.location import Element
from drafter.report import Span
from drafter.text.blanking import blank_out

_SELF = re.compile(
    r"(?<![根基成资日版文剧原书自])(?:(?:本|我)(?P<what>街道|乡镇|镇街(?![道巷区面上头市])|镇|乡|县|局)|全(?P<all>街道|乡镇|镇|乡))"
    r"(?!村|土|镇|级|域|愁|情|音|属|直|街|面|限|部|势|长|委|办|里)"
)
_SELF_SIGNS = (
    *(f"{who}{what}" for who in "本我" for what in ("街道", *"镇乡县局")),
    *(f"全{what}" for what in ("街道", "镇", "乡")),
)
# Whose title or body it is, said without a name before it: 镇长主持, 由乡党委书记; not 城镇长效, 乡镇党委, 月河镇政府.
_OFFICE = re.compile(
    r"(?:^|(?<=[,。、;:(由经向和与及以]))(?<![镇乡][、和与及])(?<!街道[、和与及])"
    r"(?:(?P<street>街道)(?:党工委|办事处主任|便民服务中心|政务服务(?:大厅|中心)|司法所)"
    r"|(?P<town>[镇乡])(?:长(?![效期远廊街征江河春城治途])|党委|(?:人民)?政府|人大主席|便民服务中心"
    r"|政务服务(?:大厅|中心)|司法所))"
)
_BODIES = ("长", "党委", "政府", "人民政府", "人大主席", "便民服务中心", "政务服务", "司法所")
_OFFICE_SIGNS = (
    *(f"街道{body}" for body in ("党工委", "办事处主任", "便民服务中心", "政务服务", "司法所")),
    *(f"{town}{body}" for town in "镇乡" for body in _BODIES),
)
_BEGINS = r"(?:^|(?<=[,。、;:(由经向和与及以]))"
_LEADS = r"(?=(?:认真|切实|带头|严格|坚持)*(?:履行|把|理论学习|主持))"
# Offices and bodies that only a unit of one kind has, told without a name before them.
_STREET = re.compile(
    rf"{_BEGINS}(?:党工委书记[、和,]?(?:街道|办事处)?主任|街道党工委(?:书记)?{_LEADS})",
    re.MULTILINE,
)
_TOWN = re.compile(
    rf"{_BEGINS}(?:[镇乡]?党委书记[、和,]?[镇乡]长|[镇乡]党委(?:书记)?{_LEADS}|[镇乡]长{_LEADS})",
    re.MULTILINE,
)
_BUREAU = re.compile(
    rf"{_BEGINS}(?:局?党[组委]书记[、和,]?局长|局党[组委](?!书记)|局长办公会|局务会|局长{_LEADS})",
    re.MULTILINE,
)
# The leaders of a county or district as the own ones; its own leaders' remarks are told with 批示, 要求.
_COUNTY = re.compile(
    r"(?:^|(?<=[。;]))(?P<level>[区县])委书记[、和,](?P=level)长(?=(?:认真|切实|坚持|严格)*(?:带头|履行))",
    re.MULTILINE,
)
_COUNTY_SIGNS = ("区委书记", "县委书记")
# The party body of a bureau is a 党组 or a 党委: not 机关党委, 市局党委.
_PARTY = re.compile(
    rf"{_BEGINS}(?:局党(?P<of>[组委])(?!办)|党(?P<met>[组委])(?:理论学习中心组|书记[、和,]?局长))",
    re.MULTILINE,
)
_PARTY_SIGNS = ("局党组", "局党委", *(f"党{of}{w}" for of in "组委" for w in ("理论", "书记")))
_TIMES = 2  # how often one is named for each time that the other is
_STREET_SIGNS, _TOWN_SIGNS = ("党工委",), ("镇长", "乡长", "镇党委", "乡党委")
_BUREAU_SIGNS = ("局长", "局党", "局务会")
# A committee of a zone is led as a street is.
_NO_BUREAU = re.compile(r"委员会|管委会|开发区|园区|新区|街道")
_QUOTED = re.compile(r"“[^”]{0,200}”|《[^》]{0,100}》|\"[^\"]*\"")
_TOLD: tuple[Element, ...] = ("title", "heading", "body")
_WRONG = {
    "街道": frozenset({"镇", "乡", "乡镇", "镇街", "局"}),
    "镇": frozenset({"街道", "乡", "乡镇", "镇街", "局"}),
    "乡": frozenset({"街道", "镇", "乡镇", "镇街", "局"}),
    "部门": frozenset({"街道", "镇", "乡", "乡镇", "镇街"}),
    "县区政府": frozenset({"街道", "镇", "乡", "镇街", "局"}),
}
_SHORT = r"街(?=执法|综合执法|司法所|党工委|办事处|便民|社区|班子|机关|干部)"


@rule("N003", "self-name-mixed", severity=Severity.WARNING)
def check(draft: Draft) -> Iterator[Finding]:
    """Hold what a draft calls its own unit against the unit's kind and name."""
    own = draft.own
    if own is None:
        return
    others = _other_names(own)
    for span, text in draft.printed.holding(_SELF_SIGNS, *_TOLD):
        bare = blank_out(text, _QUOTED)
        for found in _SELF.finditer(bare):
            if (found["what"] or found["all"]) in _WRONG.get(own.kind, ()):
                yield _finding(span, found, f"自称“{found[0]}”，本单位是{_kind(own)}")
    if own.kind in TOWN_SUFFIXES:
        yield from _offices(draft, own)
    yield from _leaders(draft, own)
    if own.kind == "部门" and _is_bureau(draft):
        yield from _party(draft)
    for hit in draft.folded.find(others, others, *_TOLD) if others else ():
        name = f"{own.stem}{own.suffix}"
        yield _finding(hit.span, hit.found, f"“{hit.found[0]}”与本单位的名称“{name}”不一致")


def _offices(draft: Draft, own: Own) -> Iterator[Finding]:
    """Find heads and bodies that a unit of this kind doesn't have."""
    for hit in draft.folded.find(_OFFICE, _OFFICE_SIGNS, "heading", "body"):
        what, start = hit.found["street"] or hit.found["town"], hit.found.start()
        if what != own.kind and not any(
            found.start() < start < found.end() for found in _QUOTED.finditer(hit.span.text)
        ):
            quote = hit.span.text[start : hit.found.end()]
            message = f"“{quote}”是{what}的职务、机构，本单位是{_kind(own)}。"
            mend = "请改成本单位的；如系抄来未改，请逐处核对前后文。"
            yield Finding(message, mend, hit.span.place(start, hit.found.end()), quote=quote)


def _leaders(draft: Draft, own: Own) -> Iterator[Finding]:
    """Find leaders and bodies that only another kind of unit has."""
    asked = []
    if own.kind == "部门" and _is_bureau(draft):
        asked = [("街道", _STREET, _STREET_SIGNS), ("乡镇", _TOWN, _TOWN_SIGNS)]
    elif own.kind in TOWN_SUFFIXES:
        asked = [("局", _BUREAU, _BUREAU_SIGNS)]
        asked += [("街道", _STREET, _STREET_SIGNS)] if own.kind != "街道" else []
        asked += [("县区", _COUNTY, _COUNTY_SIGNS)]
    for what, pattern, signs in asked:
        for hit in draft.folded.find(pattern, signs, "heading", "body"):
            message = f"“{hit.quote}”是{what}的职务、机构，本单位是{_kind(own)}。"
            mend = "请改成本单位的；写的是别的单位的，把名称写在前面。"
            yield Finding(message, mend, hit.place(), quote=hit.quote)


def _party(draft: Draft) -> Iterator[Finding]:
    """Find 局党组 in a bureau that mostly says 局党委, or the other way."""
    named: dict[str, list[Hit]] = {"组": [], "委": []}
    for hit in draft.folded.find(_PARTY, _PARTY_SIGNS, "heading", "body"):
        named[hit.found["of"] or hit.found["met"]].append(hit)
    rarer, other = sorted(named, key=lambda of: len(named[of]))
    if len(named[other]) < _TIMES * len(named[rarer]):
        return
    for hit in named[rarer]:
        yield Finding(
            f"“{hit.quote}”与别处写的“党{other}”不一致。",
            "一个局设党组就不设党委，请核对后统一。",
            hit.place(),
            quote=hit.quote,
        )


def _is_bureau(draft: Draft) -> bool:
    report = draft.report
    names = (draft.profile.unit.name,) if draft.profile else (report.title, *report.organs)
    name = "".join(one for one in names if one)
    return "局" in name and not _NO_BUREAU.search(name)


def _kind(own: Own) -> str:
    return "一级政府" if own.kind == "县区政府" else own.kind


def _other_names(own: Own) -> re.Pattern[str] | None:
    """Look for the own name with another ending; None for a unit without such a name."""
    if not own.stem:
        return None
    endings = [suffix for suffix in TOWN_SUFFIXES if suffix != own.suffix]
    if own.suffix == "街道":
        endings.append(_SHORT)
    stem = re.escape(own.stem)
    return re.compile(rf"{stem}(?:{'|'.join(endings)})(?!村|级|域|街|中心|里)")


def _finding(span: Span, found: re.Match[str], message: str) -> Finding:
    start, end = found.span()
    quote = span.text[start:end]
    mend = "请改成本单位的自称和规范名称；如系抄来未改，请逐处核对前后文。"
    return Finding(f"{message}。", mend, span.place(start, end), quote=quote)
