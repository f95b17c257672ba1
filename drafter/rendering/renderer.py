"""Render: a checked pack and a profile become a Report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafter.pack.pack import Pack
from drafter.profile.profile import Profile
from drafter.rendering.annex import build_annex
from drafter.rendering.compiled import CheckedTemplates, check_templates
from drafter.rendering.environment import CompiledTemplate, TemplateEnvironment
from drafter.rendering.frame import build_frame
from drafter.rendering.names import plain_names
from drafter.rendering.sections import Drafting
from drafter.report import Report, walk


@dataclass(frozen=True, slots=True)
class Rendered:
    """A report with what a person should know of it.

    dropped: names of optional sections left out because nothing stands in them.
    unprinted: own words that no sentence could hold, as they stand in the profile.
    """

    report: Report
    dropped: tuple[str, ...]
    unprinted: tuple[str, ...]


class Renderer:
    """A pack with its templates checked and compiled; renders any number of profiles."""

    def __init__(self, pack: Pack, checked: CheckedTemplates | None = None) -> None:
        """Make the templates ready; `checked` saves checking and compiling them.

        Errors: PackProblem with every mistake found.
        """
        checked = checked or check_templates(pack)
        environment = TemplateEnvironment()
        self.pack = pack
        self.used = checked.used | {key for form in pack.forms for key in form.keys}
        self.printed_lists = checked.printed_lists
        self._templates: Mapping[str, CompiledTemplate] = {
            name: CompiledTemplate(environment, code) for name, code in checked.codes.items()
        }

    def render(self, profile: Profile) -> Rendered:
        """Render one profile of this pack."""
        drafting = Drafting(profile, self._templates, plain_names(profile))
        preamble = drafting.paragraphs(self.pack.preamble, ()) if self.pack.preamble else ()
        sections = drafting.number(self.pack.outline.sections, 1)
        annex = build_annex(profile)
        report = build_frame(profile, drafting.names, preamble, sections, annex)
        return Rendered(report, tuple(drafting.dropped), _unprinted(profile, report))


def _unprinted(profile: Profile, report: Report) -> tuple[str, ...]:
    printed = "\n".join(span.text for span in walk(report))
    texts = [text for texts in profile.own.values() for text in texts]
    texts += [text for items in profile.lists.values() for i in items for text in i.fields.values()]
    return tuple(text.text for text in texts if not _is_printed(text.text, printed))


def _is_printed(text: str, printed: str) -> bool:
    return all(line.strip().rstrip("。！？，；：、") in printed for line in text.splitlines())
