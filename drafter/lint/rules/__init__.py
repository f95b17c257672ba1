"""The rules, one module each; this tuple is what there is."""

from __future__ import annotations

from drafter.lint.rule import Rule
from drafter.lint.rules import (
    f001_unstated_figure,
    f002_figure_mismatch,
    f003_rate_mismatch,
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
    t001_leftover_placeholder.check,
    t002_template_residue.check,
    y001_stale_year.check,
    n001_foreign_organ_name.check,
)
