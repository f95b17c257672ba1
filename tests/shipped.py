"""What ships, loaded once for all tests of a process: packs, their renderers, profiles and their drafts.

All of it is frozen, so that no test can spoil it for another.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from drafter.pack.library import DEFAULT_PACK, builtin_packs_folder
from drafter.pack.loader import load_pack
from drafter.pack.pack import Pack
from drafter.profile.load import load_profile
from drafter.profile.profile import Profile
from drafter.rendering.renderer import Renderer
from drafter.report import Report
from tests.external import TOP

PROFILES = tuple(sorted((TOP / "profiles").glob("*.yaml")))


@cache
def pack_of(name: str = DEFAULT_PACK) -> Pack:
    """Load a shipped pack from its files."""
    return load_pack(builtin_packs_folder() / name)


@cache
def renderer_of(name: str = DEFAULT_PACK) -> Renderer:
    """Check and compile the templates of a shipped pack."""
    return Renderer(pack_of(name))


@cache
def profile_of(path: Path) -> Profile:
    """Load a shipped profile and the pack it names."""
    return load_profile(path)


def render(profile: Profile) -> Report:
    """Draft with the pack that a profile names, one that ships."""
    assert profile.pack.folder == builtin_packs_folder() / profile.pack.name
    return renderer_of(profile.pack.name).render(profile).report


@cache
def drafted(path: Path) -> Report:
    """Draft a shipped profile."""
    return render(profile_of(path))
