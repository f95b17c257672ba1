"""Time `drafter mine` on synthetic reports: wall, processor time, peak memory, and equal bytes.

Usage: python -m tests.benchmarks.mining COUNT... [--jobs N] [--cluster]
Each count is mined from nothing (no cache) and once more from the cache; with --cluster from nothing
on a Dask cluster of N workers on this machine as well. Processor time is that of all processes together,
memory the largest of the command's own process and of one of its workers.
"""

from __future__ import annotations

import hashlib
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from tests.benchmarks.generate import office_name, report
from tests.cli.clusters import scheduler, worker

_CODE = """
import resource, sys
from drafter.cli.main import cli
cli.main(sys.argv[1:], standalone_mode=False)
own, workers = (resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print("RSS", own.ru_maxrss // 1024, workers.ru_maxrss // 1024)
"""


def generate(folder: Path, count: int) -> int:
    """Write the reports; returns their bytes."""
    for number in range(count):
        target = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(report(number), encoding="utf-8")
    return sum(path.stat().st_size for path in folder.rglob("*.txt"))


def mine(folder: Path, out: Path, cache: Path, *spread: str) -> tuple[float, str]:
    """Run the command; returns wall seconds and the memory it says of itself."""
    arguments = ["mine", str(folder), "-o", str(out), "--own", office_name(0), "--force", *spread]
    start = time.monotonic()
    environment = {**os.environ, "DRAFTER_CACHE": str(cache)}
    done = subprocess.run(
        [sys.executable, "-c", _CODE, *arguments], capture_output=True, text=True, check=True, env=environment
    )  # fmt: skip
    (said,) = [line for line in done.stdout.splitlines() if line.startswith("RSS")]
    return time.monotonic() - start, said


def mine_on_cluster(folder: Path, out: Path, cache: Path, workers: int) -> tuple[float, str]:
    """Run the command on a cluster of this machine, whose start is not counted in wall seconds."""
    with ExitStack() as stack:
        running = stack.enter_context(scheduler(out.parent))
        for _ in range(workers):
            stack.enter_context(worker(out.parent, running))
        return mine(folder, out, cache, "--engine", f"dask://{running.address}")


def measured(label: str, out: Path, run: Callable[[], tuple[float, str]]) -> str:
    """Run something and say what it took; processes that it started have ended by then."""
    before = _processor_seconds()
    wall, said = run()
    spent = _processor_seconds() - before
    return f"  {label}：{wall:.1f} 秒，CPU {spent:.1f}，{said}，{digest(out)}"


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def digest(folder: Path) -> str:
    """Digest a pack's files."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            total.update(path.name.encode() + path.read_bytes())
    return total.hexdigest()[:12]


def main() -> None:
    """Print one line for each run."""
    arguments = [a for a in sys.argv[1:] if a.isdigit()]
    jobs = arguments.pop() if "--jobs" in sys.argv else "2"
    for count in map(int, arguments):
        with tempfile.TemporaryDirectory() as work:
            top = Path(work)
            past, out, cache = top / "past", top / "ours", top / "cache"
            size = generate(past, count)
            print(f"{count} 份，{size / 1e6:.0f} MB，本机负载 {os.getloadavg()[0]:.1f}", flush=True)
            for label in ("没有缓存", "有缓存"):
                run = partial(mine, past, out, cache, "--jobs", jobs)
                print(measured(label, out, run), flush=True)
            if "--cluster" in sys.argv:
                run = partial(mine_on_cluster, past, out, top / "another cache", int(jobs))
                print(measured("集群，没有缓存", out, run), flush=True)


if __name__ == "__main__":
    main()
