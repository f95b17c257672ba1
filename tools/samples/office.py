"""Files that LibreOffice makes of a Word file: .pdf, .doc, and a .docx saved again."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from pathlib import Path

LIMIT = 200_000
FILTERS = {"pdf": "pdf", "doc": "doc:MS Word 97", "docx": "docx:MS Word 2007 XML"}


def convert(content: bytes, suffix: str) -> bytes:
    """Let LibreOffice open a .docx and save it as pdf, doc or docx.

    A PDF wants a Chinese TrueType font, such as fonts-wqy-microhei, through FONTCONFIG_FILE: the OpenType
    ones go into it as Type 1 and make it five times as large (measured: 602 KB against 89 KB).
    Errors: FileNotFoundError where soffice is missing, RuntimeError where it made nothing or too much.
    """
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "report.docx"
        source.write_bytes(content)
        target = Path(folder) / "out"
        command = [
            *("soffice", f"-env:UserInstallation=file://{folder}/home", "--headless"),
            *("--convert-to", FILTERS[suffix], "--outdir", str(target), str(source)),
        ]
        fonts = Path(__file__).parents[2] / "tests" / "fonts.conf"
        environment = {"FONTCONFIG_FILE": str(fonts), **os.environ}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        made = target / f"report.{suffix}"
        if not made.exists():
            raise RuntimeError(f"LibreOffice made nothing: {done.stdout}{done.stderr}")
        if made.stat().st_size > LIMIT:
            raise RuntimeError(f"{made.stat().st_size} bytes are too many: use a TrueType font")
        return _without_clock(made.read_bytes(), suffix)


def _without_clock(content: bytes, suffix: str) -> bytes:
    """Take the time of making out of a PDF; .doc and .docx keep theirs."""
    if suffix != "pdf":
        return content
    content = re.sub(rb"/CreationDate\(D:[^)]*\)", _same_length, content)
    return re.sub(rb"(?<=<)[0-9A-F]{32}(?=>)", b"0" * 32, content)


def _same_length(found: re.Match[bytes]) -> bytes:
    return re.sub(rb"\d", b"0", found.group())
