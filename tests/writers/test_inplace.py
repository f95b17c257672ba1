from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.errors import FileProblem
from drafter.writers.inplace import replace_in_place
from drafter.yamlfile import read

TEXT = "年度: 2026\r\n数据:\r\n  甲: 1\r\n"
FORMS = {
    "utf-8": TEXT.encode(),
    "utf-8 with BOM": b"\xef\xbb\xbf" + TEXT.encode(),
    "gb18030": TEXT.encode("gb18030"),
    "utf-16": b"\xff\xfe" + TEXT.encode("utf-16-le"),
}


@pytest.mark.parametrize("data", FORMS.values(), ids=FORMS)
def test_the_form_of_the_file_stays_and_the_old_content_is_kept(
    data: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "台账.yaml"
    path.write_bytes(data)
    before = read(path)
    backup = replace_in_place(before, replace(before, text=before.text.replace("1", "25")))
    assert backup == tmp_path / "台账.yaml.bak"
    assert backup.read_bytes() == data
    assert read(path).text == TEXT.replace("1", "25")
    assert read(path).encode(TEXT) == data
    assert sorted(p.name for p in tmp_path.iterdir()) == ["台账.yaml", "台账.yaml.bak"]


def test_nothing_is_written_where_nothing_changed(tmp_path: Path) -> None:
    path = tmp_path / "台账.yaml"
    path.write_bytes(TEXT.encode())
    before = read(path)
    assert replace_in_place(before, before) is None
    assert [p.name for p in tmp_path.iterdir()] == ["台账.yaml"]


def test_a_file_changed_meanwhile_is_left_and_the_change_shown(tmp_path: Path) -> None:
    path = tmp_path / "台账.yaml"
    path.write_bytes(TEXT.encode())
    before = read(path)
    path.write_bytes(TEXT.replace("1", "7").encode())
    with pytest.raises(FileProblem) as caught:
        replace_in_place(before, replace(before, text="年度: 2025\r\n"))
    assert str(caught.value) == (
        f"{path}: 错误: 读入以后，这个文件又被别人改过，没有写入。\n"
        "    请再运行一次。改动是：\n    -   甲: 1\n    +   甲: 7"
    )
    assert path.read_bytes() == TEXT.replace("1", "7").encode()
