"""Find: from evidence of many reports and the own ones as a whole to a pack with what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from drafter.figure import Figure
from drafter.mining.alternatives import annotate, other_wordings, planned
from drafter.mining.assemble import Assembled, Judge, Own, assemble
from drafter.mining.compose import compose
from drafter.mining.consensus import Consensus, Counts, conclude
from drafter.mining.evidence import Evidence, known_office
from drafter.mining.formulas import find_formulas
from drafter.mining.offices import UNKNOWN, Office, office_of
from drafter.mining.phrases import Kept, phrasebook
from drafter.mining.prose import Remarks
from drafter.mining.spelling import speller
from drafter.mining.standard import Standard
from drafter.mining.strangers import common_grams, strange_sentences
from drafter.pack.pack import Pack
from drafter.pack.writing import Evidence as Beside
from drafter.pack.writing import Phrase
from drafter.report import Report

ReadReport = Callable[[str], Report]


@dataclass(frozen=True, slots=True)
class Found:
    """What mining found, for the pack's files and for the page that shows it.

    own: names of the own reports, the spine last. years: figures of each, the spine's first.
    added: sections put in that no own report has. copies: names of reports that were there twice.
    """

    pack: Pack
    beside: Beside
    consensus: Consensus
    assembled: Assembled
    office: Office
    own: tuple[str, ...]
    copies: tuple[str, ...]
    phrases: tuple[Phrase, ...]


@dataclass(slots=True)
class Gathered:
    """What many reports gave together.

    evidence: one of each report, without its clauses. kept: clauses that are frequent, by code.
    loose: of each report the clauses that are not, where the reports are few enough.
    copies: names of reports that were there twice.
    """

    evidence: list[Evidence] = field(default_factory=list)
    counts: Counts = field(default_factory=Counts)
    kept: dict[int, Kept] = field(default_factory=dict)
    loose: list[Evidence] = field(default_factory=list)
    copies: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Workshop:
    """What making a pack needs: the standard, a way to read a report whole, and lint's judgement."""

    standard: Standard
    read: ReadReport
    judge: Judge


def choose_own(evidence: Sequence[Evidence], wanted: str | None) -> tuple[Evidence, ...]:
    """Choose the office's own reports, the latest last.

    wanted: the name a person gave; reports that name nobody then count as own. Without it: those of
    the one office there is, or of the office with most years if that is more than one.
    """
    if wanted:
        own = [one for one in evidence if not one.office or _is_same(one.office, wanted)]
    else:
        names = _whole_names({one.office for one in evidence})
        years = Counter(names[one.office] for one in evidence)
        ranked = sorted(years, key=lambda office: (-years[office], office))
        is_clear = len(ranked) == 1 or (years[ranked[0]] > years[ranked[1]])
        own = [one for one in evidence if is_clear and names[one.office] == ranked[0]]
    return tuple(sorted(own, key=lambda one: (one.year or 0, one.name)))


def _whole_names(offices: AbstractSet[str]) -> dict[str, str]:
    """Give each name the longer one that ends with it (青石桥街道办事处: 云溪区青石桥街道办事处).

    A name that is the end of several offices' names (城关镇人民政府) stays its own.
    """
    longer: dict[str, list[str]] = {}
    for other in offices:
        for start in range(1, len(other)):
            if other[start:] in offices:
                longer.setdefault(other[start:], []).append(other)
    whole = {}
    for name in offices:
        longest = max(longer.get(name, ()), key=lambda other: (len(other), other), default=name)
        is_one = all(longest.endswith(other) for other in longer.get(name, ()))
        whole[name] = longest if is_one else name
    return whole


def _is_same(office: str, wanted: str) -> bool:
    return wanted in office or office in wanted


def find(gathered: Gathered, own: Sequence[Evidence], workshop: Workshop, name: str) -> Found:
    """Make the pack. own: evidence of the own reports, the spine last; empty: others' reports serve."""
    standard, consensus = workshop.standard, conclude(gathered.counts)
    judge = workshop.judge
    if own:
        reports = [Own(workshop.read(one.name), one.year, one.name) for one in own]
        office = _office(reports, standard.pack.outline.subjects)
    else:
        spine, office = compose(gathered.evidence, consensus, workshop.read, standard.topics)
        reports = [spine]
        judge = _of_strangers(gathered, office, standard.pack, judge)
    assembled = assemble(reports, office, standard, name, judge)
    pack = _annotated(assembled, reports, office, standard)
    names = {known_office(one) for one in own}
    kept = {**find_formulas(gathered.loose, standard.pack), **gathered.kept}
    phrases = phrasebook(kept, pack, _sections(assembled), names)
    comments = _comments(assembled)
    beside = Beside(_seen(assembled, consensus), comments, phrases, assembled.tables.source)
    files = tuple(one.name for one in reports)
    return Found(pack, beside, consensus, assembled, office, files, tuple(gathered.copies), phrases)


def _of_strangers(gathered: Gathered, office: Office, pack: Pack, judge: Judge) -> Judge:
    """Add to lint's judgement what in another office's report only that office does."""
    name = office.name or office.stem
    grams = common_grams(gathered.loose, gathered.kept.values(), pack, name)

    def both(report: Report) -> Remarks:
        found = dict(strange_sentences(report, pack, grams))
        for number, remarks in judge(report).items():
            found[number] = (*found.get(number, ()), *remarks)
        return found

    return both


def _office(reports: Sequence[Own], subjects: tuple[str, ...]) -> Office:
    """Take the latest report's office, completed by what the older ones say."""
    offices = [office_of(one.report, one.name, subjects) for one in reversed(reports)]
    known = [office for office in offices if office.stem]
    if not known:
        return UNKNOWN
    superior = next((office.superior for office in known if office.superior), "")
    return replace(known[0], superior=superior)


def _annotated(
    assembled: Assembled, reports: Sequence[Own], office: Office, standard: Standard
) -> Pack:
    pack = assembled.pack
    if reports[-1].foreign:
        return pack
    asides = list(planned(reports[-1].report, pack))
    for one in reversed(reports[:-1]):
        spell = speller(standard.pack, one.year, office)
        asides += other_wordings(one.report, f"{one.year or one.name}年写法", pack, spell)
    return replace(pack, templates=annotate(pack.templates, asides)) if asides else pack


def _sections(assembled: Assembled) -> dict[str, str]:
    found: dict[str, str] = {}
    for planned_section in assembled.plan.by_path.values():
        if planned_section.topic:
            found.setdefault(planned_section.topic, planned_section.key)
    return found


def _seen(assembled: Assembled, consensus: Consensus) -> dict[str, tuple[tuple[str, str], ...]]:
    seen: dict[str, tuple[tuple[str, str], ...]] = {}
    for planned_section in assembled.plan.by_path.values():
        topic = consensus.topics.get(planned_section.topic)
        if topic:
            seen[planned_section.key] = (
                ("reports", str(topic.reports)),
                ("of", str(consensus.reports)),
                ("offices", str(topic.offices)),
                ("median_position", str(topic.place)),
            )
    for key in assembled.added:
        topic = consensus.topics.get(key)
        seen[key] = (
            ("reports", str(topic.reports if topic else 0)),
            ("of", str(consensus.reports)),
            ("offices", str(topic.offices if topic else 0)),
        )
    return seen


def _comments(assembled: Assembled) -> dict[str, tuple[str, ...]]:
    comments: dict[str, tuple[str, ...]] = {}
    basis = {path[-1].key: path[-1].basis for path in assembled.pack.outline.walk()}
    for key in assembled.added:
        comments[key] = (f"底稿里没有这一部分，按{basis.get(key, '')}补入。",)
    planned_keys = {one.key for one in assembled.plan.by_path.values()} | set(assembled.added)
    for path in assembled.pack.outline.walk():
        if path[-1].key not in planned_keys:
            comments[path[-1].key] = (
                "底稿里没有这一节，台账填了其中的数或做法才印；不要的可以删去。",
            )
    is_foreign = assembled.years[0][0].foreign
    for key in () if is_foreign else assembled.pack.indicators.by_key:
        line = _over_years(key, assembled.years)
        if line:
            comments[key] = (line,)
    return comments


def _over_years(key: str, years: Iterable[tuple[Own, Mapping[str, Figure]]]) -> str:
    """Say what a figure was in each year, the earliest first."""
    values = [
        f"{one.year or one.name}年 {figures[key].text}" for one, figures in years if key in figures
    ]
    return "，".join(reversed(values))
