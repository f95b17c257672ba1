"""The plain names that titles, headings and templates print: 年度, 单位, 期间, and the pack's terms."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.pack.wording import BASE_NAMES
from drafter.profile.profile import Profile
from drafter.rendering.outputs import without_private
from drafter.rendering.values import placeholder

_FULL_YEAR = "全年"


def period_end(profile: Profile) -> str | None:
    """Say the day the figures reach to (11月30日); None for the full year."""
    as_of = profile.as_of
    if as_of is None or (as_of.month, as_of.day) == (12, 31):
        return None
    return f"{as_of.month}月{as_of.day}日"


def plain_names(profile: Profile) -> dict[str, str]:
    """Return every plain name with its words; an open one is a placeholder."""
    unit, year, end = profile.unit, profile.year, period_end(profile)
    base: Mapping[str, str] = {
        "年度": str(year),
        "次年": str(year + 1),
        "上年": str(year - 1),
        "单位": unit.name or _waiting("单位名称"),
        "简称": unit.short or _waiting("单位简称"),
        "上级": unit.superior or _waiting("上级"),
        "类型": unit.kind,
        "期间": f"截至{end}" if end else _FULL_YEAR,
    }
    assert set(base) == set(BASE_NAMES)
    terms = {
        name: wording.resolve(year, unit.kind) or _waiting(name)
        for name, wording in profile.pack.terms.names.items()
    }
    return {name: without_private(words) for name, words in {**terms, **base}.items()}


def _waiting(name: str) -> str:
    return placeholder(name).words
