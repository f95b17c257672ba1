"""What Python would compile anew at each start, kept from one run to the next.

A lint starts with some 350 regular expressions and 130 dataclasses. Python takes over a millisecond for
every range of 汉字 in a pattern and half a one for every dataclass, whose methods it writes as text and
compiles: together half of the whole command. What comes out depends on nothing but the source and Python
itself. So it lies in the user's cache folder, and a run that finds it there only lets Python check and use
it. Where Python compiles in other ways, or there is no folder, nothing changes.
"""

from __future__ import annotations

import contextlib
import dataclasses
import marshal
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import CodeType, ModuleType
from typing import Any

from drafter import __version__, cache

_NAME = "compiled"
# Code that was changed leaves its sources behind: beyond so many only those count that the last run used.
_MOST = 2500
_LONG = 200  # characters
_WIDTH = 4  # bytes of a number
_OF_A_MODULE = ("<module>", "<listcomp>", "<genexpr>", "<dictcomp>")

Pattern = tuple[str, int]  # a pattern and its flags as written
Numbers = tuple[int, int, Mapping[str, int], bytes]  # all flags, groups, their names, what to match
Made = CodeType | Numbers


@contextlib.contextmanager
def kept_compilations() -> Iterator[None]:
    """Let `re` and `dataclasses` take from the cache what it holds; what it lacked is added at the end."""
    compiler = import_module("re._compiler")
    if cache.cache_folder() is None or not _is_as_expected(compiler):
        yield
        return
    key = cache.digest(sys.version.encode(), __version__.encode())
    found = cache.load(_NAME, key)
    kept = _Kept(compiler, marshal.loads(found) if found else {})
    original, compiler.compile = compiler.compile, kept.compile  # type: ignore[attr-defined]
    dataclasses.exec = kept.execute  # type: ignore[attr-defined]
    try:
        yield
    finally:
        compiler.compile = original  # type: ignore[attr-defined]
        del dataclasses.exec  # type: ignore[attr-defined]
        if kept.has_new:
            cache.save(_NAME, key, marshal.dumps(kept.worth_keeping()))


def _is_as_expected(compiler: ModuleType) -> bool:
    """Tell whether this Python compiles patterns in the two steps that are taken apart here."""
    machine = getattr(compiler, "_sre", None)
    has_steps = all(hasattr(compiler, name) for name in ("_parser", "_code", "compile"))
    return has_steps and getattr(machine, "CODESIZE", 0) == _WIDTH


def _is_written(source: str) -> bool:
    """Tell whether a pattern stands in the code that asks for it, or is so long that a pack's data must be in it.

    What is made of a draft's own words is short, and would never end.
    """
    if len(source) >= _LONG:
        return True
    asking = sys._getframe(2)
    while asking.f_globals.get("__name__") == "re" and asking.f_back is not None:
        asking = asking.f_back
    code = asking.f_code
    return code.co_name in _OF_A_MODULE or source in code.co_consts


class _Kept:
    """What the cache held, what this run used of it, and the compilers for the rest."""

    __slots__ = ("_compile", "_compiler", "_known", "_used", "has_new")

    def __init__(self, compiler: Any, known: dict[Pattern | str, Made]) -> None:
        self._compiler, self._compile = compiler, compiler.compile
        self._known, self._used = known, set[Pattern | str]()
        self.has_new = False

    def execute(self, source: str, variables: dict[str, Any], names: dict[str, Any]) -> None:
        """Run the text of a dataclass's method as `exec` does."""
        code: Any = self._known.get(source)
        if code is None:
            code = self._add(source, compile(source, "<string>", "exec", dont_inherit=True))
        self._used.add(source)
        exec(code, variables, names)

    def compile(self, source: object, flags: int = 0) -> object:
        """Compile a pattern as `re` does."""
        if not isinstance(source, str) or flags & self._compiler.SRE_FLAG_DEBUG:
            return self._compile(source, flags)
        written = source, int(flags)
        numbers: Any = self._known.get(written)
        if numbers is None:
            if not _is_written(source):
                return self._compile(source, flags)
            numbers = self._add(written, self._translate(*written))
        self._used.add(written)
        return self._build(source, numbers)

    def _add(self, source: Pattern | str, made: Made) -> Made:
        self.has_new = True
        self._known[source] = made
        return made

    def _translate(self, source: str, flags: int) -> Numbers:
        parsed = self._compiler._parser.parse(source, flags)
        numbers = self._compiler._code(parsed, flags)
        state = parsed.state
        packed = b"".join(int(number).to_bytes(_WIDTH, sys.byteorder) for number in numbers)
        return int(flags | state.flags), state.groups - 1, dict(state.groupdict), packed

    def _build(self, source: str, made: Numbers) -> object:
        flags, groups, names, packed = made
        by_number: list[str | None] = [None] * (groups + 1)
        for name, number in names.items():
            by_number[number] = name
        numbers = memoryview(packed).cast("I").tolist()
        machine = self._compiler._sre
        return machine.compile(source, flags, numbers, groups, names, tuple(by_number))

    def worth_keeping(self) -> dict[Pattern | str, Made]:
        """Return everything, or where that is too much what this run used."""
        if len(self._known) <= _MOST:
            return self._known
        return {source: self._known[source] for source in self._used}
