from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from drafter.cli.main import cli
from drafter.pack.library import DEFAULT_PACK, builtin_packs_folder
from drafter.profile.load import load_profile
from tests.external import TOP

SAMPLE = TOP / "profiles" / "qingshiqiao-2026.yaml"


def first_lines(path: str) -> list[str]:
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith(("模板:", "年度:"))]


def run(*arguments: str) -> None:
    result = CliRunner().invoke(cli, ["new", *arguments], catch_exceptions=False)
    assert result.exit_code == 0


def test_a_new_year_takes_last_years_pack_and_the_next_year(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(builtin_packs_folder() / DEFAULT_PACK, "模板/本镇")
    Path("去年").mkdir()
    text = SAMPLE.read_text(encoding="utf-8").replace(DEFAULT_PACK, "../模板/本镇")
    Path("去年/profile.yaml").write_text(text, encoding="utf-8")
    run("今年/工作", "--from", "去年/profile.yaml")
    assert first_lines("今年/工作/profile.yaml") == ["模板: ../../模板/本镇", "年度: 2027"]
    assert load_profile(Path("今年/工作/profile.yaml")).pack.folder.name == "本镇"


def test_a_shipped_pack_goes_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run("今年", "--from", str(SAMPLE), "--year", "2028")
    assert first_lines("今年/profile.yaml") == [f"模板: {DEFAULT_PACK}", "年度: 2028"]


def test_a_pack_made_for_a_unit_leaves_the_year_open_and_says_what_follows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(builtin_packs_folder() / DEFAULT_PACK, "模板/本镇")
    with Path("模板/本镇/pack.yaml").open("a", encoding="utf-8") as head:
        head.write("unit: {name: 石门镇人民政府, short: 镇, kind: 镇}\n")
    result = CliRunner().invoke(cli, ["new", "今年", "--pack", "模板/本镇"], catch_exceptions=False)
    assert "（年度待填）" in result.output
    assert "请先填上“年度”：空着时，drafter extract 会把报告里的数当作本年的数。" in result.output
