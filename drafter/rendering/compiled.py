"""Templates checked and compiled: once for a state of a pack, then from the user's cache folder.

The key holds everything that checking looks at (the templates, the names a pack declares) and what
makes the code: Jinja's compiler and drafter's own modules.
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from dataclasses import dataclass
from types import CodeType

from drafter import cache
from drafter.errors import PackProblem, Problem
from drafter.pack.pack import Pack
from drafter.pack.wording import BASE_NAMES
from drafter.rendering.environment import (
    TemplateEnvironment,
    compile_template,
    compiler_state,
    parse_template,
)


@dataclass(frozen=True, slots=True)
class CheckedTemplates:
    """Code by template name; used: keys of indicators that templates print; so printed_lists."""

    codes: Mapping[str, CodeType]
    used: frozenset[str]
    printed_lists: frozenset[str]


def check_templates(pack: Pack) -> CheckedTemplates:
    """Check and compile all templates of a pack. Errors: PackProblem with every mistake found."""
    from drafter.rendering.checking import TemplateChecker

    environment = TemplateEnvironment()
    checker = TemplateChecker(pack, BASE_NAMES)
    problems: list[Problem] = []
    for template in pack.templates.values():
        try:
            problems += checker.check(template, parse_template(environment, template))
        except PackProblem as error:
            problems += error.problems
    if problems:
        raise PackProblem(*problems)
    codes = {name: compile_template(environment, t) for name, t in pack.templates.items()}
    return CheckedTemplates(codes, frozenset(checker.used), frozenset(checker.printed_lists))


def load_templates(pack: Pack) -> CheckedTemplates:
    """Do as `check_templates` does, from the cache where nothing has changed. Errors: PackProblem."""
    name = cache.named("templates", pack.folder)
    key = _key(pack)
    found = cache.load(name, key)
    if found is not None:
        codes, used, printed_lists = marshal.loads(found)
        return CheckedTemplates(codes, frozenset(used), frozenset(printed_lists))
    checked = check_templates(pack)
    names = sorted(checked.used), sorted(checked.printed_lists)
    cache.save(name, key, marshal.dumps((dict(checked.codes), *names)))
    return checked


def _key(pack: Pack) -> bytes:
    declared = [*pack.indicators.by_key], dict(pack.lists), [*pack.terms.names]
    texts = [(name, t.path, t.source) for name, t in pack.templates.items()]
    state = cache.code_state("rendering", "pack")
    return cache.digest(state, compiler_state(), repr((declared, texts)).encode())
