"""What the workers of a cluster have, held against what is here: who would read otherwise, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from drafter.cli.columns import listed
from drafter.cli.machine import Machine
from drafter.errors import UsageProblem

_NAMED = 3


def compare(
    answers: Mapping[str, object], here: Machine, address: str, *, needs_office: bool
) -> Iterator[str]:
    """Yield what a person should know of the workers.

    answers: of each worker its Machine, or the error of asking for it.
    Errors: UsageProblem where one has no drafter, or another one.
    """
    machines = {name: answer for name, answer in answers.items() if isinstance(answer, Machine)}
    _refuse_others(answers, machines, here, address)
    for library, version in here.libraries:
        found = {name: dict(machine.libraries).get(library) for name, machine in machines.items()}
        odd = {name: str(other) for name, other in found.items() if other != version}
        if odd:
            yield (
                f"提示: 工作进程 {_names(odd)} 上的{library}是{_versions(odd)}，这里是{version}，"
                "结果可能有细微差别。"
            )
    lacking = [name for name, machine in machines.items() if not machine.has_office]
    if needs_office and lacking:
        yield f"提示: 工作进程 {_names(lacking)} 上没有LibreOffice，分到那里的.doc和.wps读不了。"


def _refuse_others(
    answers: Mapping[str, object], machines: Mapping[str, Machine], here: Machine, address: str
) -> None:
    mend = f"请在各台机器上装好 drafter {here.version}，再重新启动工作进程。"
    is_gone = {name for name, answer in answers.items() if isinstance(answer, OSError)}
    without = answers.keys() - machines.keys() - is_gone
    if without:
        what = f"工作进程 {_names(without)} 上没有drafter，或版本太旧。"
        raise UsageProblem.of(f"--engine {address}", what, mend)
    others = {name: m.version for name, m in machines.items() if m.code != here.code}
    if others:
        what = f"工作进程 {_names(others)} 上的drafter（{_versions(others)}）与这里的（{here.version}）不是同一个。"
        raise UsageProblem.of(f"--engine {address}", what, mend)


def _names(addresses: Iterable[str]) -> str:
    return listed(sorted(addresses), _NAMED, "个")


def _versions(of: Mapping[str, str]) -> str:
    return "、".join(sorted(set(of.values())))
