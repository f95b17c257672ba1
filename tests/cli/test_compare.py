from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.calling import Caller
from tests.external import TOP

LAST, NOW = (str(TOP / "profiles" / f"qingshiqiao-{year}.yaml") for year in (2025, 2026))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_profiles_are_compared_on_the_screen(drafter: Caller) -> None:
    called = drafter("compare", LAST, NOW)
    assert (called.status, called.err) == (0, "")
    assert "\n  行政检查次数  " in called.out


def test_a_profile_is_compared_with_a_report(drafter: Caller) -> None:
    drafter("draft", LAST, "-o", "去年.docx")
    called = drafter("compare", "去年.docx", NOW, "-f", "json")
    data = json.loads(called.out)
    assert (data["last"]["year"], data["now"]["year"]) == (2025, 2026)
    assert len([f for f in data["figures"] if f["last"] and f["now"]]) > 100


def test_two_reports_tell_how_much_text_is_used_again(drafter: Caller) -> None:
    drafter("draft", LAST, "-o", "去年.docx")
    drafter("draft", NOW, "-o", "今年.docx")
    same = drafter("compare", "去年.docx", "去年.docx", "-f", "json")
    other = drafter("compare", "去年.docx", "今年.docx", "-f", "json")
    assert json.loads(same.out)["reused_percent"] == 100
    assert 0 < json.loads(other.out)["reused_percent"] < 60


@pytest.mark.parametrize("name", ["对照.html", "对照.xlsx", "对照.json", "对照.txt"])
def test_the_same_input_gives_the_same_file(drafter: Caller, name: str) -> None:
    assert drafter("compare", LAST, NOW, "-o", name).out == f"对照写在 {name}。\n"
    before = Path(name).read_bytes()
    assert drafter("compare", LAST, NOW, "-o", name, "--force").status == 0
    assert Path(name).read_bytes() == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("-f", "html"), "html 要写到文件里。"),
        (("-o", "对照.pdf"), "没有这种格式。\n    可用的有：json、html、xlsx。"),
        (("-o", "对照.html", "-f", "xlsx"), "与 -f xlsx 不一致"),
    ],
)
def test_a_call_that_cannot_be_done_says_why(
    drafter: Caller, options: tuple[str, ...], said: str
) -> None:
    called = drafter("compare", LAST, NOW, *options)
    assert called.status == 2
    assert said in called.err


def test_the_later_year_stands_last(drafter: Caller) -> None:
    called = drafter("compare", NOW, LAST)
    assert called.status == 2
    assert "次序反了" in called.err
