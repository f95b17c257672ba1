"""How far a long run is: a bar on a terminal with the rate and the time left."""

from __future__ import annotations

import sys
import time

import click

_FIRST_SHOWN = 16  # results come in blocks: the first one alone tells no rate
_SHOWN_AGAIN = 0.2


class Progress:
    """A bar on a terminal with the rate and the time left; nothing where nobody looks."""

    def __init__(self, what: str, count: int) -> None:
        """Count to `count`; a single one needs no bar."""
        self.what, self.count, self.done = what, count, 0
        self.start = self.shown = time.monotonic()
        self.is_seen = sys.stderr.isatty() and count > 1

    def advance(self) -> None:
        """Count one more."""
        self.done += 1
        now = time.monotonic()
        if not self.is_seen or self.done < _FIRST_SHOWN or now - self.shown < _SHOWN_AGAIN:
            return
        self.shown = now
        rate = self.done / (now - self.start)
        filled = 20 * self.done // self.count
        bar = "#" * filled + "-" * (20 - filled)
        left = (self.count - self.done) / rate
        line = f"{self.what} [{bar}] {self.done}/{self.count}，每秒{rate:.0f}份，还要{left:.0f}秒"
        click.echo(f"\r{line}  ", nl=False, err=True)

    def end(self) -> None:
        """Take the bar away."""
        if self.is_seen:
            click.echo("\r" + " " * 78 + "\r", nl=False, err=True)
