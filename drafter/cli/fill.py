"""`drafter fill`: a dialogue in the terminal; every answer is on the disk before the next question."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from drafter.collecting.answers import Answer, answer_of, read_answer
from drafter.collecting.fill import (
    Choice,
    Question,
    answered,
    concerns,
    find_questions,
    open_texts,
)
from drafter.collecting.offices import offices_of
from drafter.figure import ValueProblem
from drafter.profile.load import load_from
from drafter.profile.profile import Entry, Profile
from drafter.writers.inplace import differences, replace_in_place
from drafter.yamlfile import YamlFile, read

_BACK, _QUIT, _HELP = ("<", "＜", "上一项"), ("q", "Q", "退出"), ("?", "？", "帮助")
_YES = ("y", "Y", "是")
_KEYS = (
    "直接回车：跳过；不适用：本单位没有这项工作；<：回到上一项；q：停下，以后接着填；?：再看说明。"
)


@click.command("fill", short_help="在命令行里一问一答，填还缺的数。")
@click.argument("profile", metavar="台账", type=click.Path(path_type=Path))
@click.option("--section", metavar="章节", help="只问这一节。")
@click.option("--office", metavar="科室", help="只问由这个科室提供的数。")
@click.option("--optional", is_flag=True, help="没有列的选报项也问。")
def command(profile: Path, section: str | None, office: str | None, optional: bool) -> None:
    """按章节逐项问还缺的数，说明单位、口径和上年的数；答一项，当场核对一项、存一项。

    随时可以停下（q、Ctrl-C、关掉窗口都行），已答的都在；再运行一次就从没填的接着问。
    """
    dialogue = _Dialogue(profile)
    questions = find_questions(dialogue.profile, Choice(section, office, optional))
    if not questions:
        click.echo("没有待填的数。")
    else:
        click.echo(f"{profile}：{len(questions)}项待填。{_KEYS}")
        try:
            dialogue.run(questions)
        except click.Abort:
            click.echo()
    for line in dialogue.summary(Choice(section, office, optional)):
        click.echo(line)


class _Dialogue:
    """The file as it was last read or written, and what has been stored."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = read(path)
        self.profile = load_from(self.file)
        self.stored: set[str] = set()
        self.backup: Path | None = None

    def run(self, questions: tuple[Question, ...]) -> None:
        """Ask one question after the other; < goes back, q ends."""
        at, section = 0, ""
        while at < len(questions):
            question = questions[at]
            if question.section != section:
                section = question.section
                click.echo(f"\n{section}（{question.count}项）")
            step = self._ask(question)
            if step == 0:
                return
            at = max(0, at + step)

    def summary(self, choice: Choice) -> Iterator[str]:
        """Say what was stored and what is still open."""
        left = len(find_questions(self.profile, choice))
        if self.stored or left:
            yield f"填了{len(self.stored)}项，都已存好；还有{left}项待填。"
        if left:
            yield f"接着填：drafter fill {self.path}"
        texts = open_texts(self.profile)
        if texts:
            yield f"还要在台账里写文字的：{'、'.join(texts)}"
        if self.backup:
            yield f"开始填之前的内容存在 {self.backup}"

    def _ask(self, question: Question) -> int:
        """Ask until there is an answer; returns how many questions to go on, 0 to end."""
        entry = self.profile.entries[question.key]
        click.echo("\n".join(_explanation(question, entry, self.profile)))
        while True:
            typed = _prompt(f"  {entry.indicator.name}").strip()
            if typed in _QUIT:
                return 0
            if typed in _BACK:
                return -1
            if typed in _HELP:
                click.echo("\n".join([*_explanation(question, entry, self.profile), f"  {_KEYS}"]))
                continue
            if not typed or self._take(question.key, typed):
                return 1

    def _take(self, key: str, typed: str) -> bool:
        """Check and store an answer; False where it was refused or taken back."""
        try:
            answer = read_answer(typed, self.profile.entries[key].indicator.units)
        except ValueProblem as problem:
            click.echo(f"    {problem.what}{problem.mend}")
            return False
        self._refresh()
        if not self._is_wanted(key, answer):
            return False
        new = answered(self.file, key, answer)
        found = concerns(self.profile, new, key)
        for concern in found:
            click.echo(f"    {concern}")
        if found and not _confirms("仍然记下吗"):
            return False
        self._store(key, new)
        return True

    def _refresh(self) -> None:
        """Take in what someone else has written meanwhile, and show it."""
        now = read(self.path)
        if now.text != self.file.text:
            click.echo("    这份台账刚才被别人改过：")
            for line in differences(self.file.text, now.text):
                click.echo(f"      {line}")
            self.profile = load_from(now, self.profile.pack)
            self.file = now

    def _is_wanted(self, key: str, answer: Answer) -> bool:
        standing = answer_of(self.profile.entries[key])
        if standing is None or key in self.stored or standing == answer:
            return True
        return _confirms(f"别人已经填了“{standing.shown}”，改成“{answer.shown}”吗")

    def _store(self, key: str, new: YamlFile) -> None:
        profile = load_from(new, self.profile.pack)
        backup = replace_in_place(self.file, new, keep=self.backup is None)
        self.file, self.profile = new, profile
        self.backup = self.backup or backup
        self.stored.add(key)


def _explanation(question: Question, entry: Entry, profile: Profile) -> Iterator[str]:
    indicator = entry.indicator
    standing = answer_of(entry)
    details = (
        f"单位：{'、'.join(indicator.units)}",
        f"上年：{entry.last_year.text}" if entry.last_year else "",
        f"现为：{standing.shown}" if standing else "",
        f"来源：{'、'.join(offices_of(entry, profile))}",
    )
    yield f"[{question.number}/{question.count}] {'  '.join(text for text in details if text)}"
    if indicator.definition:
        yield f"  口径：{indicator.definition}"


def _prompt(words: str) -> str:
    """Ask for a line; nothing typed is "". Errors: click.Abort at Ctrl-C and at the end of the input."""
    answer: str = click.prompt(words, default="", show_default=False, prompt_suffix="：")
    return answer


def _confirms(words: str) -> bool:
    return _prompt(f"    {words}？记下按 y，不记直接回车").strip() in _YES
