"""Load a pack from its folder, and hold its parts against each other.

Errors: PackProblem with every mistake found, each with file, line and the nearest name.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from drafter.errors import FileProblem, PackProblem, Problem, YamlProblem
from drafter.fields import Fields
from drafter.location import FileLocation
from drafter.pack.consistency import find_contradictions
from drafter.pack.layout import Layout
from drafter.pack.layout_loader import load_layout
from drafter.pack.lineage import Lineage, trace_lineage
from drafter.pack.loading_dated import (
    THRESHOLD_NAMES,
    load_calendar,
    load_terms,
    load_thresholds,
)
from drafter.pack.loading_indicators import load_indicators
from drafter.pack.loading_outline import load_outline, load_wording
from drafter.pack.loading_tables import Declared, load_tables
from drafter.pack.outline import Outline
from drafter.pack.pack import OwnUnit, Pack, Template
from drafter.yamlfile import read, read_text

_PACK_KEYS = (
    "name", "extends", "label", "title", "filename", "preamble", "parts", "orders", "annex", "lists",
    "unit", "kind", "digest", "shares", "titles", "mode",
)  # fmt: skip
_CALENDAR_KEYS = (
    "meetings", "frameworks", "laws", "duties", "deadlines", "counted", "anniversaries",
    "campaigns", "periods",
)  # fmt: skip
TABLES = "tables.yaml"
_UNIT_KEYS = ("name", "short", "kind", "superior")


def load_pack(folder: Path) -> Pack:
    """Load and check a pack. Errors: PackProblem."""
    problems: list[Problem] = []
    try:
        pack = _load(folder, problems)
    except (YamlProblem, FileProblem, PackProblem) as error:
        raise PackProblem(*problems, *error.problems) from error
    problems.extend(find_contradictions(pack) if not problems else ())
    if problems:
        raise PackProblem(*problems)
    return pack


def _load(folder: Path, problems: list[Problem]) -> Pack:
    lineage = trace_lineage(folder)

    def fields(file: str, known: tuple[str, ...] = ()) -> Fields:
        place = FileLocation(str(folder / file))
        return Fields(lineage.read(file, problems), known, problems, place)

    def optional(file: str, known: tuple[str, ...]) -> Fields | None:
        return fields(file, known) if lineage.find(file) else None

    place = FileLocation(str(folder / "pack.yaml"))
    head = Fields(lineage.read_head(problems), _PACK_KEYS, problems, place)
    outline = load_outline(lineage.read_sections("outline.yaml", problems), head, problems)
    declared = _load_tables(lineage, problems)
    return Pack(
        name=head.required("name"),
        label=head.required("label"),
        folder=folder,
        title=load_wording(head.node("title"), head),
        filename=load_wording(head.node("filename"), head),
        preamble=head.text("preamble") or None,
        annex_title=head.fields("annex", ("title",)).text("title") or None,
        lists=_load_lists(head.fields("lists")),
        outline=outline,
        indicators=load_indicators(fields("indicators.yaml"), problems, declared.indicators),
        calendar=load_calendar(
            fields("calendar.yaml", _CALENDAR_KEYS), optional("laws.yaml", ("laws",))
        ),
        terms=load_terms(fields("terms.yaml", ("terms", "protected", "modifiers"))),
        layout=_load_layout(lineage),
        templates=_load_templates(lineage, _template_names(outline, head), problems),
        thresholds=load_thresholds(optional("thresholds.yaml", THRESHOLD_NAMES)),
        unit=_load_unit(head) if head.node("unit") else None,
        parents=lineage.folders[1:],
        kind=head.text("kind"),
        forms=declared.forms,
        titles=head.texts("titles"),
        mode=head.text("mode"),
        shared=lineage.shared,
    )


def _load_tables(lineage: Lineage, problems: list[Problem]) -> Declared:
    if lineage.find(TABLES) is None:
        return Declared()
    return load_tables(lineage.read_sections(TABLES, problems), problems)


def _load_layout(lineage: Lineage) -> Layout:
    first, *others = (read(path).root for path in lineage.files("layout.yaml"))
    layout = load_layout(first)
    for root in others:
        layout = load_layout(root, layout)
    return layout


def _load_unit(head: Fields) -> OwnUnit:
    fields = head.fields("unit", _UNIT_KEYS)
    return OwnUnit(*(fields.text(key) for key in _UNIT_KEYS))


def _load_lists(fields: Fields) -> dict[str, tuple[str, ...]]:
    return {key.text: fields.texts(key.text) for key, _ in fields.entries()}


def _load_templates(
    lineage: Lineage, names: Mapping[str, FileLocation], problems: list[Problem]
) -> dict[str, Template]:
    """Read the templates of sections/; `names` says where each is asked for."""
    templates: dict[str, Template] = {}
    for name, asked in sorted(names.items()):
        path = lineage.find(f"sections/{name}")
        if not all(_is_inside(f / "sections" / name, f / "sections") for f in lineage.folders):
            what = f"模板名“{name}”指到了文件夹之外。"
            problems.append(Problem(asked, what, "只能用 sections/ 里的文件名。"))
        elif path is None:
            what = f"没有“sections/{name}”这个模板。"
            problems.append(Problem(asked, what, "请补上这个文件，或改正文件名。"))
        else:
            templates[name] = Template(str(path), read_text(path))
    return templates


def _template_names(outline: Outline, head: Fields) -> dict[str, FileLocation]:
    names = {path[-1].template: path[-1].location for path in outline.walk()}
    preamble = head.text("preamble")
    if preamble:
        names.setdefault(preamble, head.place("preamble"))
    return {name: location for name, location in names.items() if name}


def _is_inside(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())
