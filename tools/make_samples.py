"""Make samples/past, samples/others, samples/archives, samples/text and samples/annotations from samples/source.

Usage: python -m tools.make_samples [--check]
--check writes nothing and exits with 1 where a file on disk is not what the sources give. Everything but
what LibreOffice makes (.pdf, .doc, one .docx) is the same byte for byte on every run; those files are made
again only when the Word file that they are made from has changed (`made_from` in the annotation).
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2

from tools.samples.annotate import Form, annotate, plain_text, to_json
from tools.samples.numbered import numbered_by_word
from tools.samples.office import convert
from tools.samples.package import zip_with_gbk_names
from tools.samples.pages import furniture, layout_table_page, modern_page
from tools.samples.plain import count_pages, half_width, ocr_markdown, pasted_text
from tools.samples.source import Source, read_source
from tools.samples.word import red_head, typed_by_hand

TOP = Path(__file__).parents[1] / "samples"
SERIES = "石门镇"
Builder = Callable[[Source, Form], bytes]
SIGNED = frozenset({"title", "addressee", "issuer", "date"})
UNSIGNED = frozenset({"title"})
NUMBERED = SIGNED | {"doc_number"}
UPWARDS = NUMBERED | {"red_head", "signers", "copy_to", "note"}


@dataclass(frozen=True, slots=True)
class Kind:
    """A file form: its suffix, who builds it, what it prints; `office` is what LibreOffice turns it into."""

    suffix: str
    build: Builder
    prints: frozenset[str]
    office: bool = False


KINDS = {
    "docx-hand": Kind("docx", typed_by_hand, NUMBERED),
    "docx-numbered": Kind("docx", numbered_by_word, SIGNED),
    "docx-office": Kind("docx", numbered_by_word, SIGNED, office=True),
    "docx-redhead": Kind("docx", red_head, UPWARDS),
    "doc": Kind("doc", typed_by_hand, SIGNED, office=True),
    "pdf": Kind("pdf", typed_by_hand, NUMBERED, office=True),
    "html": Kind("html", modern_page, UNSIGNED),
    "html-table": Kind("html", layout_table_page, SIGNED),
    "txt": Kind("txt", pasted_text, SIGNED),
    "md": Kind("md", ocr_markdown, SIGNED),
}


def form_of(source: Source) -> Form:
    """Say how a sample is stored."""
    kind = KINDS[source.meta["form"]]
    folder = "past" if source.name.startswith(SERIES) else "others"
    prints = kind.prints
    if "doc_number" not in source.meta:
        prints = prints - {"doc_number"}
    form = Form(f"{folder}/{source.name}.{kind.suffix}", prints=prints)
    if source.meta["form"].startswith("html"):
        return replace(form, furniture=furniture(source, source.meta["place"]))
    if source.meta["form"] == "txt":
        return replace(form, change=half_width)
    if source.meta["form"] == "md":
        pages = range(1, count_pages(source, form) + 1)
        return replace(form, furniture=tuple(f"— {page} —" for page in pages))
    return form


def build(source: Source, form: Form) -> tuple[bytes, str | None]:
    """Build the file; the second item is the digest of what LibreOffice was given, if it took part."""
    kind = KINDS[source.meta["form"]]
    content = kind.build(source, form)
    if not kind.office:
        return content, None
    digest = hashlib.sha256(content).hexdigest()[:16]
    stored = TOP / "annotations" / f"{source.name}.json"
    made = TOP / form.file
    if (
        stored.exists()
        and made.exists()
        and json.loads(stored.read_text("utf-8")).get("made_from") == digest
    ):
        return made.read_bytes(), digest
    return convert(content, kind.suffix), digest


def with_page_numbers(form: Form, content: bytes) -> Form:
    """A PDF prints its page numbers: they are furniture."""
    if not form.file.endswith(".pdf"):
        return form
    pages = len(pypdfium2.PdfDocument(content))
    return replace(form, furniture=tuple(f"— {page} —" for page in range(1, pages + 1)))


def make_sample(source: Source) -> Iterator[tuple[str, bytes]]:
    """Yield the paths below samples/ with their content: the file, the plain text, the annotation."""
    form = form_of(source)
    content, made_from = build(source, form)
    form = with_page_numbers(form, content)
    text = plain_text(source, form)
    annotation = annotate(source, form)
    if made_from:
        annotation["made_from"] = made_from
    check_texts(source.name, text, annotation["figures"])
    yield form.file, content
    yield f"text/{source.name}.txt", text.encode()
    yield f"annotations/{source.name}.json", to_json(annotation).encode()


def check_texts(name: str, text: str, figures: list[dict[str, object]]) -> None:
    """Make sure that every annotated figure stands once in its line.

    Errors: ValueError with the name and the words.
    """
    lines = text.split("\n")
    for figure in figures:
        number, words = figure["line"], figure["text"]
        if not isinstance(number, int) or lines[number - 1].count(str(words)) != 1:
            raise ValueError(f"{name}: {words} does not stand once in line {number}")


def make_all() -> dict[str, bytes]:
    """Make every file."""
    files: dict[str, bytes] = {}
    for path in sorted((TOP / "source").glob("*.txt")):
        files.update(make_sample(read_source(path)))
    series = {
        f"石门镇历年报告/{Path(name).stem[-4:]}年法治政府建设情况报告{Path(name).suffix}": content
        for name, content in files.items()
        if name.startswith("past/")
    }
    files["archives/石门镇历年报告.zip"] = zip_with_gbk_names(series)
    return files


def main(arguments: list[str]) -> int:
    """Write the files, or compare them."""
    files = make_all()
    changed = [
        name
        for name, content in files.items()
        if not (TOP / name).exists() or (TOP / name).read_bytes() != content
    ]
    if "--check" in arguments:
        print("\n".join(f"differs: {name}" for name in changed) or f"{len(files)} files agree")
        return 1 if changed else 0
    for name in changed:
        (TOP / name).parent.mkdir(parents=True, exist_ok=True)
        (TOP / name).write_bytes(files[name])
    print("\n".join(f"written: {name} ({len(files[name])} bytes)" for name in changed))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
