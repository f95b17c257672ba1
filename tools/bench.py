"""`make bench`: drafter beside its peers, all measured in one run on this machine.

Whole process: medians over ROUNDS rounds, the programs taken in turn so that a busy moment hits all.
One process: documents per second on one core, YAML read anew for each. No test is timed.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from drafter.profile.load import load_profile
from drafter.rendering.renderer import Renderer
from drafter.report import Report
from drafter.writers import docx
from drafter.writers.properties import describe
from tools import peers
from tools.peer_content import prepare

TOP = Path(__file__).parent.parent
PROFILE = TOP / "profiles" / "qingshiqiao-2026.yaml"
ROUNDS = 15
DOCUMENTS = 40


def draft(target: Path) -> Report:
    """Draft the sample as `drafter draft` does, without the command line."""
    profile = load_profile(PROFILE)
    report = Renderer(profile.pack).render(profile).report
    target.write_bytes(docx.write(report, profile.pack.layout, describe(report)))
    return report


def draft_many(target: Path, count: int) -> None:
    """Draft the sample over and over, the pack loaded once as `drafter draft PROFILE...` may."""
    pack = load_profile(PROFILE).pack
    renderer = Renderer(pack)
    for _ in range(count):
        report = renderer.render(load_profile(PROFILE, pack)).report
        target.write_bytes(docx.write(report, pack.layout, describe(report)))


def milliseconds(command: list[str]) -> float:
    """Time one process from start to end; a failing one stops the bench, exit 1 of lint aside."""
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, cwd=TOP, check=False)
    spent = time.perf_counter() - start
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}")
    return spent * 1000


def whole_processes(folder: Path) -> None:
    """Print the median time of each program for one document."""
    python, drafted = sys.executable, str(folder / "drafter.docx")
    commands = {
        "python, nothing imported": [python, "-c", "pass"],
        "drafter draft": [python, "-m", "drafter", "draft", str(PROFILE), "-o", drafted],
        "drafter lint --profile": [
            python,
            "-m",
            "drafter",
            "lint",
            drafted,
            "--profile",
            str(PROFILE),
        ],
    }
    commands |= {name: [python, "-m", "tools.peers", name, str(folder)] for name in peers.PEERS}
    spent: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            spent[name].append(milliseconds(command))
    base = statistics.median(spent["docxtpl"])
    print(f"whole process, median of {ROUNDS} (beside docxtpl)")
    for name, times in spent.items():
        median = statistics.median(times)
        print(f"  {name:26} {median:6.0f} ms  {median / base:5.2f}")


def repeat(make: Callable[[Path], None], folder: Path, count: int) -> None:
    """Make one document `count` times."""
    for _ in range(count):
        make(folder)


def per_second(make: Callable[[], None], count: int) -> float:
    """Return documents per second over one call that makes `count` of them."""
    start = time.perf_counter()
    make()
    return count / (time.perf_counter() - start)


def one_process(folder: Path) -> None:
    """Print documents per second, one core, one process."""
    target = folder / "drafter.docx"
    rates = {"drafter": per_second(partial(draft_many, target, DOCUMENTS), DOCUMENTS)}
    for name, make in peers.PEERS.items():
        rates[name] = per_second(partial(repeat, make, folder, 10), 10)
    print("documents per second in one process, YAML included (beside docxtpl)")
    for name, rate in rates.items():
        print(f"  {name:26} {rate:6.1f}     {rate / rates['docxtpl']:5.2f}")


def main() -> None:
    """Prepare the peers with drafter's own report, then measure."""
    folder = TOP / "build" / "bench"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    prepare(draft(folder / "drafter.docx"), folder)
    whole_processes(folder)
    one_process(folder)


if __name__ == "__main__":
    main()
