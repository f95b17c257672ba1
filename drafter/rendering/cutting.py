"""Cut a rendered sentence: clauses that need an absent figure disappear, and what is left stands alone.

A clause is what stands between ，； outside brackets and quotes; the first is the head, without it
the sentence goes. When a clause with 其中 or 分别 goes, the parts it introduces go with it.
"""

from __future__ import annotations

from drafter.rendering.outputs import Outputs
from drafter.text.sentences import CLAUSE_ENDS, SENTENCE_ENDS, split_clauses

_INTRODUCING = ("其中", "分别")
_END = "。"


def cut_sentence(sentence: str, outputs: Outputs) -> str:
    """Return what is left of a sentence, with its end mark; "" where nothing is.

    sentence: rendered text with outputs as private characters, no newline.
    """
    clauses = [sentence[start:end] for start, end in split_clauses(sentence)]
    kept: list[str] = []
    group_gone = False
    for index, clause in enumerate(clauses):
        gone = any(output.kind == "absent" for output in outputs.within(clause))
        if gone and index == 0:
            return ""
        if group_gone and clauses[index - 1][-1:] not in "；;":
            gone = True
        group_gone = gone and (group_gone or any(word in clause for word in _INTRODUCING))
        if not gone:
            kept.append(clause)
    return _close("".join(kept), outputs)


def _close(text: str, outputs: Outputs) -> str:
    """End a sentence with an end mark: one, whatever its own words end with."""
    text = text.strip()
    if not text:
        return ""
    if text[-1] in CLAUSE_ENDS:
        text = text[:-1] + _END
    last = outputs.at(text[-1])
    if last is None:
        return text if text[-1] in SENTENCE_ENDS + "：:" or _is_closed(text) else text + _END
    return text if _is_closed(last.words) else text + _END


def _is_closed(text: str) -> bool:
    stripped = text.rstrip("”’）)」』")
    return stripped[-1:] in SENTENCE_ENDS + "…" and bool(stripped)
