"""All mutants: those listed as words replaced or put in, and those that change more."""

from __future__ import annotations

from tests.lint.mutants import MUTANTS as FIRST
from tests.lint.mutants import listed
from tests.lint.mutants_structure import STRUCTURE
from tests.lint.mutants_text import TEXT

LISTS = ("basic", "figures", "names", "plans", "results", "tables", "text", "words")
MUTANTS = (*FIRST, *STRUCTURE, *TEXT, *(mutant for name in LISTS for mutant in listed(name)))
