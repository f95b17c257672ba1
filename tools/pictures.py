"""Draw the pictures of docs/: the shipped sample as LibreOffice lays it out, in every layout.

    python -m tools.pictures

Needs LibreOffice and poppler; fonts come from tests/fonts.conf. Look at the pictures before
committing them.
"""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from drafter.pack.library import find_pack
from drafter.pack.loader import load_pack
from drafter.profile.load import load_profile
from drafter.profile.profile import Profile
from drafter.rendering.renderer import Renderer
from drafter.writers import docx
from drafter.writers.properties import describe
from tests.external import TOP, find_tool, office_convert

FOLDER = TOP / "docs" / "pictures"
SAMPLE = TOP / "profiles" / "qingshiqiao-2026.yaml"
DPI = 60
MODES = {"普通": "plain", "红头": "red-head", "公开": "public"}


def main() -> None:
    """Write first and last page of each layout, and the annex of the plain one, as PNG."""
    FOLDER.mkdir(exist_ok=True)
    pack = load_pack(find_pack("law-based-government", TOP))
    for mode, name in MODES.items():
        profile = load_profile(SAMPLE, pack)
        document = replace(profile.document, mode=mode, signers=("周明远", "沈若川"))
        draw(replace(profile, document=document), name)


def draw(profile: Profile, name: str) -> None:
    """Draw one profile: `name`-first.png and `name`-last.png."""
    report = Renderer(profile.pack).render(profile).report
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / f"{name}.docx"
        source.write_bytes(docx.write(report, profile.pack.layout, describe(report)))
        pdf = office_convert(source, "pdf", Path(scratch))
        pages = sorted(_pages(pdf, Path(scratch)))
        for page, place in ((pages[0], "first"), (pages[-1], "last")):
            (FOLDER / f"{name}-{place}.png").write_bytes(page.read_bytes())


def _pages(pdf: Path, folder: Path) -> list[Path]:
    command = [find_tool("pdftoppm") or "pdftoppm", "-r", str(DPI), "-gray", "-png"]
    if "red" in pdf.stem:
        command.remove("-gray")
    subprocess.run([*command, str(pdf), str(folder / pdf.stem)], check=True)
    return list(folder.glob(f"{pdf.stem}-*.png"))


if __name__ == "__main__":
    main()
