"""Files that are no report in a form drafter reads: what they are, said so that a clerk can go on."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import FileProblem

KNOWN = "能读的有：.docx、.doc、.wps、.pdf、.rtf、.html、.mht、.md、.txt。"
_SAVE_AS = "请用WPS或Word打开后另存为.docx，再读这一份。"
_LOCKS = ("~$", ".~")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
_OFFICE_NAMES = (".docx", ".doc", ".wps", ".pdf", ".docm", ".dotx", ".rtf", ".ofd", ".zip")
# What a package that is no Word document holds, by the folder or part that only it has.
_SHEETS = ("xl/", "ppt/")
_OFD = "OFD.xml"


def refuse_foreign(data: bytes, path: Path) -> None:
    """Say what a file is whose first bytes or name tell that it can't be read. Errors: FileProblem."""
    name = str(path)
    if path.name.startswith(_LOCKS):
        what = "这是Word、WPS打开文件时留下的临时文件，不是报告。"
        raise FileProblem.of(name, what, "请改用同一文件夹里名称相近的那一份。")
    if data.startswith(_PICTURES):
        mend = "请找这份报告的Word版；只有图片的，请先做文字识别（OCR），另存为.docx再读。"
        raise FileProblem.of(name, "这是图片，没有可读的文字。", mend)
    if data.startswith(_ARCHIVES):
        raise FileProblem.of(name, "这是压缩包，不能直接读。", "请解压后再读里面的报告。")


def may_be_word(parts: frozenset[str]) -> bool:
    """Tell whether a zip with these names in it may be a Word document."""
    return "[Content_Types].xml" in parts and not any(part.startswith(_SHEETS) for part in parts)


def no_word_file(parts: frozenset[str], name: str) -> FileProblem:
    """Say what a zip is that holds no Word document; parts: the names in it."""
    if any(part.startswith(_SHEETS) for part in parts):
        return FileProblem.of(name, "这是表格或幻灯片，不是Word文档。", KNOWN)
    if _OFD in parts:
        mend = (
            "请找这份报告的Word版；没有的，请用WPS或OFD阅读器另存为.docx或.pdf，再读新存的这一份。"
        )
        return FileProblem.of(name, "这是OFD版式文件，读不了。", mend)
    if name.lower().endswith(".zip"):
        return FileProblem.of(name, "这是压缩包，不是一份报告。", "请解压后再读里面的报告。")
    return FileProblem.of(name, "这不是Word文档（.docx）。", f"请检查文件；确是文稿的，{_SAVE_AS}")


def no_known_form(path: Path, *, is_text: bool) -> FileProblem:
    """Say that a file is not what its name says, or that nobody knows its name."""
    name, ending = str(path), path.suffix.lower()
    if is_text:
        what = f"文件名以{ending}结尾，里面却只是纯文本，不是这种文件。"
        mend = "请找到原来的文件；确实是文本的，请把文件名的结尾改为.txt。"
        return FileProblem.of(name, what, mend)
    if ending in _OFFICE_NAMES:
        what = f"文件名以{ending}结尾，里面却不是这种文件，或者已损坏。"
        return FileProblem.of(
            name, what, "请检查是不是选错了文件；打得开的，请用WPS或Word另存为.docx再读。"
        )
    return FileProblem.of(name, f"不认识这种文件（{ending}）。", KNOWN)


def claims_office(path: Path) -> bool:
    """Tell whether a file's name says that an office program wrote it."""
    return path.suffix.lower() in _OFFICE_NAMES
