from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from drafter.pack.library import builtin_pack_names
from drafter.pack.pack import Pack
from drafter.profile.blank import blank
from drafter.profile.schema import SCHEMA_LINE, SCHEMA_NAME, profile_schema
from tests.external import TOP
from tests.pack.small import FULL, PROFILE, small_pack
from tests.shipped import pack_of, profile_of

PROFILES = sorted((TOP / "profiles").glob("*.yaml"))


def typed(text: str) -> Any:
    """Load YAML as an editor does: dates stay texts."""
    return _plain(YAML(typ="safe", pure=True).load(text))


def _plain(value: Any) -> Any:
    match value:
        case dict():
            return {str(key): _plain(inner) for key, inner in value.items()}
        case list():
            return [_plain(inner) for inner in value]
        case date():
            return value.isoformat()
    return value


def faults(pack: Pack, text: str) -> list[str]:
    schema = json.loads(json.dumps(profile_schema(pack, ("F002", "figure-mismatch"))))
    jsonschema.Draft7Validator.check_schema(schema)
    found = jsonschema.Draft7Validator(schema).iter_errors(typed(text))
    return sorted("/".join(map(str, error.absolute_path)) for error in found)


@pytest.mark.parametrize("path", PROFILES, ids=[path.stem for path in PROFILES])
def test_a_shipped_profile_has_no_fault(path: Path) -> None:
    assert faults(profile_of(path).pack, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", builtin_pack_names())
def test_what_new_writes_has_no_fault_and_every_key_of_it_is_known(name: str) -> None:
    pack = pack_of(name)
    text = blank(pack, name, 2026)
    assert faults(pack, text) == []
    assert faults(pack, text.replace("\n    # ", "\n    ")) == []


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("数据: {执法: {检查次数: 无}}", "数据/执法/检查次数"),
        ("数据: {执法: {检查次数: -3}}", "数据/执法/检查次数"),
        ("数据: {执法: {检察次数: 3}}", "数据/执法"),
        ("数据: {执发: {}}", "数据"),
        ("数据: {执法: {检查次数: {今年: 3}}}", "数据/执法/检查次数"),
        ("截至: 11月30日", "截至"),
        ("单位: {名称: 甲, 类型: 街办}", "单位/类型"),
        ("做法: {执法: 一句话}", "做法/执法"),
        ("做法: {没有的节: [甲]}", "做法"),
        ("问题:\n- {表象: 人手不足}", "问题/0"),
        ("检查: {停用: [{规则: F002}]}", "检查/停用/0"),
        ("检查: {停用: [{规则: F999, 理由: 甲}]}", "检查/停用/0/规则"),
        ("备注: 甲", ""),
    ],
)
def test_a_slip_is_marked_at_its_place(tmp_path: Path, line: str, place: str) -> None:
    head = "" if line.startswith("单位") else "单位: {名称: 甲}\n"
    assert faults(small_pack(tmp_path), f"年度: 2026\n{head}{line}\n") == [place]


@pytest.mark.parametrize(
    "value", ["635", "6万余", "98.5%", "２３", "12宗", "不适用", "0", "", "{值: , 上年: 580}"]
)
def test_every_form_of_a_value_is_accepted(tmp_path: Path, value: str) -> None:
    text = f"年度: 2026\n单位: {{名称: 甲}}\n数据:\n  执法:\n    检查次数: {value}\n"
    assert faults(small_pack(tmp_path), text) == []


def test_what_the_loader_takes_the_schema_takes(tmp_path: Path) -> None:
    assert faults(small_pack(tmp_path), PROFILE + FULL) == []


def test_a_figure_is_described_with_units_and_duty(tmp_path: Path) -> None:
    schema = profile_schema(small_pack(tmp_path))
    described = schema["properties"]["数据"]["properties"]["执法"]["properties"]["检查次数"]
    assert "单位：次" in described["description"]


def test_the_first_line_names_the_file_beside() -> None:
    assert f"# yaml-language-server: $schema=./{SCHEMA_NAME}" == SCHEMA_LINE
