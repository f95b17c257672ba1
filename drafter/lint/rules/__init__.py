"""The rules, one module each; this tuple is what there is."""

from __future__ import annotations

from drafter.lint.rule import Rule
from drafter.lint.rules import (
    f001_unstated_figure,
    f002_figure_mismatch,
    f003_rate_mismatch,
    f004_figure_conflict,
    f005_total_mismatch,
    f006_impossible_rate,
    f007_part_exceeds_whole,
    f008_change_mismatch,
    f009_unit_mismatch,
    f010_clashing_approximation,
    f011_unexplained_jump,
    f012_unknown_figure,
    n001_foreign_organ_name,
    s001_missing_section,
    s002_section_out_of_order,
    s003_empty_section,
    s004_missing_cause,
    s005_ordinal_gap,
    t001_leftover_placeholder,
    t002_template_residue,
    y001_stale_year,
)

RULES: tuple[Rule, ...] = (
    s001_missing_section.check,
    s002_section_out_of_order.check,
    s003_empty_section.check,
    s004_missing_cause.check,
    s005_ordinal_gap.check,
    f001_unstated_figure.check,
    f002_figure_mismatch.check,
    f003_rate_mismatch.check,
    f004_figure_conflict.check,
    f005_total_mismatch.check,
    f006_impossible_rate.check,
    f007_part_exceeds_whole.check,
    f008_change_mismatch.check,
    f009_unit_mismatch.check,
    f010_clashing_approximation.check,
    f011_unexplained_jump.check,
    f012_unknown_figure.check,
    t001_leftover_placeholder.check,
    t002_template_residue.check,
    y001_stale_year.check,
    n001_foreign_organ_name.check,
)
