"""Figures from returned sheets into a profile; where two offices differ, neither is taken unless preferred."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from drafter.collecting.answers import Answer, answer_of, is_same
from drafter.collecting.offices import asked_figures, by_office
from drafter.collecting.returned import Returned, Row
from drafter.errors import UsageProblem
from drafter.fields import nearest
from drafter.profile.editing import FigureChange, edited
from drafter.profile.profile import Profile
from drafter.yamlfile import YamlFile

PROFILE: Final = "台账"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one office (or the profile itself) says of a figure. place: file and cell, or the line."""

    party: str
    answer: Answer
    place: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A figure that went in. before: what stood there, None where it was open."""

    key: str
    claim: Claim
    before: Answer | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A figure of which two parties say different things: nothing was taken."""

    key: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """What came of all sheets. file: the profile with its new text.

    silent: offices without any sheet. blank: figures that an office's sheet leaves open, by office.
    cleared: cells that an office emptied though the profile holds a value, which stays.
    """

    file: YamlFile
    taken: tuple[Taken, ...]
    conflicts: tuple[Conflict, ...]
    silent: tuple[str, ...]
    blank: Mapping[str, tuple[str, ...]]
    cleared: tuple[Claim, ...]


def collect(
    file: YamlFile, profile: Profile, returned: Sequence[Returned], prefer: Sequence[str] = ()
) -> Collection:
    """Merge all sheets; their order doesn't matter.

    An office says something where its cell is no longer what the profile held when the sheet was
    made. prefer: parties to follow where they differ, the first one most.
    Errors: UsageProblem where a preferred party sent nothing.
    """
    _check_parties(prefer, returned)
    claims: dict[str, list[Claim]] = {}
    stale: set[str] = set()
    for one in sorted(returned, key=lambda r: (r.office, r.file)):
        for row in one.rows:
            claim = _claim(row, one)
            if claim is not None:
                claims.setdefault(row.key, []).append(claim)
                if not _is_current(row, profile):
                    stale.add(row.key)
    results = [
        _settle(key, claims[key], key in stale, profile, prefer)
        for key in profile.entries
        if key in claims
    ]
    taken = tuple(result for result in results if isinstance(result, Taken))
    conflicts = tuple(result for result in results if isinstance(result, Conflict))
    changes = {one.key: FigureChange(one.claim.answer.text) for one in taken}
    silent, blank = _open(profile, returned, claims)
    cleared = tuple(_cleared(returned, profile))
    return Collection(edited(file, changes), taken, conflicts, silent, blank, cleared)


def _check_parties(prefer: Sequence[str], returned: Sequence[Returned]) -> None:
    parties = [PROFILE, *dict.fromkeys(one.office for one in returned)]
    for name in prefer:
        if name not in parties:
            what = f"收回的填报表里没有“{name}”。"
            raise UsageProblem.of("--prefer", what, nearest(name, parties))


def _claim(row: Row, one: Returned) -> Claim | None:
    if row.answer is None or (row.base is not None and is_same(row.answer, row.base)):
        return None
    return Claim(one.office, row.answer, f"{one.file} {row.place}")


def _cleared(returned: Sequence[Returned], profile: Profile) -> Iterator[Claim]:
    for one in returned:
        for row in one.rows:
            standing = answer_of(profile.entries[row.key])
            if row.answer is None and row.base is not None and standing is not None:
                yield Claim(one.office, standing, f"{one.file} {row.place} {row.key}")


def _is_current(row: Row, profile: Profile) -> bool:
    """Tell whether the profile still holds what it held when the sheet was made."""
    standing = answer_of(profile.entries[row.key])
    if row.base is None or standing is None:
        return row.knows_base and row.base is standing
    return is_same(row.base, standing)


def _settle(
    key: str, claims: Sequence[Claim], is_stale: bool, profile: Profile, prefer: Sequence[str]
) -> Taken | Conflict | None:
    entry = profile.entries[key]
    standing = answer_of(entry)
    own = Claim(PROFILE, standing, f"第{entry.location.line}行") if standing else None
    different = _different([*claims, own] if own and is_stale else list(claims))
    chosen = different[0]
    if len(different) > 1:
        preferred = _preferred([*claims, *([own] if own else [])], prefer)
        if preferred is None:
            return Conflict(key, tuple(different))
        chosen = preferred
    if standing is not None and (chosen is own or is_same(chosen.answer, standing)):
        return None
    return Taken(key, chosen, standing)


def _preferred(claims: Sequence[Claim], prefer: Sequence[str]) -> Claim | None:
    """Return what the first preferred party says, if it says one thing only."""
    for party in prefer:
        said = _different([claim for claim in claims if claim.party == party])
        if said:
            return said[0] if len(said) == 1 else None
    return None


def _different(claims: Sequence[Claim]) -> list[Claim]:
    """Return one claim for each thing said."""
    found: list[Claim] = []
    for claim in claims:
        if not any(is_same(claim.answer, other.answer) for other in found):
            found.append(claim)
    return found


def _open(
    profile: Profile, returned: Sequence[Returned], claims: Mapping[str, Sequence[Claim]]
) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """Say which offices sent nothing, and which figures those that sent something left open."""
    sent = {one.office for one in returned}
    silent: list[str] = []
    blank: dict[str, tuple[str, ...]] = {}
    for tasks in by_office(asked_figures(profile), profile):
        owed = tuple(e.key for e in tasks.entries if answer_of(e) is None and e.key not in claims)
        if tasks.office not in sent:
            silent.append(tasks.office)
        elif owed:
            blank[tasks.office] = owed
    return tuple(silent), blank
