"""The part of JSON Schema that docs/schema uses, so that tests need no library for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

_TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float, Decimal),
    "boolean": (bool,),
    "null": (type(None),),
}
KNOWN = {
    "$schema", "$defs", "$ref", "title", "description", "type", "enum", "pattern", "minimum", "properties",
    "required", "additionalProperties", "items", "minItems", "maxItems", "oneOf",
}  # fmt: skip


def breaches(value: Any, schema: Mapping[str, Any], whole: Mapping[str, Any]) -> list[str]:
    """Return where a value breaks a schema; whole: the schema that $ref points into."""
    return list(_breaches(value, schema, whole, "$"))


def keywords(schema: Any) -> set[str]:
    """Return the keywords a schema uses, those inside it too."""
    if isinstance(schema, list):
        return set().union(*map(keywords, schema)) if schema else set()
    if not isinstance(schema, dict):
        return set()
    inner = {**schema.get("properties", {}), **schema.get("$defs", {})}.values()
    others = [v for k, v in schema.items() if k not in ("properties", "$defs", "enum", "required")]
    return set(schema) | keywords(list(inner)) | keywords(others)


def _breaches(
    value: Any, schema: Mapping[str, Any], whole: Mapping[str, Any], at: str
) -> Iterator[str]:
    if "$ref" in schema:
        yield from _breaches(value, whole["$defs"][schema["$ref"].split("/")[-1]], whole, at)
    if "type" in schema and not _is_of(value, schema["type"]):
        yield f"{at}: {value!r} is no {schema['type']}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is none of {schema['enum']}"
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r} does not match {schema['pattern']}"
    if "minimum" in schema and isinstance(value, int) and value < schema["minimum"]:
        yield f"{at}: {value!r} is below {schema['minimum']}"
    if "oneOf" in schema:
        fits = sum(not list(_breaches(value, one, whole, at)) for one in schema["oneOf"])
        if fits != 1:
            yield f"{at}: {value!r} fits {fits} of oneOf"
    if isinstance(value, dict):
        yield from _object(value, schema, whole, at)
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            yield f"{at}: has {len(value)} items"
        for number, item in enumerate(value):
            yield from _breaches(item, schema.get("items", {}), whole, f"{at}[{number}]")


def _object(
    value: dict[str, Any], schema: Mapping[str, Any], whole: Mapping[str, Any], at: str
) -> Iterator[str]:
    properties = schema.get("properties", {})
    yield from (f"{at}: lacks {key}" for key in schema.get("required", ()) if key not in value)
    for key, item in value.items():
        if key in properties:
            yield from _breaches(item, properties[key], whole, f"{at}.{key}")
        elif schema.get("additionalProperties") is False:
            yield f"{at}: {key} is not allowed"


def _is_of(value: Any, types: str | list[str]) -> bool:
    names = [types] if isinstance(types, str) else types
    if isinstance(value, bool):
        return "boolean" in names
    return any(isinstance(value, _TYPES[name]) for name in names)
