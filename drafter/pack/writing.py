"""Write a pack: its pieces as the YAML files and templates that the loader reads back.

What a program found beside the pack's own content (where a section was seen, a figure's values over
the years) goes into `seen` and comments, so that a person who edits the files sees the evidence.
Layout, calendar and terms are copied byte for byte from the pack a mined one is made after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from drafter.pack.indicators import Indicator
from drafter.pack.outline import ROLES, OutlineSection, Part, Requirement
from drafter.pack.pack import Pack
from drafter.pack.wording import Variant, Wording
from drafter.relations import Expression, Name, Rate, Total
from drafter.yamlfile import quoted

# Plain scalars that every YAML reader takes as they stand, in block and in flow style.
_PLAIN = re.compile(r"[\u3400-\u9fff《（“A-Za-z_/][^\x00-\x1f:#,\[\]{}\"'&*!|>%@`\\]*(?<! )")
_TYPED = re.compile(r"(?i:true|false|yes|no|on|off|null|~)")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is written beside the pack.

    seen: pairs of a section's `seen` by key. comments: lines above a section or an indicator
    (主题.指标). phrases: the phrasebook. tables: the text of tables.yaml, "" for none.
    """

    seen: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    comments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: tuple[Phrase, ...] = ()
    tables: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """An entry of phrasebook.yaml.

    variants: other wordings; sources: file:paragraph; level: formula for what stands inside clauses.
    """

    section: str
    frame: str
    reports: int
    offices: int
    variants: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    level: str = ""


def write_pack(pack: Pack, evidence: Evidence) -> dict[str, str]:
    """Return the text of every file by its path in the folder, but layout, calendar and terms."""
    files = {
        "pack.yaml": _lines(_head(pack)),
        "outline.yaml": _lines(_outline(pack, evidence)),
        "indicators.yaml": _lines(_indicators(pack, evidence)),
        "phrasebook.yaml": _lines(_phrasebook(evidence)),
    }
    if evidence.tables:
        files["tables.yaml"] = evidence.tables
    for name, template in pack.templates.items():
        files[f"sections/{name}"] = template.source
    return files


def quote(text: str) -> str:
    """Write a scalar: plain where that is safe, else in double quotes."""
    if _PLAIN.fullmatch(text) and not _TYPED.fullmatch(text):
        return text
    return quoted(text)


def _lines(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def _flow(items: Sequence[str]) -> str:
    return f"[{', '.join(map(quote, items))}]"


def _head(pack: Pack) -> Iterator[str]:
    yield "# 由 drafter mine 从历年报告中挖出，可以改；再运行 mine --update 时，改过的文件会保留。"
    yield f"name: {quote(pack.name)}"
    yield f"label: {quote(pack.label)}"
    if pack.mode:
        yield f"mode: {quote(pack.mode)}"
    if pack.titles:
        yield f"titles: {_flow(pack.titles)}"
    yield from _wording("title", pack.title)
    yield from _wording("filename", pack.filename)
    if pack.preamble:
        yield f"preamble: {quote(pack.preamble)}"
    if pack.unit:
        yield "# 新建台账时先填上的单位信息"
        pairs = (
            ("name", pack.unit.name), ("short", pack.unit.short), ("kind", pack.unit.kind),
            ("superior", pack.unit.superior),
        )  # fmt: skip
        known = [f"  {key}: {quote(value)}" for key, value in pairs if value]
        yield "unit:" if known else "unit: {}"
        yield from known
    yield "parts:"
    for part in pack.outline.parts:
        yield from _part(part)
    yield "orders:"
    yield from (f"- {_flow(order)}" for order in pack.outline.orders)
    if pack.annex_title:
        yield "annex:"
        yield f"  title: {quote(pack.annex_title)}"
    yield "lists:"
    yield from (f"  {name}: {_flow(fields)}" for name, fields in pack.lists.items())


def _part(part: Part) -> Iterator[str]:
    yield f"- key: {quote(part.key)}"
    yield f"  name: {quote(part.name)}"
    if part.roles:
        yield f"  roles: {_flow([role for role in ROLES if role in part.roles])}"
    yield from _requirement(part.required, "  ")
    if part.basis:
        yield f"  basis: {quote(part.basis)}"
    if part.aliases:
        yield "  aliases:"
        yield from (f"  - {quote(alias)}" for alias in part.aliases)


def _wording(key: str, wording: Wording, indent: str = "") -> Iterator[str]:
    plain = [v for v in wording.variants if v.first_year is None and v.last_year is None]
    if len(wording.variants) == 1 and plain and not plain[0].kinds:
        yield f"{indent}{key}: {quote(plain[0].text)}"
        return
    yield f"{indent}{key}:"
    if len(plain) == len(wording.variants):
        yield from (f"{indent}  {_kinds(v)}: {quote(v.text)}" for v in wording.variants)
        return
    for variant in wording.variants:
        years = f"{variant.first_year or ''}-{variant.last_year or ''}"
        yield f"{indent}- years: {quote(years)}"
        if variant.kinds:
            yield f"{indent}  text:"
            yield f"{indent}    {_kinds(variant)}: {quote(variant.text)}"
        else:
            yield f"{indent}  text: {quote(variant.text)}"


def _kinds(variant: Variant) -> str:
    return variant.kinds[0] if variant.kinds else "默认"


def _requirement(required: Requirement, indent: str) -> Iterator[str]:
    if required.everyone:
        yield f"{indent}required: true"
    elif required.kinds:
        yield f"{indent}required: {_flow(required.kinds)}"


def _outline(pack: Pack, evidence: Evidence) -> Iterator[str]:
    yield "# 提纲：章节、次序和标题；seen 是在多少份报告、多少个单位里见过。"
    for section in pack.outline.sections:
        yield from _section(section, "", evidence)


def _section(section: OutlineSection, indent: str, evidence: Evidence) -> Iterator[str]:
    yield from (f"{indent}# {line}" for line in evidence.comments.get(section.key, ()))
    yield f"{indent}- key: {quote(section.key)}"
    inner = indent + "  "
    if section.part:
        yield f"{inner}part: {quote(section.part)}"
    yield f"{inner}name: {quote(section.name)}"
    yield from _wording("heading", section.heading, inner)
    if section.aliases:
        yield f"{inner}aliases: {_flow(section.aliases)}"
    yield from _requirement(section.required, inner)
    if section.basis:
        yield f"{inner}basis: {quote(section.basis)}"
    if section.key in evidence.seen:
        pairs = ", ".join(f"{key}: {value}" for key, value in evidence.seen[section.key])
        yield f"{inner}seen: {{{pairs}}}"
    if section.template:
        yield f"{inner}template: {quote(section.template)}"
    if section.takes:
        yield f"{inner}takes: {_flow(section.takes)}"
    if section.sections:
        yield f"{inner}sections:"
        for child in section.sections:
            yield from _section(child, inner, evidence)


def _indicators(pack: Pack, evidence: Evidence) -> Iterator[str]:
    yield "# 指标：主题、指标；注释里是历年的数。"
    in_forms = {key for form in pack.forms for key in form.keys}
    if not pack.indicators.by_key.keys() - in_forms:
        yield "{}"
    for topic, members in pack.indicators.topics.items():
        written = [indicator for indicator in members if indicator.key not in in_forms]
        yield from (f"{quote(topic)}:" for _ in written[:1])
        for indicator in written:
            yield from (f"  # {line}" for line in evidence.comments.get(indicator.key, ()))
            yield f"  {quote(indicator.name)}:"
            yield from _indicator(indicator)


def _indicator(indicator: Indicator) -> Iterator[str]:
    indent = "    "
    if indicator.label != indicator.name:
        yield f"{indent}label: {quote(indicator.label)}"
    yield f"{indent}units: {_flow(indicator.units)}"
    yield from _requirement(indicator.required, indent)
    yield f"{indent}section: {quote(indicator.section)}"
    if indicator.source:
        yield f"{indent}source: {quote(indicator.source)}"
    if indicator.aliases:
        yield f"{indent}aliases: {_flow(indicator.aliases)}"
    if indicator.definition:
        yield f"{indent}definition: {quote(indicator.definition)}"
    if indicator.derive:
        yield f"{indent}derive: {quote(write_expression(indicator.derive))}"
    if indicator.places:
        yield f"{indent}places: {indicator.places}"
    if indicator.checks:
        yield f"{indent}checks: {_flow([check.source for check in indicator.checks])}"


def write_expression(expression: Expression) -> str:
    """Write an expression as the grammar reads it, every name with its topic."""
    match expression:
        case Name(key, last_year):
            return f"last({key})" if last_year else key
        case Rate(Total(((1, Name(now)), (-1, Name(before, True)))), Name(_, True)) if (
            now == before
        ):
            return f"change({now})"
        case Rate(numerator, denominator):
            return f"rate({write_expression(numerator)}, {write_expression(denominator)})"
        case Total(terms):
            text = "".join(
                f" {'+' if sign > 0 else '-'} {write_expression(t)}" for sign, t in terms
            )
            return text.removeprefix(" + ").strip()


def _phrasebook(evidence: Evidence) -> Iterator[str]:
    yield "# 套语：按章节列出常用的整句和分句，{名称} 处填数或名称；support 是见于多少份报告、多少个单位。"
    yield "# level: formula 是句内套语，放在一个分句里用。"
    if not evidence.phrases:
        yield "[]"
    for phrase in evidence.phrases:
        yield f"- section: {quote(phrase.section)}"
        yield f"  frame: {quote(phrase.frame)}"
        if phrase.level:
            yield f"  level: {phrase.level}"
        yield f"  support: {{reports: {phrase.reports}, offices: {phrase.offices}}}"
        if phrase.variants:
            yield "  variants:"
            yield from (f"  - {quote(variant)}" for variant in phrase.variants)
        if phrase.sources:
            yield f"  sources: {_flow(phrase.sources)}"
