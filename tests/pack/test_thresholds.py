"""Thresholds, laws, duties, counted events and campaigns: what a pack leaves out, and what the shipped one says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from drafter.pack.loader import load_pack
from drafter.pack.thresholds import Thresholds
from tests.pack.small import write_pack

SHIPPED = Path(__file__).parent.parent.parent / "templates" / "law-based-government"


def test_a_pack_without_the_file_has_the_defaults(tmp_path: Path) -> None:
    assert load_pack(write_pack(tmp_path)).thresholds == Thresholds()


def test_a_pack_sets_what_it_names(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    (folder / "thresholds.yaml").write_text("jump_factor: 9\n", encoding="utf-8")
    loaded = load_pack(folder).thresholds
    assert (loaded.jump_factor, loaded.jump_minimum) == (9, Thresholds().jump_minimum)


def test_the_shipped_laws_are_many_and_name_their_successors() -> None:
    laws = load_pack(SHIPPED).calendar.laws
    names = {law.name for law in laws}
    assert len(laws) == len(names) >= 200
    assert {law.successor for law in laws if law.successor} <= names
    assert all(law.source for law in laws)


def test_a_day_in_force_was_read_in_the_text_of_the_law() -> None:
    laws = load_pack(SHIPPED).calendar.laws
    read = {"国家法律法规数据库文本", "公开报道"}
    names_only = {"国家法律法规数据库目录", "全国人大常委会现行有效法律目录", "公开报道中的名称"}
    kept = [law for law in laws if not law.repealed]
    assert {law.source for law in kept} == read | names_only
    assert [law.name for law in kept if (law.source in read) != (law.in_force is not None)] == []
    assert [law.name for law in laws if law.repealed and law.source in read | names_only] == []


def test_no_law_ends_before_it_begins() -> None:
    laws = load_pack(SHIPPED).calendar.laws
    assert [
        law.name for law in laws if law.repealed and law.in_force and law.repealed <= law.in_force
    ] == []
    assert all(date(1949, 10, 1) < law.in_force for law in laws if law.in_force)


def test_the_duties_name_kinds_of_units_and_words() -> None:
    duties = load_pack(SHIPPED).calendar.duties
    assert duties
    assert all(duty.words and set(duty.kinds) <= {"街道", "镇", "乡", "部门"} for duty in duties)


def test_the_shipped_events_and_campaigns_say_what_they_stand_on() -> None:
    calendar = load_pack(SHIPPED).calendar
    names = [name for event in calendar.counted for name in event.names]
    names += [name for campaign in calendar.campaigns for name in campaign.names]
    assert len(names) == len(set(names))
    assert all(event.source and event.first_year > 1970 for event in calendar.counted)
    assert all(one.source and one.first < one.last for one in calendar.campaigns)
