"""XML as text: escaping, and the characters XML can't hold."""

from __future__ import annotations

import re

from drafter.errors import DrafterError

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ILLEGAL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def escape(text: str) -> str:
    """Make a text safe as element content or attribute value.

    Errors: DrafterError for a control character, with the words before it.
    """
    found = _ILLEGAL.search(text)
    if found is not None:
        raise _illegal(text, found.start())
    if "&" in text or "<" in text or ">" in text or '"' in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;")
        text = text.replace(">", "&gt;").replace('"', "&quot;")
    return text


def _illegal(text: str, index: int) -> DrafterError:
    before = text[max(0, index - 12) : index]
    after = _ILLEGAL.sub("", text[index + 1 : index + 9])
    where = f"“{before}”后面" if before else f"“{after}”前面"
    what = f"{where}有一个看不见的控制字符（U+{ord(text[index]):04X}），Word 文件存不下它。"
    mend = "多半是从别的系统粘贴带来的：请在台账或模板里删去这几个字，重新手工输入。"
    return DrafterError.of("文稿", what, mend)
