"""Speed of lint: `python -m tools.bench_lint`, a part of `make bench`; it writes docs/performance.md, Lint.

With a folder it only prints how fast the .txt files in it are judged: python -m tools.bench_lint FOLDER

1. All rules on DRAFTS drafts in one process, reading included: .txt and .docx, and AutoCorrect
   (npm autocorrect-node, if `npm install --prefix build/npm autocorrect-node` was run) on the same .txt.
2. Where the time of one of these goes: reading, matching, the dearest rules.
3. One draft as a whole process beside Python with the libraries that a lint needs.
4. Whether the cost is linear: a draft's body once, 10 and 100 times.
The drafts are the samples, made as long as real reports are, with other figures. AutoCorrect does what its
user asks of it: the findings of a named file, which it reads itself; what it takes to start and to get warm
isn't counted, for either. Times are processor time, so that a busy machine changes little.
"""

from __future__ import annotations

import gc
import json
import random
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from docx import Document

from drafter.__main__ import RUBBISH
from drafter.cli.drafts import Against
from drafter.lint.draft import Draft
from drafter.lint.rule import Finding, Rule
from drafter.lint.rules import RULES
from drafter.readers import expand
from tools.bench import PAGE, TOP, met, spend, surroundings

DRAFTS = 200
WORD_DRAFTS = 40
LENGTH = 4300  # characters; real reports have 3,000 to 5,300
TURNS = 5
ROUNDS = 11
TIMES = (1, 10, 100)
DEAREST = 10
NODE_MODULES = TOP / "build" / "npm" / "node_modules"
SECTION = "## Lint"
_SENTENCE = re.compile("[^。]+。")
_POINT = re.compile("[（(]?[一二三四五六七八九十]+(?:[)）、]|是)")
_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?![\d年月日])")


def _run(rule: Rule, draft: Draft) -> list[Finding]:
    return list(rule.check(draft))


READING = "reading"
_WORK: Mapping[str, Callable[[Draft], object]] = {
    "matching figures": lambda draft: draft.matches,
    "folding and joining texts": lambda draft: draft.folded.present(("甲乙",)),
    **{f"{rule.code} {rule.slug}": partial(_run, rule) for rule in RULES},
}
_NODE = """
const {lintFor} = require(process.argv[1]), fs = require('fs'), folder = process.argv[2] + '/';
const files = fs.readdirSync(folder).filter(name => name.endsWith('.txt'));
const all = () => files.forEach(name => lintFor(fs.readFileSync(folder + name, 'utf8'), name));
all();
const start = process.cpuUsage(); all(); const spent = process.cpuUsage(start);
console.log(JSON.stringify(files.length / (spent.user + spent.system) * 1e6));
"""


def varied(text: str, number: int) -> str:
    """Return a text with other figures of as many digits, the same ones for the same number."""
    rng = random.Random(number)

    def other(found: re.Match[str]) -> str:
        digits = len(found[0])
        return str(rng.randint(10 ** (digits - 1), 10**digits - 1))

    return _NUMBER.sub(other, text)


def report_sized(text: str, prose: Sequence[str], number: int) -> str:
    """Return a sample as long, and with as many figures, as real reports: LENGTH characters, 10 in 1,000.

    Of its sentences with figures every second one goes; of `prose`, sentences without, as many come in
    as are wanted and it hasn't itself, in another order for each number, behind its own paragraphs.
    """
    lines = text.splitlines()
    more = [s for s in random.Random(number).sample(prose, len(prose)) if s not in text]
    bodies = [index for index, line in enumerate(lines) if "。" in line]
    counted = 0
    for index in bodies:
        kept = []
        for sentence in _SENTENCE.findall(lines[index]):
            counted += any(map(str.isdigit, sentence))
            if counted % 2 or not any(map(str.isdigit, sentence)):
                kept.append(sentence)
        lines[index] = "".join(kept)
    wanted = LENGTH - sum(map(len, lines))
    share = wanted // len(bodies)
    for index in bodies:
        added = ""
        while more and len(added) < share:
            added += more.pop()
        lines[index] = "\n".join(filter(None, (lines[index], added)))
    return "\n".join(lines)


def write_drafts(folder: Path) -> None:
    """Write DRAFTS texts into txt/, and the first WORD_DRAFTS of them as .docx into docx/."""
    samples = sorted((TOP / "samples" / "text").glob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in samples]
    lines = [line for text in texts for line in text.splitlines() if "。" in line]
    sentences = dict.fromkeys(sentence for line in lines for sentence in _SENTENCE.findall(line))
    prose = [s for s in sentences if not any(map(str.isdigit, s)) and not _POINT.match(s)]
    for form in ("txt", "docx"):
        (folder / form).mkdir(parents=True)
    for number in range(DRAFTS):
        text = varied(report_sized(texts[number % len(texts)], prose, number), number)
        (folder / "txt" / f"{number:03}.txt").write_text(text, encoding="utf-8")
        if number < WORD_DRAFTS:
            document = Document()
            for line in text.splitlines():
                document.add_paragraph(line)
            document.save(str(folder / "docx" / f"{number:03}.docx"))


def seconds(call: Callable[[], object]) -> float:
    """Return the processor time of one call."""
    start = time.process_time()
    call()
    return time.process_time() - start


def lint_all(against: Against, paths: Sequence[str]) -> None:
    """Read and judge drafts as `drafter lint` does."""
    for source in expand(paths):
        against.judge(against.read(source), RULES)


def autocorrect(folder: Path) -> float | None:
    """Return AutoCorrect's files per second, None where node or the package isn't there."""
    node, package = shutil.which("node"), NODE_MODULES / "autocorrect-node"
    if node is None or not package.is_dir():
        return None
    command = [node, "-e", _NODE, str(package), str(folder)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return float(json.loads(done.stdout))


def rates(folders: dict[str, Path]) -> dict[str, float]:
    """Return files per second by form, medians of TURNS, the programs taken in turn; folders: by form."""
    against = Against(None, None, None)
    found: dict[str, list[float]] = {name: [] for name in (*folders, "AutoCorrect")}
    for folder in folders.values():
        lint_all(against, [str(folder)])  # once unmeasured
    for _ in range(TURNS):
        for form, folder in folders.items():
            spent = seconds(partial(lint_all, against, [str(folder)]))
            found[form].append(len(list(folder.glob(f"*.{form}"))) / spent)
        peer = autocorrect(folders["txt"])
        found["AutoCorrect"] += [peer] if peer is not None else []
    return {name: statistics.median(rate) for name, rate in found.items() if rate}


def length_of(folder: Path) -> int:
    """Return the median number of characters of the .txt files in a folder."""
    texts = (path.read_text(encoding="utf-8") for path in folder.glob("*.txt"))
    return round(statistics.median(map(len, texts)))


def rate_table(medians: dict[str, float]) -> list[str]:
    """Print files per second, with what was wanted of them."""
    peer = medians.get("AutoCorrect")
    text, word = medians["txt"], medians["docx"]
    share = f"{text / peer:.2f}" if peer else "not measured"
    verdict = ("met" if text >= peer / 2 else "missed") if peer else "open"
    lines = [
        "| all rules, one process, reading included | files per second | wanted | measured |",
        "|---|---:|---|---|",
        f"| drafter, .txt | {text:.0f} | ≥ 0.50 of AutoCorrect | {share}: {verdict} |",
        f"| drafter, .docx | {word:.0f} | ≥ 0.50 of .txt | {word / text:.2f}: {met(word >= text / 2)} |",
    ]
    return [*lines, f"| AutoCorrect, .txt | {peer:.0f} | | |"] if peer else lines


def where_time_goes(folder: Path) -> list[str]:
    """Return a table of what one draft's time goes to, mean of the .txt files, the least of TURNS turns."""
    against = Against(None, None, None)
    lint_all(against, [str(folder / "txt")])  # once unmeasured
    turns = [_stages(against, folder / "txt") for _ in range(TURNS)]
    spent = {name: min(turn[name] for turn in turns) for name in turns[0]}
    titles = {f"{rule.code} {rule.slug}" for rule in RULES}
    dearest = sorted(titles, key=lambda title: -spent[title])[:DEAREST]
    rows = {name: spent[name] for name in (*(n for n in spent if n not in titles), *dearest)}
    rows[f"the other {len(titles) - DEAREST} rules"] = sum(spent.values()) - sum(rows.values())
    whole = sum(rows.values())
    lines = ["| where one draft's time goes | CPU ms | share |", "|---|---:|---:|"]
    lines += [f"| {name} | {s * 1000:.2f} | {s / whole:.0%} |" for name, s in rows.items()]
    return [*lines, f"| together | {whole * 1000:.2f} | |"]


def _stages(against: Against, folder: Path) -> dict[str, float]:
    """Return the time of each stage and each rule for one draft, in the order they are taken."""
    sources = list(expand([str(folder)]))
    spent = dict.fromkeys((READING, *_WORK), 0.0)
    for source in sources:
        start = time.process_time()
        draft = against.held(against.read(source))
        spent[READING] += time.process_time() - start
        for name, work in _WORK.items():
            spent[name] += seconds(partial(work, draft))
    return {name: total / len(sources) for name, total in spent.items()}


def whole_process(folder: Path) -> list[str]:
    """Return a table of one lint as a process of its own beside Python with the libraries."""
    base = [sys.executable, "-c", "import click, lxml.etree, ruamel.yaml"]
    lint = [sys.executable, "-m", "drafter", "lint", str(folder / "txt" / "003.txt")]
    environment = surroundings(DRAFTER_CACHE=str(folder / "cache"))
    spent: dict[str, list[float]] = {"libraries": [], "lint": []}
    spend(lint, environment)  # once unmeasured: bytecode, compiled pack
    for _ in range(ROUNDS):
        spent["libraries"].append(spend(base, environment).cpu)
        spent["lint"].append(spend(lint, environment).cpu)
    ours, theirs = (statistics.median(spent[name]) for name in ("lint", "libraries"))
    ratio = ours / theirs
    return [
        "| one draft, a process of its own | CPU ms | wanted | measured |",
        "|---|---:|---|---|",
        f"| drafter lint | {ours:.0f} | ≤ 2.50 of the libraries | {ratio:.2f}: {met(ratio <= 2.5)} |",
        f"| importing click, lxml, ruamel.yaml | {theirs:.0f} | | |",
    ]


def linearity(folder: Path) -> list[str]:
    """Return a table of the time of a draft whose body is repeated, each time with other figures."""
    against = Against(None, None, None)
    first, *body = (folder / "txt" / "003.txt").read_text(encoding="utf-8").splitlines()
    target = folder / "long.txt"
    spent: dict[int, float] = {}
    for times in TIMES:
        parts = [varied("\n".join(body), number) for number in range(times)]
        target.write_text("\n".join([first, *parts]), encoding="utf-8")
        again = partial(lint_all, against, [str(target)])
        spent[times] = min(seconds(again) for _ in range(3))
    lines = ["| text, times as long | CPU ms | times the time |", "|---|---:|---:|"]
    lines += [f"| {n} | {s * 1000:.0f} | {s / spent[1]:.1f} |" for n, s in spent.items()]
    kept = spent[TIMES[-1]] <= 1.1 * TIMES[-1] * spent[1]
    return [*lines, "", f"Wanted: {TIMES[-1]} times the text in at most 110 times: {met(kept)}."]


def with_section(page: str, section: str) -> str:
    """Put a section in the place of the page's own section on lint, else at its end."""
    before, _, rest = page.partition(f"{SECTION}\n")
    _, mark, after = rest.partition("\n## ")
    tail = f"\n## {after}" if mark else ""
    return f"{before.rstrip()}\n\n{section.rstrip()}\n{tail}"


def main() -> None:
    """Write the drafts, measure, print, and write the section; or measure a folder that is named."""
    gc.set_threshold(RUBBISH)  # as the command does
    if sys.argv[1:]:
        folder = Path(sys.argv[1])
        shown = [
            f"{name}: {rate:.1f} files per second" for name, rate in rates({"txt": folder}).items()
        ]
        print(f"{length_of(folder)} characters in the median", *shown, sep="\n")
        return
    folder = TOP / "build" / "bench_lint"
    shutil.rmtree(folder, ignore_errors=True)
    write_drafts(folder)
    medians = rates({form: folder / form for form in ("txt", "docx")})
    tables = [
        rate_table(medians),
        where_time_goes(folder),
        whole_process(folder),
        linearity(folder),
    ]
    words = (TOP / "tools" / "bench_lint_page.md").read_text(encoding="utf-8")
    section = words.replace("{tables}", "\n\n".join("\n".join(table) for table in tables))
    section = section.replace("{length}", f"{length_of(folder / 'txt'):,}")
    print(section)
    PAGE.write_text(with_section(PAGE.read_text(encoding="utf-8"), section), encoding="utf-8")


if __name__ == "__main__":
    main()
