"""What stands around the sections: title, addressee, issuing organs, date, annexes, by the profile's mode."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.pack.wording import replace_names
from drafter.profile.profile import Document, Profile
from drafter.rendering.values import placeholder
from drafter.report import Annex, Paragraph, Report, Section

PUBLIC = "公开"
RED_HEAD = "红头"
PUBLIC_NOTE = "此件公开发布"


def build_frame(
    profile: Profile,
    names: Mapping[str, str],
    preamble: tuple[Paragraph, ...],
    sections: tuple[Section, ...],
    table: Annex | None,
) -> Report:
    """Put a report together; what the mode needs and the profile leaves open is a placeholder."""
    document = profile.document
    title = document.title or profile.pack.title.resolve(profile.year, profile.unit.kind) or ""
    is_red, is_public = document.mode == RED_HEAD, document.mode == PUBLIC
    return Report(
        title=replace_names(title, lambda name: names.get(name, f"{{{name}}}")),
        sections=sections,
        preamble=preamble,
        annexes=_annexes(document, table),
        addressee=None if is_public else _filled(document.addressee, "主送", document),
        organs=document.organs or (names["单位"],),
        issued=document.issued,
        date_line=None if document.issued else _filled(None, "成文日期", document),
        red_head=_red_head(document, names) if is_red else None,
        doc_number=_filled(document.doc_number, "文号", document) if is_red else None,
        signers=_signers(document) if is_red else (),
        copy_to=_filled(document.copy_to, "抄送", document) if is_red else None,
        note=PUBLIC_NOTE if is_public else None,
        year=profile.year,
    )


def _filled(value: str | None, name: str, document: Document) -> str | None:
    """An open field waits; one whose line was deleted isn't printed."""
    if value:
        return value
    return placeholder(name).words if name in document.open_fields else None


def _red_head(document: Document, names: Mapping[str, str]) -> str:
    return "\n".join(document.red_heads) or names["单位"]


def _signers(document: Document) -> tuple[str, ...]:
    waiting = _filled(None, "签发人", document)
    return document.signers or ((waiting,) if waiting else ())


def _annexes(document: Document, table: Annex | None) -> tuple[Annex, ...]:
    named = tuple(Annex(name) for name in document.annexes)
    return (table, *named) if table else named
