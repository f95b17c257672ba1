"""`make bench`: drafter beside its peers, all measured in one run on this machine.

Whole process: medians over ROUNDS rounds, the programs taken in turn so that a busy moment hits all;
CPU time too, which other work on the machine disturbs less. One process: documents per second of CPU
time on one core, YAML read anew for each. No test is timed. docs/performance.md is written from it.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from drafter.cli.draft import draft_block
from drafter.profile.load import load_profile
from drafter.rendering.renderer import Renderer
from drafter.report import Report
from tools import peers
from tools.peer_content import prepare

TOP = Path(__file__).parent.parent
PAGE = TOP / "docs" / "performance.md"
PROFILE = TOP / "profiles" / "qingshiqiao-2026.yaml"
ROUNDS = 15
DOCUMENTS = 200
PEER_DOCUMENTS = 40
TURNS = 5
BESIDE = "docxtpl"


@dataclass(frozen=True, slots=True)
class Spent:
    """What one process took, in milliseconds."""

    wall: float
    cpu: float


def sample() -> Report:
    """Return the sample's report."""
    profile = load_profile(PROFILE)
    return Renderer(profile.pack).render(profile).report


def surroundings(**changed: str) -> dict[str, str]:
    """Return the environment of a program: a user's, in which Python keeps its bytecode, with changes."""
    unusual = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPATH")
    return {name: text for name, text in os.environ.items() if name not in unusual} | changed


def spend(command: list[str], environment: dict[str, str]) -> Spent:
    """Time one process from start to end; a failing one stops the bench, exit 1 of lint aside."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, cwd=TOP, env=environment, check=False)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Spent(wall * 1000, cpu * 1000)


def whole_processes(folder: Path) -> tuple[list[str], float]:
    """Return a table of what each program takes for one document, and drafter's share of the peer's."""
    python, drafted, profile = sys.executable, str(folder / "drafter.docx"), str(PROFILE)
    draft = [python, "-m", "drafter", "draft", profile, "-o", drafted]
    cached = surroundings(DRAFTER_CACHE=str(folder / "cache"))
    bare = surroundings(DRAFTER_CACHE="")
    check = [python, "-m", "drafter", "lint", drafted, "--profile", profile]
    programs: dict[str, tuple[list[str], dict[str, str]]] = {
        "drafter draft": (draft, cached),
        "drafter draft, the pack not compiled yet": (draft, bare),
        "drafter lint --profile": (check, cached),
        **{
            name: ([python, "-m", "tools.peers", name, str(folder)], cached) for name in peers.PEERS
        },
        "Python alone": ([python, "-c", "pass"], cached),
    }
    spent: dict[str, list[Spent]] = {name: [] for name in programs}
    for command, environment in programs.values():
        spend(command, environment)  # once unmeasured: bytecode, compiled pack
    for _ in range(ROUNDS):
        for name, (command, environment) in programs.items():
            spent[name].append(spend(command, environment))
    walls = {name: statistics.median(s.wall for s in times) for name, times in spent.items()}
    cpus = {name: statistics.median(s.cpu for s in times) for name, times in spent.items()}
    lines = [
        f"| one document, a process of its own | ms | beside {BESIDE} | CPU ms | beside {BESIDE} |",
        "|---|---:|---:|---:|---:|",
    ]
    for name in programs:
        wall, cpu = walls[name], cpus[name]
        lines.append(
            f"| {name} | {wall:.0f} | {wall / walls[BESIDE]:.2f} "
            f"| {cpu:.0f} | {cpu / cpus[BESIDE]:.2f} |"
        )
    return lines, walls["drafter draft"] / walls[BESIDE]


def repeat(make: Callable[[Path], None], folder: Path, count: int) -> None:
    """Make one document `count` times."""
    for _ in range(count):
        make(folder)


def per_second(make: Callable[[], object], count: int) -> float:
    """Return documents per second of CPU time over one call that makes `count` of them."""
    start = time.process_time()
    make()
    return count / (time.process_time() - start)


def draft_many(folder: Path, count: int) -> None:
    """Draft the sample over and over as `drafter draft PROFILE...` does, and write it each time."""
    for drafted in draft_block([PROFILE] * count, suffix="docx"):
        (folder / "drafter.docx").write_bytes(drafted.data)


def one_process(folder: Path) -> tuple[list[str], float]:
    """Return a table of documents per second on one core (medians of TURNS), and how many times the peer's."""
    rates: dict[str, list[float]] = {"drafter": [], **{name: [] for name in peers.PEERS}}
    for _ in range(TURNS):
        count = DOCUMENTS // TURNS
        rates["drafter"].append(per_second(partial(draft_many, folder, count), count))
        for name, make in peers.PEERS.items():
            count = PEER_DOCUMENTS // TURNS
            rates[name].append(per_second(partial(repeat, make, folder, count), count))
    medians = {name: statistics.median(found) for name, found in rates.items()}
    lines = [
        f"| many in one process, YAML included | documents per second | beside {BESIDE} |",
        "|---|---:|---:|",
    ]
    for name, rate in medians.items():
        lines.append(f"| {name} | {rate:.1f} | {rate / medians[BESIDE]:.2f} |")
    return lines, medians["drafter"] / medians[BESIDE]


def verdict(share: float, times: float) -> list[str]:
    """Say what was wanted and what came of it; a miss is a miss."""
    rows = (
        ("one draft as a whole process, beside docxtpl", share, share <= 1, share <= 0.8, "≤ 1.00", "0.80"),
        ("drafts per second in one process, beside docxtpl", times, times >= 2, times >= 4, "≥ 2.00", "4.00"),
    )  # fmt: skip
    return [
        "| wanted | measured | limit | aim |",
        "|---|---:|---|---|",
        *(
            f"| {name} | {found:.2f} | {limit}: {met(kept)} | {aim}: {met(reached)} |"
            for name, found, kept, reached, limit, aim in rows
        ),
    ]


def met(is_met: bool) -> str:
    """Say whether a wanted number was reached."""
    return "met" if is_met else "missed"


def phases(folder: Path) -> Iterator[str]:
    """Yield a table of where the time of one draft goes; medians of ROUNDS fresh processes."""
    environment = surroundings(DRAFTER_CACHE=str(folder / "cache"))
    command = [sys.executable, "-m", "tools.bench_phases", str(PROFILE)]
    found: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        done = subprocess.run(command, stdout=subprocess.PIPE, cwd=TOP, env=environment, check=True)
        for name, spent in json.loads(done.stdout).items():
            found.setdefault(name, []).append(spent)
    medians = {name: statistics.median(spent) for name, spent in found.items()}
    total = sum(medians.values())
    yield "| where one draft's time goes | CPU ms | share |"
    yield "|---|---:|---:|"
    for name, spent in medians.items():
        yield f"| {name} | {spent:.1f} | {spent / total:.0%} |"


def page(tables: list[str]) -> str:
    """Put the tables into docs/performance.md, with the words around them."""
    words = (TOP / "tools" / "bench_page.md").read_text(encoding="utf-8")
    machine = (
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores"
    )
    for slot, value in (("{machine}", machine), ("{tables}", "\n\n".join(tables))):
        words = words.replace(slot, value)
    return words


def main() -> None:
    """Prepare the peers with drafter's own report, measure, print, and write the page."""
    folder = TOP / "build" / "bench"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    prepare(sample(), folder)
    one, share = whole_processes(folder)
    many, times = one_process(folder)
    tables = ["\n".join(lines) for lines in (verdict(share, times), one, many, phases(folder))]
    print("\n\n".join(tables))
    PAGE.write_text(page(tables), encoding="utf-8")


if __name__ == "__main__":
    main()
