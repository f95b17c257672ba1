"""Regular expressions compiled once for all runs.

A lint needs some 350 of them. Python takes over a millisecond for every range of 汉字, a third of the whole
command. What its compiler makes of a pattern is a row of numbers that depends on nothing but the pattern and
Python itself; so the rows lie in the user's cache folder, and a run that finds them only lets Python
check them and build on them. Where Python keeps its compiler elsewhere, or there is no folder, nothing changes.
"""

from __future__ import annotations

import contextlib
import marshal
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import ModuleType
from typing import Any

from drafter import __version__, cache

_NAME = "patterns"
# Code that was changed leaves its patterns behind: beyond so many only those count that the last run used.
_MOST = 1000
_WIDTH = 4  # bytes of a number

Source = tuple[str, int]  # a pattern and its flags as written
Compiled = tuple[int, int, Mapping[str, int], bytes]  # all flags, groups, their names, the numbers


@contextlib.contextmanager
def kept_patterns() -> Iterator[None]:
    """Let `re` take patterns from the cache while the block runs; those it lacked are added at its end."""
    compiler = import_module("re._compiler")
    if cache.cache_folder() is None or not _is_as_expected(compiler):
        yield
        return
    key = cache.digest(sys.version.encode(), __version__.encode())
    found = cache.load(_NAME, key)
    patterns = _Patterns(compiler, marshal.loads(found) if found else {})
    original, compiler.compile = compiler.compile, patterns.compile  # type: ignore[attr-defined]
    try:
        yield
    finally:
        compiler.compile = original  # type: ignore[attr-defined]
        if patterns.has_new:
            cache.save(_NAME, key, marshal.dumps(patterns.worth_keeping()))


def _is_as_expected(compiler: ModuleType) -> bool:
    """Tell whether this Python compiles patterns in the two steps that are taken apart here."""
    machine = getattr(compiler, "_sre", None)
    has_steps = all(hasattr(compiler, name) for name in ("_parser", "_code", "compile"))
    return has_steps and getattr(machine, "CODESIZE", 0) == _WIDTH


def _is_of_a_module() -> bool:
    """Tell whether a module is just asking for a pattern of its own; those made of data would never end."""
    asking = sys._getframe(4)  # behind this, compile, re._compile and re.compile
    return asking.f_code.co_name in ("<module>", "<listcomp>", "<genexpr>", "<dictcomp>")


class _Patterns:
    """What the cache held, what this run used, and the compiler for the rest."""

    __slots__ = ("_compile", "_compiler", "_known", "_used", "has_new")

    def __init__(self, compiler: Any, known: dict[Source, Compiled]) -> None:
        self._compiler, self._compile = compiler, compiler.compile
        self._known, self._used = known, set[Source]()
        self.has_new = False

    def compile(self, source: object, flags: int = 0) -> object:
        """Compile as `re` does."""
        if not isinstance(source, str) or flags & self._compiler.SRE_FLAG_DEBUG:
            return self._compile(source, flags)
        written = source, int(flags)
        known = self._known.get(written)
        if known is None:
            if not _is_of_a_module():
                return self._compile(source, flags)
            known = self._known[written] = self._translate(source, int(flags))
            self.has_new = True
        self._used.add(written)
        all_flags, groups, names, numbers = known
        by_number = [None, *(None for _ in range(groups))]
        for name, number in names.items():
            by_number[number] = name  # type: ignore[call-overload]
        code = memoryview(numbers).cast("I").tolist()
        machine = self._compiler._sre
        return machine.compile(source, all_flags, code, groups, names, tuple(by_number))

    def _translate(self, source: str, flags: int) -> Compiled:
        parsed = self._compiler._parser.parse(source, flags)
        numbers = self._compiler._code(parsed, flags)
        state = parsed.state
        packed = b"".join(int(number).to_bytes(_WIDTH, sys.byteorder) for number in numbers)
        return int(flags | state.flags), state.groups - 1, dict(state.groupdict), packed

    def worth_keeping(self) -> dict[Source, Compiled]:
        """Return everything, or where that is too much what this run used."""
        if len(self._known) <= _MOST:
            return self._known
        return {written: self._known[written] for written in self._used}
