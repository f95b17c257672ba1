from __future__ import annotations

import dataclasses
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from drafter import starting
from drafter.starting import kept_compilations
from tests.external import TOP

SAMPLE = TOP / "samples" / "text" / "石门镇2023.txt"
WRITTEN: tuple[tuple[str, int], ...] = (
    (r"[\u3400-\u9fff]{2,4}(?:街道|镇)", 0),
    (r"(?P<year>20\d\d)年(?P<half>[上下])半年", 0),
    (r"(?<![\d第])(\d+)(?:\.(\d+))?(?=[件次])", 0),
    (r"(?P<a>x)?(?(a)y|z)(?P=a)*", 0),
    (r"heading (\d)", re.IGNORECASE),
    (r"(?im)^é+ # no comment$", 0),
    (r"\w \s \d", re.ASCII | re.VERBOSE),
    (r"[^，。；𠮷-𠮿]+?", re.DOTALL),
)
TEXT = "2026年上半年石门镇办结12.50件，第3次；Heading 2\nÉé # no comment\nxyxx 𠮷，a 1z"


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "cache"
    monkeypatch.setenv("DRAFTER_CACHE", str(folder))
    re.purge()
    yield folder
    re.purge()


# Patterns are kept for modules that compile their own.
MODULE = compile("patterns = [re.compile(*one) for one in written]", "module", "exec")


def compiled(written: Sequence[tuple[str, int]] = WRITTEN) -> list[re.Pattern[str]]:
    re.purge()  # else Python itself would remember
    names: dict[str, Any] = {"re": re, "written": written}
    exec(MODULE, names)
    found: list[re.Pattern[str]] = names["patterns"]
    return found


def kept() -> list[re.Pattern[str]]:
    with kept_compilations():
        return compiled()


def seen(pattern: re.Pattern[str]) -> list[object]:
    found = [(m.span(), m.groups(), m.groupdict(), m.lastgroup) for m in pattern.finditer(TEXT)]
    return [pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex), *found]


def test_a_pattern_from_the_cache_finds_what_a_compiled_one_finds() -> None:
    expected = [seen(pattern) for pattern in compiled()]
    assert [seen(pattern) for pattern in kept()] == expected
    assert [seen(pattern) for pattern in kept()] == expected
    assert any(len(found) > 4 for found in expected)


def test_a_kept_pattern_is_not_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    kept()
    monkeypatch.setattr(import_module("re._compiler"), "_code", None)
    assert len(kept()) == len(WRITTEN)


def test_a_pattern_that_a_function_makes_of_data_is_not_kept(own_cache: Path) -> None:
    with kept_compilations():
        assert re.compile(f"甲{{{len(WRITTEN)}}}").findall("甲" * 8) == ["甲" * 8]
    assert not own_cache.exists()


def test_a_pattern_that_stands_in_a_function_is_kept(own_cache: Path) -> None:
    with kept_compilations():
        assert re.search("[甲乙]丙", "乙丙")
    (entry,) = own_cache.iterdir()
    assert "[甲乙]丙".encode() in entry.read_bytes()


def point() -> type[Any]:
    @dataclasses.dataclass(frozen=True, slots=True, order=True)
    class Point:
        name: str
        at: int = 7

    return Point


def traits(made: type[Any]) -> list[object]:
    one, other = made("甲"), made("甲", at=8)
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.at = 3
    facts = [repr(one), one == made("甲"), one < other, hash(one) == hash(made("甲", 7))]
    return [*facts, dataclasses.replace(one, at=1).at, inspect.signature(made)]


def test_a_dataclass_from_the_cache_behaves_as_any_other() -> None:
    expected = traits(point())
    for _ in range(2):
        with kept_compilations():
            made = point()
        assert traits(made) == expected


def test_a_method_of_a_dataclass_is_not_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with kept_compilations():
        point()
    monkeypatch.setattr(starting, "compile", None, raising=False)
    with kept_compilations():
        assert point()("甲").at == 7


def test_outside_the_block_python_compiles_as_ever() -> None:
    original = import_module("re._compiler").compile
    with pytest.raises(KeyError), kept_compilations():
        raise KeyError
    assert import_module("re._compiler").compile is original
    assert "exec" not in vars(dataclasses)


def test_a_faulty_pattern_is_named_as_python_names_it() -> None:
    with kept_compilations(), pytest.raises(re.error, match="missing \\), unterminated subpattern"):
        re.compile("(第")


def test_a_damaged_entry_counts_as_none(own_cache: Path) -> None:
    kept()
    (entry,) = own_cache.iterdir()
    entry.write_bytes(entry.read_bytes()[:-1] + b"?")
    assert [seen(pattern) for pattern in kept()] == [seen(pattern) for pattern in compiled()]


def test_where_too_many_are_kept_those_of_the_last_run_stay(
    monkeypatch: pytest.MonkeyPatch, own_cache: Path
) -> None:
    monkeypatch.setattr(starting, "_MOST", 2)
    kept()
    with kept_compilations():
        compiled([("another", 0)])
    (entry,) = own_cache.iterdir()
    assert b"another" in entry.read_bytes()
    assert b"heading" not in entry.read_bytes()


@pytest.mark.parametrize("missing", ["_parser", "_code", "_sre"])
def test_a_python_that_compiles_otherwise_is_left_alone(
    missing: str, monkeypatch: pytest.MonkeyPatch, own_cache: Path
) -> None:
    compiler = import_module("re._compiler")
    monkeypatch.delattr(compiler, missing)
    original = compiler.compile
    with kept_compilations():
        assert compiler.compile is original
    assert not own_cache.exists()


def test_without_a_cache_folder_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAFTER_CACHE", "")
    original = import_module("re._compiler").compile
    with kept_compilations():
        assert import_module("re._compiler").compile is original


def test_lint_says_the_same_with_and_without_what_was_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    command = [sys.executable, "-m", "drafter", "lint", str(SAMPLE), "-f", "json"]
    runs = []
    for folder in (None, None, ""):  # made, taken from the cache, without one
        if folder is not None:
            monkeypatch.setenv("DRAFTER_CACHE", folder)
        runs.append(subprocess.run(command, capture_output=True, check=False, cwd=TOP).stdout)
    assert runs[0] == runs[1] == runs[2] != b""


def test_a_second_run_has_nothing_to_add(monkeypatch: pytest.MonkeyPatch, own_cache: Path) -> None:
    command = [sys.executable, "-m", "drafter", "lint", str(SAMPLE)]
    kept = []
    for seed in ("1", "2"):  # the order of a set is no pattern's
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        subprocess.run(command, capture_output=True, check=False, cwd=TOP)
        kept.append((own_cache / "compiled").read_bytes())
    assert kept[0] == kept[1]
