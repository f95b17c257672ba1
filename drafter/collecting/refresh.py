"""Late figures in a draft that people have edited: what was printed, what stands, what the profile says.

Only what stands as it was printed is replaced; what a person has changed is told and left alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from drafter.extraction.match import Match
from drafter.figure import Figure, agrees
from drafter.profile.printed import SLOTS, Slot, in_the_form_of, printed_words
from drafter.profile.profile import Entry, Profile, State

_PLACEHOLDER = "【待填"


class Verdict(Enum):
    """What is to be done at one place; the value says it to a person."""

    KEEP = "不用改"
    REPLACE = "已按台账改"
    CHANGED = "有人改过，台账没有变"
    CONFLICT = "有人改过，台账也变了，请定用哪个"
    GONE = "原来的标记不在了（可能整句删改过），请看一下"
    OPEN = "台账现在空着，没有动"
    DROPPED = "台账写了不适用或已不列，这句话请人改"
    SHARED = "几个指标合用一个数，台账现在不同了，请人改"
    AFFECTED = "比较的说法，所比的数变了，请人核对"
    UNKNOWN = "台账的模板里没有这个指标"


@dataclass(frozen=True, slots=True)
class Seen:
    """One printed figure. then: as printed. now: as it stands, None where its place is gone.

    behind: what follows it in the text. figure: what stands now, where it was read as a figure;
    also: further indicators that share it. start, end: where it was read in its text, half-open.
    """

    key: str
    slot: str
    then: str
    now: str | None
    behind: str = ""
    figure: Figure | None = None
    also: tuple[str, ...] = ()
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do; words: what the profile says in this place's form, "" where it says nothing."""

    verdict: Verdict
    words: str = ""


def decide(seen: Seen, profile: Profile) -> Decision:
    """Compare the three for one place."""
    entry = profile.entries.get(seen.key)
    slot = next((known for known in SLOTS if known == seen.slot), None)
    if entry is None or slot is None:
        return Decision(Verdict.UNKNOWN)
    figure = _figure_of(entry, slot)
    printed = printed_words(entry, profile, slot)
    if printed is None:
        return Decision(_without_words(seen, entry))
    words = in_the_form_of(printed, seen.then, seen.behind, figure)
    if seen.now is None or (not seen.now.strip() and seen.then.strip()):
        return Decision(Verdict.GONE, words)
    if _same(seen.now, words) or _states(seen.figure, figure):
        return Decision(Verdict.KEEP, words)
    is_untouched = _same(seen.now, seen.then)
    if _same(words, seen.then):
        return Decision(Verdict.CHANGED, words)
    if not is_untouched:
        return Decision(Verdict.CONFLICT, words)
    if any(_figure_of(profile.entries[key], slot) != figure for key in seen.also):
        return Decision(Verdict.SHARED, words)
    return Decision(Verdict.REPLACE, words)


def _figure_of(entry: Entry, slot: Slot) -> Figure | None:
    if slot in ("text", "annex:本年", "cell"):
        return entry.figure
    return entry.last_year if slot in ("text:上年", "annex:上年") else None


def _without_words(seen: Seen, entry: Entry) -> Verdict:
    if seen.now is not None and seen.now.startswith(_PLACEHOLDER) and entry.state is State.MISSING:
        return Verdict.KEEP
    is_out = entry.state in (State.NOT_APPLICABLE, State.UNREPORTED)
    return Verdict.DROPPED if is_out else Verdict.OPEN


def _same(one: str, other: str) -> bool:
    return "".join(one.split()) == "".join(other.split())


def _states(stated: Figure | None, figure: Figure | None) -> bool:
    """Tell whether a figure that was read says what the profile says, in whatever form."""
    if stated is None or figure is None:
        return False
    return agrees(stated, figure) and stated.approximate == figure.approximate


def see(found: Match, was: Profile) -> Seen | None:
    """Take a certain match for a figure of the profile the draft was printed from.

    A cell of a table's 同比 is taken whole. None where the match is not certain, or that profile had
    no such figure.
    """
    key = found.key or ""
    if found.in_table and found.column == "change" and key in was.entries:
        then, now = printed_words(was.entries[key], was, "annex:同比") or "", found.span.text
        return Seen(key, "annex:同比", then, now, end=len(now))
    slot = _slot_of(found)
    entry = was.entries.get(key)
    figure = _figure_of(entry, slot) if entry and slot else None
    if slot is None or entry is None or figure is None:
        return None
    text, start, end = found.span.text, found.printed.start, found.printed.end
    now = found.figure.text
    if figure.text in now and found.figure.value == figure.value:
        start += now.index(figure.text)  # the template's own 不低于 was read along with it
        end = start + len(figure.text)
        now = figure.text
    is_same = now == figure.text or _states(found.figure, figure)
    then = now if is_same else figure.text
    read_as = figure if is_same else found.figure
    return Seen(entry.key, slot, then, now, text[end:], read_as, found.also, start, end)


def _slot_of(found: Match) -> Slot | None:
    if found.certainty != "certain":
        return None
    if not found.in_table:
        return "text"
    if found.in_form:
        return "cell"
    slots: Mapping[str | None, Slot] = {"this_year": "annex:本年", "last_year": "annex:上年"}
    return slots.get(found.column)


def see_comparison(found: Match, was: Profile, now: Profile) -> Seen | None:
    """Take a comparison in the text (增长12%) whose figure has changed: it is told, never replaced."""
    key = found.key or ""
    is_comparison = found.printed.kind == "change" and not found.in_table
    if not is_comparison or key not in was.entries or key not in now.entries:
        return None
    before, after = was.entries[key], now.entries[key]
    if (before.figure, before.last_year) == (after.figure, after.last_year):
        return None
    words, printed = found.figure.text, found.printed
    return Seen(key, "text:同比", words, words, start=printed.start, end=printed.end)


def unprinted(profile: Profile, keys: Collection[str]) -> Iterator[Entry]:
    """Yield typed figures of the profile that no place of the draft prints; keys: those printed.

    A zero is told in words (未发生), which have no mark, so it is never one of them.
    """
    for entry in profile.entries.values():
        is_told = entry.figure is not None and not entry.figure.is_zero and not entry.derived
        if is_told and entry.key not in keys:
            yield entry
