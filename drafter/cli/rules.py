"""`drafter rules`: what lint checks, and the page of each rule."""

from __future__ import annotations

import click

from drafter.errors import UsageProblem
from drafter.fields import nearest
from drafter.lint.rules import RULES


@click.command("rules", short_help="列出检查规则，或显示某条规则的说明。")
@click.argument("code", metavar="[规则]", required=False)
def command(code: str | None) -> None:
    """列出全部检查规则；写上规则的编号或名称，显示它的说明。"""
    if code is None:
        for rule in RULES:
            click.echo(f"{rule.code}  {rule.severity.label}  {rule.slug}  {rule.title}")
        return
    found = next((rule for rule in RULES if code.upper() == rule.code or code == rule.slug), None)
    if found is None:
        known = [name for rule in RULES for name in (rule.code, rule.slug)]
        raise UsageProblem.of(code, f"没有“{code}”这条规则。", nearest(code, known))
    click.echo(f"{found.code} {found.slug}（{found.severity.label}）\n")
    click.echo(found.page)
