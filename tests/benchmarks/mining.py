"""Time `drafter mine` on synthetic reports: wall, processor time, peak memory, and equal bytes.

Usage: python -m tests.benchmarks.mining COUNT... [--jobs N]
Each count is mined from nothing (no cache) and once more from the cache. Memory is the largest of
the command's own process; workers are listed beside it.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.generate import office_name, report

_CODE = """
import resource, sys
from drafter.cli.main import cli
cli.main(sys.argv[1:], standalone_mode=False)
own, workers = (resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print("CPU", round(own.ru_utime + own.ru_stime + workers.ru_utime + workers.ru_stime, 1))
print("RSS", own.ru_maxrss // 1024, workers.ru_maxrss // 1024)
"""


def generate(folder: Path, count: int) -> int:
    """Write the reports; returns their bytes."""
    for number in range(count):
        target = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(report(number), encoding="utf-8")
    return sum(path.stat().st_size for path in folder.rglob("*.txt"))


def mine(folder: Path, out: Path, jobs: int, cache: Path) -> tuple[float, str]:
    """Run the command; returns wall seconds and what it says of itself."""
    arguments = [
        "mine", str(folder), "-o", str(out), "--own", office_name(0), "--jobs", str(jobs), "--force",
    ]  # fmt: skip
    start = time.monotonic()
    environment = {**os.environ, "DRAFTER_CACHE": str(cache)}
    done = subprocess.run(
        [sys.executable, "-c", _CODE, *arguments], capture_output=True, text=True, check=True, env=environment
    )  # fmt: skip
    said = [line for line in done.stdout.splitlines() if line.startswith(("CPU", "RSS"))]
    return time.monotonic() - start, "，".join(said)


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
    jobs = int(arguments.pop()) if "--jobs" in sys.argv else 2
    for count in map(int, arguments):
        with tempfile.TemporaryDirectory() as work:
            top = Path(work)
            size = generate(top / "past", count)
            print(f"{count} 份，{size / 1e6:.0f} MB，本机负载 {os.getloadavg()[0]:.1f}", flush=True)
            for label in ("没有缓存", "有缓存"):
                wall, said = mine(top / "past", top / "ours", jobs, top / "cache")
                print(f"  {label}：{wall:.1f} 秒，{said}，{digest(top / 'ours')}", flush=True)


if __name__ == "__main__":
    main()
