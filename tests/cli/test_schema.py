from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter.lint.rules import RULES
from drafter.profile.load import load_profile
from drafter.profile.schema import SCHEMA_LINE
from tests.cli.calling import Caller
from tests.pack.small import write_pack


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_schema_is_printed_with_the_rules_a_profile_may_switch_off(drafter: Caller) -> None:
    called = drafter("schema")
    assert (called.status, called.err) == (0, "")
    schema = json.loads(called.out)
    disabled = schema["properties"]["检查"]["properties"]["停用"]["items"]["properties"]
    assert {rule.code for rule in RULES} <= set(disabled["规则"]["enum"])


def test_a_schema_of_ones_own_pack_is_written_and_renewed(drafter: Caller, folder: Path) -> None:
    pack = write_pack(folder / "模板 甲")
    for _ in range(2):
        assert drafter("schema", "模板 甲", "-o", "台账.json").status == 0
    assert "检查次数" in Path("台账.json").read_text(encoding="utf-8")
    (pack / "indicators.yaml").write_text("x", encoding="utf-8")
    assert drafter("schema", "模板 甲", "-o", "台账.json").status == 2


def test_someones_json_is_kept(drafter: Caller) -> None:
    Path("别人的.json").write_text("{}", encoding="utf-8")
    called = drafter("schema", "-o", "别人的.json")
    assert called.status == 2
    assert Path("别人的.json").read_text(encoding="utf-8") == "{}"
    assert drafter("schema", "-o", "别人的.json", "--force").status == 0


def test_new_writes_the_schema_beside_the_profile_that_names_it(drafter: Caller) -> None:
    assert drafter("new", "新 夹", "--year", 2026).status == 0
    profile = Path("新 夹") / "profile.yaml"
    assert profile.read_text(encoding="utf-8").splitlines()[0] == SCHEMA_LINE
    assert json.loads((profile.parent / "profile.schema.json").read_text(encoding="utf-8"))
    assert load_profile(profile).year == 2026
