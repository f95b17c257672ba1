"""Questions in the terminal, answered line by line; and the file that the answers go into at once."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.profile.load import load_from
from drafter.writers.inplace import differences, replace_in_place
from drafter.yamlfile import YamlFile, read

BACK, QUIT, HELP = ("<", "＜", "上一项"), ("q", "Q", "退出"), ("?", "？", "帮助")
_YES = ("y", "Y", "是")


def prompt(words: str) -> str:
    """Ask for a line; nothing typed is "". Errors: click.Abort at Ctrl-C and at the end of the input."""
    answer: str = click.prompt(words, default="", show_default=False, prompt_suffix="：")
    return answer.strip()


def confirms(words: str) -> bool:
    """Ask whether something is to be written all the same; a bare return means no."""
    return prompt(f"    {words}？记下按 y，不记直接回车") in _YES


class Desk:
    """A profile as it was last read or written, and what was stored in it since.

    backup: where the content from before the first answer is kept, None until there is one.
    """

    def __init__(self, path: Path) -> None:
        """Read the profile. Errors: DrafterError."""
        self.path = path
        self.file = read(path)
        self.profile = load_from(self.file)
        self.stored: set[object] = set()
        self.backup: Path | None = None

    def refresh(self) -> None:
        """Take in what someone else has written meanwhile, and show it."""
        now = read(self.path)
        if now.text != self.file.text:
            click.echo("    这份台账刚才被别人改过：")
            for line in differences(self.file.text, now.text):
                click.echo(f"      {line}")
            self.profile = load_from(now, self.profile.pack)
            self.file = now

    def store(self, new: YamlFile, answered: object) -> None:
        """Put an answer on the disk; answered: what it was for."""
        profile = load_from(new, self.profile.pack)
        backup = replace_in_place(self.file, new, keep=self.backup is None)
        self.file, self.profile = new, profile
        self.backup = self.backup or backup
        self.stored.add(answered)
