"""Write the pages of docs/ that follow from code and packs: commands, rules, the keys of a profile.

python -m tools.gendocs          writes them
python -m tools.gendocs --check  writes nothing, names the pages that are out of date, ends with 1
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from drafter.cli.main import cli
from drafter.lint.rule import PAGE_HEADINGS, Rule
from drafter.lint.rules import RULES
from drafter.pack.indicators import Indicator
from drafter.pack.library import DEFAULT_PACK, builtin_packs_folder
from drafter.pack.loader import load_pack
from drafter.pack.outline import Requirement
from drafter.pack.pack import Pack
from drafter.profile.profile import KINDS
from drafter.relations import Expression, Name, Rate
from tools.marked_section import replaced

TOP = Path(__file__).parent.parent
NOTICE = "<!-- 本页由 tools/gendocs.py 生成，请改源头后运行 make docs。 -->\n"
COMMAND_MARKS = "<!-- commands: tools/gendocs.py -->", "<!-- /commands -->"


def commands_page() -> str:
    """Print the help of every command as one page."""
    parts = [NOTICE, "# 命令\n", "退出码：0 没有问题；1 有问题；2 无法运行。\n"]
    for words, command in walk_commands(("drafter",), cli):
        context = click.Context(command, info_name=" ".join(words), max_content_width=100)
        with context:
            parts += [f"## {' '.join(words)}\n", f"```\n{command.get_help(context)}\n```\n"]
    return "\n".join(parts)


def walk_commands(
    words: tuple[str, ...], command: click.Command
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield a command with the words that call it, then its subcommands in their own order."""
    yield words, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from walk_commands((*words, name), found)


def readme_page() -> str:
    """Return README.zh.md with its table of commands written anew between the two marks."""
    rows = [
        f"| `{' '.join(words)}` | {command.get_short_help_str(200)} |"
        for words, command in walk_commands(("drafter",), cli)
        if not isinstance(command, click.Group)
    ]
    table = "\n".join(["", "| 命令 | 做什么 |", "|---|---|", *rows, ""])
    page = (TOP / "README.zh.md").read_text(encoding="utf-8")
    return replaced(page, COMMAND_MARKS, table)


def rules_page() -> str:
    """Print the page of every rule, in the order of their codes, below a table of all."""
    rules = sorted(RULES, key=lambda rule: rule.code)
    rows = [
        f"| [{r.code}](#{r.code.lower()}) | {r.slug} | {r.severity.label} | {r.title} |"
        for r in rules
    ]
    table = ["| 代码 | 名称 | 级别 | 检查什么 |", "|---|---|---|---|", *rows, ""]
    return "\n".join([NOTICE, "# 检查规则\n", *table, *map(rule_page, rules)])


def rule_page(rule: Rule) -> str:
    """Print one rule's docstring as Markdown, its fixed headings as headings."""
    head, _, body = rule.page.strip().partition("\n")
    lines = [
        f"### {line.strip()}" if line.strip() in PAGE_HEADINGS else line
        for line in body.strip("\n").split("\n")
    ]
    anchor = f'<a id="{rule.code.lower()}"></a>'
    return f"{anchor}\n\n## {rule.code} {rule.slug}\n\n{head}\n\n" + "\n".join(lines) + "\n"


def profile_page() -> str:
    """Print the indicators of the default pack: what each key means, and who must fill it in."""
    pack = load_pack(builtin_packs_folder() / DEFAULT_PACK)
    count = len(pack.indicators.by_key)
    parts = [
        NOTICE,
        f"# 数据的键：{pack.label}\n",
        f"共 {count} 项，写在 profile.yaml 的 数据 下。\n",
    ]
    headings = {path[-1].key: path[-1].name for path in pack.outline.walk()}
    for topic, indicators in pack.indicators.topics.items():
        parts += [
            f"## {topic}\n",
            "| 键 | 单位 | 必填 | 写在 | 通常由谁提供 | 口径 |",
            "|---|---|---|---|---|---|",
        ]
        parts += [indicator_row(indicator, headings) for indicator in indicators]
        parts.append("")
    return "\n".join([*parts, *checks_of(pack)])


def indicator_row(indicator: Indicator, headings: dict[str, str]) -> str:
    """Print one indicator as a table row; a derived one says from what."""
    meaning = [indicator.definition] if indicator.definition else []
    if indicator.derive is not None:
        meaning.append(f"由 {formula(indicator.derive, indicator.topic)} 算出，一般不用填")
    cells = (
        indicator.name,
        "、".join(indicator.units),
        required_by(indicator.required),
        headings.get(indicator.section, indicator.section),
        indicator.source,
        "；".join(meaning),
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def required_by(requirement: Requirement) -> str:
    """Say in a word for whom something is required."""
    everyone = requirement.everyone or set(requirement.kinds) >= set(KINDS)
    return "全部" if everyone else "、".join(requirement.kinds) or "选报"


def formula(expression: Expression, topic: str) -> str:
    """Print an expression for people; keys of the same topic go without it."""
    match expression:
        case Name(key, last_year):
            return key.removeprefix(f"{topic}.") + ("（上年）" if last_year else "")
        case Rate(numerator, denominator):
            return f"{formula(numerator, topic)} ÷ {formula(denominator, topic)}"
    printed = "".join(
        (" + " if sign > 0 else " − ") + formula(term, topic) for sign, term in expression.terms
    )
    return printed.removeprefix(" + ").strip()


def checks_of(pack: Pack) -> list[str]:
    """Print what must hold between figures, as `drafter check` evaluates it."""
    rows = [
        f"| {indicator.topic} | {check.source} |"
        for indicator in pack.indicators.by_key.values()
        for check in indicator.checks
    ]
    return ["## 数据之间必须成立的关系\n", "| 主题 | 关系 |", "|---|---|", *rows, ""]


PAGES: dict[str, Callable[[], str]] = {
    "README.zh.md": readme_page,
    "docs/commands.md": commands_page,
    "docs/rules.md": rules_page,
    "docs/profile.md": profile_page,
}


def main() -> int:
    """Write the pages, or with --check compare them with what would be written."""
    checking = sys.argv[1:] == ["--check"]
    stale = []
    for name, make in PAGES.items():
        path = TOP / name
        text = make()
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if not checking:
            path.write_text(text, encoding="utf-8", newline="\n")
    if checking and stale:
        print(f"out of date, run make docs: {', '.join(stale)}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
