"""Web archives (.mht) -> Lines: the page inside the message."""

from __future__ import annotations

from email import message_from_bytes

from drafter.errors import FileProblem
from drafter.readers.html import read_html
from drafter.readers.lines import Lines


def read_mht(data: bytes, name: str) -> Lines:
    """Read a web archive's bytes. Errors: FileProblem (no page inside, encoding)."""
    for part in message_from_bytes(data).walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                return read_html(payload, name, part.get_content_charset())
    mend = "请在浏览器里重新保存网页，或把正文粘贴到Word里。"
    raise FileProblem.of(name, "网页存档里没有网页正文。", mend)
