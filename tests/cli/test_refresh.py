"""The whole way: drafted, edited by a person, refreshed; the file read again says what the profile says."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.cli.main import cli
from drafter.errors import DrafterError
from drafter.figure import unit_group
from drafter.profile.editing import FigureChange, edited
from drafter.profile.load import load_from, load_profile
from drafter.readers import read
from drafter.report import Report, walk
from drafter.writers import docx
from drafter.writers.properties import describe
from drafter.yamlfile import YamlFile, parse
from drafter.yamlfile import read as read_yaml
from tests.external import TOP, find_tool, office_convert
from tests.shipped import profile_of, render

SAMPLE = TOP / "profiles" / "qingshiqiao-2026.yaml"
PROFILE = profile_of(SAMPLE)
MAIN = "word/document.xml"
CHECKS, CASES = "行政执法.行政检查次数", "矛盾纠纷.受理件数"


def drafted() -> bytes:
    report = render(PROFILE)
    return docx.write(report, PROFILE.pack.layout, describe(report))


DRAFT = drafted()


def changed(figures: dict[str, str]) -> YamlFile:
    """Return the sample profile with some values changed."""
    return edited(read_yaml(SAMPLE), {key: FigureChange(v) for key, v in figures.items()})


def fresh(file: YamlFile) -> Report:
    """Draft a profile anew."""
    return render(load_from(file, PROFILE.pack))


def edit(data: bytes, change: Callable[[str], str], part: str = MAIN) -> bytes:
    """Let a person change the document's XML."""
    with zipfile.ZipFile(Path("_alt.docx"), "w") as copy, zipfile.ZipFile(_opened(data)) as old:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == part:
                content = change(content.decode()).encode()
            copy.writestr(entry, content)
    return Path("_alt.docx").read_bytes()


def _opened(data: bytes) -> Path:
    Path("_neu.docx").write_bytes(data)
    return Path("_neu.docx")


def parts(path: str) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def refresh(data: bytes, file: YamlFile, *more: str, out: str = "新.docx") -> Result:
    Path("稿.docx").write_bytes(data)
    Path("台账.yaml").write_text(file.text, encoding="utf-8")
    arguments = ["refresh", "稿.docx", "--profile", "台账.yaml", "-o", out, "--force", *more]
    return CliRunner().invoke(cli, arguments, catch_exceptions=False)


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_changed_figures_go_in_with_all_that_follows_from_them() -> None:
    file = changed({CHECKS: "777"})
    result = refresh(DRAFT, file)
    assert result.output == (
        "稿.docx → 新.docx：\n"
        "改了4处。每处都是修订，作者 drafter。\n"
        f"  第15段（一、>（六））：{CHECKS} “1247次” → “777次”\n"
        f"  第15段（一、>（六））：{CHECKS} “增长2.6%” → “下降36.0%”\n"
        f"  对照表“本年”：{CHECKS} “1247次” → “777次”\n"
        f"  对照表“同比”：{CHECKS} “增长2.6%” → “下降36.0%”\n"
    )
    assert read(Path("新.docx"), PROFILE.pack.outline) == fresh(file)


def test_only_the_text_and_the_list_of_figures_differ() -> None:
    refresh(DRAFT, changed({CHECKS: "777"}))
    before, after = parts("稿.docx"), parts("新.docx")
    assert list(before) == list(after)
    differing = [name for name, content in before.items() if after[name] != content]
    assert differing == [MAIN, "customXml/item1.xml"]
    paragraphs = [p[MAIN].decode().split("<w:p>") for p in (before, after)]
    changed_ones = [a for b, a in zip(*paragraphs, strict=True) if a != b]
    assert len(changed_ones) == 3
    assert all('w:author="drafter"' in paragraph for paragraph in changed_ones)
    assert "w:date" not in after[MAIN].decode()


def test_refreshing_twice_changes_nothing_more() -> None:
    file = changed({CHECKS: "777", CASES: "590"})
    refresh(DRAFT, file)
    once = Path("新.docx").read_bytes()
    result = refresh(once, file)
    assert "改了0处。\n" in result.output
    assert Path("新.docx").read_bytes() == once


def test_a_second_late_value_replaces_the_first() -> None:
    refresh(DRAFT, changed({CHECKS: "777"}))
    again = changed({CHECKS: "778"})
    refresh(Path("新.docx").read_bytes(), again)
    assert read(Path("新.docx"), PROFILE.pack.outline) == fresh(again)
    assert parts("新.docx")[MAIN].decode().count("<w:ins ") == 4


def test_what_a_person_changed_is_told_and_left() -> None:
    person = edit(DRAFT, lambda xml: xml.replace("1247次", "1250余次", 1))
    result = refresh(person, changed({CHECKS: "777"}))
    assert (
        f"没有动、要人看的：1处\n  第15段（一、>（六））：{CHECKS}：有人改过，台账也变了，请定用哪个"
        "（原印“1247次”，现在是“1250余次”，台账是“777次”）\n"
    ) in result.output
    assert ">1250余次<" in parts("新.docx")[MAIN].decode()


def test_a_person_who_typed_the_new_value_is_left_in_peace() -> None:
    person = edit(DRAFT, lambda xml: xml.replace("1247次", "777次", 1))
    result = refresh(person, changed({CHECKS: "777"}))
    assert "改了3处" in result.output
    assert "要人看的" not in result.output


def test_figures_in_own_words_and_words_around_are_never_touched() -> None:
    addition = "<w:r><w:t>此外又检查1247次。</w:t></w:r></w:p>"
    person = edit(
        DRAFT, lambda xml: xml.replace("</w:p>", addition, 30).replace(addition, "</w:p>", 29)
    )
    refresh(person, changed({CHECKS: "777"}))
    assert "此外又检查1247次。" in parts("新.docx")[MAIN].decode()


def test_a_deleted_sentence_is_told() -> None:
    mark = re.compile(
        r'<w:bookmarkStart w:id="(\d+)"[^>]*/><w:r>(?:(?!</w:r>).)*1247次</w:t></w:r>'
    )
    person = edit(DRAFT, lambda xml: mark.sub("", xml, count=1))
    result = refresh(person, changed({CHECKS: "777"}))
    assert f"  原处：{CHECKS}：原来的标记不在了（可能整句删改过），请看一下" in result.output


def test_placeholders_are_filled_when_their_values_arrive() -> None:
    text = read_yaml(SAMPLE).text
    open_text = re.sub(r"行政检查次数: \{值: 1247", "行政检查次数: {值: ", text)
    open_text = open_text.replace("成文日期: 2026-12-10", "成文日期:")
    Path("旧.yaml").write_text(open_text, encoding="utf-8")
    report = render(load_profile(Path("旧.yaml"), PROFILE.pack))
    data = docx.write(report, PROFILE.pack.layout, describe(report))
    result = refresh(data, read_yaml(SAMPLE))
    assert "成文日期 “【待填：成文日期】” → “2026年12月10日”" in result.output
    document = parts("新.docx")[MAIN].decode()
    kept = re.sub(r"<w:del .*?</w:del>", "", document)
    assert "【待填" not in kept
    assert "highlight" not in kept
    again = read(Path("新.docx"), PROFILE.pack.outline)
    assert again.issued == PROFILE.document.issued
    assert any("开展行政检查1247次，" in span.text for span in walk(again))


def test_the_open_fields_of_a_red_head_are_filled() -> None:
    full = read_yaml(SAMPLE).text.replace("版式: 普通", "版式: 红头")
    full = full.replace("签发人: []", "签发人: [程某]").replace(
        "署名:\n    - 青石桥街道办事处", "署名: []"
    )
    open_text = re.sub(r"(?m)^  (名称|上级|主送|文号|签发人|抄送|成文日期): .*$", r"  \1:", full)
    Path("旧.yaml").write_text(open_text, encoding="utf-8")
    report = render(load_profile(Path("旧.yaml"), PROFILE.pack))
    data = docx.write(report, PROFILE.pack.layout, describe(report))
    file = YamlFile(Path("全.yaml"), full, parse(full, "全.yaml"))
    result = refresh(data, file)
    assert "签发人 “【待填：签发人】” → “程某”" in result.output
    assert "要人看的" not in result.output
    assert read(Path("新.docx"), PROFILE.pack.outline) == fresh(file)


def without_marks(data: bytes) -> bytes:
    plain = edit(data, lambda xml: re.sub(r"<w:bookmark(?:Start|End)[^>]*/>", "", xml))
    return edit(
        plain, lambda xml: xml.replace("urn:drafter:figures:1", "urn:x"), "customXml/item1.xml"
    )


def test_with_marks_the_old_profile_is_not_needed() -> None:
    result = refresh(DRAFT, changed({CHECKS: "777"}), "--was", str(SAMPLE))
    assert "\n文稿里有 drafter 的标记，比旧台账更准，没有用 --was。\n改了4处" in result.output


def test_without_marks_the_old_profile_is_asked_for() -> None:
    with pytest.raises(DrafterError) as caught:
        refresh(without_marks(DRAFT), changed({CHECKS: "777"}))
    assert str(caught.value) == (
        "稿.docx: 错误: 这份文稿里没有 drafter 的标记，看不出哪些数是由台账印的。\n"
        "    请用 --was 写明生成它的那份台账；那样只改能确定的数。"
    )


def test_without_marks_certain_figures_follow_the_old_profile() -> None:
    file = changed({CHECKS: "777"})
    result = refresh(without_marks(DRAFT), file, "--was", str(SAMPLE))
    assert "改了3处" in result.output
    assert f"{CHECKS}：比较的说法，所比的数变了，请人核对（“2.6%”）" in result.output
    once = Path("新.docx").read_bytes()
    assert "改了0处" in refresh(once, file, "--was", str(SAMPLE)).output
    assert Path("新.docx").read_bytes() == once


def as_word_saves(xml: str, cuts: list[int]) -> str:
    """Cut runs where spelling is checked and note sessions, as Word does on saving."""
    numbers = iter(cuts * len(xml))

    def cut(found: re.Match[str]) -> str:
        properties, text = found[1], found[2]
        at = next(numbers) % (len(text) + 1)
        pieces = [piece for piece in (text[:at], text[at:]) if piece]
        runs = [
            f'<w:r w:rsidR="00A1{number}">{properties}<w:t xml:space="preserve">{piece}</w:t></w:r>'
            for number, piece in enumerate(pieces)
        ]
        return '<w:proofErr w:type="spellStart"/>'.join(runs)

    pattern = re.compile(r"<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)<w:t[^>]*>([^<&]+)</w:t></w:r>")
    return pattern.sub(cut, xml).replace("<w:p>", '<w:p w:rsidR="00B20000" w14:paraId="1A2B3C4D">')


@settings(max_examples=4)
@given(st.lists(st.integers(0, 40), min_size=1, max_size=7))
def test_law_a_file_whose_runs_word_has_cut_is_refreshed_the_same(cuts: list[int]) -> None:
    file = changed({CHECKS: "777", CASES: "590"})
    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    saved = edit(
        DRAFT, lambda xml: as_word_saves(xml, cuts).replace("xmlns:w=", w14 + "xmlns:w=", 1)
    )
    assert "改了11处" in refresh(saved, file).output
    assert read(Path("新.docx"), PROFILE.pack.outline) == fresh(file)


COUNTS = sorted(
    key
    for key, entry in PROFILE.entries.items()
    if entry.figure and not entry.derived and entry.figure.approximate is None
    and unit_group(entry.figure.unit) in ("次", "件", "人次") and entry.figure.value > 20
)  # fmt: skip


@settings(max_examples=5)
@given(st.dictionaries(st.sampled_from(COUNTS), st.integers(21, 99_999).map(str), max_size=8))
def test_law_a_refreshed_draft_reads_as_a_fresh_one_and_again_changes_nothing(
    figures: dict[str, str],
) -> None:
    file = changed(figures)
    refresh(DRAFT, file)
    assert read(Path("新.docx"), PROFILE.pack.outline) == fresh(file)
    once = Path("新.docx").read_bytes()
    refresh(once, file)
    assert Path("新.docx").read_bytes() == once


@pytest.mark.needs("soffice")
def test_a_file_that_libreoffice_saved_is_refreshed_the_same() -> None:
    Path("稿.docx").write_bytes(DRAFT)
    saved = office_convert(Path("稿.docx"), "docx", Path("lo")).read_bytes()
    file = changed({CHECKS: "777"})
    result = refresh(saved, file)
    assert "改了4处" in result.output
    assert read(Path("新.docx"), PROFILE.pack.outline) == fresh(file)
    again = office_convert(Path("新.docx"), "docx", Path("lo2")).read_bytes()
    assert "改了0处" in refresh(again, file).output


@pytest.mark.needs("validator")
def test_a_refreshed_file_is_valid() -> None:
    refresh(DRAFT, changed({CHECKS: "777", CASES: "590"}))
    done = subprocess.run(
        [find_tool("validator") or "ooxml-validator", "新.docx"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert '"ok": true' in done.stdout, done.stdout
