"""Text files: pasted without format in GB18030 with half-width marks, and Markdown as OCR leaves it."""

from __future__ import annotations

import re

from tools.samples.annotate import Form, end_lines, front_lines, plain_text
from tools.samples.source import Line, Source

SHORTEST = 20  # fewer characters of a paragraph never stand alone at the foot of a page
_HALF = str.maketrans("，：；（）？！", ",:;()?!")


def half_width(text: str) -> str:
    """Turn the marks that a collector's normalisation turns; 。、“”《》 stay."""
    return text.translate(_HALF)


def pasted_text(source: Source, form: Form) -> bytes:
    """A report pasted into Notepad: GB18030, CRLF, some blanks and empty lines left."""
    lines = []
    for number, line in enumerate(plain_text(source, form).splitlines()):
        lines += [("　　" if number % 3 == 1 else "") + line] + [""] * (number % 5 == 4)
    return "\r\n".join((*form.furniture, *lines)).encode("gb18030")


def ocr_markdown(source: Source, form: Form, page: int = 520) -> bytes:
    """A scan turned into Markdown: depth of # by chance, ** where they do not belong, pages that cut sentences.

    page: characters after which a page ends; the furniture is the page numbers, in their order.
    """
    blocks = [f"# **{line}**" for line in front_lines(source, form)]
    blocks += [_ocr_line(line, number) for number, line in enumerate(source.lines)]
    blocks += list(end_lines(source, form))
    blocks = _join_tables(blocks)
    headings = {line.text for line in source.lines if line.level and not line.run_in}
    cut: list[str] = []
    numbers = iter(form.furniture)
    room = page
    for block in blocks:
        whole = block in headings or block.startswith(("#", "|", "**"))
        if room < SHORTEST and cut:
            cut += [next(numbers), "---"]
            room = page
        while len(block) > room and not whole:
            place = _between_words(block, room)
            head, block = block[:place], block[place:]
            cut += [head, next(numbers), "---"]
            room = page
        cut.append(block)
        room -= len(block)
    return ("\n\n".join(block for block in cut if block) + "\n").encode()


def _between_words(text: str, place: int) -> int:
    """Move a page end on until it stands between two 汉字: a page ends inside a sentence, not inside a number."""
    while place < len(text) - 1 and not re.fullmatch("[一-龥]{2}", text[place - 1 : place + 1]):
        place += 1
    return place


def count_pages(source: Source, form: Form, page: int = 520) -> int:
    """How many page numbers the Markdown holds: one for each page that ends."""
    many = Form(form.file, tuple(f"@{number}@" for number in range(99)), form.change, form.prints)
    return len(re.findall("@[0-9]+@", ocr_markdown(source, many, page).decode()))


def _ocr_line(line: Line, number: int) -> str:
    if line.element == "table":
        return "| " + " | ".join(text for text, _ in line.cells) + " |"
    if line.level and not line.run_in:
        marks = ("# {}", "## **{}**", "**{}**", "{}", "### {}")
        return marks[(number * 3 + line.level) % len(marks)].format(line.text)
    if line.run_in:
        cut = line.text.index("。") + 1
        return f"**{line.text[:cut]}**{line.text[cut:]}"
    if number % 4 == 1 and re.match("[一二三四五六]是", line.text):
        return f"**{line.text[:2]}**{line.text[2:]}"
    return line.text


def _join_tables(blocks: list[str]) -> list[str]:
    """Table rows stand on lines of their own without empty lines between, a rule under the first."""
    joined: list[str] = []
    for block in blocks:
        if not block.startswith("| "):
            joined.append(block)
        elif joined and joined[-1].startswith("| "):
            joined[-1] += "\n" + block
        else:
            joined.append(f"{block}\n|{' --- |' * (block.count(' | ') + 1)}")
    return joined
