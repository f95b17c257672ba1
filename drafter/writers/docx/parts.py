"""The small parts of the package: footers, settings, fonts, properties, relationships."""

from __future__ import annotations

from drafter.pack.layout import Layout
from drafter.writers.digest import PREFIX
from drafter.writers.docx.runs import paragraph
from drafter.writers.docx.xml import DECLARATION, R, W, escape
from drafter.writers.properties import Properties

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

CONTENT_TYPES = (
    f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_WORD}.settings+xml"/>'
    f'<Override PartName="/word/fontTable.xml" ContentType="{_WORD}.fontTable+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_WORD}.footer+xml"/>'
    f'<Override PartName="/word/footer2.xml" ContentType="{_WORD}.footer+xml"/>'
    '<Override PartName="/customXml/itemProps1.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    '<Override PartName="/docProps/app.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
)


def _relationships(*targets: tuple[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


PACKAGE_RELATIONSHIPS = _relationships(
    (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
    (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
)
DOCUMENT_RELATIONSHIPS = _relationships(
    (f"{R}/footer", "footer1.xml"),
    (f"{R}/footer", "footer2.xml"),
    (f"{R}/styles", "styles.xml"),
    (f"{R}/settings", "settings.xml"),
    (f"{R}/fontTable", "fontTable.xml"),
    (f"{R}/customXml", "../customXml/item1.xml"),
)
FIGURES_RELATIONSHIPS = _relationships((f"{R}/customXmlProps", "itemProps1.xml"))

APPLICATION = (
    f'{DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties">'
    "<Application>drafter</Application></Properties>"
)

# compatibilityMode 15 is today's Word; without it the file opens in compatibility mode.
_COMPATIBILITY = (
    ("compatibilityMode", "15"),
    ("overrideTableStyleFontSizeAndJustification", "1"),
    ("enableOpenTypeFeatures", "1"),
    ("doNotFlipMirrorIndents", "1"),
    ("differentiateMultirowTableHeaders", "1"),
)
SETTINGS = "".join(
    (
        f'{DECLARATION}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>',
        '<w:defaultTabStop w:val="632"/><w:evenAndOddHeaders/>',
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>',
        *(
            f'<w:compatSetting w:name="{name}" '
            f'w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
            for name, value in _COMPATIBILITY
        ),
        '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>',
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>',
    )
)

_PAGE_RUN = '<w:rPr><w:rStyle w:val="PageNumber"/><w:rFonts w:hint="eastAsia"/></w:rPr>'


def _page_run(content: str) -> str:
    return f"<w:r>{_PAGE_RUN}{content}</w:r>"


def _footer(style: str) -> str:
    field = "".join(
        (
            _page_run('<w:t xml:space="preserve">— </w:t>'),
            _page_run('<w:fldChar w:fldCharType="begin"/>'),
            _page_run('<w:instrText xml:space="preserve"> PAGE </w:instrText>'),
            _page_run('<w:fldChar w:fldCharType="separate"/>'),
            _page_run("<w:t>1</w:t>"),
            _page_run('<w:fldChar w:fldCharType="end"/>'),
            _page_run('<w:t xml:space="preserve"> —</w:t>'),
        )
    )
    return f'{DECLARATION}<w:ftr xmlns:w="{W}">{paragraph(style, field)}</w:ftr>'


FOOTER_ODD = _footer("Footer")
FOOTER_EVEN = _footer("FooterEven")


def font_table(layout: Layout) -> str:
    """List the fonts by name, with what may stand in for them; none is embedded."""
    entries = "".join(
        f'<w:font w:name="{escape(font.families[0])}">'
        + (
            f'<w:altName w:val="{escape(",".join(font.families[1:]))}"/>'
            if font.families[1:]
            else ""
        )
        + '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for font in layout.fonts
    )
    return f'{DECLARATION}<w:fonts xmlns:w="{W}">{entries}</w:fonts>'


def core_properties(properties: Properties, digest: str) -> str:
    """Write title, author, dates and the digest of the other parts."""
    stamp = f"{properties.created.isoformat()}T00:00:00Z"
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(properties.title)}</dc:title>"
        f"<dc:creator>{escape(properties.creator)}</dc:creator>"
        f"<dc:identifier>{PREFIX}{digest}</dc:identifier><dc:language>zh-CN</dc:language>"
        f"<cp:lastModifiedBy>{escape(properties.creator)}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified>'
        "</cp:coreProperties>"
    )
