"""Thresholds: the numbers a pack sets for lint; what it leaves out has the values below.

They stand in the pack's thresholds.yaml, each under its name here; the file may be absent.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Numbers that rules judge by.

    jump_factor: how many times as large (or as small) as last year's a figure is before it has to
        be explained; jump_minimum: the larger of both has to be at least this.
    jump_percent: a printed 同比 from which on it has to be explained.
    thin_characters: a lower section with fewer characters of text is thin; thin_part_characters:
        a section of the first level.
    silent_characters: a lower section on what was done with at least this much text, and no
        figure, is told.
    selection_gap_percent: parts behind 其中 that fall short of their whole by more than this are a
        selection, by no more a slip.
    problem_overlap: how many pairs of characters a problem shares with the plan that answers it.
    repeated_characters: shorter sentences may stand twice; repeated_percent: how alike two
        sentences are before they count as one.
    repeated_count: a smaller number may be said twice; repeated_count_characters: so many
        characters before both have to be the same.
    reused_percent: how much of a report may stand in last year's before it is told.
    slogan_count: how many phrases of four characters in a row make a run of slogans.
    small_count: fewer people than this in a vulnerable group can be recognised.
    empty_paragraphs: how many empty paragraphs may stand together.
    """

    jump_factor: int = 5
    jump_minimum: int = 20
    jump_percent: int = 400
    thin_characters: int = 20
    thin_part_characters: int = 30
    silent_characters: int = 150
    selection_gap_percent: int = 10
    problem_overlap: int = 1
    repeated_characters: int = 16
    repeated_percent: int = 78
    repeated_count: int = 100
    repeated_count_characters: int = 4
    reused_percent: int = 30
    slogan_count: int = 4
    small_count: int = 5
    empty_paragraphs: int = 2
