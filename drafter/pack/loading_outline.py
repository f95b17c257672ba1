"""Load parts, orders and the tree of sections."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.errors import Problem
from drafter.fields import FLAGS, Fields, nearest
from drafter.pack.outline import (
    KINDS,
    ROLES,
    Outline,
    OutlineSection,
    Part,
    Requirement,
    Role,
)
from drafter.pack.subject import subject_words
from drafter.pack.wording import Variant, Wording
from drafter.yamlfile import Mapping, Node, Scalar, Sequence

_SECTION_KEYS = (
    "key", "name", "heading", "part", "aliases", "required", "basis", "template", "takes",
    "sections", "seen",
)  # fmt: skip
_YEARS = re.compile(r"(\d{4})?\s*[-—－]\s*(\d{4})?|(\d{4})")


def load_outline(root: Sequence, head: Fields, problems: list[Problem]) -> Outline:
    """Load the sections of outline.yaml with the parts and orders of pack.yaml."""
    parts = tuple(_load_part(node, problems) for node in head.items("parts"))
    orders = tuple(_texts(node, head) for node in head.items("orders"))
    sections = tuple(_load_section(node, problems) for node in root.items)
    subjects = subject_words(head.texts("titles") or (head.text("label"),))
    return Outline(sections, parts, orders, subjects)


def _load_part(node: Node, problems: list[Problem]) -> Part:
    keys = ("key", "name", "roles", "required", "basis", "aliases")
    fields = Fields(node, keys, problems, node.location)
    return Part(
        fields.required("key"),
        fields.required("name"),
        load_requirement(fields),
        fields.text("basis"),
        fields.texts("aliases"),
        frozenset(_roles(fields)),
    )


def _roles(fields: Fields) -> Iterator[Role]:
    for word in fields.texts("roles"):
        role = next((known for known in ROLES if known == word), None)
        if role is None:
            fields.problem(fields.place("roles"), f"roles 里没有“{word}”。", nearest(word, ROLES))
        else:
            yield role


def _load_section(node: Node, problems: list[Problem]) -> OutlineSection:
    fields = Fields(node, _SECTION_KEYS, problems, node.location)
    return OutlineSection(
        key=fields.required("key"),
        name=fields.required("name"),
        heading=load_wording(fields.node("heading"), fields),
        required=load_requirement(fields),
        part=fields.text("part") or None,
        aliases=fields.texts("aliases"),
        basis=fields.text("basis"),
        template=fields.text("template") or None,
        takes=fields.texts("takes"),
        sections=tuple(_load_section(child, problems) for child in fields.items("sections")),
        location=node.location,
    )


def load_requirement(fields: Fields) -> Requirement:
    """Take `required`: true, false, or a list of kinds of unit; absent is false."""
    kinds = fields.texts("required")
    if not kinds or kinds[0] in FLAGS:
        return Requirement(everyone=fields.flag("required", False))
    for kind in kinds:
        if kind not in KINDS:
            what = f"没有“{kind}”这类单位。"
            fields.problem(fields.place("required"), what, nearest(kind, KINDS))
    return Requirement(kinds=kinds)


def load_wording(node: Node | None, fields: Fields) -> Wording:
    """Take a text, a mapping by kind of unit (默认 for the rest), or a list of {years, text}."""
    match node:
        case Scalar():
            return Wording((Variant(node.text.strip()),))
        case Mapping():
            return Wording(_by_kind(node, fields))
        case Sequence():
            return Wording(tuple(v for item in node.items for v in _dated(item, fields)))
        case None:
            fields.problem(fields.location, "缺少一段文字。", "请补上标题或称谓。")
            return Wording(())


def _by_kind(
    node: Mapping, fields: Fields, years: tuple[int | None, int | None] = (None, None)
) -> tuple[Variant, ...]:
    variants = []
    for key, value in node.entries:
        if not isinstance(value, Scalar):
            fields.problem(value.location, "这里应当是一段文字。")
            continue
        kinds = () if key.text == "默认" else (key.text,)
        variants.append(Variant(value.text.strip(), *years, kinds=kinds))
    return tuple(sorted(variants, key=lambda variant: not variant.kinds))


def _dated(node: Node, fields: Fields) -> tuple[Variant, ...]:
    entry = Fields(node, ("years", "text"), fields.problems, node.location)
    years = _years(entry.text("years"), entry)
    text = entry.node("text")
    if isinstance(text, Mapping):
        return _by_kind(text, entry, years)
    return (Variant(entry.required("text"), *years),)


def _years(text: str, fields: Fields) -> tuple[int | None, int | None]:
    found = _YEARS.fullmatch(text)
    if not text or found is None:
        fields.problem(
            fields.place("years"), f"“{text}”不是年份范围。", "请写成 2021-2025 或 2026-。"
        )
        return None, None
    first, last, single = (int(group) if group else None for group in found.groups())
    return (single, single) if single else (first, last)


def _texts(node: Node, fields: Fields) -> tuple[str, ...]:
    if not isinstance(node, Sequence):
        fields.problem(node.location, "这里应当是清单。")
        return ()
    return tuple(item.text for item in node.items if isinstance(item, Scalar))
