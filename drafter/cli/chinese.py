"""What click itself says, in Chinese: the frame of a help page, and mistakes in a call."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

_HEADINGS = {
    "Options": "选项",
    "Commands": "命令",
    "Arguments": "参数",
    "Positional arguments": "参数",
}
_WORDS = (
    (r"\[OPTIONS\]", "[选项]"),
    (r"COMMAND \[ARGS\]\.\.\.", "命令 ..."),
    (r"Show this message and exit\.", "显示这段说明。"),
    (r"default: ", "默认 "),
    (r"\brequired\b", "必填"),
    (r"INTEGER RANGE|INTEGER", "整数"),
)


def _translate(text: str) -> str:
    for english, chinese in _WORDS:
        text = re.sub(english, chinese, text)
    return text


class ChineseFormatter(click.HelpFormatter):
    """Writes help pages with Chinese headings; the texts themselves are Chinese already."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how a command is called."""
        super().write_usage(prog, _translate(args), prefix or "用法：")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a list."""
        self.write(f"{'':>{self.current_indent}}{_HEADINGS.get(heading, heading)}：\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write a list of options or commands."""
        told = [(_translate(term), _translate(words)) for term, words in rows]
        super().write_dl(told, col_max, col_spacing)


class ChineseContext(click.Context):
    """A context whose help pages are Chinese."""

    formatter_class = ChineseFormatter


def explain(error: click.ClickException) -> str:
    """Say what is wrong with a call, and where to look it up."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return f"错误: {_what(error)}"
    if not context.args and error.message.startswith("用法："):
        return error.message  # called without anything: click shows the help page
    return f"错误: {_what(error)}\n    用 {context.command_path} --help 查看用法。"


def _what(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            from drafter.fields import nearest  # only here: `--version` loads click alone

            options = (
                [name for p in error.ctx.command.params for name in p.opts] if error.ctx else []
            )
            return f"没有“{error.option_name}”这个选项。{nearest(error.option_name, options)}"
        case click.MissingParameter():
            return f"缺少“{_named(error.param)}”。"
        case click.BadParameter():
            return f"“{_named(error.param)}”写得不对。{_expected(error.param)}"
        case click.BadOptionUsage():
            if "does not take" in error.message:
                return f"“{error.option_name}”后面不要写内容。"
            return f"“{error.option_name}”后面要写内容。"
    extra = re.search(r"unexpected extra arguments? \((.*)\)", error.message)
    if extra:
        return f"多写了“{extra[1]}”；名称里有空格的，请用引号括起来。"
    return "没有写命令。" if error.message.startswith("Missing command") else error.message


def _named(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "参数"
    if isinstance(parameter, click.Option):
        return parameter.opts[-1]
    return (parameter.metavar or parameter.name or "").rstrip(".")


def _expected(parameter: click.Parameter | None) -> str:
    kind = parameter.type if parameter else None
    if isinstance(kind, click.Choice):
        return f"可用的有：{'、'.join(str(choice) for choice in kind.choices)}。"
    if isinstance(kind, click.IntRange) and kind.min is not None and kind.max is not None:
        return f"应当是{kind.min}到{kind.max}的整数。"
    return ""
