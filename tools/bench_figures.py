"""Speed of the figures' life: one `check` beyond its imports, and a rollup of thousands, printed as JSON.

    python -m tools.bench_figures [UNITS]

check: loading, validating and checking the sample profile, best of five in one process that has
imported everything but read nothing. rollup: as a person calls it, with two processes.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from drafter.collecting.scrutiny import scrutinise
from drafter.profile.examine import examine
from drafter.profile.load import load_profile

TOP = Path(__file__).parent.parent
SAMPLE = TOP / "profiles" / "qingshiqiao-2026.yaml"
UNITS = 3000


def check_once() -> float:
    """Return the milliseconds of one check."""
    start = time.perf_counter()
    profile = load_profile(SAMPLE)
    examine(profile)
    scrutinise(profile)
    return (time.perf_counter() - start) * 1000


def time_rollup(units: int) -> dict[str, float]:
    """Roll up so many copies of the sample, each of another unit; seconds, and megabytes of the largest process."""
    text = SAMPLE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "units").mkdir()
        for number in range(units):
            own = text.replace("名称: 青石桥街道办事处", f"名称: 第{number}街道办事处", 1)
            (folder / "units" / f"{number}.yaml").write_text(own, encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "drafter",
            "rollup",
            "units",
            "-o",
            "区.yaml",
            "--jobs",
            "2",
        ]
        start = time.perf_counter()
        environment = {**os.environ, "PYTHONPATH": str(TOP), "PYTHONUTF8": "1"}
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
        seconds = time.perf_counter() - start
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "seconds": round(seconds, 1),
        "cpu_seconds": round(usage.ru_utime + usage.ru_stime, 1),
        "megabytes": round(usage.ru_maxrss / 1024, 1),
    }


def main() -> None:
    """Measure and print."""
    units = int(sys.argv[1]) if len(sys.argv) > 1 else UNITS
    first, *others = [check_once() for _ in range(5)]
    result = {
        "check_ms_first": round(first, 1),
        "check_ms_best": round(min(others), 1),
        "rollup_units": units,
        "rollup": time_rollup(units),
    }
    print(json.dumps(result, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
