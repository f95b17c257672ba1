"""Exit statuses, the same for every command; 0 means that nothing was found."""

from __future__ import annotations

from typing import Final

FOUND: Final = 1
COULD_NOT_RUN: Final = 2
