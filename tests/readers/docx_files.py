"""Make small Word files part by part, as other programs write them."""

from __future__ import annotations

import io
import zipfile

from drafter.readers.docx import read_docx
from drafter.readers.lines import Line, Lines, TableLine

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KINDS = ("styles", "numbering", "footnotes", "header", "footer")
_SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="r"'
)


def docx(body: str, **parts: str) -> bytes:
    """Zip a document with this body; parts: inner XML of styles, numbering, footnotes, header, footer."""
    assert set(parts) <= set(_KINDS)
    roots = {"header": "hdr", "footer": "ftr"}
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": _relations([(kind, f"{kind}.xml") for kind in parts]),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
    }
    for kind, inner in parts.items():
        root = roots.get(kind, kind)
        files[f"word/{kind}.xml"] = f"<w:{root} {_SPACES}>{inner}</w:{root}>"
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    """Zip texts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return stream.getvalue()


def p(text: str, properties: str = "") -> str:
    """Make a paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Make a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def listed(text: str, num_id: int, level: int = 0) -> str:
    """Make a paragraph of a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>')


def texts(data: bytes) -> list[str]:
    """Read a file and return its lines' texts, tables as rows."""
    return [_text(line) for line in lines(data)]


def lines(data: bytes) -> Lines:
    """Read a file."""
    return read_docx(data, "草稿.docx")


def _text(line: Line | TableLine) -> str:
    if isinstance(line, Line):
        return line.text
    return " / ".join("|".join(row) for row in line.rows)


def _relations(targets: list[tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{made}</Relationships>'
