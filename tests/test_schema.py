"""docs/schema: the public shapes of `-f json`, held to what the commands print."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import Caller
from tests.external import TOP
from tests.schema import KNOWN, breaches, keywords

SCHEMAS = sorted((TOP / "docs" / "schema").glob("*.json"))
SAMPLES = [
    TOP / "samples" / name
    for name in (
        "past/石门镇2021.docx",
        "others/梧桐里街道2021.docx",
        "others/云岭县人民政府2023.md",
    )
]


@pytest.fixture
def drafter(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Caller:
    return Caller(monkeypatch, capsys)


def schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(
        (TOP / "docs" / "schema" / f"{name}.json").read_text(encoding="utf-8")
    )
    return loaded


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.stem)
def test_a_schema_uses_only_what_the_check_understands(path: Path) -> None:
    loaded = json.loads(path.read_text(encoding="utf-8"))
    assert loaded["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert keywords(loaded) <= KNOWN


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("command", ["lint", "outline", "figures"])
def test_what_a_command_prints_has_its_public_shape(
    drafter: Caller, command: str, path: Path
) -> None:
    printed = drafter(command, path, "-f", "json").out
    value = json.loads(printed, parse_float=Decimal)
    assert breaches(value, schema(command), schema(command)) == []
    assert value or command == "lint"


def test_a_changed_shape_is_noticed() -> None:
    finding = schema("lint")
    assert "$[0]: lacks file" in breaches([{"colour": "red"}], finding, finding)
    assert "$[0]: colour is not allowed" in breaches([{"colour": "red"}], finding, finding)
    assert breaches({}, finding, finding) == ["$: {} is no array"]
