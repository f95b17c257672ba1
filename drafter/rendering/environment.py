"""The Jinja environment of section templates: sandboxed, strict, without filters, tests or globals.

Only what the loader can check statically may stand in a template (see `checking`), so rendering
itself can't fail on a name and can't reach Python.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, compiler, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter.errors import PackProblem, Problem
from drafter.location import FileLocation
from drafter.pack.pack import Template
from drafter.rendering.values import FigureValue, ItemValue, TopicValue

_SYNTAX_MENDS = {
    "end of print statement": "请检查 {{ }} 是否成对，里面只写一个名称。",
    "Unexpected end of template": "请检查 {% if %}、{% for %} 是否都有 {% endif %}、{% endfor %}。",
}


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Reads topics, figures and items by Chinese names; every other attribute is refused."""

    def __init__(self) -> None:
        """Set up an environment in which a template can print declared names and nothing else."""
        super().__init__(
            undefined=StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            cache_size=0,
        )
        self.filters = {}
        self.tests = {}
        self.globals = {}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Answer a name with a dot: 主题.指标, 指标.为零, 项.表现, loop.first."""
        match obj:
            case TopicValue():
                return obj.figure(attribute)
            case FigureValue():
                return obj.part(attribute)
            case ItemValue():
                return obj.field(attribute)
        return super().getattr(obj, attribute)


class CompiledTemplate:
    """A template ready to render, any number of times."""

    def __init__(self, environment: TemplateEnvironment, code: CodeType) -> None:
        """Make a template of its code."""
        self._template = environment.template_class.from_code(environment, code, {})

    def render(self, names: Mapping[str, object]) -> str:
        """Render with names; the text holds outputs as private characters."""
        return self._template.render(names)


def compile_template(environment: TemplateEnvironment, template: Template) -> CodeType:
    """Compile a checked template."""
    return environment.compile(template.source, filename=template.path)


def compiler_state() -> bytes:
    """Tell one state of Jinja's compiler from another, whose code can't be used together."""
    status = Path(compiler.__file__).stat()
    return repr((status.st_size, status.st_mtime_ns)).encode()


def parse_template(environment: TemplateEnvironment, template: Template) -> nodes.Template:
    """Parse a template. Errors: PackProblem with file, line and the line's words."""
    try:
        return environment.parse(template.source, filename=template.path)
    except TemplateSyntaxError as error:
        lines = template.source.splitlines()
        line = lines[error.lineno - 1].strip() if 0 < error.lineno <= len(lines) else ""
        mend = next(
            (m for key, m in _SYNTAX_MENDS.items() if key in (error.message or "")),
            "请检查这一行的 {{ }} 和 {% %}。",
        )
        what = f"模板写法有误：“{line[:40]}”。"
        raise PackProblem(Problem(FileLocation(template.path, error.lineno), what, mend)) from error
    except RecursionError:
        what, mend = "模板里的括号套得太深。", "请检查 {{ }} 和 {% %} 里的括号。"
        raise PackProblem(Problem(FileLocation(template.path), what, mend)) from None
