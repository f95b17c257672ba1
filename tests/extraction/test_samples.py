"""The shipped samples: every figure drafted is found again, by words, as its own indicator."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.extraction.known import known_figures
from drafter.extraction.matching import match
from drafter.extraction.stated import find_stated
from drafter.figure import Figure, agrees
from drafter.profile.profile import Entry
from tests.shipped import PROFILES, drafted, profile_of


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_every_value_of_a_sample_is_certain_in_its_draft(path: Path) -> None:
    profile = profile_of(path)
    report = drafted(path)
    matches = match(report, profile.pack)
    wrong = []
    for entry in profile.entries.values():
        if entry.figure is None:
            continue
        stated = find_stated(entry, matches, report, profile.pack)
        found = stated.zero if entry.figure.is_zero else stated.agreeing
        if not (found or stated.agreeing) or stated.disagreeing:
            wrong.append((entry.key, entry.figure.text))
    assert wrong == []


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_a_changed_value_is_noticed_wherever_it_is_not_zero(path: Path) -> None:
    profile = profile_of(path)
    report = drafted(path)
    matches = match(report, profile.pack)
    silent = [
        entry.key
        for entry in profile.entries.values()
        if entry.figure and entry.figure.value
        if not find_stated(_changed(entry), matches, report, profile.pack).disagreeing
    ]
    assert silent == []


def _changed(entry: Entry) -> Entry:
    assert entry.figure is not None
    figure: Figure = replace(entry.figure, value=entry.figure.value * 7 + 3)
    return replace(entry, figure=figure)


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_a_draft_prints_only_known_figures(path: Path) -> None:
    profile = profile_of(path)
    known = [one.figure for one in known_figures(profile)]
    printed = [found.figure for found in match(drafted(path), profile.pack)]
    strange = [figure for figure in printed if not any(agrees(figure, one) for one in known)]
    assert strange == []
