from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.errors import PackProblem
from drafter.pack.pack import Template
from drafter.profile.load import load_profile
from drafter.rendering.compiled import check_templates, load_templates
from drafter.rendering.renderer import Renderer
from drafter.writers import docx
from drafter.writers.properties import describe
from tests.external import TOP
from tests.pack.small import small_pack

PROFILES = sorted((TOP / "profiles").glob("*.yaml"))


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path / "cache"))


@pytest.mark.parametrize("path", PROFILES, ids=[path.stem for path in PROFILES])
def test_a_draft_from_cached_templates_is_the_same_byte_for_byte(path: Path) -> None:
    profile = load_profile(path)
    pack = profile.pack
    load_templates(pack)
    checked = load_templates(pack)
    made, cached = Renderer(pack), Renderer(pack, checked)
    assert (made.used, made.printed_lists) == (cached.used, cached.printed_lists)
    reports = [renderer.render(profile).report for renderer in (made, cached)]
    first, second = (docx.write(report, pack.layout, describe(report)) for report in reports)
    assert first == second


def test_a_changed_template_is_checked_anew_whatever_its_date(tmp_path: Path) -> None:
    pack = small_pack(tmp_path)
    load_templates(pack)
    changed = {**pack.templates, "other.j2": Template("other.j2", "{{ 没有的名称 }}\n")}
    with pytest.raises(PackProblem, match="没有“没有的名称”这一名称。"):
        load_templates(replace(pack, templates=changed))


def test_templates_are_checked_anew_where_the_pack_declares_other_names(tmp_path: Path) -> None:
    pack = small_pack(tmp_path)
    assert load_templates(pack) == check_templates(pack)
    with pytest.raises(PackProblem):
        load_templates(replace(pack, lists={}))


def test_a_faulty_template_is_named_each_time(tmp_path: Path) -> None:
    pack = small_pack(tmp_path)
    broken = replace(pack, templates={"other.j2": Template("other.j2", "{{ 单位\n")})
    for _ in range(2):
        with pytest.raises(PackProblem, match="模板写法有误"):
            load_templates(broken)
