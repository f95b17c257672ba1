"""Save Excel and Word lists: sealed, dated by the profile, never over a person's work."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from drafter.profile.profile import Profile
from drafter.writers.files import save
from drafter.writers.packages import settle
from drafter.writers.properties import Properties


def save_package(path: Path, data: bytes, title: str, profile: Profile, force: bool) -> None:
    """Save a package made by openpyxl or python-docx. Errors: FileProblem."""
    day = profile.document.issued or date(profile.year + 1, 1, 1)
    save(path, settle(data, Properties(title, profile.unit.name, day)), force)
