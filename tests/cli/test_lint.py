"""`drafter lint`: forms of output, comments, mends, known findings, many files."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from drafter.readers import read
from tests.cli.calling import Caller
from tests.external import TOP
from tests.readers.docx_files import docx, p

TEXT = """青石桥街道2025年法治政府建设年度报告
现将2026年度有关情况报告如下,请审阅。
一、2026年度推进法治政府建设的主要举措和成效
(一)规范行政执法
全年开展行政检查 635 次,成效明显,群众满意度高。
二、2026年度推进法治政府建设存在的不足和原因
由于人手不足，巡查不够。
三、2026年度党政主要负责人履行推进法治建设第一责任人职责的有关情况
听取汇报4次，研究解决问题3个。
四、2027年度推进法治政府建设的主要安排
加强培训，充实力量，提高巡查频次。
"""
FIXED = TEXT.replace("(一)", "（一）").replace(" 635 ", "635").replace(",", "，")
SAMPLES = sorted(
    path
    for folder in ("past", "others", "text")
    for path in (TOP / "samples" / folder).iterdir()
    if path.suffix in (".docx", ".md", ".txt")
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with 稿.txt and 稿.docx."""
    monkeypatch.chdir(tmp_path)
    Path("稿.txt").write_text(TEXT, encoding="utf-8")
    Path("稿.docx").write_bytes(docx("".join(p(line) for line in TEXT.splitlines())))
    return tmp_path


def findings(call_out: str) -> list[tuple[str, str]]:
    return [(f["file"], f["code"]) for f in json.loads(call_out)]


def test_annotate_writes_a_copy_with_a_comment_for_each_finding(
    drafter: Caller, folder: Path
) -> None:
    before = Path("稿.docx").read_bytes()
    call = drafter("lint", "稿.docx", "-f", "json", "--annotate", "批注.docx")
    assert call.status == 1
    assert call.err == "已写好带批注的 批注.docx。\n"
    comments = zipfile.ZipFile("批注.docx").read("word/comments.xml").decode()
    assert comments.count("<w:comment ") == len(json.loads(call.out)) > 0
    assert "【错误】标题里的年份是“2025年”，报告年度是2026年。" in comments
    assert "规则：Y001 stale-year" in comments
    assert Path("稿.docx").read_bytes() == before
    assert read(Path("批注.docx")) == read(Path("稿.docx"))
    again = drafter("lint", "稿.docx", "--annotate", "批注.docx")
    assert again.status == 1


def test_annotate_never_writes_over_a_persons_file(drafter: Caller, folder: Path) -> None:
    Path("别的.docx").write_bytes(b"PK mine")
    for target, said in (("稿.docx", "不能写到文稿自己身上"), ("别的.docx", "已有同名文件")):
        call = drafter("lint", "稿.docx", "--annotate", target)
        assert call.status == 2
        assert said in call.err
    assert Path("别的.docx").read_bytes() == b"PK mine"


def test_only_word_files_take_comments(drafter: Caller, folder: Path) -> None:
    call = drafter("lint", "稿.txt", "稿.docx", "--annotate", "批注/")
    assert call.status == 2
    assert "稿.txt: 错误: 只有 .docx 能加批注。" in call.err
    assert [path.name for path in Path("批注").iterdir()] == ["稿.docx"]


def test_fix_without_output_shows_the_difference_and_writes_nothing(
    drafter: Caller, folder: Path
) -> None:
    call = drafter("lint", "稿.txt", "--fix")
    assert call.status == 0
    assert call.out == (
        "稿.txt:第1段: 半角标点改全角\n"
        "  - …26年度有关情况报告如下,请审阅。\n"
        "  + …26年度有关情况报告如下，请审阅。\n"
        "稿.txt:小标题（一、>(一)）: 序号的写法\n"
        "  - (一)规范行政执法\n"
        "  + （一）规范行政执法\n"
        "稿.txt:第2段（一、>(一)）: 多余的空格、半角标点改全角\n"
        "  - 全年开展行政检查 635 次,成效明显,群众满意度高。\n"
        "  + 全年开展行政检查635次，成效明显，群众满意度高。\n"
        "稿.txt: 可以直接改 6 处：半角标点改全角 3 处、多余的空格 2 处、序号的写法 1 处。\n"
    )
    assert sorted(path.name for path in Path().iterdir()) == ["稿.docx", "稿.txt"]


def test_fix_writes_mended_copies_and_leaves_the_drafts(drafter: Caller, folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in Path().iterdir()}
    call = drafter("lint", "稿.txt", "稿.docx", "--fix", "-o", "改好")
    assert call.status == 0
    assert call.out.splitlines()[0].startswith("稿.txt: 改了 6 处：")
    assert Path("改好/稿.txt").read_text(encoding="utf-8") == FIXED
    assert read(Path("改好/稿.docx")) == read(Path("改好/稿.txt"))
    assert {name: Path(name).read_bytes() for name in before} == before


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_fixing_twice_changes_nothing(drafter: Caller, tmp_path: Path, path: Path) -> None:
    once, twice = tmp_path / "once", tmp_path / "twice"
    assert drafter("lint", path, "--fix", "-o", f"{once}/").status == 0
    again = drafter("lint", once / path.name, "--fix", "-o", f"{twice}/")
    assert "没有可以直接改的" in again.out
    assert (twice / path.name).read_bytes() == (once / path.name).read_bytes()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("-o", "甲.txt"), "-o 要与 --fix 一起用"),
        (("--fix", "--annotate", "甲.docx"), "不能一起用"),
        (("--baseline", "没有.json"), "找不到或打不开这份已知问题清单"),
    ],
)
def test_what_cannot_be_done_is_said(
    drafter: Caller, folder: Path, options: tuple[str, ...], said: str
) -> None:
    call = drafter("lint", "稿.txt", *options)
    assert call.status == 2
    assert said in call.err


def test_two_drafts_of_one_name_are_refused_before_anything_is_written(
    drafter: Caller, folder: Path
) -> None:
    Path("另").mkdir()
    Path("另/稿.txt").write_text(TEXT, encoding="utf-8")
    call = drafter("lint", "稿.txt", "另/稿.txt", "--fix", "-o", "改好")
    assert call.status == 2
    assert "有两份要写到同一个文件" in call.err
    assert not Path("改好").exists()


def test_known_findings_are_not_reported_and_what_has_gone_is_told(
    drafter: Caller, folder: Path
) -> None:
    listed = drafter("lint", "稿.txt", "--write-baseline", "清单.json")
    assert listed.status == 0
    assert listed.out.startswith("已把 ")
    known = drafter("lint", "稿.txt", "--baseline", "清单.json")
    assert (known.status, known.err) == (0, "")
    assert "处在已知问题清单里，不计。" in known.out
    Path("稿.txt").write_text(TEXT.replace("2025年", "2026年"), encoding="utf-8")
    mended = drafter("lint", "稿.txt", "--baseline", "清单.json")
    assert mended.status == 0
    assert (
        "清单.json: 有 1 条已不再出现，可以重写清单：\n    stale-year（标题和开头）：2025年"
        in mended.err
    )
    assert drafter("lint", "稿.txt", "--write-baseline", "清单.json").status == 0


def test_a_new_finding_beside_known_ones_is_reported(drafter: Caller, folder: Path) -> None:
    drafter("lint", "稿.txt", "--write-baseline", "清单.json")
    Path("稿.txt").write_text(TEXT.replace("加强培训", "【待填：安排】加强培训"), encoding="utf-8")
    call = drafter("lint", "稿.txt", "--baseline", "清单.json", "-f", "json")
    assert (call.status, findings(call.out)) == (1, [("稿.txt", "T001")])


def test_folders_archives_and_patterns_are_read(drafter: Caller, folder: Path) -> None:
    with zipfile.ZipFile("一批.zip", "w") as archive:
        archive.writestr("子/稿二.txt", TEXT)
    call = drafter("lint", "稿.*", "一批.zip", "--select", "Y001")
    assert call.status == 1
    table = call.out.splitlines()[-6:]
    assert table == [
        "文稿                  错误  警告  提示  合计",
        "稿.docx                  1     0     0     1",
        "稿.txt                   1     0     0     1",
        "一批.zip/子/稿二.txt     1     0     0     1",
        "3 份文稿                 3     0     0     3",
        "3 份文稿合计：共 3 处问题：错误 3。",
    ]
    assert drafter("lint", str(folder), "--select", "Y001").out.endswith(
        "合计：共 3 处问题：错误 3。\n"
    )


def test_one_file_that_cannot_be_read_does_not_hide_the_others(
    drafter: Caller, folder: Path
) -> None:
    call = drafter("lint", "没有.txt", "稿.txt", "--select", "Y001", "-f", "json")
    assert call.status == 2
    assert findings(call.out) == [("稿.txt", "Y001")]
    assert "没有.txt" in call.err


def test_sarif_gives_lines_to_a_text_file_and_none_to_a_word_file(
    drafter: Caller, folder: Path
) -> None:
    call = drafter("lint", "稿.txt", "稿.docx", "--select", "Y001", "-f", "sarif")
    text, word = json.loads(call.out)["runs"][0]["results"]
    assert text["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 1,
        "startColumn": 6,
        "endLine": 1,
        "endColumn": 11,
        "snippet": {"text": "2025年"},
    }
    assert "region" not in word["locations"][0]["physicalLocation"]


def test_html_is_one_page(drafter: Caller, folder: Path) -> None:
    page = drafter("lint", "稿.txt", "-f", "html").out
    assert page.startswith("<!DOCTYPE html>") and page.endswith("</html>\n")
    assert "标题里的年份是“2025年”" in page


def test_a_word_file_in_an_archive_can_be_annotated(drafter: Caller, folder: Path) -> None:
    stream = io.BytesIO(Path("稿.docx").read_bytes())
    with zipfile.ZipFile("一批.zip", "w") as archive:
        archive.writestr("稿二.docx", stream.getvalue())
    assert drafter("lint", "一批.zip", "--annotate", "批注/").status == 1
    assert zipfile.ZipFile("批注/稿二.docx").read("word/comments.xml")
