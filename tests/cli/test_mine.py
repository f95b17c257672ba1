from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from drafter.cli.main import cli
from drafter.pack.loader import load_pack
from tests.mining.reports import EARLIER, LATEST

OTHER = LATEST.replace("青石桥街道", "白茅镇").replace("办事处", "人民政府")


@dataclass(frozen=True, slots=True)
class Mined:
    """A pack that was mined, the page on it, and what was said."""

    pack: Path
    page: Path
    result: Result

    def copy(self, folder: Path) -> Path:
        """Copy the pack to work on it."""
        return Path(shutil.copytree(self.pack, folder / "ours"))


def _past(below: Path) -> Path:
    folder = below / "past"
    folder.mkdir()
    (folder / "2023.txt").write_text(EARLIER, encoding="utf-8")
    (folder / "2024.txt").write_text(LATEST, encoding="utf-8")
    return folder


@pytest.fixture
def past(tmp_path: Path) -> Path:
    """A folder with two years of one office."""
    return _past(tmp_path)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Mined:
    """A pack of both years, for all tests that only look."""
    folder = tmp_path_factory.mktemp("whole")
    pack, page = folder / "ours", folder / "page.html"
    return Mined(pack, page, _mine(_past(folder), "-o", pack, "--report", page))


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> Mined:
    """A pack of the first year, for all tests that mine both years into it."""
    folder = tmp_path_factory.mktemp("earlier")
    pack, page = folder / "ours", folder / "page.html"
    return Mined(pack, page, _mine(_past(folder) / "2023.txt", "-o", pack, "--report", page))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own; the others share one, in which the standard pack is compiled."""
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def _mine(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["mine", *map(str, arguments)])


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_pack_loads_and_says_what_was_read(whole: Mined) -> None:
    assert whole.result.exit_code == 0, whole.result.output
    assert "读了2份报告，本单位2份，底稿是 2024.txt。" in whole.result.output
    pack = load_pack(whole.pack)
    assert pack.unit is not None and pack.unit.name == "青石桥街道办事处"


@pytest.mark.usefixtures("cache")
def test_same_input_gives_the_same_bytes_from_the_cache_too(
    whole: Mined, past: Path, tmp_path: Path
) -> None:
    _mine(past / "2024.txt", past / "2023.txt", "-o", tmp_path / "a" / "ours")
    _mine(past, "-o", tmp_path / "b" / "ours")
    first = _files(whole.pack)
    assert first == _files(tmp_path / "a" / "ours") == _files(tmp_path / "b" / "ours")


def test_unreadable_files_are_listed_and_stop_nothing(past: Path, tmp_path: Path) -> None:
    (past / "坏.docx").write_bytes(b"PK\x03\x04broken")
    (past / "说明.txt").write_text("这里放的是历年报告。", encoding="utf-8")
    result = _mine(past, "-o", tmp_path / "ours")
    assert result.exit_code == 0
    assert "没有读：坏.docx：" in result.output
    assert "没有读：说明.txt：没有章节，不像一份报告。" in result.output


def test_copy_counts_once(past: Path, tmp_path: Path) -> None:
    (past / "副本.txt").write_text(LATEST, encoding="utf-8")
    result = _mine(past, "-o", tmp_path / "ours")
    assert "读了2份报告" in result.output
    assert "内容相同、只算一次的：副本.txt" in result.output


def test_own_reports_are_named(past: Path, tmp_path: Path) -> None:
    for year in ("2023", "2024"):
        (past / f"白茅{year}.txt").write_text(OTHER.replace("2024", year), encoding="utf-8")
    result = _mine(past, "-o", tmp_path / "ours", "--own", "白茅镇")
    assert "底稿是 白茅2024.txt" in result.output


def test_edited_pack_is_not_overwritten(whole: Mined, past: Path, tmp_path: Path) -> None:
    pack = whole.copy(tmp_path)
    template = pack / "sections" / "mediation.j2"
    template.write_text(template.read_text() + "请补充一个案例。\n")
    result = _mine(past, "-o", pack)
    assert "有人改过：sections/mediation.j2" in str(result.exception)
    assert "请补充一个案例。" in template.read_text()


def test_update_keeps_what_a_person_changed_and_says_the_difference(
    earlier: Mined, past: Path, tmp_path: Path
) -> None:
    pack = earlier.copy(tmp_path)
    template = pack / "sections" / "mediation.j2"
    template.write_text("全镇没有新的纠纷类型。\n" + template.read_text())
    result = _mine(past, "-o", pack, "--update")
    assert result.exit_code == 0, result.output
    assert "保留了改过的文件：sections/mediation.j2" in result.output
    assert "全镇没有新的纠纷类型。" in template.read_text()
    assert "评查案卷" in (pack / "sections" / "enforcement.j2").read_text()


def test_edited_sentence_keeps_its_figure_when_a_new_year_no_longer_has_it(
    past: Path, tmp_path: Path
) -> None:
    pack = tmp_path / "ours"
    first = past / "2023.txt"
    first.write_text(
        first.read_text().replace("罚没款1.98万元。", "罚没款1.98万元。修剪危树35株。")
    )
    _mine(first, "-o", pack)
    template = pack / "sections" / "enforcement.j2"
    assert "{{ 行政执法.修剪危树 }}" in template.read_text()
    template.write_text(template.read_text().replace("修剪危树", "修剪路边危树", 1))
    result = _mine(past / "2024.txt", "-o", pack, "--update")
    assert result.exit_code == 0, result.output
    assert "修剪路边危树" in template.read_text()
    assert "修剪危树:" in (pack / "indicators.yaml").read_text()
    refused = _mine(past / "2024.txt", "-o", pack)
    assert "有人改过：sections/enforcement.j2" in str(refused.exception)


def test_section_taken_out_of_the_outline_stays_out(
    earlier: Mined, past: Path, tmp_path: Path
) -> None:
    pack = earlier.copy(tmp_path)
    outline = pack / "outline.yaml"
    text = outline.read_text()
    start = text.index("  - key: mediation")
    end = text.index("\n- key: shortcomings")
    outline.write_text(text[:start].rstrip(" ") + text[end + 1 :])
    result = _mine(past, "-o", pack, "--update")
    assert result.exit_code == 0, result.output
    assert "mediation" not in outline.read_text()
    assert "section: mediation" not in (pack / "indicators.yaml").read_text()


def test_edited_indicators_keep_all_that_prints_them(
    earlier: Mined, past: Path, tmp_path: Path
) -> None:
    pack = earlier.copy(tmp_path)
    for path in (pack / "indicators.yaml", pack / "sections" / "enforcement.j2"):
        path.write_text(path.read_text().replace("行政检查次数", "检查次数"))
    before = (pack / "sections" / "mediation.j2").read_bytes()
    result = _mine(past, "-o", pack, "--update")
    assert result.exit_code == 0, result.output
    assert "指标有人改过，提纲、指标、行文就都照旧" in result.output
    assert before == (pack / "sections" / "mediation.j2").read_bytes()


def test_mistake_in_a_kept_file_is_told_of_the_folder_itself(
    earlier: Mined, past: Path, tmp_path: Path
) -> None:
    pack = earlier.copy(tmp_path)
    template = pack / "sections" / "mediation.j2"
    template.write_text(template.read_text() + "{{ 没有.这个 }}\n")
    result = _mine(past, "-o", pack, "--update")
    assert f"{template}:" in str(result.exception)


def test_office_that_was_guessed_is_named(past: Path, tmp_path: Path) -> None:
    other = LATEST.replace("青石桥街道办事处", "石门镇人民政府")
    (past / "石门镇2024.txt").write_text(other, encoding="utf-8")
    assert "份数最多的是“青石桥街道办事处”" in _mine(past, "-o", tmp_path / "a").output
    told = _mine(past, "-o", tmp_path / "b", "--own", "石门镇").output
    assert "份数最多的" not in told and "底稿是 石门镇2024.txt" in told


def test_untouched_pack_is_replaced(earlier: Mined, past: Path, tmp_path: Path) -> None:
    pack = earlier.copy(tmp_path)
    assert _mine(past, "-o", pack).exit_code == 0
    assert "评查案卷" in (pack / "sections" / "enforcement.j2").read_text()


def test_folder_with_other_things_is_refused(past: Path, tmp_path: Path) -> None:
    pack = tmp_path / "ours"
    pack.mkdir()
    (pack / "家书.txt").write_text("x")
    assert "这个文件夹里有别的东西。" in str(_mine(past, "-o", pack).exception)
    assert [path.name for path in pack.iterdir()] == ["家书.txt"]


def test_page_is_one_file_that_asks_for_nothing(whole: Mined) -> None:
    text = whole.page.read_text(encoding="utf-8")
    assert "<svg" in text and "635次" in text and "全年开展行政检查" in text
    assert not any(word in text for word in ("http", "src=", "@import", "<script"))


def test_several_processes_give_the_same_pack(past: Path, tmp_path: Path, cache: Path) -> None:
    for number in range(45):
        name = f"{'东西南北中'[number % 5]}{'山河湖海田岭坪塘湾'[number // 5]}镇"
        text = LATEST.replace("青石桥街道办事处", f"{name}人民政府").replace("望河", name[:2])
        changed = text.replace("一是检查合并做。", f"一是{name}检查合并做，{number}个组一起上门。")
        (past / f"{number}.txt").write_text(changed, encoding="utf-8")
    own = ("--own", "青石桥街道")
    _mine(past, "-o", tmp_path / "a" / "ours", *own)
    shutil.rmtree(cache)
    result = _mine(past, "-o", tmp_path / "b" / "ours", *own, "--jobs", "2")
    assert result.exit_code == 0, result.output
    assert _files(tmp_path / "a" / "ours") == _files(tmp_path / "b" / "ours")


def test_what_stands_inside_clauses_is_in_the_phrasebook(past: Path, tmp_path: Path) -> None:
    for year, before in (("2023", "各站所都"), ("2024", "村干部学会了")):
        file = past / f"{year}.txt"
        words = f"{before}坚持用法治思维和法治方式化解矛盾。"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("全年受理", f"{words}全年受理"), encoding="utf-8")
    _mine(past, "-o", tmp_path / "ours")
    text = (tmp_path / "ours" / "phrasebook.yaml").read_text(encoding="utf-8")
    assert "  frame: 坚持用法治思维和法治方式化解矛盾\n  level: formula\n" in text


def test_very_many_reports_are_told_that_formulas_were_not_looked_for(
    past: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drafter.cli.mapping.MOST_REPORTS", 1)
    monkeypatch.setattr("drafter.cli.mine.MOST_REPORTS", 1)
    result = _mine(past, "-o", tmp_path / "ours")
    assert "没有找分句里面的" in result.output
    assert "level: formula\n" not in (tmp_path / "ours" / "phrasebook.yaml").read_text("utf-8")


def test_run_without_a_cache_gives_the_same_pack(
    whole: Mined, past: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAFTER_CACHE", "")
    assert _mine(past, "-o", tmp_path / "ours").exit_code == 0
    assert _files(whole.pack) == _files(tmp_path / "ours")
