"""What drafter makes of the profiles that ship: recorded as text, and judged by the Open XML SDK."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.pack.layout import Layout
from drafter.report import Report
from drafter.writers import docx, markdown
from drafter.writers.properties import describe
from tests.external import find_tool
from tests.shipped import PROFILES, drafted, profile_of
from tests.writers.dump import dump

Sample = tuple[str, Report, Layout]
Golden = Callable[[str, str], None]


@pytest.fixture(params=PROFILES, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> Sample:
    layout = profile_of(request.param).pack.layout
    return request.param.stem, drafted(request.param), layout


def word_file(sample: Sample) -> bytes:
    _, report, layout = sample
    return docx.write(report, layout, describe(report))


def test_sample_reads_as_recorded(sample: Sample, golden: Golden) -> None:
    golden(f"samples/{sample[0]}.md", markdown.write(sample[1]))


def test_sample_looks_as_recorded(sample: Sample, golden: Golden) -> None:
    golden(f"samples/{sample[0]}.docx.txt", dump(word_file(sample)))


@pytest.mark.needs("validator")
def test_open_xml_sdk_finds_nothing_in_a_sample(sample: Sample, tmp_path: Path) -> None:
    path = tmp_path / "sample.docx"
    path.write_bytes(word_file(sample))
    command = [find_tool("validator") or "", str(path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert json.loads(done.stdout)["errors"] == []
