"""The YAML language server that editors run: what it says of a profile while somebody types in it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Message = dict[str, Any]
_SETTINGS = {
    "yaml": {
        "validate": True,
        "completion": True,
        "hover": True,
        "schemaStore": {
            "enable": False
        },  # the public catalogue of schemas; nothing leaves this machine
    },
    "http": {},
    "editor": {"tabSize": 2},
    "[yaml]": {},
}


class LanguageServer:
    """One server over its own process; documents are opened as an editor does."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        """Introduce the editor. folder: where it works."""
        self.process, self.folder, self.count = process, folder, 0
        can = {
            "workspace": {"configuration": True},
            "textDocument": {"hover": {}, "completion": {}, "publishDiagnostics": {}},
        }
        self._ask("initialize", processId=None, rootUri=folder.as_uri(), capabilities=can)
        self._tell("initialized")

    def open(self, path: Path, text: str) -> list[str]:
        """Open a document with an unsaved text; return what is said against it, with its line from 1."""
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)
        said = self._until(
            lambda message: message.get("method") == "textDocument/publishDiagnostics"
        )
        return [
            f"{one['range']['start']['line'] + 1}: {one['message']}"
            for one in said["params"]["diagnostics"]
        ]

    def completions(self, path: Path, line: int, column: int) -> dict[str, str]:
        """Return what may be typed at a place, with what is told of each; lines and columns from 1."""
        found = self._ask("textDocument/completion", **_at(path, line, column))
        items = found["items"] if isinstance(found, dict) else found
        return {item["label"]: item.get("documentation") or "" for item in items}

    def hover(self, path: Path, line: int, column: int) -> str:
        """Return what is told of the word at a place."""
        found = self._ask("textDocument/hover", **_at(path, line, column))
        return str(found["contents"]["value"]) if found else ""

    def _ask(self, method: str, **params: object) -> Any:
        self.count += 1
        number = self.count
        self._send({"id": number, "method": method, "params": params})
        return self._until(lambda m: m.get("id") == number and "method" not in m)["result"]

    def _tell(self, method: str, **params: object) -> None:
        self._send({"method": method, "params": params})

    def _until(self, is_wanted: Callable[[Message], bool]) -> Message:
        """Answer what the server asks for until it says what is wanted."""
        while True:
            message = self._receive()
            if is_wanted(message):
                return message
            if "method" in message and "id" in message:
                items = message.get("params", {}).get("items", ())
                settings = [_SETTINGS.get(item["section"]) for item in items]
                self._send({"id": message["id"], "result": settings})

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _receive(self) -> Message:
        assert self.process.stdout
        length = 0
        while head := self.process.stdout.readline().strip():
            name, _, value = head.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        if not length:
            raise EOFError("the language server has stopped")
        return dict(json.loads(self.process.stdout.read(length)))


def _at(path: Path, line: int, column: int) -> Message:
    return {
        "textDocument": {"uri": path.as_uri()},
        "position": {"line": line - 1, "character": column - 1},
    }


@contextmanager
def language_server(program: str, folder: Path) -> Iterator[LanguageServer]:
    """Run a server for an editor that works in a folder."""
    pipe = subprocess.PIPE
    with subprocess.Popen([program, "--stdio"], stdin=pipe, stdout=pipe, cwd=folder) as process:
        try:
            yield LanguageServer(process, folder)
        finally:
            process.kill()
