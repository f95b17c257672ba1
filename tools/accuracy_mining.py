"""Measure mining: outline topics, order, leave one out, the same office's next year, relations, phrases.

Usage: python -m tools.accuracy_mining [--write] [SHARED]   (SHARED: where reports/ and gold/ lie)
Prints the measures, counts with misses, or writes them into docs/accuracy.md. What stands in real
reports is not quoted. Material: (a) samples/, (b) the three
annotated reports, (c) the real chain of years of one office.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from drafter.extraction.match import Match
from drafter.extraction.matching import match
from drafter.figure import Figure
from drafter.mining.consensus import Consensus, conclude, count_all
from drafter.mining.evidence import Evidence, code_of, gather, topics_of_sections, year_in
from drafter.mining.finding import Found, Gathered, Workshop, find
from drafter.mining.formulas import loosen
from drafter.mining.normal import normalise
from drafter.mining.ordering import votes_against
from drafter.mining.phrases import ClauseCounts, keep, rank_key
from drafter.mining.prose import Remarks
from drafter.mining.standard import Standard, standard_of
from drafter.pack.library import DEFAULT_PACK, find_pack
from drafter.pack.loader import load_pack
from drafter.pack.writing import Phrase
from drafter.readers import read
from drafter.relations import Hindrance, evaluate, verify
from drafter.report import Report, walk
from tools.marked_section import replaced

TOP = Path(__file__).parent.parent
SAMPLES = TOP / "samples"
SHOWN = 50
_SHARES = frozenset(("%", "个百分点"))
MARKS = "<!-- mining: python -m tools.accuracy_mining --write -->", "<!-- /mining -->"


@dataclass(frozen=True, slots=True)
class Item:
    """A report with its evidence."""

    name: str
    report: Report
    evidence: Evidence


def load(paths: Sequence[Path], standard: Standard) -> list[Item]:
    """Read and gather reports."""
    items = []
    for path in paths:
        report = normalise(read(path, standard.pack.outline))
        report = report if report.year else replace(report, year=year_in(path.name))
        items.append(Item(path.name, report, gather(report, path.name, standard.topics)))
    return items


def b_cubed(ours: Sequence[str], theirs: Sequence[str]) -> tuple[float, float, float]:
    """Compare two groupings of the same headings: precision, recall and F by B³."""
    pairs = list(zip(ours, theirs, strict=True))
    precision = recall = 0.0
    for mine, gold in pairs:
        same = [other for other in pairs if other[0] == mine]
        golden = [other for other in pairs if other[1] == gold]
        both = sum(1 for other in same if other[1] == gold)
        precision += both / len(same)
        recall += both / len(golden)
    p, r = precision / len(pairs), recall / len(pairs)
    return p, r, 2 * p * r / (p + r)


def sample_topics(items: Sequence[Item], standard: Standard) -> Iterator[tuple[str, str, str]]:
    """Yield heading, annotated topic and ours for the samples' headings."""
    gold = dict(_table(TOP / "tests/mining/gold/topics.tsv"))
    seen: set[str] = set()
    for item in items:
        for path, topic in topics_of_sections(item.report, standard.topics).items():
            if topic is not None and path[-1] not in seen:
                seen.add(path[-1])
                yield path[-1], gold[path[-1]], topic


def real_topics(folder: Path, standard: Standard) -> Iterator[tuple[str, str, str]]:
    """Yield the same for the annotated real reports; below a plan the plan is the topic."""
    for path in sorted(folder.glob("0*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        for entry in data["topics"]:
            if entry["topic"] not in ("plans", "shortcomings") or entry.get("level") == 1:
                ours = standard.topics.of_heading(entry["heading"])
                yield entry["heading"], entry["topic"], ours or ""


def outline_lines(
    triples: Sequence[tuple[str, str, str]], name: str, shown: bool = True
) -> Iterator[str]:
    """Score topics of headings against annotations, with the headings that part the groupings."""
    ours = [mine or heading for heading, _, mine in triples]
    p, r, f = b_cubed(ours, [gold for _, gold, _ in triples])
    yield f"- 章节归类（{name}，{len(triples)}个标题）：B³ P {p:.3f} R {r:.3f} F {f:.3f}"
    pairs = Counter((gold, mine) for _, gold, mine in triples)
    for heading, gold, mine in triples:
        usual = max((m for g, m in pairs if g == gold), key=lambda m: pairs[gold, m])
        owner = max((g for g, m in pairs if m == mine), key=lambda g: pairs[g, mine])
        if mine != usual or gold != owner:
            quoted = f"“{heading}”：" if shown else ""
            yield f"  - {quoted}标注 {gold}，归为 {mine or '（看不出）'}"


def tau(consensus: Consensus, evidence: Evidence) -> tuple[int, int]:
    """Count pairs of topics in the consensus order, and all pairs."""
    order = list(dict.fromkeys(h.topic for h in evidence.headings if h.topic in consensus.topics))
    place = {topic: number for number, topic in enumerate(consensus.order)}
    pairs = list(combinations(order, 2))
    return sum(1 for a, b in pairs if place[a] < place[b]), len(pairs)


def order_line(items: Sequence[Item], name: str) -> str:
    """Score the order on the reports it was made of, and left out one by one."""
    consensus = conclude(count_all(one.evidence for one in items))
    against, pairs = consensus.against, consensus.pairs
    before = count_all(one.evidence for one in items).before
    topics = list(consensus.topics)
    least = sum(min(before[a, b], before[b, a]) for a, b in combinations(topics, 2))
    assert against == votes_against(consensus.order, count_all(i.evidence for i in items).before)
    right = asked = 0
    for one in items:
        rest = conclude(count_all(i.evidence for i in items if i is not one))
        good, total = tau(rest, one.evidence)
        right, asked = right + good, asked + total
    own = 1 - 2 * against / pairs if pairs else 1.0
    left = 2 * right / asked - 1 if asked else 1.0
    whole = f"τ {own:.3f}（{against}/{pairs}对相反，任何次序至少{least}对）"
    return (
        f"- 次序（{name}，{len(items)}份）：{whole}；逐份留出 τ {left:.3f}（{right}/{asked}对一致）"
    )


def leave_one_out(
    items: Sequence[Item], name: str, standard: Standard, shown: bool = True
) -> Iterator[str]:
    """Tell how many sections of a left-out report have a place in the outline of the others."""
    placed = asked = 0
    misses = []
    for one in items:
        rest = conclude(count_all(i.evidence for i in items if i is not one))
        places = {_section(topic, standard) for topic in rest.topics}
        topics = topics_of_sections(one.report, standard.topics)
        for path, topic in topics.items():
            if topic is None:
                continue
            asked += 1
            if any(_section(part, standard) in places for part in topic.split("+")):
                placed += 1
            else:
                quoted = path[-1] if shown else ""
                misses.append(f"{one.name}：{quoted}（{topic or '看不出主题'}）")
    yield f"- 留一份（{name}）：{placed}/{asked}个章节有位置（{placed / asked:.3f}）"
    yield from (f"  - {miss}" for miss in misses)


def _section(topic: str, standard: Standard) -> str:
    """Return the section of the pack that a topic has its place in."""
    named = standard.topics.named(topic)
    return (named.section if named else "") or topic


def next_year(items: Sequence[Item], name: str, standard: Standard) -> Iterator[str]:
    """Mine the years before, and tell what of the next report the pack already has."""
    own = sorted(items, key=lambda item: item.report.year or 0)
    fields = Counter[str]()
    text = Counter[str]()
    for number in range(1, len(own)):
        before, report = own[:number], own[number].report
        fields.update(_fields(before, report, standard))
        covered, length = coverage(before, report)
        text["covered"] += covered
        text["all"] += length
    total = fields["all"]
    if total:
        changes = fields["certain"] + fields["change"]
        yield f"- 同一单位下一年（{name}，{len(own) - 1}次）："
        yield f"  - 数有指标且确定：{_share(fields['certain'], total)}"
        yield f"  - 连同由上年值算出的增减：{_share(changes, total)}"
        yield f"  - 连同可能的：{_share(fields['any'], total)}"
        yield f"  - 上限（往年的报告或自带指标有这个说法）：{_share(fields['known'], total)}"
        yield f"  - 文字与往年相同（遮去数字，8字以上的相同串）：{_share(text['covered'], text['all'])}"


def _fields(before: Sequence[Item], report: Report, standard: Standard) -> Iterator[str]:
    """Yield what each figure of a report is to a pack mined of the years before.

    known: its words stand beside a figure of theirs, or are surely those of a standard indicator;
    nothing else could be mined.
    """
    words = {w for item in before for one in match(item.report, standard.pack) for w in _names(one)}
    sure = {one.place: one.certainty == "certain" for one in match(report, standard.pack)}
    for one in match(report, mine(before, standard).pack):
        if one.span.element != "body" or one.printed.kind == "rank":
            continue
        is_certain = one.certainty == "certain"
        is_change = one.printed.kind == "change" and one.figure.unit in _SHARES
        yield "all"
        yield from ("certain",) * is_certain
        yield from ("change",) * (not is_certain and is_change and bool(one.key))
        yield from ("any",) * bool(one.key)
        is_known = sure[one.place] or not words.isdisjoint(_names(one))
        yield from ("known",) * (is_known or is_certain)


def _names(one: Match) -> tuple[str, ...]:
    return tuple(name for name in one.printed.indicators if name)


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole}（{part / whole:.3f}）"


def coverage(before: Sequence[Item], report: Report) -> tuple[int, int]:
    """Count the masked characters of a report that stand in strings of 8 or more of the years before."""
    known: set[str] = set()
    for item in before:
        for text in _masked(item.report):
            known.update(text[i : i + 8] for i in range(len(text) - 7))
    covered = length = 0
    for text in _masked(report):
        hits = [False] * len(text)
        for i in range(len(text) - 7):
            if text[i : i + 8] in known:
                hits[i : i + 8] = [True] * 8
        covered, length = covered + sum(hits), length + len(text)
    return covered, length


def _masked(report: Report) -> Iterator[str]:
    for span in walk(report):
        if span.element == "body":
            yield "".join("#" if c.isdigit() else c for c in span.text)


def mine(items: Sequence[Item], standard: Standard) -> Found:
    """Make a pack of reports already read, all of them the office's own."""
    reports: Mapping[str, Report] = {item.evidence.name: item.report for item in items}
    counts = ClauseCounts()
    for item in items:
        counts.add(clause.code for clause in item.evidence.clauses)
    evidence = [item.evidence for item in items]
    frequent = counts.frequent(len(evidence))
    kept, loose = keep(evidence, frequent), loosen(evidence, frequent)
    gathered = Gathered(list(evidence), count_all(evidence), kept, loose)
    own = sorted(evidence, key=lambda one: (one.year or 0, one.name))

    def judge(_: Report) -> Remarks:
        return {}

    return find(gathered, own, Workshop(standard, lambda name: reports[name], judge), "measured")


def relation_lines(found: Found, name: str) -> Iterator[str]:
    """List the relations proposed, each with the years that bear it out."""
    lines = []
    for indicator in found.pack.indicators.by_key.values():
        lines += [f"{indicator.key}：{check.source}" for check in indicator.checks]
        if indicator.derive:
            lines.append(f"{indicator.key}：由台账算出，保留{indicator.places}位")
    seen = sum(_borne_out(found))
    years = len(found.assembled.years)
    yield f"- 提出的关系（{name}）：{len(lines)}条，{years}年里有数可验的{seen}次，没有一次不成立"
    yield from (f"  - {line}" for line in lines)


def _borne_out(found: Found) -> Iterator[int]:
    """Yield 1 for each relation in each year whose figures allow to verify it; none may fail."""
    for _, figures in found.assembled.years:

        def lookup(
            key: str, last: bool, known: Mapping[str, Figure] = figures
        ) -> Figure | Hindrance:
            return Hindrance.MISSING if last or key not in known else known[key]

        for indicator in found.pack.indicators.by_key.values():
            for check in indicator.checks:
                holds = verify(check, lookup, 2).holds
                assert holds is not False, check.source
                yield int(holds is True)
            if indicator.derive and indicator.key in figures:
                yield int(evaluate(indicator.derive, lookup).value is not None)


def phrase_lines(found: Found, name: str, shown: bool) -> Iterator[str]:
    """List the phrases with most support and a person's verdict on each (a real report's unquoted).

    The first list is of all phrases together, as the finding page shows them; the second of formulas.
    """
    formulas = [phrase for phrase in found.phrases if phrase.level]
    yield from _judged(found.phrases, f"套语前{SHOWN}条（{name}）", shown)
    yield from _judged(formulas, f"其中句内套语前{SHOWN}条（{name}，共{len(formulas)}条）", shown)


def _judged(phrases: Sequence[Phrase], title: str, shown: bool) -> Iterator[str]:
    verdicts = dict(_table(TOP / "tests/mining/gold/phrases.tsv"))
    ranked = sorted(phrases, key=rank_key)[:SHOWN]
    judged = [(phrase, verdicts.get(f"{code_of(phrase.frame):016x}", "未判")) for phrase in ranked]
    counts = Counter(verdict for _, verdict in judged)
    total = "，".join(f"{verdict} {count}" for verdict, count in sorted(counts.items()))
    yield f"- {title}：{total}"
    for phrase, verdict in judged if shown else ():
        yield f"  - {verdict}：{phrase.frame}（{phrase.reports}份）"


def _table(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            left, right = line.split("\t")
            yield left, right


def main() -> None:
    """Print all measures."""
    named = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    shared = Path(named[0]) if named else TOP.parent / "shared"
    standard = standard_of(load_pack(find_pack(DEFAULT_PACK, Path())))
    past = load(sorted((SAMPLES / "past").glob("*.*")), standard)
    others = load(sorted((SAMPLES / "others").glob("*.*")), standard)
    real = load(sorted((shared / "reports").glob("*.txt")), standard)
    years = load(sorted((shared / "reports" / "years").glob("2*.txt")), standard)
    lines = [
        *outline_lines(list(sample_topics([*past, *others], standard)), "samples"),
        *(
            outline_lines(list(real_topics(shared / "gold", standard)), "三份真实报告", shown=False)
            if real
            else ()
        ),
    ]
    lines.append(order_line([*past, *others], "samples"))
    if real:
        lines.append(order_line(real, "三份真实报告"))
    lines += leave_one_out([*past, *others], "samples", standard)
    lines += leave_one_out(real, "三份真实报告", standard, shown=False) if real else ()
    lines += next_year(past, "samples/past", standard)
    lines += next_year(years, "years", standard) if years else ()
    for items, name in ((past, "samples/past"), (years, "years")):
        if items:
            found = mine(items, standard)
            lines += [*relation_lines(found, name), *phrase_lines(found, name, items is past)]
    if "--write" in sys.argv:
        _write("\n".join(lines))
    else:
        print("\n".join(lines))


def _write(text: str) -> None:
    """Put the measures between their marks in docs/accuracy.md."""
    page = TOP / "docs" / "accuracy.md"
    whole = replaced(page.read_text(encoding="utf-8"), MARKS, f"\n\n{text}\n\n")
    page.write_text(whole, encoding="utf-8")


if __name__ == "__main__":
    main()
