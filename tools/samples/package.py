"""The zip around a Word file: parts, relations, fixed dates, so that the same text gives the same bytes."""

from __future__ import annotations

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"

PLAIN_STYLES = (
    f"<w:styles {W}>"
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
    'w:eastAsia="宋体"/><w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/>'
    '<w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>'
    "{more}</w:styles>"
)
FOOTER = (
    f"<w:ftr {W}>"
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
)


def pack_word(
    body: str, date: str, *, footer: bool = False, styles: str = "", numbering: str = ""
) -> bytes:
    """Zip a document body with what belongs around it.

    styles: further style elements; numbering: the inside of numbering.xml, left out if empty.
    """
    reference = '<w:footerReference w:type="default" r:id="rId3"/>' if footer else ""
    section = (
        f'<w:sectPr>{reference}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" '
        'w:bottom="1984" w:left="1587" w:header="851" w:footer="1400" w:gutter="0"/></w:sectPr>'
    )
    document = f"{HEAD}<w:document {W} {R}><w:body>{body}{section}</w:body></w:document>"
    parts = {
        "[Content_Types].xml": _content_types(footer, bool(numbering)),
        "_rels/.rels": _root_relations(),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _document_relations(footer, bool(numbering)),
        "word/styles.xml": HEAD + PLAIN_STYLES.format(more=styles),
        "docProps/core.xml": _core(date),
    }
    if footer:
        parts["word/footer1.xml"] = HEAD + FOOTER
    if numbering:
        parts["word/numbering.xml"] = f"{HEAD}<w:numbering {W}>{numbering}</w:numbering>"
    return zip_parts({name: text.encode() for name, text in parts.items()})


def zip_parts(parts: dict[str, bytes]) -> bytes:
    """Zip in the order given, every entry dated 1980-01-01."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return target.getvalue()


def zip_with_gbk_names(files: dict[str, bytes]) -> bytes:
    """Zip files as an old Windows archiver does: names in GBK, without the UTF-8 flag.

    zipfile writes such names only as ASCII, so each is first written as a placeholder of the same
    length in bytes and then replaced; the names are stored outside the compressed data, twice.
    """
    marks = {}
    for number, name in enumerate(files):
        encoded = name.encode("gbk")
        marks[name] = (f"@{number}" + "_" * 99)[: len(encoded)]
    data = zip_parts({marks[name]: content for name, content in files.items()})
    for name in files:
        mark = marks[name].encode()
        if data.count(mark) != 2:
            raise ValueError(f"{name}: its placeholder occurs {data.count(mark)} times")
        data = data.replace(mark, name.encode("gbk"))
    return data


def _content_types(footer: bool, numbering: bool) -> str:
    kinds = {"/word/document.xml": "document.main", "/word/styles.xml": "styles"}
    if footer:
        kinds["/word/footer1.xml"] = "footer"
    if numbering:
        kinds["/word/numbering.xml"] = "numbering"
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{MAIN}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'{overrides}<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _root_relations() -> str:
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    return (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{core}" Target="docProps/core.xml"/></Relationships>'
    )


def _document_relations(footer: bool, numbering: bool) -> str:
    wanted = [("rId1", "styles", "styles.xml")]
    wanted += [("rId2", "numbering", "numbering.xml")] if numbering else []
    wanted += [("rId3", "footer", "footer1.xml")] if footer else []
    rows = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for name, kind, target in wanted
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def _core(date: str) -> str:
    stamp = f"{date}T09:00:00Z"
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified></cp:coreProperties>'
    )
