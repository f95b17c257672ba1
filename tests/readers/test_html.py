from __future__ import annotations

import time
from pathlib import Path

import pytest

from drafter.errors import FileProblem
from drafter.readers import read
from drafter.readers.html import read_html
from drafter.readers.lines import Line, TableLine
from drafter.report import Report
from tests.readers.trees import tree

PREAMBLE = "2026年，青石桥街道围绕辖区治理推进依法行政，现将情况报告如下。"
BODY = "街道把依法行政列入年度重点，按月调度、按季通报，全年没有发生被纠错的案件。"
SECOND = "一是开展行政检查635次，检查商户1,035家；二是办结案件48件，没有发生复议。"
TITLE = "青石桥街道2026年法治政府建设年度报告"
EXPECTED = f"""\
{PREAMBLE}
1 一、|工作情况
  2 （一）|规范执法
    {BODY}
    {SECOND}
1 二、|工作计划
  {BODY}"""
HEAD = (
    f"<head><title>{TITLE}_云溪区人民政府</title><style>p{{color:red}}</style>"
    "<script>var a = '一、假标题。';</script></head>"
)
SITE = '<div class="nav"><a>首页</a><a>政务公开</a></div><div id="breadcrumb">当前位置：首页 &gt; 政务公开</div>'
FOOT = (
    '<div class="share">分享到：微信 微博</div><div>上一篇：2025年重点领域信息公开情况的通知和年度工作报告</div>'
    "<div>主办：云溪区人民政府办公室　网站标识码：1100000000　京ICP备00000000号</div>"
    '<div style="display:none">您访问的链接即将离开本网站，是否继续？</div>'
)
META = "<div>发布时间：2027-01-08 09:30　来源：青石桥街道　字号：[大 中 小]</div>"
PARAGRAPHS = (PREAMBLE, "一、工作情况", "（一）规范执法", BODY, SECOND, "二、工作计划", BODY)


def article(form: str) -> str:
    match form:
        case "paragraphs":
            return "".join(f"<p>　　{text}</p>" for text in PARAGRAPHS)
        case "breaks":
            return "<div>" + "<br/>".join(f"&nbsp;&nbsp;{text}" for text in PARAGRAPHS) + "</div>"
        case "word spans":
            return "".join(
                f'<p class="MsoNormal"><span>{text[:3]}</span><span lang="EN">{text[3:]}</span></p>\n'
                for text in PARAGRAPHS
            )
    return "".join(f"<div>\n  {text[:15]}\n{text[15:]}\n</div>" for text in PARAGRAPHS)


def page(form: str, layout: str) -> str:
    inner = article(form)
    if layout == "layout table":
        inner = f"<table><tr><td><table><tr><td><h1>{TITLE}</h1>{META}{inner}</td></tr></table></td></tr></table>"
    else:
        inner = f"<h1>{TITLE}</h1>{META}<div class='con'>{inner}</div>"
    return f"<html>{HEAD}<body>{SITE}<div class='main'>{inner}</div>{FOOT}</body></html>"


def read_page(tmp_path: Path, text: str, encoding: str = "utf-8") -> Report:
    path = tmp_path / "报告.html"
    path.write_bytes(text.encode(encoding))
    return read(path)


@pytest.mark.parametrize("form", ["paragraphs", "breaks", "word spans", "wrapped source"])
@pytest.mark.parametrize("layout", ["blocks", "layout table"])
def test_a_saved_page_reads_as_its_article(tmp_path: Path, form: str, layout: str) -> None:
    report = read_page(tmp_path, page(form, layout))
    assert report.title == TITLE
    assert tree(report) == EXPECTED
    assert str(report.issued) == "2027-01-08"


@pytest.mark.parametrize(
    "declared",
    [
        "",
        '<meta charset="gb2312">',
        '<meta http-equiv="Content-Type" content="text/html; charset=gbk">',
    ],
)
def test_the_charset_is_found(tmp_path: Path, declared: str) -> None:
    text = page("paragraphs", "blocks").replace("<head>", f"<head>{declared}")
    assert tree(read_page(tmp_path, text, "gb18030")) == EXPECTED


def test_a_data_table_is_a_table_with_its_head() -> None:
    rows = "<tr><th>指标</th><th>本年</th></tr><tr><td>行政检查</td><td> 635 </td></tr>"
    text = f"<body><p>{BODY}</p><table>{rows}</table></body>"
    assert read_html(text.encode(), "页.html")[1] == TableLine(
        (("指标", "本年"), ("行政检查", "635")), 1
    )


def test_bold_and_numbered_items_are_kept() -> None:
    text = (
        f"<body><p><b>（一）规范执法。</b>{BODY}</p><ol><li>建机制</li><li>抓落实</li></ol></body>"
    )
    bold, first, second = read_html(text.encode(), "页.html")
    assert isinstance(bold, Line)
    assert bold.hints.bold == ((0, 8),)
    assert [line.text for line in (first, second) if isinstance(line, Line)] == [
        "1.建机制",
        "2.抓落实",
    ]


def test_a_page_without_text_is_a_sentence() -> None:
    with pytest.raises(FileProblem, match="没有文字"):
        read_html(b"<html><body><img src='a.png'></body></html>", "页.html")


def test_nesting_is_read_and_absurd_depths_are_a_sentence() -> None:
    deep = "<div>" * 200 + f"<p>{BODY}</p>"
    assert [
        line.text for line in read_html(deep.encode(), "页.html") if isinstance(line, Line)
    ] == [BODY]
    with pytest.raises(FileProblem):
        read_html(("<div>" * 100_000 + f"<p>{BODY}</p>").encode(), "页.html")


def test_a_web_archive_reads_as_its_page(tmp_path: Path) -> None:
    from email.message import EmailMessage

    message = EmailMessage()
    message.set_content(
        page("paragraphs", "blocks"), subtype="html", charset="gb18030", cte="base64"
    )
    path = tmp_path / "报告.mht"
    path.write_bytes(message.as_bytes())
    assert tree(read(path)) == EXPECTED


def test_a_web_archive_without_page_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "空.mht"
    path.write_bytes(b"MIME-Version: 1.0\nContent-Type: text/plain\n\nnothing")
    with pytest.raises(FileProblem, match="没有网页正文"):
        read(path)


@pytest.mark.parametrize("long", [" " * 300_000 + "甲", "甲" * 300_000, "- " * 150_000])
def test_a_long_title_or_text_without_marks_takes_no_time(long: str) -> None:
    started = time.perf_counter()
    data = f"<html><head><title>{long}</title></head><body><div>{long}<p>{BODY}</p></div></body></html>"
    read_html(data.encode(), "网页.html")
    assert time.perf_counter() - started < 10
