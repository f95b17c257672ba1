"""Complex fields (page numbers, links, lists of contents): only their results are text.

Between `begin` and `separate` stands a field's code, behind it the result; fields nest, and one may
reach over several paragraphs.
"""

from __future__ import annotations


def follow_field(open_fields: list[bool], kind: str | None) -> None:
    """Take a w:fldChar's type into account; a field is True once its result has begun."""
    if kind == "begin":
        open_fields.append(False)
    elif kind == "separate" and open_fields:
        open_fields[-1] = True
    elif kind == "end" and open_fields:
        open_fields.pop()
