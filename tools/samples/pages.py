"""Saved web pages: a report inside a site's furniture, in a page of today and in a layout-table page."""

from __future__ import annotations

from html import escape

from tools.samples.annotate import Form, chinese_date
from tools.samples.source import Line, Source

FURNITURE = (
    "首页",
    "政务公开",
    "政务服务",
    "互动交流",
    "走进{place}",
    "无障碍浏览",
    "当前位置：首页 > 政务公开 > 法治政府建设年度报告",
    "发布时间：{day} 10:12　来源：{organ}　浏览次数：236",
    "字号：大 中 小",
    "打印本页　关闭窗口　分享到：",
    "附件：",
    "{file}.pdf",
    "扫一扫在手机打开当前页",
    "上一篇：{place}{year}年政府信息公开工作年度报告",
    "下一篇：没有了",
    "网站地图　|　联系我们　|　隐私声明",
    "主办：{organ}　承办：{place}党政综合办公室",
    "网站标识码：0000000000　某ICP备00000000号-1　某公网安备00000000000000号",
    "您访问的链接即将离开“{place}人民政府”门户网站，是否继续？",
    "继续访问　放弃",
)


def furniture(source: Source, place: str) -> tuple[str, ...]:
    """The lines a site prints around the report."""
    return tuple(
        line.format(
            place=place,
            day=source.meta["published"],
            organ=source.meta["organ"],
            file="".join(source.title_lines),
            year=source.meta["year"],
        )
        for line in FURNITURE
    )


def modern_page(source: Source, form: Form) -> bytes:
    """A page of <div>s and <p>s in UTF-8, the text cut into <span>s as an editor leaves it."""
    line = [escape(text) for text in form.furniture]
    paragraphs = "\n".join(_paragraph(one, number) for number, one in enumerate(source.lines))
    title = escape("".join(source.title_lines))
    menu = "".join(f'<li><a href="#">{item}</a></li>' for item in line[:5])
    page = f"""<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title}_{line[4].removeprefix("走进")}人民政府</title>
<meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="{source.meta["published"]} 10:12">
<style>.TRS_Editor p {{ text-indent: 2em; }} .dialog {{ display: none; }}</style>
<script>var pageId = 236; document.write("<!-- stat -->");</script>
</head>
<body>
<div class="header"><div class="top"><a href="#">{line[5]}</a></div><ul class="nav">{menu}</ul></div>
<div class="position">{line[6]}</div>
<div class="main">
<h1 class="article-title">{title}</h1>
<div class="info"><span>{line[7]}</span></div>
<div class="tools"><span class="size">{line[8]}</span><span>{line[9]}</span></div>
<div class="content" id="zoom"><div class="TRS_Editor">
{paragraphs}
</div></div>
<div class="files"><b>{line[10]}</b><ul><li><a href="report.pdf">{line[11]}</a></li></ul></div>
<div class="qr"><img src="qr.png" alt=""><p>{line[12]}</p></div>
<div class="near"><p>{line[13]}</p><p>{line[14]}</p></div>
</div>
<div class="footer"><p>{line[15]}</p><p>{line[16]}</p><p>{line[17]}</p></div>
<div class="dialog"><p>{line[18]}</p><p><a href="#">{line[19]}</a></p></div>
</body>
</html>
"""
    return page.encode()


def _paragraph(line: Line, number: int) -> str:
    text = line.text
    if line.level:
        font = "黑体" if line.level == 1 else "楷体"
        if not line.run_in:
            return f'<p style="text-align: justify;"><strong style="font-family: {font};">{escape(text)}</strong></p>'
        cut = text.index("。") + 1
        return (
            f'<p style="text-align: justify;"><strong style="font-family: {font};">{escape(text[:cut])}'
            f"</strong>{_spans(text[cut:], number)}</p>"
        )
    blanks = "&nbsp;&nbsp;&nbsp;&nbsp;" if number % 4 == 1 else "　　" if number % 4 == 2 else ""
    return f'<p style="text-align: justify;">{blanks}{_spans(text, number)}</p>'


def _spans(text: str, number: int) -> str:
    style = '<span style="font-family: 仿宋_GB2312; font-size: 16pt;">'
    cut = 11 + number * 7 % 13
    return f"{style}{escape(text[:cut])}</span>{style}{escape(text[cut:])}</span>"


def layout_table_page(source: Source, form: Form) -> bytes:
    """An old page: tables for layout, the whole report in one cell with <br>, in GB2312."""
    line = [escape(text) for text in form.furniture]
    menu = "".join(f"<td><a href='#'>{item}</a></td>" for item in line[:5])
    body = _cell(source, form)
    title = "<br>".join(escape(part) for part in source.title_lines)
    page = f"""<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312">
<TITLE>{escape("".join(source.title_lines))}</TITLE></HEAD>
<BODY bgcolor=#ffffff>
<TABLE width=980 align=center border=0><TR>{menu}<td>{line[5]}</td></TR></TABLE>
<TABLE width=980 align=center border=0>
<TR><TD width=180 valign=top>
<TABLE border=0><TR><TD>{line[6]}</TD></TR><TR><TD>{line[13]}</TD></TR><TR><TD>{line[14]}</TD></TR></TABLE>
</TD><TD valign=top>
<TABLE width="100%" border=0>
<TR><TD align=center><font size=5 color=red><b>{title}</b></font></TD></TR>
<TR><TD align=center>{line[7]}</TD></TR>
<TR><TD align=right>{line[8]}&nbsp;&nbsp;{line[9]}</TD></TR>
<TR><TD>{body}</TD></TR>
<TR><TD>{line[10]}<a href="report.pdf">{line[11]}</a></TD></TR>
<TR><TD align=center>{line[12]}</TD></TR>
</TABLE>
</TD></TR></TABLE>
<TABLE width=980 align=center><TR><TD align=center>{line[15]}<br>{line[16]}<br>{line[17]}</TD></TR></TABLE>
<div id=jump>{line[18]}<br>{line[19]}</div>
</BODY></HTML>
"""
    return page.replace("\n", "\r\n").encode("gb18030")


def _cell(source: Source, form: Form) -> str:
    lines = [f"{source.meta['addressee']}："] if "addressee" in form.prints else []
    lines += [escape(line.text) for line in source.lines]
    text = "<br>\n".join(
        f"&nbsp;&nbsp;&nbsp;&nbsp;{line}" if number % 2 else f"　　{line}"
        for number, line in enumerate(lines)
    )
    if "issuer" not in form.prints:
        return text
    organs = "<br>".join(escape(organ) for organ in source.listed("organ"))
    date = chinese_date(source.meta["date"])
    return f"{text}<br>\n<div align=right>{organs}<br>{date}&nbsp;&nbsp;</div>"
