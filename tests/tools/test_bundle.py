from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tools import bundle
from tools.bundle import Target, complete, find_wheel, requirements, targets, usable

WINDOWS, *_, ARM = targets()[::3]


def write_wheel(folder: Path, name: str, *asks: str) -> Path:
    path = folder / name
    project, version = name.split("-")[:2]
    lines = [f"Name: {project}", f"Version: {version}", *(f"Requires-Dist: {ask}" for ask in asks)]
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(f"{project}-{version}.dist-info/METADATA", "\n".join(lines) + "\n\n")
    return path


def test_three_systems_with_three_pythons_are_served() -> None:
    assert (len(targets()), str(WINDOWS), str(ARM)) == (
        9,
        "Windows AMD64, Python 3.11",
        "Linux aarch64, Python 3.11",
    )


@pytest.mark.parametrize(
    ("asked", "windows", "linux"),
    [
        ("colorama; platform_system == 'Windows'", True, False),
        ("a-x; sys_platform != 'win32'", False, True),
        ("rich; extra == 'fancy'", False, False),
        ("tomli; python_version < '3.11'", False, False),
        ("click>=8.1", True, True),
    ],
)
def test_markers_are_those_of_the_system_served(asked: str, windows: bool, linux: bool) -> None:
    wanted = Requirement(asked)
    assert (WINDOWS.wants(wanted), ARM.wants(wanted)) == (windows, linux)


@pytest.mark.parametrize(
    ("name", "served"),
    [
        ("a-1-py3-none-any.whl", [WINDOWS, ARM]),
        ("a-1-cp311-cp311-win_amd64.whl", [WINDOWS]),
        ("a-1-cp39-abi3-manylinux_2_17_aarch64.manylinux2014_aarch64.whl", [ARM]),
        ("a-1-cp312-cp312-win_amd64.whl", []),
        ("a-1-cp311-cp311-manylinux_2_35_aarch64.whl", []),
        ("a-1-cp311-cp311-musllinux_1_2_aarch64.whl", []),
    ],
)
def test_a_wheel_is_found_where_it_installs(
    tmp_path: Path, name: str, served: list[Target]
) -> None:
    write_wheel(tmp_path, name)
    assert [target for target in (WINDOWS, ARM) if find_wheel(tmp_path, "A", target)] == served


def test_what_wheels_ask_for_is_followed_to_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_wheel(tmp_path, "drafter-1-py3-none-any.whl", "Ruamel.YAML", "lxml>=4; extra == 'x'")
    write_wheel(tmp_path, "ruamel_yaml-1-py3-none-any.whl", "only-win; os_name == 'nt'", "drafter")
    fetched: list[tuple[str, str]] = []

    def fetch(folder: Path, name: str, target: Target) -> Path:
        fetched.append((name, target.system))
        return write_wheel(folder, f"{name.replace('-', '_')}-1-py3-none-any.whl")

    monkeypatch.setattr(bundle, "_fetch", fetch)
    assert complete(tmp_path, ARM) == {"drafter", "ruamel-yaml"}
    assert complete(tmp_path, WINDOWS) == {"drafter", "ruamel-yaml", "only-win"}
    assert fetched == [("only-win", "Windows")]


def test_a_package_without_wheel_is_built_if_it_is_pure_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "pins", lambda: {"source": "1", "native": "1"})

    def pip(*words: str) -> int:
        if words[0] == "download":
            return 1
        name = words[-1].split("==")[0]
        tag = "py3-none-any" if name == "source" else "cp311-cp311-linux_x86_64"
        write_wheel(tmp_path, f"{name}-1-{tag}.whl")
        return 0

    monkeypatch.setattr(bundle, "_pip", pip)
    assert bundle._fetch(tmp_path, "source", WINDOWS).name == "source-1-py3-none-any.whl"
    with pytest.raises(SystemExit, match="none could be built here"):
        bundle._fetch(tmp_path, "native", WINDOWS)
    with pytest.raises(SystemExit, match=r"constraints\.txt doesn't name its version"):
        bundle._fetch(tmp_path, "unknown", WINDOWS)


def test_every_library_drafter_asks_for_is_pinned() -> None:
    assert {"click", "jinja2", "lxml", "pypdfium2", "ruamel-yaml", "ruamel-yaml-clib"} <= set(
        bundle.pins()
    )


def test_requirements_come_from_the_wheel_itself(tmp_path: Path) -> None:
    wheel = write_wheel(tmp_path, "a-1-py3-none-any.whl", "b>=2", "c")
    assert [str(requirement) for requirement in requirements(wheel)] == ["b>=2", "c"]


def test_the_guide_opens_in_any_notepad_and_names_the_installer(tmp_path: Path) -> None:
    bundle.write_guide(tmp_path)
    data = (tmp_path / bundle.GUIDE).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    text = data.decode("utf-8-sig")
    assert "python-3.12.10-amd64.exe" in text
    assert "{版本}" not in text


def test_an_interpreter_that_is_not_there_is_passed_over() -> None:
    assert list(usable(["没有这个程序"])) == []
