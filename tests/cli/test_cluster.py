from __future__ import annotations

import gc
import signal
import socket
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from drafter import __version__
from drafter.cli.cluster import _Cluster, connect, perform
from drafter.cli.engines import Work, spread
from drafter.cli.looking import Item, Looked
from drafter.cli.machine import code_digest
from drafter.errors import UsageProblem
from drafter.readers import data_of
from drafter.readers.sources import Source
from tests.cli.calling import Call, Caller
from tests.cli.clusters import NO_DRAFTER, OTHER_DRAFTER, Running, scheduler, worker
from tests.cli.working import DEADLY, double, double_or_die, measure, recurse
from tests.mining.reports import LATEST

REPORTS = 160
STOPPED, KILLED = 60, 110  # files read until then


@pytest.fixture(scope="module")
def head(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A scheduler on a machine without drafter."""
    with scheduler(tmp_path_factory.mktemp("scheduler")) as running:
        yield running


@pytest.fixture
def past(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Reports of many offices, one file that is none, and one that can't be read."""
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "past"
    folder.mkdir()
    for number in range(REPORTS):
        name = f"{'东西南北中上下前后高'[number % 10]}{'山河湖海田岭坪塘湾江溪坝桥井村店'[number // 10]}镇"
        text = LATEST.replace("青石桥街道办事处", f"{name}人民政府").replace("望河", name[:2])
        changed = text.replace("一是检查合并做。", f"一是{name}检查合并做，{number}个组一起上门。")
        (folder / f"{number:03}.txt").write_text(changed, encoding="utf-8")
    (folder / "坏.docx").write_bytes(b"PK\x03\x04broken")
    (folder / "说明.txt").write_text("这里放的是历年报告。", encoding="utf-8")
    return folder


@pytest.fixture
def mine(drafter: Caller, past: Path, tmp_path: Path) -> Callable[..., Call]:
    """Return a function that mines the reports into a pack `ours` below a folder."""

    def run(below: str, *arguments: object) -> Call:
        out = tmp_path / below / "ours"
        called = drafter("mine", past, "-o", out, "--own", "东山镇", *arguments)
        return Call(called.status, called.out.replace(str(out), "ours"), called.err)

    return run


@pytest.fixture
def ask(drafter: Caller, tmp_path: Path) -> Callable[..., Call]:
    """Return a function that asks for a cluster that there isn't, and so mines nothing."""
    report = tmp_path / "2024.txt"
    report.write_text(LATEST, encoding="utf-8")

    def run(*arguments: object) -> Call:
        called = drafter("mine", report, "-o", tmp_path / "ours", *arguments)
        assert not (tmp_path / "ours").exists()
        return called

    return run


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def at_file(patch: pytest.MonkeyPatch, actions: dict[int, Callable[[], None]]) -> None:
    """Do something when the command reads the file of that number."""
    count = 0

    def read(source: Source) -> bytes:
        nonlocal count
        count += 1
        actions.get(count, lambda: None)()
        return data_of(source)

    patch.setattr("drafter.cli.mapping.data_of", read)


def test_nothing_is_lost_when_a_worker_is_killed_half_way(
    mine: Callable[..., Call],
    head: Running,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from distributed import Client

    alone = mine("alone", "--jobs", 1)
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path / "another cache"))
    with (
        worker(tmp_path, head),
        worker(tmp_path, head) as victim,
        Client(f"tcp://{head.address}", set_as_default=False) as client,
    ):
        given: list[object] = []

        def kill() -> None:
            given.extend(client.processing()[victim.address])
            victim.signal(signal.SIGKILL)

        def stop() -> None:  # so that it can't be done with its blocks before it is killed
            victim.signal(signal.SIGSTOP)

        at_file(monkeypatch, {STOPPED: stop, KILLED: kill})
        spread = mine("spread", "--engine", f"dask://{head.address}")
    assert given, "the worker was killed while it had nothing to do"
    assert spread == alone
    assert files(tmp_path / "spread") == files(tmp_path / "alone")


def test_files_of_the_cache_are_not_sent_again(
    mine: Callable[..., Call], head: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = mine("first", "--jobs", 1)
    sent: list[str] = []
    submit = _Cluster.submit

    def submitted(cluster: _Cluster, work: Work[Item, Looked], block: Sequence[Item]) -> object:
        sent.extend(name for name, _ in block)
        return submit(cluster, work, block)

    monkeypatch.setattr(_Cluster, "submit", submitted)
    with worker(tmp_path, head):
        again = mine("again", "--engine", f"dask://{head.address}")
    assert again == first
    assert sent == ["坏.docx"]  # what can't be read is tried again


def test_an_item_that_kills_its_workers_is_lost_and_no_other(tmp_path: Path) -> None:
    def lost(number: int) -> int:
        return -number

    blocks = [[1, 2], [DEADLY, 3], [4]]
    with (
        scheduler(tmp_path, allowed_failures=0) as strict,
        worker(tmp_path, strict),
        worker(tmp_path, strict),
        worker(tmp_path, strict),
        connect(f"dask://{strict.address}", needs_office=False) as engine,
    ):
        found = list(spread(engine, double_or_die, blocks, lost))
    assert found == [[2, 4], [-DEADLY, 6], [8]]


def test_what_was_sent_is_not_kept(head: Running, tmp_path: Path) -> None:
    size, count = 200_000, 60
    with (
        worker(tmp_path, head),
        connect(f"dask://{head.address}", needs_office=False) as engine,
    ):
        tracemalloc.start()
        found = list(spread(engine, measure, ([bytes(size)] for _ in range(count))))
        gc.collect()
        left, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert found == [[size]] * count
    assert left < size * count / 4


def test_a_bug_in_a_worker_is_raised_here(head: Running, tmp_path: Path) -> None:
    with (
        worker(tmp_path, head),
        connect(f"dask://{head.address}", needs_office=False) as engine,
        pytest.raises(RecursionError),
    ):
        list(spread(engine, recurse, [[1]]))


def test_a_scheduler_that_dies_is_told_with_what_to_do(
    mine: Callable[..., Call], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with scheduler(tmp_path) as dying, worker(tmp_path, dying):
        at_file(monkeypatch, {KILLED: lambda: dying.signal(signal.SIGKILL)})
        called = mine("ours", "--engine", f"dask://{dying.address}")
    assert called == Call(
        2,
        "",
        f"--engine dask://{dying.address}: 错误: 与Dask调度程序的连接断了。\n"
        "    请看它是否还在运行，再运行一次；读过的报告不用再读。\n",
    )


def test_a_cluster_that_loses_all_workers_is_given_up(
    mine: Callable[..., Call], head: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for setting in ("cluster._NO_WORKERS", "cluster._AGAIN", "engines._WATCHED"):
        monkeypatch.setattr(f"drafter.cli.{setting}", 0.2)
    with worker(tmp_path, head) as only:
        at_file(monkeypatch, {KILLED: lambda: only.signal(signal.SIGKILL)})
        called = mine("ours", "--engine", f"dask://{head.address}")
    assert called.status == 2
    assert "错误: 工作进程都断开了，等了0秒没有新的。\n    请重新启动dask worker" in called.err


@pytest.mark.parametrize(
    ("prelude", "what"),
    [
        (NO_DRAFTER, "上没有drafter，或版本太旧。"),
        (OTHER_DRAFTER, f"上的drafter（0.0.9）与这里的（{__version__}）不是同一个。"),
    ],
)
def test_workers_without_this_drafter_are_named(
    ask: Callable[..., Call], head: Running, tmp_path: Path, prelude: str, what: str
) -> None:
    with worker(tmp_path, head, prelude) as odd:
        called = ask("--engine", f"dask://{head.address}")
    assert called.status == 2
    assert f"错误: 工作进程 {odd.address} {what}\n" in called.err


def test_a_worker_with_another_drafter_that_comes_late_does_nothing() -> None:
    with pytest.raises(UsageProblem, match="有一个工作进程的drafter与这里的不是同一个版本"):
        perform("another digest", double, [1])
    assert perform(code_digest(), double, [1]) == [2]


def test_a_scheduler_without_workers_is_told(
    ask: Callable[..., Call], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drafter.cli.cluster._CONNECT", 1.0)
    with scheduler(tmp_path) as lonely:
        called = ask("--engine", f"dask://{lonely.address}")
    assert "错误: 调度程序在运行，但没有工作进程。\n" in called.err


def _greet(server: socket.socket) -> None:
    with suppress(OSError), server.accept()[0] as connection:
        connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")


@pytest.fixture(params=["nobody", "silent", "talking"])
def port(request: pytest.FixtureRequest) -> Iterator[tuple[int, str]]:
    """A port where no scheduler is, and what is said of it."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        number = server.getsockname()[1]
        match request.param:
            case "nobody":
                server.close()
                yield number, "那里没有程序在这个端口上"
            case "silent":
                yield number, "1秒内没有应答"
            case _:
                Thread(target=_greet, args=(server,), daemon=True).start()
                yield number, "那里应答的不是Dask"


def test_an_address_without_a_scheduler_is_told_within_seconds(
    ask: Callable[..., Call], port: tuple[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    number, why = port
    monkeypatch.setattr("drafter.cli.cluster._CONNECT", 1.0)
    called = ask("--engine", f"dask://127.0.0.1:{number}")
    assert called.status == 2
    where = f"--engine dask://127.0.0.1:{number}"
    assert called.err.startswith(
        f"{where}: 错误: 连不上Dask调度程序：{why}。\n    请核对主机和端口"
    )


def test_a_host_that_is_not_there_is_told(ask: Callable[..., Call]) -> None:
    called = ask("--engine", "dask://主机 名:8786")
    assert "错误: 连不上Dask调度程序：找不到这台主机。\n" in called.err


@pytest.mark.parametrize(
    "address", ["10.0.0.5:8786", "dask://10.0.0.5", "dask://:8786", "dask://a:99999", "http://a:1"]
)
def test_a_wrong_address_is_told_with_the_right_form(
    ask: Callable[..., Call], address: str
) -> None:
    called = ask("--engine", address)
    assert f"--engine {address}: 错误: 认不出这个地址。" in called.err
    assert "dask://主机:端口" in called.err


def test_without_dask_the_extra_is_named(
    ask: Callable[..., Call], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    called = ask("--engine", "dask://10.0.0.5:8786")
    assert "请运行 pip install 'drafter[cluster]'。" in called.err


def test_processes_of_a_cluster_are_not_counted_here(ask: Callable[..., Call]) -> None:
    called = ask("--engine", "dask://10.0.0.5:8786", "--jobs", 2)
    assert "--jobs: 错误: --jobs 和 --engine 不能一起用。" in called.err
