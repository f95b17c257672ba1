"""Cut a rendered sentence: clauses that need an absent figure disappear, and what is left stands alone.

A clause is what stands between ，； outside brackets and quotes; the first is the head, without it
the sentence goes. When a clause with 其中 or 分别 goes, the parts it introduces go with it, and 其中 goes
with the whole before it.
"""

from __future__ import annotations

from itertools import pairwise

from drafter.rendering.outputs import Outputs
from drafter.text.sentences import CLAUSE_ENDS, SENTENCE_ENDS, split_clauses

_PARTS_OF_A_WHOLE = "其中"
_INTRODUCING = (_PARTS_OF_A_WHOLE, "分别")
_END = "。"
_STOPS = ("；", ";")


def cut_sentence(sentence: str, outputs: Outputs) -> str:
    """Return what is left of a sentence, with its end mark; "" where nothing is.

    sentence: rendered text with outputs as private characters, no newline.
    """
    clauses = [sentence[start:end] for start, end in split_clauses(sentence)]
    if not clauses or _lacks_a_figure(clauses[0], outputs):
        return ""
    kept = [clauses[0]]
    is_gone = is_group_gone = False
    for before, clause in pairwise(clauses):
        continues = is_group_gone and before[-1:] not in _STOPS
        without_whole = is_gone and clause.lstrip().startswith(_PARTS_OF_A_WHOLE)
        is_gone = continues or without_whole or _lacks_a_figure(clause, outputs)
        is_group_gone = is_gone and (continues or any(word in clause for word in _INTRODUCING))
        if not is_gone:
            kept.append(clause)
        elif clause[-1:] in _STOPS and kept[-1][-1:] in CLAUSE_ENDS:
            kept[-1] = kept[-1][:-1] + clause[-1]  # the ； that ended a group still does
    return _close("".join(kept), outputs)


def _lacks_a_figure(clause: str, outputs: Outputs) -> bool:
    return any(output.kind == "absent" for output in outputs.within(clause))


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
