"""A small pack's profile, and the sheet of one of its offices."""

from __future__ import annotations

import pytest

from drafter.collecting.sheets import Sheet
from drafter.profile.load import load_from
from drafter.profile.profile import Profile
from tests.collecting.sheet_files import profile_file, sheet_of
from tests.pack.small import small_pack


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    return load_from(profile_file(), small_pack(tmp_path_factory.mktemp("pack")))


@pytest.fixture(scope="module")
def sheet(profile: Profile) -> Sheet:
    return sheet_of("执法队", profile)
