"""Assemble: own reports and a standard pack become a pack that prints the latest of them again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.extraction.forms import read_forms
from drafter.extraction.matching import match
from drafter.figure import Figure
from drafter.mining.absent import with_sections
from drafter.mining.ledger import Ledger, keep_ledger
from drafter.mining.missing import Completed, complete, is_about
from drafter.mining.offices import Office
from drafter.mining.optional import offer_older, offer_standard
from drafter.mining.plan import Plan, plan_sections
from drafter.mining.prose import Remarks, Writer
from drafter.mining.relations import settle
from drafter.mining.spelling import speller
from drafter.mining.spine import Material, Spine, build_spine, stock_names
from drafter.mining.standard import Standard
from drafter.mining.tables import Tables, mine_tables, words_in_use
from drafter.pack.indicators import Indicator, Indicators, by_topic
from drafter.pack.outline import Outline, OutlineSection
from drafter.pack.pack import OwnUnit, Pack, Template
from drafter.pack.tables import Form
from drafter.pack.wording import Variant, Wording
from drafter.report import Report

PREAMBLE = "preamble.j2"
Judge = Callable[[Report], Remarks]


@dataclass(frozen=True, slots=True)
class Own:
    """One of the own reports with its year (None if nothing tells it) and the name of its file.

    foreign: it is another office's and serves as the spine for want of own ones.
    """

    report: Report
    year: int | None
    name: str
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Assembled:
    """A pack with what a person should know of it.

    years: figures by indicator for each own report, the spine's first. added: keys of the prescribed
    sections that were put in. plan, ledger, tables: of the spine.
    """

    pack: Pack
    years: tuple[tuple[Own, Mapping[str, Figure]], ...]
    added: tuple[str, ...]
    plan: Plan
    ledger: Ledger
    tables: Tables


def assemble(
    own: Sequence[Own], office: Office, standard: Standard, name: str, judge: Judge
) -> Assembled:
    """Make the pack. own: normalised reports, the spine last (by year)."""
    spine = own[-1]
    pack = standard.pack
    plan = plan_sections(spine.report, pack, standard.topics)
    ledger = keep_ledger(spine.report, pack, plan)
    writer = Writer(
        speller(pack, spine.year, office),
        stock_names([one.report for one in own]),
        frozenset(pack.terms.protected),
        judge(spine.report),
        spine.foreign,
    )
    used = words_in_use(pack, ledger.indicators.values())
    known = frozenset(one.number for one in read_forms(spine.report, pack))
    tables = mine_tables(spine.report, plan, writer.speller, used, spine.foreign, known)
    built = build_spine(Material(spine.report, plan, ledger, tables.lines), pack, writer)
    parts = {part for one in own for part in _parts(one.report, standard)}
    is_kind = any(is_about(one.report, pack) for one in own)
    is_kind |= 2 * len(parts) > len(pack.outline.parts)
    completed = complete(built.sections, plan.parts if is_kind else None, pack, standard.used)
    draft = _draft(built, completed, ledger, standard, spine, office, name)
    if not spine.foreign:
        draft = _offering(draft, own[:-1], plan, standard, writer, office)
    older = [(one, _figures_in(one.report, draft)) for one in reversed(own[:-1])]
    years = ((spine, dict(ledger.figures)), *older)
    settled = _settle(draft, [figures for _, figures in years])
    settled = _with_tables(settled, tables, pack)
    return Assembled(settled, years, completed.added, plan, ledger, tables)


def _parts(report: Report, standard: Standard) -> frozenset[str]:
    return plan_sections(report, standard.pack, standard.topics).parts


def _with_tables(pack: Pack, tables: Tables, standard: Pack) -> Pack:
    """Add the forms; the indicators of forms follow all others, as loading orders them."""
    kept = {key: standard.indicators.by_key[key] for form in pack.forms for key in form.keys}
    declared = {**kept, **{one.key: one for one in tables.declared.indicators}}
    others = {key: one for key, one in pack.indicators.by_key.items() if key not in declared}
    forms = (*pack.forms, *tables.declared.forms)
    return replace(pack, indicators=Indicators({**others, **declared}), forms=forms)


def _kept_forms(standard: Pack, sections: Sequence[OutlineSection]) -> tuple[Form, ...]:
    """Keep the standard's prescribed tables, where the mined outline has all their sections."""
    outline = Outline(tuple(sections), (), ())
    keys = {path[-1].key for path in outline.walk()}
    return standard.forms if {form.section for form in standard.forms} <= keys else ()


def _offering(
    draft: Pack,
    older: Sequence[Own],
    plan: Plan,
    standard: Standard,
    writer: Writer,
    office: Office,
) -> Pack:
    """Add the sentences that wait for their figures: of older reports, and of the standard pack."""
    reports = [
        (one.report, replace(writer, speller=speller(standard.pack, one.year, office), remarks={}))
        for one in reversed(older)
    ]
    offers = offer_older(reports, draft, plan, standard)
    offer_standard(draft, plan, standard, offers)
    indicators = by_topic({**draft.indicators.by_key, **offers.indicators}.values())
    grown = replace(draft, outline=with_sections(draft.outline, offers.sections))
    return replace(grown, indicators=Indicators(indicators), templates=offers.templates(grown))


def _draft(
    built: Spine, completed: Completed, ledger: Ledger, standard: Standard, spine: Own, office: Office,
    name: str,
) -> Pack:  # fmt: skip
    pack = standard.pack
    forms = _kept_forms(pack, completed.sections)
    declared = {key: pack.indicators.by_key[key] for form in forms for key in form.keys}
    indicators = {**completed.indicators, **ledger.indicators, **declared}
    templates = {PREAMBLE: Template(PREAMBLE, built.preamble)} if built.preamble else {}
    templates |= {**built.templates, **completed.templates}
    reword = speller(pack, spine.year, office).heading
    title = pack.title if spine.foreign else _title(spine.report, reword, pack.title)
    lists = {
        key: fields
        for key, fields in pack.lists.items()
        if any(f" in {key} " in template.source for template in templates.values())
    }
    return replace(
        pack,
        name=name,
        title=title,
        preamble=PREAMBLE if built.preamble else None,
        annex_title=None,
        lists=lists,
        outline=replace(pack.outline, sections=_taking(completed.sections, lists)),
        indicators=Indicators(by_topic(indicators.values())),
        templates=templates,
        forms=forms,
        unit=OwnUnit() if spine.foreign else _unit(office),
    )


def _unit(office: Office) -> OwnUnit:
    return OwnUnit(office.name, office.short, office.kind, office.superior)


def _title(report: Report, reword: Callable[[str], str], standard: Wording) -> Wording:
    """Take the spine's own title with {年度} and {单位}; the standard one where it prints none."""
    return Wording((Variant(reword(report.title)),)) if report.title else standard


def _figures_in(report: Report, pack: Pack) -> dict[str, Figure]:
    """Read another year's figures with the mined pack: only those that are certain."""
    found: dict[str, Figure] = {}
    for one in match(report, pack):
        if one.certainty == "certain" and not one.in_table:
            for key in one.keys:
                found.setdefault(key, one.figure)
    return found


def _settle(draft: Pack, years: Sequence[Mapping[str, Figure]]) -> Pack:
    known = frozenset(draft.indicators.by_key)
    settled = {
        key: _with_units(settle(indicator, known, years), years)
        for key, indicator in draft.indicators.by_key.items()
    }
    return replace(draft, indicators=Indicators(settled))


def _with_units(indicator: Indicator, years: Sequence[Mapping[str, Figure]]) -> Indicator:
    units = [year[indicator.key].unit for year in years if indicator.key in year]
    known = {unit for typed in indicator.units for unit in (typed, typed.lstrip("万亿"))}
    more = [unit for unit in dict.fromkeys(units) if unit not in known]
    return replace(indicator, units=(*indicator.units, *more)) if more else indicator


def _taking(
    sections: tuple[OutlineSection, ...], lists: Mapping[str, tuple[str, ...]]
) -> tuple[OutlineSection, ...]:
    return tuple(
        replace(
            section,
            takes=tuple(name for name in section.takes if name in lists),
            sections=_taking(section.sections, lists),
        )
        for section in sections
    )
