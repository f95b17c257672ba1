"""The `drafter` command: its subcommands are loaded when they are called, so that each starts fast."""

from __future__ import annotations

import importlib
import sys

import click

from drafter import __version__
from drafter.cli.chinese import ChineseContext, explain
from drafter.cli.status import COULD_NOT_RUN
from drafter.errors import DrafterError

COMMANDS = {
    "mine": "mine",
    "new": "new",
    "extract": "extract",
    "sheets": "sheets",
    "collect": "collect",
    "fill": "fill",
    "check": "check",
    "draft": "draft",
    "refresh": "refresh",
    "lint": "lint",
    "compare": "compare",
    "rollup": "rollup",
    "outline": "outline",
    "figures": "figures",
    "rules": "rules",
    "schema": "schema",
}


class LazyGroup(click.Group):
    """A group that imports a command's module only when the command is asked for."""

    context_class = ChineseContext

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order in which a clerk needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import drafter.cli.<module> and return its `command`."""
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        found: click.Command = importlib.import_module(f"drafter.cli.{module}").command
        found.context_class = ChineseContext
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Say in Chinese what an unknown command could have meant."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from drafter.fields import nearest

            what = f"没有“{args[0]}”这个命令。{nearest(args[0], COMMANDS)}"
            raise click.UsageError(what, ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="drafter %(version)s", help="显示版本。")
def cli() -> None:
    """从台账生成年度报告（Word），并逐项检查缺漏和矛盾；写哪一种报告由模板决定。

    常用的三步：drafter new 文件夹 → 填写 profile.yaml → drafter draft 文件夹/profile.yaml
    """


def main() -> None:
    """Run the command line; a user's mistake is printed once and ends with exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
    try:
        status = cli.main(prog_name="drafter", standalone_mode=False)
    except DrafterError as error:
        click.echo(str(error), err=True)
        sys.exit(COULD_NOT_RUN)
    except click.ClickException as error:
        click.echo(explain(error), err=True)
        sys.exit(COULD_NOT_RUN)
    except click.Abort:
        click.echo("已中断。", err=True)
        sys.exit(COULD_NOT_RUN)
    sys.exit(status if isinstance(status, int) else 0)
