"""The outline: which sections a report has, in which order, under which headings; and the prescribed parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, get_args

from drafter.location import FileLocation
from drafter.pack.wording import Wording

KINDS = ("街道", "镇", "乡", "部门", "县区政府", "党政联合")  # of units that write reports


@dataclass(frozen=True, slots=True)
class Requirement:
    """For whom something is required: for all, for some kinds of unit, or for nobody."""

    everyone: bool = False
    kinds: tuple[str, ...] = ()

    def applies_to(self, kind: str) -> bool:
        """Tell whether units of this kind must have it."""
        return self.everyone or kind in self.kinds


# What a part is for, whatever a kind of report calls it; code asks for roles, never for keys.
# done: what the year brought, by themes; problems: what is wrong; causes: with the reasons of it;
# principals: what those in charge did themselves; plan: what comes next; rest: whatever is left to say.
Role = Literal["done", "problems", "causes", "principals", "plan", "rest"]
ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Part:
    """A prescribed part. aliases: headings that carry it in reports, without years and unit names."""

    key: str
    name: str
    required: Requirement
    basis: str
    aliases: tuple[str, ...] = ()
    roles: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """A section as the pack wants it.

    key: ASCII; name: the key in a profile's 做法; heading: with {名称}; template: file name in
    sections/, None for a section of headings only; takes: the profile's lists it prints.
    """

    key: str
    name: str
    heading: Wording
    required: Requirement
    part: str | None = None
    aliases: tuple[str, ...] = ()
    basis: str = ""
    template: str | None = None
    takes: tuple[str, ...] = ()
    sections: tuple[OutlineSection, ...] = ()
    location: FileLocation = field(default=FileLocation(""), compare=False)


@dataclass(frozen=True, slots=True)
class Outline:
    """The tree of sections, with the parts and the accepted orders of their keys.

    subjects: what such reports are about (法治政府建设): words any heading may hold.
    """

    sections: tuple[OutlineSection, ...]
    parts: tuple[Part, ...]
    orders: tuple[tuple[str, ...], ...]
    subjects: tuple[str, ...] = ()

    def parts_for(self, *roles: Role) -> frozenset[str]:
        """Return the keys of the parts that have one of the roles."""
        return frozenset(part.key for part in self.parts if part.roles.intersection(roles))

    def walk(self) -> Iterator[tuple[OutlineSection, ...]]:
        """Yield the path of every section from the top, in order."""

        def below(
            section: OutlineSection, above: tuple[OutlineSection, ...]
        ) -> Iterator[tuple[OutlineSection, ...]]:
            path = (*above, section)
            yield path
            for child in section.sections:
                yield from below(child, path)

        for section in self.sections:
            yield from below(section, ())
