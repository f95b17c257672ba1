"""Mutants of the drafted Word file: each changes its parts as Word, WPS or a careless paste would."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

Parts = dict[str, str]
Change = Callable[[Parts], None]
DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
ODD, EVEN = "word/footer1.xml", "word/footer2.xml"
MARGINS = r"<w:pgMar [^>]*/>"
EMPTY = "<w:p/>"
WORD = "http://schemas.openxmlformats.org"


@dataclass(frozen=True, slots=True)
class LookMutant:
    """One defect put into a Word file: the rule it is for, what has to and what may be found."""

    rule: str
    name: str
    change: Change
    must: frozenset[str]
    may: frozenset[str] = frozenset()


def mutated(data: bytes, change: Change) -> bytes:
    """Apply a change to the parts of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts = {name: old.read(name).decode() for name in old.namelist()}
    before = dict(parts)
    change(parts)
    assert parts != before
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, text in parts.items():
            new.writestr(name, text)
    return out.getvalue()


def sub(part: str, pattern: str, by: str, count: int = 1) -> Change:
    """Replace what a pattern finds in a part; it has to find something."""

    def change(parts: Parts) -> None:
        parts[part], found = re.subn(pattern, by, parts[part], count=count, flags=re.DOTALL)
        assert found, f"nothing to mutate: {pattern}"

    return change


def all_of(*changes: Change) -> Change:
    """Apply several changes."""

    def change(parts: Parts) -> None:
        for step in changes:
            step(parts)

    return change


def margins(**sides: int) -> Change:
    """Set margins in twips."""
    given = {"top": 2098, "right": 1474, "bottom": 1984, "left": 1587, "gutter": 0, **sides}
    attributes = " ".join(f'w:{side}="{twips}"' for side, twips in given.items())
    return sub(DOCUMENT, MARGINS, f'<w:pgMar {attributes} w:header="1423" w:footer="1423"/>')


def style(key: str, pattern: str, by: str) -> Change:
    """Replace something in one style."""

    def change(parts: Parts) -> None:
        found = re.search(
            rf'<w:style [^>]*w:styleId="{key}">.*?</w:style>', parts[STYLES], re.DOTALL
        )
        assert found is not None
        changed, count = re.subn(pattern, by, found[0])
        assert count, f"nothing to mutate: {pattern}"
        parts[STYLES] = parts[STYLES].replace(found[0], changed)

    return change


def direct(words: str, properties: str) -> Change:
    """Give the run with these words properties of its own."""
    return sub(
        DOCUMENT,
        rf"<w:rPr>((?:(?!</w:rPr>).)*)</w:rPr>(<w:t[^>]*>[^<]*{words})",
        rf"<w:rPr>{properties}</w:rPr>\2",
    )


def paragraphs(text: str, before: str) -> Change:
    """Put paragraphs before the one that begins with some words."""

    def change(parts: Parts) -> None:
        at = parts[DOCUMENT].find(f">{before}")
        assert at > 0, before
        start = parts[DOCUMENT].rfind("<w:p>", 0, at)
        parts[DOCUMENT] = parts[DOCUMENT][:start] + text + parts[DOCUMENT][start:]

    return change


def restyle(heading: str, to: str, count: int = 1) -> Change:
    """Give headings another paragraph style that looks the same."""
    return sub(DOCUMENT, f'w:val="{heading}"', f'w:val="{to}"', count)


def plain_heading(level: int, count: int) -> Change:
    """Make headings of a level body paragraphs set like headings, as clerks do by hand."""

    def change(parts: Parts) -> None:
        key = f"Heading{level}"
        found = re.search(
            rf'<w:style [^>]*w:styleId="{key}">.*?</w:style>', parts[STYLES], re.DOTALL
        )
        assert found is not None
        copy = re.sub(r"<w:outlineLvl[^>]*/>", "", found[0])
        copy = copy.replace(f'w:styleId="{key}"', f'w:customStyle="1" w:styleId="Mine{level}"')
        copy = copy.replace(f'w:val="heading {level}"', f'w:val="我的{level}"')
        parts[STYLES] = parts[STYLES].replace("</w:styles>", copy + "</w:styles>")
        restyle(key, f"Mine{level}", count)(parts)

    return change


def insertion(tag: str, words: str) -> Change:
    """Wrap a run in a tracked change."""
    text = "delText" if tag == "del" else "t"
    inside = f"<w:r><w:{text}>{words}</w:{text}></w:r>"
    run = f'<w:{tag} w:id="900" w:author="陈某" w:date="2026-12-01T00:00:00Z">{inside}</w:{tag}>'
    return sub(DOCUMENT, r"(<w:t[^>]*>街道下辖社区[^<]*</w:t></w:r>)", r"\1" + run)


def comments(*words: str, where: str = "街道下辖社区") -> Change:
    """Put comments into the file, at a run."""

    def change(parts: Parts) -> None:
        entries = "".join(
            f'<w:comment w:id="{n}" w:author="陈某"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'
            for n, text in enumerate(words)
        )
        namespace = f"{WORD}/wordprocessingml/2006/main"
        parts["word/comments.xml"] = f'<w:comments xmlns:w="{namespace}">{entries}</w:comments>'
        relation = (
            f'<Relationship Id="rIdC" Type="{WORD}/officeDocument/2006/relationships/comments" '
            'Target="comments.xml"/></Relationships>'
        )
        rels = "word/_rels/document.xml.rels"
        parts[rels] = parts[rels].replace("</Relationships>", relation)
        override = (
            '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.wordprocessingml.comments+xml"/></Types>'
        )
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", override)
        marks = "".join(f'<w:r><w:commentReference w:id="{n}"/></w:r>' for n in range(len(words)))
        sub(DOCUMENT, rf"(<w:t[^>]*>[^<]*{where}[^<]*</w:t></w:r>)", r"\1" + marks)(parts)

    return change


def theme(minor: str) -> Change:
    """Add a theme whose East Asian font is `minor`, and let the body style ask for it."""

    def change(parts: Parts) -> None:
        main = f"{WORD}/drawingml/2006/main"
        font = f'<a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="{minor}"/>'
        parts["word/theme/theme1.xml"] = (
            f'<a:theme xmlns:a="{main}" name="t"><a:themeElements><a:fontScheme name="f"><a:majorFont>{font}'
            f"</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
        )
        relation = (
            f'<Relationship Id="rIdT" Type="{WORD}/officeDocument/2006/relationships/theme" '
            'Target="theme/theme1.xml"/></Relationships>'
        )
        rels = "word/_rels/document.xml.rels"
        parts[rels] = parts[rels].replace("</Relationships>", relation)
        style("BodyText", r"<w:rFonts ", '<w:rFonts w:eastAsiaTheme="minorEastAsia" ')(parts)

    return change


def number_text(text: str) -> Change:
    """Print the page number in another way on all pages."""
    before, _, after = text.partition("1")
    return all_of(
        *(
            all_of(
                sub(part, r">— </w:t>", f">{before}</w:t>"),
                sub(part, r"> —</w:t>", f">{after}</w:t>"),
            )
            for part in (ODD, EVEN)
        )
    )


def lm(rule: str, name: str, change: Change, must: str = "", may: str = "") -> LookMutant:
    """Make a mutant; what has to be found is its own rule if nothing else is said."""
    return LookMutant(rule, name, change, frozenset((must or rule).split()), frozenset(may.split()))


def title(*lines: str, style: str = "Title") -> str:
    """Print a title, each line a paragraph."""
    begin = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>'
    return "".join(f"{begin}{line}</w:t></w:r></w:p>" for line in lines)


TITLE = "青石桥街道办事处2026年法治政府建设年度报告"
OTHER_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1474" w:bottom="1984" '
    'w:left="1587" w:header="1423" w:footer="1423" w:gutter="0"/>'
    '<w:docGrid w:type="lines" w:linePitch="579"/>'
)
NO_FOOTERS = sub(DOCUMENT, r"<w:footerReference [^>]*/>", "", 2)
LINES = r"<w:spacing w:line=\"579\" w:lineRule=\"exact\"/>"
TITLE_RUN = "青石桥街道办事处2026年"

LOOKS = (
    lm("L001", "Word's own margins", margins(top=1440, bottom=1440, left=1800, right=1800)),
    lm(
        "L001",
        "letter paper",
        sub(DOCUMENT, r"<w:pgSz [^>]*/>", '<w:pgSz w:w="12240" w:h="15840"/>'),
    ),
    lm("L001", "a binding margin on top of the left one", margins(gutter=283)),
    lm("L001", "left and right exchanged", margins(left=1474, right=1587)),
    lm("L001", "a low head", margins(top=1701)),
    lm(
        "L001",
        "a second section with margins of its own",
        sub(
            DOCUMENT,
            r"(<w:p><w:pPr>)(<w:pStyle w:val=\"BodyText\"/>)(</w:pPr>)",
            rf"\1\2<w:sectPr>{OTHER_PAGE}</w:sectPr>\3",
        ),
    ),
    lm(
        "L002",
        "another font in the body's style",
        style("BodyText", 'w:eastAsia="仿宋"', 'w:eastAsia="宋体"'),
    ),
    lm("L002", "a theme's font in the body's style", theme("等线")),
    lm(
        "L002",
        "a piece pasted in another font",
        direct("市司法局授予街道全市", '<w:rFonts w:eastAsia="微软雅黑"/>'),
    ),
    lm("L002", "a piece in another size", direct("市司法局授予街道全市", '<w:sz w:val="28"/>')),
    lm("L002", "the title too small", style("Title", r'<w:sz w:val="44"/>', '<w:sz w:val="36"/>')),
    lm(
        "L002",
        "headings in the body's font",
        style("Heading1", 'w:eastAsia="黑体"', 'w:eastAsia="仿宋"'),
    ),
    lm(
        "L002",
        "a style that says nothing, and other defaults",
        all_of(
            style("BodyText", r"<w:rFonts [^>]*/>", ""),
            sub(STYLES, r'(<w:docDefaults>.*?)w:eastAsia="仿宋"', r'\1w:eastAsia="等线"'),
        ),
    ),
    lm("L003", "headings of the first level by hand", plain_heading(1, 9)),
    lm("L003", "one heading of the first level", plain_heading(1, 1)),
    lm("L003", "headings of the second level by hand", plain_heading(2, 99)),
    lm("L003", "both levels", all_of(plain_heading(1, 9), plain_heading(2, 99))),
    lm(
        "L003",
        "a style without outline level",
        all_of(
            style("Heading2", r"<w:outlineLvl[^>]*/>", ""), style("Heading2", "heading 2", "小标题")
        ),
    ),
    lm("L004", "none", NO_FOOTERS),
    lm("L004", "第1页", number_text("第1页")),
    lm("L004", "hyphens", number_text("-1-")),
    lm("L004", "the bare number", number_text("1")),
    lm("L004", "too small", sub(STYLES, r'(w:styleId="PageNumber".*?<w:sz w:val=)"28"', r'\1"18"')),
    lm(
        "L004",
        "on one side",
        all_of(
            sub(SETTINGS, "<w:evenAndOddHeaders/>", ""),
            sub(DOCUMENT, r'<w:footerReference w:type="even"[^>]*/>', ""),
        ),
    ),
    lm(
        "L005",
        "one and a half",
        style("BodyText", LINES, '<w:spacing w:line="360" w:lineRule="auto"/>'),
    ),
    lm(
        "L005",
        "too narrow",
        style("BodyText", LINES, '<w:spacing w:line="480" w:lineRule="exact"/>'),
    ),
    lm(
        "L005", "too wide", style("BodyText", LINES, '<w:spacing w:line="660" w:lineRule="exact"/>')
    ),
    lm(
        "L005",
        "single lines without a grid",
        all_of(
            style("BodyText", LINES, '<w:spacing w:line="240" w:lineRule="auto"/>'),
            sub(DOCUMENT, r"<w:docGrid [^>]*/>", ""),
        ),
    ),
    lm(
        "L005",
        "single lines on Word's own grid",
        all_of(
            style("BodyText", LINES, '<w:spacing w:line="240" w:lineRule="auto"/>'),
            sub(DOCUMENT, r'w:linePitch="579"', 'w:linePitch="312"'),
        ),
    ),
    lm(
        "L005",
        "one paragraph of its own",
        sub(
            DOCUMENT,
            r'(<w:pStyle w:val="BodyText"/>)(</w:pPr>.{0,60}<w:rPr>.{0,80}<w:t>街道下辖社区)',
            r'\1<w:spacing w:line="400" w:lineRule="exact"/>\2',
        ),
    ),
    lm("L006", "one between paragraphs", paragraphs(EMPTY, "5月在桥头社区五金市场")),
    lm("L006", "one behind a heading", paragraphs(EMPTY, "街道下辖社区")),
    lm(
        "L006",
        "of blanks only",
        paragraphs("<w:p><w:r><w:t>　　</w:t></w:r></w:p>", "5月在桥头社区五金市场"),
    ),
    lm("L006", "several in a row", paragraphs(EMPTY * 4, "二、2026年度推进")),
    lm(
        "L006",
        "at many places",
        all_of(
            *(
                paragraphs(EMPTY, words)
                for words in ("街道下辖社区", "5月在桥头社区五金市场", "二、2026年度推进")
            )
        ),
    ),
    lm("S016", "again below", paragraphs(title(TITLE), "区委、区政府")),
    lm("S016", "again above", paragraphs(title(TITLE), "青石桥街道办事处2026年")),
    lm("S016", "behind the addressee", paragraphs(title(TITLE), "2026年，青石桥街道办事处以")),
    lm("S016", "on two lines", paragraphs(title(TITLE[:8], TITLE[8:]), "区委、区政府")),
    lm("S016", "with blanks", paragraphs(title(TITLE.replace("2", " 2", 1)), "区委、区政府")),
    lm("L007", "an insertion", insertion("ins", "（含）")),
    lm("L007", "a deletion", insertion("del", "共计")),
    lm("L007", "words moved", insertion("moveTo", "（含）")),
    lm(
        "L007",
        "a changed form of a run",
        direct(
            "市司法局授予街道全市", '<w:rPrChange w:id="9" w:author="陈某"><w:rPr/></w:rPrChange>'
        ),
    ),
    lm(
        "L007",
        "a changed form of a paragraph",
        sub(
            DOCUMENT,
            r'(<w:pStyle w:val="BodyText"/>)(</w:pPr>)',
            r'\1<w:pPrChange w:id="9" w:author="陈某"><w:pPr/></w:pPrChange>\2',
        ),
    ),
    lm("L008", "one", comments("这个数再核一下")),
    lm("L008", "two at one place", comments("这个数再核一下", "已核")),
    lm("L008", "on a heading", comments("标题再斟酌", where="优化法治化营商环境")),
    lm("L008", "on the title", comments("题目再斟酌", where="法治政府建设年度报告")),
    lm("L008", "one without words", comments("")),
    lm("T006", "a stop behind a heading", sub(DOCUMENT, r"(方便企业群众办事)(</w:t>)", r"\1。\2")),
    lm(
        "T006",
        "a colon behind a heading",
        sub(DOCUMENT, r"(二、2026年度推进法治政府建设存在的不足和原因)(</w:t>)", r"\1：\2"),
    ),
    lm(
        "P002",
        "before the title",
        paragraphs("<w:p><w:r><w:t>机密★1年</w:t></w:r></w:p>", TITLE_RUN),
    ),
    lm(
        "T012",
        "a character the font lacks",
        all_of(
            style("BodyText", 'w:eastAsia="仿宋"', 'w:eastAsia="仿宋_GB2312"'),
            sub(DOCUMENT, "市司法局授予街道全市", "市司法局授予澴河街道全市"),
        ),
        may="N001 F001",
    ),
)
