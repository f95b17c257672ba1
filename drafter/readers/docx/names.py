"""Qualified names of WordprocessingML, as lxml spells them."""

from __future__ import annotations

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def w(name: str) -> str:
    """Qualify a name of the main namespace."""
    return _W + name


VAL = w("val")
P, R, T, TBL, TR, TC = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc")
PPR, RPR, SDT, SDT_CONTENT = w("pPr"), w("rPr"), w("sdt"), w("sdtContent")
TEXT_BOX = w("txbxContent")
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
STRICT_NAMESPACE = _STRICT
TRANSITIONAL_NAMESPACE = _W[1:-1]


OFF, ON = ("0", "false", "off"), ("1", "true", "on")


def value(parent: etree._Element | None, name: str) -> str | None:
    """Return w:val of a child; "" where the child has none, None where there is no child."""
    if parent is None:
        return None
    for child in parent:
        if child.tag == name:
            return child.get(VAL, "")
    return None


def is_on(parent: etree._Element | None, name: str) -> bool | None:
    """Read an on/off property; None where it isn't set."""
    said = value(parent, name)
    return None if said is None else said not in OFF


def is_default_style(style: etree._Element) -> bool:
    """Tell whether a w:style is the one of paragraphs that name none."""
    return style.get(w("type")) == "paragraph" and style.get(w("default")) in ON


def number(text: str | None) -> int | None:
    """Read a whole number; None for anything else (a file may hold nonsense)."""
    try:
        return int(text) if text else None
    except ValueError:
        return None
