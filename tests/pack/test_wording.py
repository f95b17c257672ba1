from __future__ import annotations

import pytest

from drafter.pack.wording import Variant, Wording, replace_names


@pytest.mark.parametrize(
    ("year", "kind", "expected"),
    [
        (2020, "街道", None),
        (2021, "街道", "旧"),
        (2025, "镇", "旧"),
        (2026, "镇", "新镇"),
        (2030, "街道", "新"),
    ],
)
def test_the_first_variant_that_fits_year_and_kind_stands(
    year: int, kind: str, expected: str | None
) -> None:
    wording = Wording(
        (Variant("旧", 2021, 2025), Variant("新镇", 2026, None, ("镇",)), Variant("新", 2026))
    )
    assert wording.resolve(year, kind) == expected


def test_names_are_replaced_once_and_nothing_else_has_a_meaning() -> None:
    values = {"年度": "{单位}", "单位": "街道"}
    assert replace_names("{{年度}}年{单位}%s", lambda name: values[name]) == "{{单位}}年街道%s"
    assert Wording((Variant("{年度}年{单位}"), Variant("{年度}"))).names == {"年度", "单位"}
