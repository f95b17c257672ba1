"""What a machine reads reports with: two machines of one state read them the same, byte for byte."""

from __future__ import annotations

import hashlib
import platform
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import drafter
from drafter.readers.office import find_office

# On what evidence of a report depends, besides the report and the pack.
_ROOMS = ("text", "pack", "extraction", "readers", "mining")
_MODULES = ("*.py", "cli/looking.py", "cli/packed.py", *(f"{room}/**/*.py" for room in _ROOMS))
_LIBRARIES = ("lxml", "pypdfium2")


@dataclass(frozen=True, slots=True)
class Machine:
    """A process and what it has. code: digest of drafter's modules. libraries: names and versions."""

    version: str
    code: str
    libraries: tuple[tuple[str, str], ...]
    has_office: bool


def this_machine() -> Machine:
    """Describe the machine of this process."""
    return Machine(drafter.__version__, code_digest(), _libraries(), find_office() is not None)


@cache
def code_digest() -> str:
    """Digest the modules that make evidence; the same on every machine with the same drafter."""
    total = hashlib.sha256(drafter.__version__.encode())
    package = Path(__file__).parents[1]
    for pattern in _MODULES:
        for path in sorted(package.glob(pattern)):
            total.update(path.read_bytes())
    return total.hexdigest()


def _libraries() -> tuple[tuple[str, str], ...]:
    python = ".".join(platform.python_version_tuple()[:2])
    return (("Python", python), *((name, _version(name)) for name in _LIBRARIES))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
