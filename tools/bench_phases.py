"""Where the time of one draft goes: CPU milliseconds of each step in a fresh process, printed as JSON.

Run as a script by tools/bench.py; imports stand in the functions because they are what is measured.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

Steps = dict[str, float]


def import_libraries(steps: Steps) -> None:
    """Import what drafter is built on, one after the other; a later one finds what it shares loaded."""
    clock = time.process_time()
    import click  # noqa: F401

    clock = _note(steps, "import click", clock)
    import ruamel.yaml  # noqa: F401

    clock = _note(steps, "import ruamel.yaml", clock)
    import jinja2.sandbox  # noqa: F401

    clock = _note(steps, "import jinja2", clock)
    import drafter.cli.draft
    import drafter.cli.main
    import drafter.writers.docx  # noqa: F401

    _note(steps, "import drafter", clock)


def draft(profile: Path, steps: Steps) -> None:
    """Draft once, step by step as `drafter draft` does."""
    from drafter.pack.compiled import load_compiled
    from drafter.profile.load import load_from, named_folder
    from drafter.rendering.compiled import load_templates
    from drafter.rendering.renderer import Renderer
    from drafter.writers import docx
    from drafter.writers.properties import describe
    from drafter.yamlfile import read

    clock = time.process_time()
    file = read(profile)
    clock = _note(steps, "read the YAML", clock)
    pack = load_compiled(named_folder(file))
    clock = _note(steps, "load the pack (compiled)", clock)
    renderer = Renderer(pack, load_templates(pack))
    clock = _note(steps, "load the templates (compiled)", clock)
    loaded = load_from(file, pack)
    clock = _note(steps, "hold the profile against the pack", clock)
    report = renderer.render(loaded).report
    clock = _note(steps, "render", clock)
    docx.write(report, pack.layout, describe(report))
    _note(steps, "write the .docx", clock)


def _note(steps: Steps, name: str, since: float) -> float:
    now = time.process_time()
    steps[name] = (now - since) * 1000
    return now


def main() -> None:
    """Measure once."""
    steps: Steps = {"start Python": time.process_time() * 1000}
    clock = time.process_time()
    from drafter.starting import kept_compilations

    with kept_compilations():
        _note(steps, "find what was compiled before", clock)
        import_libraries(steps)
        draft(Path(sys.argv[1]), steps)
    print(json.dumps(steps))


if __name__ == "__main__":
    main()
