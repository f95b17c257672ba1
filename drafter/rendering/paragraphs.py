"""Turn rendered text into paragraphs: lines are sentences, blank lines end paragraphs.

Outputs become words with marks, and points are numbered.
"""

from __future__ import annotations

from drafter.rendering.cutting import cut_sentence
from drafter.rendering.outputs import Output, Outputs
from drafter.report import Mark, Paragraph
from drafter.text.numerals import to_chinese
from drafter.text.sentences import CLAUSE_ENDS, SENTENCE_ENDS, split_sentences

_ENDS = SENTENCE_ENDS + CLAUSE_ENDS + "、：:"


def build_paragraphs(rendered: str, outputs: Outputs) -> tuple[Paragraph, ...]:
    """Cut every sentence, number the points, and put the outputs' words in place.

    Points (一是 …) count within their series; a series of one prints no marker.
    """
    texts = ["".join(_sentences(block, outputs)) for block in rendered.split("\n\n")]
    kept = [text for text in texts if text]
    markers = _number_points("\n".join(kept), outputs)
    return tuple(_expand(text, outputs, markers) for text in kept)


def _sentences(block: str, outputs: Outputs) -> list[str]:
    lines = [line.strip() for line in block.splitlines()]
    return [
        cut_sentence(line[start:end], outputs)
        for line in lines
        for start, end in split_sentences(line)
    ]


def _number_points(text: str, outputs: Outputs) -> dict[str, str]:
    series: list[list[str]] = []
    for place, output in outputs.placed(text):
        if output.kind not in ("point", "first_point"):
            continue
        if output.kind == "first_point" or not series:
            series.append([])
        series[-1].append(text[place])
    return {
        character: f"{to_chinese(number)}是" if len(members) > 1 else ""
        for members in series
        for number, character in enumerate(members, 1)
    }


def _expand(text: str, outputs: Outputs, markers: dict[str, str]) -> Paragraph:
    words: list[str] = []
    marks: list[Mark] = []
    length = end = 0
    for place, output in outputs.placed(text):
        before, end = text[end:place], place + 1
        piece = _words(output, text[place], text[end : end + 1], markers)
        length += len(before)
        if output.mark and piece:
            marks.append(Mark(length, length + len(piece), output.mark, output.key))
        words += [before, piece]
        length += len(piece)
    return Paragraph("".join([*words, text[end:]]), tuple(marks))


def _words(output: Output, character: str, following: str, markers: dict[str, str]) -> str:
    """Own words lose their end mark where the template goes on with a mark of its own."""
    if character in markers:
        return markers[character]
    if output.kind == "own" and following and following in _ENDS:
        return output.words.rstrip(_ENDS)
    return output.words
