"""Where drafter's own packs lie: in the installed package, or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path

import drafter


def builtin_packs_folder() -> Path:
    """Find the folder whose subfolders are drafter's own packs.

    A wheel carries templates/ as drafter/_templates (pyproject.toml, force-include); a checkout
    or an editable install has it beside the package only.
    """
    package = Path(drafter.__file__).parent
    installed = package / "_templates"
    return installed if installed.is_dir() else package.parent / "templates"


def builtin_pack_names() -> tuple[str, ...]:
    """List the names that a profile may write after 模板, sorted."""
    packs = builtin_packs_folder().glob("*/pack.yaml")
    return tuple(sorted(pack.parent.name for pack in packs))
