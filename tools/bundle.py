"""`make bundle`: drafter with all it needs, in one folder that installs without a network.

Every version is the one of constraints.txt. For each system and Python the wheels that exist are
downloaded; a package that offers none is built here, which goes for pure Python only. What a wheel
asks for is read from its own metadata with the markers of the system it is for (pip would ask the
machine it runs on: colorama, wanted on Windows, would be missing). At the end the folder is tried: an
empty environment, the folder alone, a profile, a draft, its check.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.parser import HeaderParser
from functools import cache
from pathlib import Path

from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import canonicalize_name, parse_wheel_filename

from drafter import __version__

TOP = Path(__file__).parent.parent
FOLDER = TOP / "build" / "bundle" / f"drafter-{__version__}"
WHEELS = "wheels"
GUIDE = "安装说明.txt"
PYTHONS = ((3, 11), (3, 12), (3, 13))
_GLIBC = 28  # 麒麟 V10 and 统信 UOS 20 have glibc 2.28
_OLD_NAMES = {17: "manylinux2014", 12: "manylinux2010", 5: "manylinux1"}


@dataclass(frozen=True, slots=True)
class Target:
    """One system with one Python; platforms: what wheels call it, the newest first."""

    system: str
    machine: str
    python: tuple[int, int]
    platforms: tuple[str, ...]

    def __str__(self) -> str:
        """Name it for people."""
        return f"{self.system} {self.machine}, Python {self.python[0]}.{self.python[1]}"

    @property
    def tags(self) -> frozenset[Tag]:
        """All tags of wheels that install there."""
        own = cpython_tags(self.python, platforms=self.platforms)
        interpreter = f"cp{self.python[0]}{self.python[1]}"
        return frozenset((*own, *compatible_tags(self.python, interpreter, self.platforms)))

    def wants(self, requirement: Requirement) -> bool:
        """Tell whether a requirement holds there, without extras."""
        if requirement.marker is None:
            return True
        is_windows = self.system == "Windows"
        version = f"{self.python[0]}.{self.python[1]}"
        environment = {
            "extra": "",
            "os_name": "nt" if is_windows else "posix",
            "sys_platform": "win32" if is_windows else "linux",
            "platform_system": self.system,
            "platform_machine": self.machine,
            "platform_python_implementation": "CPython",
            "implementation_name": "cpython",
            "python_version": version,
            "python_full_version": f"{version}.0",
        }
        return requirement.marker.evaluate(environment)


def targets() -> tuple[Target, ...]:
    """List what the bundle is for."""
    systems = [
        ("Windows", "AMD64", ("win_amd64",)),
        *(("Linux", machine, tuple(_linux(machine))) for machine in ("x86_64", "aarch64")),
    ]
    return tuple(Target(s, m, python, p) for s, m, p in systems for python in PYTHONS)


def _linux(machine: str) -> Iterator[str]:
    for minor in range(_GLIBC, 4, -1):
        yield f"manylinux_2_{minor}_{machine}"
        if minor in _OLD_NAMES:
            yield f"{_OLD_NAMES[minor]}_{machine}"


@cache
def pins() -> dict[str, str]:
    """Return the version of each package by its canonical name."""
    lines = (TOP / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("==") for line in lines if "==" in line and not line.startswith("#"))
    return {canonicalize_name(name): version.strip() for name, version in pairs}


def requirements(wheel: Path) -> tuple[Requirement, ...]:
    """Read what a wheel asks for."""
    with zipfile.ZipFile(wheel) as package:
        name = next(n for n in package.namelist() if n.endswith(".dist-info/METADATA"))
        metadata = HeaderParser().parsestr(package.read(name).decode())
    return tuple(Requirement(text) for text in metadata.get_all("Requires-Dist") or ())


def find_wheel(folder: Path, name: str, target: Target) -> Path | None:
    """Find a package's wheel that installs on a target."""
    for wheel in sorted(folder.glob("*.whl")):
        found, _, _, tags = parse_wheel_filename(wheel.name)
        if found == canonicalize_name(name) and tags & target.tags:
            return wheel
    return None


def complete(folder: Path, target: Target) -> frozenset[str]:
    """Fetch whatever drafter needs on a target; return the names of the packages."""
    known: set[str] = set()
    waiting = ["drafter"]
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name in known:
            continue
        known.add(name)
        wheel = find_wheel(folder, name, target) or _fetch(folder, name, target)
        waiting += [r.name for r in requirements(wheel) if target.wants(r)]
    return frozenset(known)


def _fetch(folder: Path, name: str, target: Target) -> Path:
    """Download a wheel, or build one of pure Python."""
    if name not in pins():
        raise SystemExit(
            f"{name} is wanted on {target}, but constraints.txt doesn't name its version"
        )
    wanted = f"{name}=={pins()[name]}"
    version = "".join(map(str, target.python))
    platforms = [word for platform in target.platforms for word in ("--platform", platform)]
    place = ["--no-deps", "-q", "-d", str(folder)]
    only = ["--only-binary", ":all:", "--implementation", "cp", "--python-version", version]
    if _pip("download", *place, *only, *platforms, wanted) != 0:
        _pip("wheel", "--no-deps", "-q", "-w", str(folder), wanted)
    wheel = find_wheel(folder, name, target)
    if wheel is None:
        raise SystemExit(f"no wheel of {wanted} installs on {target}, and none could be built here")
    return wheel


def _pip(*words: str) -> int:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *words]
    return subprocess.run(command, check=False, stderr=subprocess.DEVNULL).returncode


def build_drafter(folder: Path) -> None:
    """Build drafter's own wheel."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=TOP, check=True, stdout=subprocess.DEVNULL)


def write_guide(folder: Path) -> None:
    """Write the instruction: UTF-8 with BOM and CRLF, so that every Notepad shows it."""
    text = (TOP / "tools" / "bundle_guide.txt").read_text(encoding="utf-8")
    text = text.replace("{版本}", __version__)
    (folder / GUIDE).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())


def write_digests(folder: Path) -> None:
    """Write the SHA-256 of every wheel, in the form that sha256sum -c reads."""
    wheels = sorted((folder / WHEELS).glob("*.whl"))
    lines = [f"{hashlib.sha256(w.read_bytes()).hexdigest()}  {WHEELS}/{w.name}" for w in wheels]
    (folder / "SHA256SUMS").write_text("\n".join(lines) + "\n", encoding="utf-8")


def try_out(folder: Path, python: str) -> str:
    """Install from the folder alone in an empty environment and draft; return what was used."""
    clean = {
        key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "PYTHON"))
    }
    clean |= {"PIP_CONFIG_FILE": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    with tempfile.TemporaryDirectory() as place:
        home = Path(place) / "环境"

        def run(*command: str) -> str:
            done = subprocess.run(
                command, cwd=place, env=clean, capture_output=True, encoding="utf-8", check=False
            )
            if done.returncode:
                raise SystemExit(
                    f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}"
                )
            return done.stdout

        run(python, "-m", "venv", str(home))
        programs = home / ("Scripts" if os.name == "nt" else "bin")
        pip = (str(programs / "python"), "-m", "pip", "install", "-q")
        run(*pip, "--no-index", "--find-links", str(folder / WHEELS), "drafter")
        drafter = str(programs / "drafter")
        run(drafter, "new", "台账", "--year", "2026")
        shutil.copy(TOP / "profiles" / "qingshiqiao-2026.yaml", Path(place) / "样例.yaml")
        run(drafter, "draft", "样例.yaml", "-o", "稿.docx")
        run(drafter, "lint", "稿.docx", "--profile", "样例.yaml", "--fail-on", "error")
        return run(
            str(programs / "python"), "-c", "import sys; print(sys.version.split()[0])"
        ).strip()


def usable(pythons: Iterable[str]) -> Iterator[str]:
    """Yield the interpreters that run on this machine and are of a version the bundle serves."""
    for python in pythons:
        try:
            probe = "import sys; print(*sys.version_info[:2])"
            said = subprocess.run(
                [python, "-c", probe], capture_output=True, text=True, check=False
            )
        except OSError:
            continue
        if said.returncode == 0 and tuple(map(int, said.stdout.split())) in PYTHONS:
            yield python


def main() -> None:
    """Build, complete, describe, try and pack the bundle; arguments: interpreters to try it with."""
    shutil.rmtree(FOLDER.parent, ignore_errors=True)
    wheels = FOLDER / WHEELS
    wheels.mkdir(parents=True)
    build_drafter(wheels)
    for target in targets():
        print(f"{target}: {len(complete(wheels, target))} packages")
    write_guide(FOLDER)
    write_digests(FOLDER)
    names = sys.argv[1:] or [sys.executable, *(f"python{a}.{b}" for a, b in PYTHONS)]
    tried = sorted({try_out(FOLDER, python) for python in usable(names)})
    print(f"tried in an empty environment, from the folder alone: Python {', '.join(tried)}")
    made = shutil.make_archive(str(FOLDER), "zip", FOLDER.parent, FOLDER.name)
    size = Path(made).stat().st_size / 1_000_000
    print(f"{Path(made).relative_to(TOP)}: {len(list(wheels.iterdir()))} wheels, {size:.0f} MB")


if __name__ == "__main__":
    main()
