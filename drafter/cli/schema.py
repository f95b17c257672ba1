"""`drafter schema`: a JSON Schema of a pack's profiles, for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from drafter.cli.options import as_json, pack_of
from drafter.lint.rules import RULES
from drafter.pack.library import DEFAULT_PACK
from drafter.pack.pack import Pack
from drafter.profile.schema import COMMENT, profile_schema
from drafter.writers.files import save


@click.command("schema", short_help="生成供编辑器补全和检查台账的格式文件。")
@click.argument("pack", metavar="[模板]", default=DEFAULT_PACK)
@click.option("-o", "out", metavar="文件", type=click.Path(path_type=Path), help="写到这个文件。")
@click.option("--force", is_flag=True, help="覆盖已有的文件，即使不是 drafter 写的。")
def command(pack: str, out: Path | None, force: bool) -> None:
    """按模板生成台账的 JSON Schema：编辑器（如装了 YAML 插件的 VS Code）据此补全键名、提示单位、标出写错的地方。

    drafter new 已在台账旁边写好一份；模板改过以后，用这个命令重新生成。
    """
    if out is None:
        click.echo(schema_text(pack_of(pack)), nl=False)
        return
    write_schema(pack_of(pack), out, force)
    click.echo(f"已写好 {out}。")


def schema_text(pack: Pack) -> str:
    """Print the schema with all rules that a profile may switch off."""
    names = [name for rule in RULES for name in (rule.code, rule.slug)]
    return as_json(profile_schema(pack, names)) + "\n"


def write_schema(pack: Pack, path: Path, force: bool = False) -> None:
    """Write the schema; an older one of drafter's is replaced. Errors: FileProblem."""
    save(path, schema_text(pack).encode(), force or _is_schema(path))


def _is_schema(path: Path) -> bool:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False  # whatever it is, `save` says why it stays
    return isinstance(found, dict) and found.get("$comment") == COMMENT
