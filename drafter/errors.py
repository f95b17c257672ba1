"""What a user's mistake raises: a Chinese sentence with place and mend, printed once by the command line.

DrafterError
├── FileProblem      a file that can't be read or written
├── YamlProblem      a YAML file that drafter can't take as it stands (one or many problems)
├── PackProblem      a pack that doesn't hold together, templates included
└── UsageProblem     a command asked for something that can't be done
A finding about a draft is a `diagnostic.Diagnostic`; a bug keeps its traceback.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.location import FileLocation

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Self

_LONGEST_QUOTE = 40


def clip(words: str) -> str:
    """Shorten words quoted in a message."""
    return words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE] + "…"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: where it stands, what is wrong, how to mend it (both Chinese, ending with 。 or ？)."""

    location: FileLocation
    what: str
    mend: str = ""

    def __str__(self) -> str:
        """Print on one line for what, and an indented line for the mend."""
        head = f"{self.location}: 错误: {self.what}"
        return f"{head}\n    {self.mend}" if self.mend else head


_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限，或正被别的程序占用",
    errno.EPERM: "没有权限，或正被别的程序占用",
    errno.EBUSY: "正被别的程序占用",
    errno.EEXIST: "已有同名的文件",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOTDIR: "路径里有一段是文件，不是文件夹",
    errno.ENAMETOOLONG: "名称太长",
    errno.ENOSPC: "磁盘满了",
    errno.EROFS: "磁盘是只读的",
    errno.EIO: "磁盘读写出错",
}


def reason(error: OSError) -> str:
    """Say in Chinese why the system refused (a clause); its own words may be in any language."""
    return _REASONS.get(error.errno or 0) or f"系统错误{error.errno}"


class DrafterError(Exception):
    """A user's mistake, or several in one file; `problems` is never empty."""

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems in the order given."""
        super().__init__(*problems)
        self.problems = problems

    @classmethod
    def of(cls, name: str | Path, what: str, mend: str = "") -> Self:
        """Make the error for one mistake that concerns a whole file or option."""
        return cls(Problem(FileLocation(str(name)), what, mend))

    def __str__(self) -> str:
        """Print every problem, one below the other."""
        return "\n".join(str(problem) for problem in self.problems)


class FileProblem(DrafterError):
    """A file that can't be read, isn't what its name says, or can't be written."""


class YamlProblem(DrafterError):
    """A profile or a pack file with YAML, keys or values that can't be taken."""


class PackProblem(DrafterError):
    """A pack whose parts contradict each other, or a template that can't be used."""


class UsageProblem(DrafterError):
    """A call that can't be carried out; its location names the file or the option."""
