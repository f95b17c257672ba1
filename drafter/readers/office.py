"""Other forms of Word files (.doc, .wps, .rtf) -> .docx by LibreOffice: one at a time, in a profile of its own."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import threading
from pathlib import Path

from drafter.errors import FileProblem

_SECONDS = 120
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/usr/bin/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
_ONE_AT_A_TIME = threading.Lock()
_MEND = "请用WPS或Word打开后另存为.docx，再读新存的这一份。"


def find_office() -> str | None:
    """Find LibreOffice on this computer."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def convert_to_docx(data: bytes, path: Path, ending: str = ".doc") -> bytes:
    """Convert a word processor's file to .docx; ending: of the form its bytes are in.

    Macros and links stay closed: the profile is new and the document is opened without a screen.
    Errors: FileProblem where LibreOffice is absent, fails or takes longer than two minutes.
    """
    program = find_office()
    if program is None:
        raise FileProblem.of(
            path,
            "读.doc、.wps和.rtf文件要用LibreOffice，这台电脑上没有装。",
            f"{_MEND[:-1]}；或安装LibreOffice后重试。",
        )
    with _ONE_AT_A_TIME, tempfile.TemporaryDirectory(prefix="drafter-") as folder:
        source = Path(folder) / f"source{ending}"
        source.write_bytes(data)
        _run(program, source, Path(folder), path)
        result = Path(folder) / "out" / "source.docx"
        if not result.is_file():
            raise FileProblem.of(path, "LibreOffice没能读出这份文件。", _MEND)
        return result.read_bytes()


def _run(program: str, source: Path, folder: Path, path: Path) -> None:
    profile = (folder / "profile").as_uri()
    command = [
        program, "--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profile}",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(source),
    ]  # fmt: skip
    try:
        subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise FileProblem.of(
            path, f"LibreOffice读这份文件超过{_SECONDS}秒，已停止。", _MEND
        ) from error
    except OSError as error:
        raise FileProblem.of(path, "LibreOffice没能启动。", _MEND) from error
