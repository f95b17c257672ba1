"""The engine that is a running Dask cluster: `--engine dask://HOST:PORT`.

Tasks carry bytes alone and are opened by `pickle.loads`, so that workers need drafter and the
scheduler doesn't. Dask does a task again when its worker dies.
"""

from __future__ import annotations

import logging
import pickle
import socket
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from drafter.cli.engines import Engine, Item, Result, Work
from drafter.cli.machine import code_digest, this_machine
from drafter.cli.workers import compare
from drafter.errors import UsageProblem

if TYPE_CHECKING:
    from distributed import Client

_SCHEME = "dask://"
_CONNECT = 5.0  # seconds to answer, for the scheduler
_NO_WORKERS = 60.0  # seconds without any worker until the run is given up
_LAST_PORT = 65535
_LONGEST_GREETING = 1024 * 1024
_AGAIN = 1.0  # seconds until the number of workers is asked for again
_SETTINGS = {
    # Dask would warn from 10 MB on; a block is as large as its largest file.
    "distributed.admin.large-graph-warning-threshold": "1GB",
    # Dask would keep the last 1000 messages for its developers, the files in them included.
    "distributed.admin.low-level-log-length": 0,
}


@contextmanager
def connect(address: str, *, needs_office: bool) -> Iterator[Engine]:
    """Use a cluster that runs already. needs_office: tell which workers can't read .doc.

    Errors: UsageProblem where it isn't one, has no workers, or workers without this drafter; and
    where it is lost on the way.
    """
    host, port = _host_and_port(address)
    try:
        import dask
        from distributed import Client
    except ModuleNotFoundError as error:
        what = "没有装Dask，用不了集群。"
        raise _problem(address, what, "请运行 pip install 'drafter[cluster]'。") from error
    _silence()
    with dask.config.set(_SETTINGS):
        try:
            _greet(host, port)
            client = _client(Client, f"tcp://{host}:{port}")
        except (OSError, UnicodeError) as error:
            what = f"连不上Dask调度程序：{_why(error)}。"
            mend = "请核对主机和端口（一般是8786），并看dask scheduler是否在运行、防火墙是否放行。"
            raise _problem(address, what, mend) from error
        try:
            _check(client, address, needs_office=needs_office)
            yield _Cluster(client, address)
        except CancelledError as error:
            what = "与Dask调度程序的连接断了。"
            mend = "请看它是否还在运行，再运行一次；读过的报告不用再读。"
            raise _problem(address, what, mend) from error
        finally:
            client.close()


class _Call:
    """Pickled, it becomes the call: opening the bytes does the work and gives the result."""

    def __init__(self, function: Callable[..., object], *arguments: object) -> None:
        self._call = (function, arguments)

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self._call


def perform(code: str, work: Work[Item, Result], block: Sequence[Item]) -> list[Result]:
    """Work on a block, in a worker. code: digest of the modules that handed it out.

    Errors: UsageProblem where the worker's modules are other ones: one that came late.
    """
    if code != code_digest():
        what = "有一个工作进程的drafter与这里的不是同一个版本。"
        mend = "请在各台机器上装同一个版本，重新启动工作进程，再运行一次；读过的报告不用再读。"
        raise UsageProblem.of("--engine", what, mend)
    try:
        return work(block)
    except RecursionError as error:
        too_deep = str(error)
    raise RecursionError(
        too_deep
    )  # anew, since Dask can't send so long a traceback and says nothing


class _Cluster:
    """The cluster as an engine, through the standard Executor."""

    def __init__(self, client: Client, address: str) -> None:
        from distributed.scheduler import KilledWorker

        self.deaths: tuple[type[BaseException], ...] = (KilledWorker,)
        self._client, self._address = client, address
        self._executor: Executor = client.get_executor(pure=False)
        self._threads = 0
        self._asked = self._seen = time.monotonic() - _AGAIN

    def width(self) -> int:
        """For each thread one block at work and one that waits; workers come and go."""
        now = time.monotonic()
        if now - self._asked >= _AGAIN:
            self._asked = now
            self._threads = _threads(self._client)
            self._seen = now if self._threads else self._seen
        return max(1, 2 * self._threads)

    def submit(self, work: Work[Item, Result], block: Sequence[Item]) -> Future[list[Result]]:
        """Take a block."""
        call = pickle.dumps(_Call(perform, code_digest(), work, block))
        future: Future[list[Result]] = self._executor.submit(pickle.loads, call)
        return future

    def watch(self) -> None:
        """Look whether workers are left. Errors: UsageProblem."""
        self.width()
        if time.monotonic() - self._seen > _NO_WORKERS:
            what = f"工作进程都断开了，等了{_NO_WORKERS:.0f}秒没有新的。"
            mend = "请重新启动dask worker，再运行一次；读过的报告不用再读。"
            raise _problem(self._address, what, mend)


def _host_and_port(address: str) -> tuple[str, int]:
    host, _, port = address.removeprefix(_SCHEME).rpartition(":")
    is_right = address.startswith(_SCHEME) and host and "/" not in host and port.isdecimal()
    if not is_right or int(port) > _LAST_PORT:
        mend = "请写成 dask://主机:端口，如 dask://10.0.0.5:8786。"
        raise _problem(address, "认不出这个地址。", mend)
    return host, int(port)


def _greet(host: str, port: int) -> None:
    """Make sure that a scheduler listens: a client would wait for a silent port for ever.

    Dask's first words are their length in 8 bytes.
    Errors: OSError, ConnectionError itself where something else comes; UnicodeError for an odd name.
    """
    with (
        socket.create_connection((host, port), _CONNECT) as connection,
        connection.makefile("rb") as stream,
    ):
        length = stream.read(8)
    if len(length) < 8 or int.from_bytes(length, "little") > _LONGEST_GREETING:
        raise ConnectionError


def _why(error: Exception) -> str:
    match error:
        case socket.gaierror() | UnicodeError():
            return "找不到这台主机"
        case ConnectionRefusedError():
            return "那里没有程序在这个端口上"
        case TimeoutError():
            return f"{_CONNECT:.0f}秒内没有应答"
        case ConnectionError():
            return "那里应答的不是Dask"
    return "网络不通"


def _client(make: type[Client], where: str) -> Client:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # versions of Dask's own parts; `compare` tells them
        return make(where, timeout=_CONNECT, set_as_default=False)


def _check(client: Client, address: str, *, needs_office: bool) -> None:
    try:
        client.wait_for_workers(1, timeout=_CONNECT)
    except TimeoutError as error:
        what = "调度程序在运行，但没有工作进程。"
        raise _problem(address, what, "请在各台机器上运行 dask worker 主机:端口。") from error
    call = pickle.dumps(_Call(this_machine))
    answers = client.run(pickle.loads, call, on_error="return")
    for note in compare(answers, this_machine(), address, needs_office=needs_office):
        click.echo(note, err=True)


def _threads(client: Client) -> int:
    try:
        return sum(client.nthreads().values())
    except (OSError, RuntimeError):  # while the connection is lost
        return 0


def _silence() -> None:
    """Keep Dask's own log, in English, off the screen; what matters is said as an error."""
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _problem(address: str, what: str, mend: str) -> UsageProblem:
    return UsageProblem.of(f"--engine {address}", what, mend)
