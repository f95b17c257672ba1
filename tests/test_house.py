"""The house rules that no linter knows: shape of modules, documentation of commands and rules."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest

from drafter.cli.main import cli
from drafter.lint.rule import PAGE_HEADINGS, Rule
from drafter.lint.rules import RULES
from drafter.pack.library import builtin_packs_folder
from drafter.pack.outline import ROLES
from tests.external import TOP
from tests.shipped import pack_of
from tools.gendocs import walk_commands

SOURCES = sorted([*(TOP / "drafter").rglob("*.py"), *(TOP / "tools").rglob("*.py")])
PACKAGE = [path for path in SOURCES if path.is_relative_to(TOP / "drafter")]
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
LONGEST_MODULE = 400
LONGEST_FUNCTION = 40

# what is imported under another name than it is installed
DISTRIBUTIONS = {"docx": "python-docx", "ruamel": "ruamel.yaml"}


def name_of(path: Path) -> str:
    return str(path.relative_to(TOP))


@cache
def trees() -> tuple[tuple[Path, ast.Module], ...]:
    return tuple((path, ast.parse(path.read_text(encoding="utf-8"))) for path in SOURCES)


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length_without_docstring(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    last = function.end_lineno or function.lineno
    first = function.body[0]
    documented = ast.get_docstring(function, clean=False) is not None
    head = (first.end_lineno or first.lineno) if documented else function.lineno
    return last - head


def test_code_asks_for_the_roles_of_parts_and_never_for_one_kind_of_report() -> None:
    """What the parts of a report are called stands in its pack alone."""
    keys = {
        part.key
        for folder in builtin_packs_folder().iterdir()
        if (folder / "pack.yaml").is_file()
        for part in pack_of(folder.name).outline.parts
    }
    words = {"other", *ROLES}  # plain words that code needs, too
    named = [
        f"{name_of(path)}: {node.value}"
        for path, tree in trees()
        if path in PACKAGE
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in keys - words
    ]
    assert named == []


def test_every_module_says_what_it_is() -> None:
    silent = [name_of(path) for path, tree in trees() if not ast.get_docstring(tree)]
    assert silent == []


def test_no_module_is_called_by_a_name_that_says_nothing() -> None:
    nameless = [name_of(path) for path in SOURCES if path.stem in FORBIDDEN_NAMES]
    assert nameless == []


def test_modules_stay_readable_in_one_sitting() -> None:
    lengths = {name_of(p): p.read_text(encoding="utf-8").count("\n") for p in SOURCES}
    assert {name: n for name, n in lengths.items() if n > LONGEST_MODULE} == {}


def test_functions_fit_a_screen() -> None:
    long = [
        f"{name_of(path)}:{function.lineno} {function.name}: {length_without_docstring(function)}"
        for path, tree in trees()
        for function in functions(tree)
        if length_without_docstring(function) > LONGEST_FUNCTION
    ]
    assert long == []


def test_no_bug_is_swallowed() -> None:
    swallowing = [
        f"{name_of(path)}:{node.lineno}"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
    ]
    assert swallowing == []


def imported_names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_every_library_that_is_imported_is_declared() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["cluster"]]
    declared = {re.split(r"[<>=!~ \[;]", line)[0].lower() for line in lines}
    used = {
        DISTRIBUTIONS.get(name, name).lower()
        for path, tree in trees()
        if path in PACKAGE
        for name in imported_names(tree)
        if name not in sys.stdlib_module_names and name != "drafter"
    }
    assert used - declared == set()


def test_pinned_versions_name_no_address() -> None:
    lines = (TOP / "constraints.txt").read_text(encoding="utf-8").splitlines()
    odd = [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*", line)]
    assert odd == []


@pytest.mark.parametrize("name", ["README.md", "README.zh.md", "docs/architecture.md"])
def test_links_between_pages_lead_somewhere(name: str) -> None:
    page = TOP / name
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert links, f"{name} links to nothing"
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_architecture_page_names_every_room_and_no_other() -> None:
    page = (TOP / "docs" / "architecture.md").read_text(encoding="utf-8")
    (floors,) = re.findall(r"\n\| floor .*?\n\n", page, flags=re.DOTALL)
    rooms = [row.split("|")[2] for row in floors.strip().splitlines()[2:]]
    named = re.findall(r"`(\w+)`", " ".join(rooms))
    there = {path.stem for path in (TOP / "drafter").iterdir() if path.suffix in ("", ".py")}
    assert sorted(named) == sorted(there - {"__init__", "__main__", "__pycache__", "_templates"})


def test_figures_shown_in_the_readme_are_figures_of_the_pack() -> None:
    text = (TOP / "README.zh.md").read_text(encoding="utf-8")
    shown = {
        name
        for block in re.findall(r"```yaml\n(.*?)```", text, flags=re.DOTALL)
        for name in re.findall(r"^    ([^\s#:]+):", block, flags=re.MULTILINE)
    }
    known = pack_of().indicators.by_key.values()
    assert shown
    assert shown - {indicator.name for indicator in known} == set()


RULE_FILES = sorted((TOP / "drafter" / "lint" / "rules").glob("[!_]*.py"))


def test_every_rule_file_is_registered_under_its_name() -> None:
    named = sorted(f"{rule.code.lower()}_{rule.slug.replace('-', '_')}" for rule in RULES)
    assert [path.stem for path in RULE_FILES] == named


def test_codes_and_slugs_are_given_once() -> None:
    names = [name for rule in RULES for name in (rule.code, rule.slug)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_page_has_its_headings_in_order(rule: Rule) -> None:
    lines = [line.strip() for line in rule.page.splitlines()]
    assert [line for line in lines if line in PAGE_HEADINGS] == list(PAGE_HEADINGS)
    texts = re.split(rf"^(?:{'|'.join(PAGE_HEADINGS)})$", rule.page, flags=re.MULTILINE)
    assert all(text.strip() for text in texts), f"{rule.code}: a heading without text"


def commands() -> Iterator[tuple[str, click.Command]]:
    for words, command in walk_commands(("drafter",), cli):
        if not isinstance(command, click.Group):
            yield " ".join(words), command


def explanations(name: str, command: click.Command) -> dict[str, str | None]:
    options = [param for param in command.params if isinstance(param, click.Option)]
    texts = {f"{name} {option.opts[0]}": option.help for option in options}
    return {name: command.help, f"{name} in short": command.short_help, **texts}


def test_every_command_and_option_is_explained_in_chinese() -> None:
    texts = {k: v for name, command in commands() for k, v in explanations(name, command).items()}
    assert [what for what, text in texts.items() if not re.search("[一-鿿]", text or "")] == []


@pytest.mark.parametrize("page", ["README.md", "README.zh.md"])
def test_every_command_stands_in_the_readme(page: str) -> None:
    text = (TOP / page).read_text(encoding="utf-8")
    assert [name for name, _ in commands() if f"`{name}" not in text] == []
