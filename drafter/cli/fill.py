"""`drafter fill`: a dialogue in the terminal; every answer is on the disk before the next question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from drafter.cli import asking
from drafter.cli.asking import BACK, HELP, QUIT, Desk
from drafter.cli.fill_head import ask_head
from drafter.cli.fill_texts import TextDialogue
from drafter.collecting.answers import Answer, answer_of, read_answer
from drafter.collecting.fill import (
    Choice,
    Question,
    answered,
    concerns,
    find_questions,
    open_texts,
)
from drafter.collecting.fill_head import HeadField, open_head
from drafter.collecting.fill_texts import find_lists
from drafter.collecting.offices import offices_of
from drafter.figure import ValueProblem
from drafter.profile.list_editing import TextPlace
from drafter.profile.profile import Entry, Profile

_KEYS = (
    "直接回车：跳过；不适用：本单位没有这项工作；<：回到上一项；q：停下，以后接着填；?：再看说明。"
)


@click.command("fill", short_help="在命令行里一问一答，填还缺的数和文字。")
@click.argument("profile", metavar="台账", type=click.Path(path_type=Path))
@click.option(
    "--section", metavar="章节", help="只问这一节，已有的文字也可以再加，还问这一节的做法。"
)
@click.option("--office", metavar="科室", help="只问由这个科室提供的数。")
@click.option("--optional", is_flag=True, help="没有列的选报项也问。")
@click.option("--texts", is_flag=True, help="只问文字，已有的也可以再加，还问各节的做法。")
def command(
    profile: Path, section: str | None, office: str | None, optional: bool, texts: bool
) -> None:
    """先问单位和文件里空着的，再按章节逐项问还缺的数，最后问还没有写的文字（模板要的清单，如问题、案例）。

    答一项，存一项。数当场核对，说明单位、口径和上年的数；文字照原样记，已有的只显示，不改动。随时可以停下（q、
    Ctrl-C、关掉窗口都行），已答的都在；再运行一次就从没填的接着问。
    """
    desk = Desk(profile)
    choice = Choice(section, office, optional, texts)
    if not texts:
        click.echo(_opening(profile, len(find_questions(desk.profile, choice))))
    try:
        if ask_head(desk, _head(desk, choice)):
            questions = find_questions(desk.profile, choice)
            if _Dialogue(desk).run(questions):
                TextDialogue(desk).run(find_lists(desk.profile, desk.file, choice))
    except click.Abort:
        click.echo()
    for line in _summary(desk, choice):
        click.echo(line)


def _head(desk: Desk, choice: Choice) -> tuple[HeadField, ...]:
    """The fields of 单位 and 文件 are nobody's section and no office's."""
    is_whole = not (choice.section or choice.office or choice.texts)
    return open_head(desk.profile) if is_whole else ()


def _opening(path: Path, count: int) -> str:
    return f"{path}：{count}项待填。{_KEYS}" if count else "没有待填的数。"


def _summary(desk: Desk, choice: Choice) -> Iterator[str]:
    """Say what was stored and what is still open."""
    left = len(find_questions(desk.profile, replace(choice, texts=False)))
    texts = sum(isinstance(one, TextPlace) for one in desk.stored)
    figures = len(desk.stored) - texts
    done = (
        f"填了{figures}项" if figures or not texts else "",
        f"写了{texts}条文字" if texts else "",
    )
    if desk.stored or left:
        yield f"{'，'.join(filter(None, done))}，都已存好；还有{left}项待填。"
    names = () if choice.office else open_texts(desk.profile)
    if left or names:
        yield f"接着填：drafter fill {desk.path}"
    if names:
        yield f"还没有写的文字：{'、'.join(names)}"
    if choice == Choice() and not any(desk.profile.own.values()):
        yield f"各节还没有写本年的做法；要写的：drafter fill {desk.path} --texts"
    if desk.backup:
        yield f"开始填之前的内容存在 {desk.backup}"


class _Dialogue:
    """The questions for figures."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def run(self, questions: tuple[Question, ...]) -> bool:
        """Ask one question after the other, < goes back; False where q ended it."""
        at, section = 0, ""
        while at < len(questions):
            question = questions[at]
            if question.section != section:
                section = question.section
                click.echo(f"\n{section}（{question.count}项）")
            step = self._ask(question)
            if step == 0:
                return False
            at = max(0, at + step)
        return True

    def _ask(self, question: Question) -> int:
        """Ask until there is an answer; returns how many questions to go on, 0 to end."""
        profile = self.desk.profile
        entry = profile.entries[question.key]
        click.echo("\n".join(_explanation(question, entry, profile)))
        while True:
            typed = asking.prompt(f"  {entry.indicator.name}")
            if typed in QUIT:
                return 0
            if typed in BACK:
                return -1
            if typed in HELP:
                shown = _explanation(question, entry, self.desk.profile)
                click.echo("\n".join([*shown, f"  {_KEYS}"]))
                continue
            if not typed or self._take(question.key, typed):
                return 1

    def _take(self, key: str, typed: str) -> bool:
        """Check and store an answer; False where it was refused or taken back."""
        desk = self.desk
        try:
            answer = read_answer(typed, desk.profile.entries[key].indicator.units)
        except ValueProblem as problem:
            click.echo(f"    {problem.what}{problem.mend}")
            return False
        desk.refresh()
        if not self._is_wanted(key, answer):
            return False
        new = answered(desk.file, key, answer)
        found = concerns(desk.profile, new, key)
        for concern in found:
            click.echo(f"    {concern}")
        if found and not asking.confirms("仍然记下吗"):
            return False
        desk.store(new, key)
        return True

    def _is_wanted(self, key: str, answer: Answer) -> bool:
        standing = answer_of(self.desk.profile.entries[key])
        if standing is None or key in self.desk.stored or standing == answer:
            return True
        return asking.confirms(f"别人已经填了“{standing.shown}”，改成“{answer.shown}”吗")


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
