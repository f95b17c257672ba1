"""All mutants: the first twelve rules' and those of the later groups, a file each."""

from __future__ import annotations

from tests.lint.mutants import MUTANTS as FIRST
from tests.lint.mutants_figures import FIGURES
from tests.lint.mutants_names import NAMES
from tests.lint.mutants_structure import STRUCTURE
from tests.lint.mutants_text import TEXT

MUTANTS = (*FIRST, *FIGURES, *NAMES, *STRUCTURE, *TEXT)
