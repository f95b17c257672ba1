"""Load a profile: a YAML file held against its pack.

Errors: YamlProblem with every mistake of the file, FileProblem, PackProblem. Missing figures and
contradictions between figures are no errors: they are states and doubts of the Profile.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from drafter.errors import Problem, YamlProblem, clip
from drafter.fields import Fields, nearest
from drafter.location import FileLocation
from drafter.pack.compiled import load_compiled
from drafter.pack.library import DEFAULT_PACK, find_pack
from drafter.pack.pack import Pack
from drafter.profile.derive import derive_all
from drafter.profile.load_data import load_entries
from drafter.profile.load_texts import TextLoader
from drafter.profile.profile import KINDS, MODES, Disabled, Document, Profile, Unit
from drafter.yamlfile import YamlFile, read

# 汇总: the contributions behind a district's figures, which `drafter rollup` alone reads.
_HEAD_KEYS = ("模板", "年度", "截至", "上年口径", "单位", "文件", "数据", "来源", "做法", "汇总")
SAME_PERIOD = "同期"
PERIODS = ("全年", SAME_PERIOD)
_UNIT_KEYS = ("名称", "简称", "类型", "上级", "相关单位")
_DOCUMENT_KEYS = (
    "版式", "标题", "主送", "文号", "机关标志", "署名", "签发人", "抄送", "附件", "成文日期", "对照表",
)  # fmt: skip


def load_profile(path: Path, pack: Pack | None = None) -> Profile:
    """Load the profile at `path`; `pack` saves loading the one it names."""
    return load_from(read(path), pack)


def load_from(file: YamlFile, pack: Pack | None = None) -> Profile:
    """Load a profile from a file as read, or as edited and not yet written."""
    return _Loader(file, pack or named_pack(file)).load()


def named_pack(file: YamlFile) -> Pack:
    """Load the pack that a profile names. Errors: YamlProblem, PackProblem."""
    return load_compiled(named_folder(file))


def named_folder(file: YamlFile) -> Path:
    """Find the folder of the pack that a profile names. Errors: YamlProblem, PackProblem."""
    problems: list[Problem] = []
    named = file.root.find("模板")
    place = named.location if named else FileLocation(str(file.path))
    name = Fields(file.root, (), problems, place).text("模板", DEFAULT_PACK)
    if problems:
        raise YamlProblem(*problems)
    return find_pack(name, file.path.parent, place)


class _Loader:
    """Takes one profile apart, collecting problems."""

    def __init__(self, file: YamlFile, pack: Pack) -> None:
        self.file = file
        self.pack = pack
        self.problems: list[Problem] = []
        known = (*_HEAD_KEYS, *pack.lists, "检查")
        place = FileLocation(str(file.path))
        self.root = Fields(file.root, known, self.problems, place)
        self.texts = TextLoader(file.text, self.problems)

    def load(self) -> Profile:
        year, unit = self._year(), self._unit()
        as_of = self.root.date("截至")
        document = self._document()
        entries = load_entries(self.root.fields("数据"), self.pack, unit.kind)
        own = self.texts.own(self.root.fields("做法"), self.pack)
        lists = self.texts.lists(self.root, self.pack.lists)
        disabled = tuple(self._disabled())
        if year is not None:
            self._check_dates(year, as_of, document.issued)
        same_period = self._choice("上年口径", PERIODS) == SAME_PERIOD
        sources = self._sources()
        if self.problems or year is None:
            ordered = sorted(self.problems, key=lambda problem: problem.location)
            raise YamlProblem(*dict.fromkeys(ordered))
        derived, doubts = derive_all(entries)
        return Profile(
            path=self.file.path,
            pack=self.pack,
            year=year,
            as_of=as_of,
            unit=unit,
            document=document,
            entries=derived,
            own=own,
            lists=lists,
            sources=sources,
            disabled=disabled,
            doubts=doubts,
            last_year_is_same_period=same_period,
        )

    def _year(self) -> int | None:
        """Read 年度; None, and a problem, where it is none."""
        typed = self.root.text("年度").translate(
            str.maketrans("０１２３４５６７８９", "0123456789")
        )
        found = re.fullmatch(r"(20\d\d)年?度?", typed)
        if found:
            return int(found[1])
        is_open = self.root.node("年度") is None
        if is_open or typed:  # a list has been reported as such
            what = "没有填“年度”。" if is_open else f"“年度”应为四位年份，现为“{clip(typed)}”。"
            self.root.problem(self.root.place("年度"), what, "例如“年度: 2026”。")
        return None

    def _choice(self, key: str, known: tuple[str, ...]) -> str:
        chosen = self.root.text(key, known[0])
        if chosen not in known:
            place = self.root.place(key)
            self.root.problem(place, f"“{key}”没有“{chosen}”这一项。", nearest(chosen, known))
        return chosen

    def _unit(self) -> Unit:
        fields = self.root.fields("单位", _UNIT_KEYS)
        kind = fields.text("类型", "街道")
        if kind not in KINDS:
            fields.problem(
                fields.place("类型"), f"没有“{kind}”这种类型。", f"可用的有：{'、'.join(KINDS)}。"
            )
        return Unit(
            fields.text("名称"),
            fields.text("简称"),
            kind,
            fields.text("上级"),
            fields.texts("相关单位"),
        )

    def _document(self) -> Document:
        fields = self.root.fields("文件", _DOCUMENT_KEYS)
        mode = fields.text("版式", "普通")
        if mode not in MODES:
            fields.problem(fields.place("版式"), f"没有“{mode}”这种版式。", nearest(mode, MODES))
        return Document(
            mode=mode,
            title=fields.text("标题") or None,
            addressee=fields.text("主送").rstrip("：:") or None,
            doc_number=fields.text("文号") or None,
            red_heads=fields.texts("机关标志"),
            organs=fields.texts("署名"),
            signers=fields.texts("签发人"),
            copy_to="、".join(fields.texts("抄送")) or None,
            annexes=fields.texts("附件"),
            issued=fields.date("成文日期"),
            with_table=fields.flag("对照表", True),
            open_fields=frozenset(
                k.text for k, _ in fields.entries() if fields.node(k.text) is None
            ),
        )

    def _sources(self) -> dict[str, str]:
        fields = self.root.fields("来源")
        known = [*self.pack.indicators.topics, *self.pack.indicators.by_key]
        for key, _ in fields.entries():
            if key.text not in known:
                fields.problem(
                    key.location,
                    f"“来源”里的“{key.text}”不是主题，也不是“主题.指标”。",
                    nearest(key.text, known),
                )
        return {key.text: fields.text(key.text) for key, _ in fields.entries()}

    def _disabled(self) -> Iterator[Disabled]:
        checks = self.root.fields("检查", ("停用",))
        for node in checks.items("停用"):
            fields = Fields(node, ("规则", "指标", "位置", "理由"), self.problems, node.location)
            indicator = fields.text("指标") or None
            if indicator and indicator not in self.pack.indicators.by_key:
                fields.problem(
                    fields.place("指标"),
                    f"没有“{indicator}”这一指标。",
                    nearest(indicator, self.pack.indicators.by_key),
                )
            rule, reason = fields.required("规则"), fields.required("理由")
            yield Disabled(rule, reason, indicator, fields.text("位置") or None, node.location)

    def _check_dates(self, year: int, as_of: date | None, issued: date | None) -> None:
        if as_of and as_of.year != year:
            self.root.problem(
                self.root.place("截至"),
                f"截至日期“{as_of}”不在{year}年。",
                "请改成报告年度内的日期；全年的留空。",
            )
        place = self.root.fields("文件").place("成文日期")
        if issued and issued.year not in (year, year + 1):
            self.root.problem(
                place, f"成文日期“{issued}”不在{year}年或次年。", "请核对年度和成文日期。"
            )
        if issued and as_of and issued < as_of:
            self.root.problem(
                place, f"成文日期“{issued}”早于截至日期“{as_of}”。", "请核对这两个日期。"
            )
