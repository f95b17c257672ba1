"""Draw the pictures of docs/: shipped profiles as LibreOffice lays them out, in every layout.

    python -m tools.pictures

Needs LibreOffice, poppler and Chromium; fonts come from tests/fonts.conf. Look at the pictures before
committing them.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from drafter.profile.load import load_profile
from drafter.rendering.renderer import Renderer
from drafter.writers import docx, html
from drafter.writers.properties import describe
from tests.external import TOP, find_tool, office_convert

FOLDER = TOP / "docs" / "pictures"
PROFILES = TOP / "profiles"
DPI = 60
JOINT = ("中共云溪区青石桥街道工作委员会", "云溪区青石桥街道办事处文件")


@dataclass(frozen=True, slots=True)
class Picture:
    """Pages of one draft; document: what of the profile's 文件 is changed; pages: name and index."""

    name: str
    profile: str = "qingshiqiao-2026"
    document: Mapping[str, Any] = field(default_factory=dict)
    pages: tuple[tuple[str, int], ...] = (("first", 0), ("last", -1))


SIGNERS = ("周明远", "沈若川")
PICTURES = (
    Picture("plain", document={"mode": "普通"}),
    Picture("red-head", document={"mode": "红头", "signers": SIGNERS}),
    Picture(
        "red-head-joint",
        document={"mode": "红头", "signers": SIGNERS, "red_heads": JOINT},
        pages=(("first", 0),),
    ),
    Picture("public", document={"mode": "公开"}),
    Picture("disclosure", "bailuwan-disclosure-2026", pages=(("tables", 2), ("tables-next", 3))),
)


def main() -> None:
    """Draw all pictures of docs/ as PNG."""
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        draw(picture)
    draw_page("web-page", PROFILES / "qingshiqiao-2026.yaml")


def draw(picture: Picture) -> None:
    """Draw the pages of one picture: `name`-first.png and so on."""
    profile = load_profile(PROFILES / f"{picture.profile}.yaml")
    profile = replace(profile, document=replace(profile.document, **picture.document))
    report = Renderer(profile.pack).render(profile).report
    with tempfile.TemporaryDirectory() as scratch:
        written = Path(scratch) / f"{picture.name}.docx"
        written.write_bytes(docx.write(report, profile.pack.layout, describe(report)))
        pages = sorted(_pages(office_convert(written, "pdf", Path(scratch)), Path(scratch)))
        for name, index in picture.pages:
            (FOLDER / f"{picture.name}-{name}.png").write_bytes(pages[index].read_bytes())


def draw_page(name: str, source: Path) -> None:
    """Draw the upper part of the page that `draft -f html` writes, as a browser shows it."""
    report = Renderer(load_profile(source).pack).render(load_profile(source)).report
    with tempfile.TemporaryDirectory() as scratch:
        page = Path(scratch) / "page.html"
        page.write_text(html.write(report), encoding="utf-8")
        command = [
            find_tool("chromium") or "chromium",
            "--headless", "--no-sandbox", "--hide-scrollbars", "--window-size=800,1000",
            f"--screenshot={FOLDER / f'{name}.png'}", page.as_uri(),
        ]  # fmt: skip
        environment = {**os.environ, "FONTCONFIG_FILE": str(TOP / "tests" / "fonts.conf")}
        subprocess.run(command, check=True, env=environment, capture_output=True)


def _pages(pdf: Path, folder: Path) -> list[Path]:
    command = [find_tool("pdftoppm") or "pdftoppm", "-r", str(DPI), "-gray", "-png"]
    if "red" in pdf.stem:
        command.remove("-gray")
    subprocess.run([*command, str(pdf), str(folder / pdf.stem)], check=True)
    return list(folder.glob(f"{pdf.stem}-*.png"))


if __name__ == "__main__":
    main()
