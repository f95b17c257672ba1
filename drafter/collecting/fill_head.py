"""What a profile says before all figures: who reports, to whom, when. Questions for what is still open."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.errors import DrafterError
from drafter.figure import ValueProblem
from drafter.profile.editing import edited
from drafter.profile.load import load_from
from drafter.profile.profile import KINDS, MODES, Profile
from drafter.profile.text_places import TextPlaces
from drafter.yamlfile import Scalar, YamlFile

_UNIT, _DOCUMENT = "单位", "文件"
_NAME = (_UNIT, "名称")


@dataclass(frozen=True, slots=True)
class HeadField:
    """A field to ask for: its keys, and what belongs there."""

    path: tuple[str, ...]
    hint: str

    @property
    def name(self) -> str:
        """The field as a clerk calls it."""
        return self.path[-1]


def open_head(profile: Profile) -> tuple[HeadField, ...]:
    """Return the fields of 单位 and 文件 that a draft would wait for.

    The kind of unit is asked with the unit's name: it decides which figures are due.
    """
    unit, document = profile.unit, profile.document
    fields = [
        (not unit.name, HeadField(_NAME, "全称，如：青石桥街道办事处")),
        (not unit.name, HeadField((_UNIT, "类型"), f"选一个：{'、'.join(KINDS)}")),
        (not unit.short, HeadField((_UNIT, "简称"), "文中的自称，如：街道")),
        (not unit.superior, HeadField((_UNIT, "上级"), "如：云溪区")),
    ]
    red, public = MODES[1:]
    asked = {
        "主送": ("如：区委、区政府", document.mode != public),
        "文号": ("如：青办〔2026〕3号", document.mode == red),
        "签发人": ("姓名", document.mode == red),
        "成文日期": ("如：2026-12-10", True),
    }
    for name, (hint, is_printed) in asked.items():
        is_open = is_printed and name in document.open_fields
        fields.append((is_open, HeadField((_DOCUMENT, name), hint)))
    return tuple(field for is_open, field in fields if is_open)


def standing_in(file: YamlFile, field: HeadField) -> str:
    """Return what a file holds for a field, "" where it is open."""
    node = TextPlaces(file).node(field.path)
    return node.text.strip() if isinstance(node, Scalar) else ""


def with_head(file: YamlFile, profile: Profile, field: HeadField, text: str) -> YamlFile:
    """Return the file with a field written. Errors: ValueProblem where the profile can't take it."""
    new = edited(file, {}, {field.path: (text,)})
    try:
        load_from(new, profile.pack)
    except DrafterError as error:
        first = error.problems[0]
        raise ValueProblem(first.what, first.mend) from error
    return new
