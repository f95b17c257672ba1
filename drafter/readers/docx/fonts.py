"""Which East Asian font and size a run is set in: defaults, chain of styles, own properties, theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from drafter.readers.docx.names import OFF, PPR, RPR, VAL, is_default_style, number, value, w

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DEEPEST = 20
_SIMPLIFIED = "Hans"
_FONTS, _SIZE, _VANISH = w("rFonts"), w("sz"), w("vanish")
_STYLE_ID, _NAME, _PARAGRAPH_STYLE, _RUN_STYLE = w("styleId"), w("name"), w("pStyle"), w("rStyle")
_JC, _OUTLINE, _SPACING, _SNAP = w("jc"), w("outlineLvl"), w("spacing"), w("snapToGrid")
_LINE, _RULE, _EAST_ASIA, _THEMED = w("line"), w("lineRule"), w("eastAsia"), w("eastAsiaTheme")


@dataclass(frozen=True, slots=True)
class Setting:
    """What properties say of a paragraph or its runs; None where they say nothing."""

    font: str | None = None
    size_pt: float | None = None
    align: str | None = None
    depth: int | None = None
    line: int | None = None
    rule: str | None = None
    snaps: bool | None = None
    hidden: bool | None = None

    def over(self, below: Setting) -> Setting:
        """Lay this over what lies below."""
        if self is _NOTHING:
            return below
        return Setting(
            below.font if self.font is None else self.font,
            below.size_pt if self.size_pt is None else self.size_pt,
            below.align if self.align is None else self.align,
            below.depth if self.depth is None else self.depth,
            below.line if self.line is None else self.line,
            below.rule if self.line is None else self.rule,
            below.snaps if self.snaps is None else self.snaps,
            below.hidden if self.hidden is None else self.hidden,
        )


_NOTHING = Setting()


class StyleSheet:
    """The styles of one document by id, each resolved when it is first asked for; theme: its fonts."""

    __slots__ = ("_base", "_default", "_elements", "_settings", "theme")

    def __init__(self, styles: etree._Element | None, theme: etree._Element | None) -> None:
        """Take a styles part; None means a document without one."""
        self.theme = theme_fonts(theme)
        found = styles.iter(w("style")) if styles is not None else ()
        self._elements = {element.get(_STYLE_ID, ""): element for element in found}
        self._settings: dict[str, Setting] = {}
        self._base = _NOTHING if styles is None else _defaults(styles, self.theme)
        self._default = next((k for k, e in self._elements.items() if is_default_style(e)), "")

    def name(self, key: str) -> str:
        """Return a style's name, "" where it has none or isn't known."""
        return value(self._elements.get(key), _NAME) or ""

    def _style(self, key: str) -> Setting | None:
        if key in self._elements and key not in self._settings:
            _resolve(key, self._elements, self._settings, self._base, self.theme)
        return self._settings.get(key)

    def paragraph(self, properties: etree._Element | None) -> tuple[str, Setting]:
        """Resolve a w:pPr: the style's id and what holds for the paragraph and its runs."""
        key = value(properties, _PARAGRAPH_STYLE) or self._default
        below = self._style(key) or self._style(self._default) or self._base
        return key, read_setting(properties, None, self.theme).over(below)

    def run(self, properties: etree._Element | None, below: Setting) -> Setting:
        """Resolve a w:rPr in a paragraph."""
        if properties is None:
            return below
        style = self._style(value(properties, _RUN_STYLE) or "")
        if style is not None:
            below = style.over(below)
        font, size, hidden = _read_run(properties, self.theme)
        if font is None and size is None and hidden is None:
            return below  # a hint or a colour alone, as in most runs
        return Setting(font=font, size_pt=size, hidden=hidden).over(below)


def theme_fonts(theme: etree._Element | None) -> Mapping[str, str]:
    """Read the East Asian fonts of a theme: by major and minor."""
    found: dict[str, str] = {}
    if theme is None:
        return found
    for kind in ("major", "minor"):
        scheme = next(theme.iter(f"{_A}{kind}Font"), None)
        if scheme is None:
            continue
        east_asian = scheme.find(f"{_A}ea")
        name = east_asian.get("typeface", "") if east_asian is not None else ""
        by_script = {f.get("script"): f.get("typeface", "") for f in scheme.iter(f"{_A}font")}
        found[kind] = name or by_script.get(_SIMPLIFIED, "")
    return found


def read_setting(
    paragraph: etree._Element | None, run: etree._Element | None, theme: Mapping[str, str]
) -> Setting:
    """Read what a w:pPr and a w:rPr say."""
    font, size, hidden = _read_run(run, theme)
    if paragraph is None:
        return Setting(font=font, size_pt=size, hidden=hidden) if run is not None else _NOTHING
    align: str | None = None
    depth: int | None = None
    line: int | None = None
    rule: str | None = None
    snaps: bool | None = None
    for child in paragraph:
        if child.tag == _JC:
            align = child.get(VAL)
        elif child.tag == _OUTLINE:
            level = number(child.get(VAL))
            depth = None if level is None else (level + 1 if level < 9 else 0)
        elif child.tag == _SPACING:
            line = number(child.get(_LINE))
            rule = child.get(_RULE) or "auto"
        elif child.tag == _SNAP:
            snaps = child.get(VAL) not in OFF
    return Setting(font, size, align, depth, line, rule, snaps, hidden)


def _read_run(
    run: etree._Element | None, theme: Mapping[str, str]
) -> tuple[str | None, float | None, bool | None]:
    font: str | None = None
    size: float | None = None
    hidden: bool | None = None
    for child in run if run is not None else ():
        if child.tag == _FONTS:
            # On one element the theme's font beats the named one (ECMA-376-1, 17.3.2.26).
            themed = (child.get(_THEMED) or "").removesuffix("EastAsia")
            font = theme.get(themed) or child.get(_EAST_ASIA)
        elif child.tag == _SIZE:
            half_points = number(child.get(VAL))
            size = half_points / 2 if half_points else None
        elif child.tag == _VANISH:
            hidden = child.get(VAL) not in OFF
    return font, size, hidden


def _defaults(styles: etree._Element, theme: Mapping[str, str]) -> Setting:
    defaults = styles.find(w("docDefaults"))
    if defaults is None:
        return _NOTHING
    run = defaults.find(f"{w('rPrDefault')}/{RPR}")
    paragraph = defaults.find(f"{w('pPrDefault')}/{PPR}")
    return read_setting(paragraph, run, theme)


def _resolve(
    key: str,
    elements: Mapping[str, etree._Element],
    settings: dict[str, Setting],
    base: Setting,
    theme: Mapping[str, str],
) -> None:
    """Resolve a style with those it is based on; a circle of styles ends at the defaults."""
    chain: list[str] = []
    while key in elements and key not in settings and key not in chain and len(chain) < _DEEPEST:
        chain.append(key)
        key = value(elements[key], w("basedOn")) or ""
    below = settings.get(key, base)
    for name in reversed(chain):
        element = elements[name]
        own = read_setting(element.find(PPR), element.find(RPR), theme)
        is_text = element.get(w("type")) == "character"
        below = own.over(_NOTHING if is_text and below is base else below)
        settings[name] = below
