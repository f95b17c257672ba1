"""The wheel works alone: its packs lie inside, and it drafts from any folder."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.external import TOP

PROFILE = TOP / "profiles" / "qingshiqiao-2026.yaml"
IN_ENVIRONMENT = "Scripts" if sys.platform == "win32" else "bin"


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, (
        f"{command} ended with {done.returncode}: {done.stdout}{done.stderr}"
    )
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=TOP)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the programs of a fresh environment that holds the wheel.

    The libraries are lent by the environment of the tests through a .pth file, which shows them but
    not this checkout, so that nothing is downloaded.
    """
    home = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", home, cwd=home)
    programs = home / IN_ENVIRONMENT
    pip = (
        sys.executable,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--python",
        programs / "python",
    )
    run(*pip, "install", "-q", "--no-deps", "--no-index", wheel, cwd=home)
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    own = Path(run(programs / "python", "-c", where, cwd=home).strip())
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (own / "lent.pth").write_text("\n".join(sorted(lent)), encoding="utf-8")
    return programs


def test_wheel_holds_every_file_of_every_pack(wheel: Path) -> None:
    expected = {
        f"drafter/_templates/{path.relative_to(TOP / 'templates').as_posix()}"
        for path in (TOP / "templates").rglob("*")
        if path.is_file()
    }
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("drafter/_templates/")}
    assert packed == expected


def test_installed_drafter_uses_the_packs_inside_it(environment: Path, tmp_path: Path) -> None:
    ask = "from drafter.pack.library import builtin_packs_folder; print(builtin_packs_folder())"
    folder = Path(run(environment / "python", "-c", ask, cwd=tmp_path).strip())
    assert folder.is_relative_to(environment.parent)
    assert folder.name == "_templates"


def test_new_and_draft_work_from_a_folder_with_blanks_and_hanzi(
    environment: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "年度 报告"
    elsewhere.mkdir()
    run(environment / "drafter", "new", "云溪 工作", cwd=elsewhere)
    run(environment / "drafter", "draft", "云溪 工作/profile.yaml", cwd=elsewhere)
    (drafted,) = (elsewhere / "云溪 工作").glob("*.docx")
    assert drafted.name.endswith("法治政府建设年度报告.docx")
    assert zipfile.ZipFile(drafted).testzip() is None


def test_installed_drafter_writes_the_same_bytes_as_the_checkout(
    environment: Path, tmp_path: Path
) -> None:
    installed, checkout = tmp_path / "installed.docx", tmp_path / "checkout.docx"
    run(environment / "drafter", "draft", PROFILE, "-o", installed, cwd=tmp_path)
    run(sys.executable, "-m", "drafter", "draft", PROFILE, "-o", checkout, cwd=TOP)
    assert installed.read_bytes() == checkout.read_bytes()
