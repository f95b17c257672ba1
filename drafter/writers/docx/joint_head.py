"""The 发文机关标志 of several organs: their names one below the other, 文件 on the right of them all.

GB/T 9704-2012, 7.2.4: 文件 is centred on the height of the names. A table without lines sets it, one
row a name: rows and a cell over several of them are what Word, WPS and LibreOffice lay out alike.
"""

from __future__ import annotations

from drafter.pack.layout import Layout
from drafter.writers.docx.measure import text_width, twips_of_pt, width_of
from drafter.writers.docx.runs import paragraph, run

DOCUMENT = "文件"
GAP = 0.5  # in 字 of the mark, between the names and 文件


def joint_names(mark: str) -> tuple[str, ...]:
    """Return the names of a mark of several organs that ends in 文件, else nothing."""
    names = tuple(mark.removesuffix(DOCUMENT).split("\n"))
    return names if mark.endswith(DOCUMENT) and len(names) > 1 and all(names) else ()


def joint_width(names: tuple[str, ...]) -> float:
    """Return the width of names and 文件 in 字."""
    return max(map(width_of, names)) + GAP + len(DOCUMENT)


def joint_head(names: tuple[str, ...], layout: Layout, size_pt: float, top: int) -> str:
    """Print the mark in the styles JointName and JointDocument.

    top: twips from the upper edge of the text block to the first name.
    """
    size = twips_of_pt(size_pt)
    left = round((joint_width(names) - len(DOCUMENT)) * size)
    right = text_width(layout) - left
    widths = (left, min(right, round((len(DOCUMENT) + 0.1) * size)))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(number, name, widths, top) for number, name in enumerate(names))
    none = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{none}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(number: int, name: str, widths: tuple[int, int], top: int) -> str:
    """Print one name; the first row opens the cell of 文件, which the others go on."""
    above = f'<w:tcMar><w:top w:w="{top}" w:type="dxa"/></w:tcMar>' if number == 0 else ""
    merge = '<w:vMerge w:val="restart"/>' if number == 0 else "<w:vMerge/>"
    document = run(DOCUMENT) if number == 0 else ""
    return (
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        f'<w:tc><w:tcPr><w:tcW w:w="{widths[0]}" w:type="dxa"/>{above}</w:tcPr>'
        f"{paragraph('JointName', run(name))}</w:tc>"
        f'<w:tc><w:tcPr><w:tcW w:w="{widths[1]}" w:type="dxa"/>{merge}{above}'
        f'<w:vAlign w:val="center"/></w:tcPr>{paragraph("JointDocument", document)}</w:tc></w:tr>'
    )
