"""Collection sheets as CSV: the same lines and columns as the Excel sheet, for programs without Excel."""

from __future__ import annotations

import csv
import io

from drafter.collecting.sheets import COLUMNS, Sheet

_BOM = b"\xef\xbb\xbf"  # without it Excel takes UTF-8 for GBK


def write_csv(sheet: Sheet) -> bytes:
    """Return the file's bytes, as Excel and WPS open them."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerows([line] for line in sheet.head)
    writer.writerow(COLUMNS)
    writer.writerows(row.cells for row in sheet.rows)
    return _BOM + buffer.getvalue().encode()
