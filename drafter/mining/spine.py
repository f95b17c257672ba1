"""The spine: the office's latest report as a pack that prints it again, ready for the next year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from drafter.extraction.sections import headings_of
from drafter.mining.dated import names_in
from drafter.mining.ledger import Ledger, Stated
from drafter.mining.plan import Plan, Planned
from drafter.mining.prose import Source, Writer
from drafter.pack.outline import OutlineSection, Requirement, Role
from drafter.pack.pack import Pack, Template
from drafter.pack.wording import Variant, Wording
from drafter.report import Report, Section, Span, walk

# What each year writes anew, by the role of its part.
_STALE: Mapping[Role, str] = {
    "problems": "这是上一份报告里的不足，按本年情况改写",
    "plan": "这是上一份报告里的安排，按下一年情况改写",
}


@dataclass(frozen=True, slots=True)
class Spine:
    """What the latest report gives: sections with templates, and the preamble's template."""

    sections: tuple[OutlineSection, ...]
    templates: Mapping[str, Template]
    preamble: str


def stock_names(reports: Sequence[Report]) -> frozenset[str]:
    """Names of events and places that at least two reports have: they recur and stay in the text."""
    counts: Counter[str] = Counter()
    for report in reports:
        counts.update({name for span in walk(report) for name in names_in(span.text)})
    return frozenset(name for name, count in counts.items() if count >= 2)


@dataclass(frozen=True, slots=True)
class Material:
    """What a spine is built of.

    plan, ledger: its sections and figures. tables: the line that stands for each table, by number.
    """

    report: Report
    plan: Plan
    ledger: Ledger
    tables: Mapping[int, str] = field(default_factory=dict)


def build_spine(material: Material, pack: Pack, writer: Writer) -> Spine:
    """Build sections and templates in the report's own order."""
    return _Builder(material, pack, writer).build()


class _Builder:
    """Builds one spine."""

    def __init__(self, material: Material, pack: Pack, writer: Writer) -> None:
        self.report, self.plan, ledger = material.report, material.plan, material.ledger
        self.pack, self.writer = pack, writer
        self.standard = {path[-1].key: path[-1] for path in pack.outline.walk()}
        self.stale = {
            part: remark for role, remark in _STALE.items() for part in pack.outline.parts_for(role)
        }
        self.stated: dict[int, list[Stated]] = {}
        for one in ledger.stated:
            if one.span.paragraph is not None:
                self.stated.setdefault(one.span.paragraph, []).append(one)
        self.sources: dict[tuple[str, ...], list[Source]] = {}
        self.closing: list[Source] = []
        closing = {paragraph.text for paragraph in self.report.closing}
        for span in walk(self.report):
            if span.cell and span.cell[1:] == (1, 1) and material.tables.get(span.cell[0]):
                line = Source(material.tables[span.cell[0]], 0, 0)
                self.sources.setdefault(headings_of(span.path), []).append(line)
            if span.element != "body" or span.paragraph is None:
                continue
            if not span.path and span.text in closing:
                self.closing.append(_source(span))
            else:
                self.sources.setdefault(headings_of(span.path), []).append(_source(span))
        self.templates: dict[str, Template] = {}

    def build(self) -> Spine:
        preamble = self.writer.write(self.sources.get((), ()), self.stated)
        sections = tuple(self._section(section, ()) for section in self.report.sections)
        self._close(sections)
        return Spine(sections, self.templates, preamble)

    def _close(self, sections: tuple[OutlineSection, ...]) -> None:
        """Let closing paragraphs follow the last section: a pack has no other place for them."""
        last = sections[-1] if sections else None
        while last is not None and last.sections:
            last = last.sections[-1]
        if not self.closing or last is None or last.template is None:
            return
        before = self.templates[last.template].source
        prose = self.writer.write(self.closing, self.stated)
        self.templates[last.template] = Template(last.template, f"{before}\n{prose}")

    def _section(self, section: Section, above: tuple[str, ...]) -> OutlineSection:
        path = (*above, section.heading)
        planned = self.plan.by_path[path]
        standard = self.standard.get(planned.key)
        children = tuple(self._section(child, path) for child in section.sections)
        template, takes = self._template(planned, path, bool(children))
        heading = self.writer.speller.heading(section.heading)
        return OutlineSection(
            key=planned.key,
            name=planned.name,
            heading=Wording((Variant(heading),)),
            required=Requirement(everyone=True),
            part=planned.part,
            aliases=standard.aliases if standard else (),
            basis=standard.basis if standard else "",
            template=template,
            takes=takes,
            sections=children,
        )

    def _template(
        self, planned: Planned, path: tuple[str, ...], has_children: bool
    ) -> tuple[str | None, tuple[str, ...]]:
        sources = self.sources.pop(path, [])
        if not sources and has_children:
            return None, ()
        name = f"{planned.key}.j2"
        stale = self.stale.get(planned.inside or "", "")
        prose = self.writer.write(sources, self.stated, stale)
        standard = None if has_children else self.standard.get(planned.key)
        takes = standard.takes if standard else ()
        if standard and takes:
            template = self.pack.templates.get(standard.template or "")
            listed = _loops(template.source.strip() if template else "")
            if stale:
                prose = f"{{% if {takes[0]} %}}\n{listed}\n{{% else %}}\n{prose}{{% endif %}}\n"
            else:
                prose = f"{prose}\n{listed}\n"
        self.templates[name] = Template(name, prose or "{{ 做法 }}\n")
        return name, takes


def _source(span: Span) -> Source:
    assert span.paragraph is not None
    section = span.section
    heading = section.line if section and section.run_in and section.blocks else ""
    if heading and span.text.startswith(heading):
        rest = span.text[len(heading) :]
        body = rest.lstrip("。：:．. ")
        return Source(body, len(span.text) - len(body), span.paragraph)
    return Source(span.text, 0, span.paragraph)


def _loops(source: str) -> str:
    """Take the loops over lists out of a standard template, without the figures around them."""
    kept: list[str] = []
    depth = 0
    for line in source.splitlines():
        if line.startswith("{% for"):
            depth += 1
        if depth:
            kept.append(line)
        if line.startswith("{% endfor"):
            depth -= 1
    return "\n".join(kept)
