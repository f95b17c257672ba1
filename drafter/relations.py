"""Relations between figures: sums, rates and changes as a small grammar, parsed and evaluated by drafter.

    check      := expression ("<=" | ">=" | "=") expression
    expression := term (("+" | "-") term)*
    term       := name | sum(name, …) | rate(name, name) | change(name) | last(name)
    name       := 指标 (of the same topic) | 主题.指标

Evaluated over any lookup from 主题.指标 to figures; nothing here knows profiles or packs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import Enum
from typing import Literal

from drafter.figure import Figure

_TOKEN = re.compile(r"\s*(<=|>=|=|[+\-−,()]|[A-Za-z0-9_.\u3400-\u9fff]+)")
FUNCTIONS = ("sum", "rate", "change", "last")


class RelationSyntaxError(ValueError):
    """A relation that isn't in the grammar; the message is Chinese, without place."""


class Hindrance(Enum):
    """Why an expression has no value. The order is by weight: the first one found is told."""

    INAPPLICABLE = "不适用"
    APPROXIMATE = "约数"
    ZERO = "分母为零"
    MISSING = "待填"


@dataclass(frozen=True, slots=True)
class Name:
    """An operand by its key 主题.指标; last_year: 上年 is meant (inside change and last)."""

    key: str
    last_year: bool = False


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of signed terms."""

    terms: tuple[tuple[int, Expression], ...]


@dataclass(frozen=True, slots=True)
class Rate:
    """numerator ÷ denominator × 100, in %."""

    numerator: Expression
    denominator: Expression


Expression = Name | Total | Rate


@dataclass(frozen=True, slots=True)
class Check:
    """Two sides that must be related; `source` is the text as written."""

    left: Expression
    operator: Literal["<=", ">=", "="]
    right: Expression
    source: str


Operand = Figure | Hindrance
Lookup = Callable[[str, bool], Operand]


@dataclass(frozen=True, slots=True)
class Outcome:
    """An exact value, or why there is none; waits_for: keys of the missing operands.

    With both a value and a hindrance it is a floor: what the known terms of a sum come to.
    """

    value: Decimal | None
    hindrance: Hindrance | None = None
    waits_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """A check evaluated: holds is None where a side has no value (未核)."""

    check: Check
    left: Outcome
    right: Outcome
    holds: bool | None


def parse_expression(source: str, topic: str) -> Expression:
    """Parse an expression; names without a dot belong to `topic`. Errors: RelationSyntaxError."""
    parser = _Parser(source, topic)
    found = parser.expression()
    parser.expect_end()
    return found


def parse_check(source: str, topic: str) -> Check:
    """Parse a check with one comparison. Errors: RelationSyntaxError."""
    parser = _Parser(source, topic)
    left = parser.expression()
    operator = parser.take()
    if operator not in ("<=", ">=", "="):
        raise RelationSyntaxError(f"“{source}”里应有一个 <=、>= 或 =。")
    right = parser.expression()
    parser.expect_end()
    return Check(left, operator, right, source)  # type: ignore[arg-type]  # narrowed by the test above


class _Parser:
    """Recursive descent over the tokens of one relation."""

    def __init__(self, source: str, topic: str) -> None:
        self.source = source
        self.topic = topic
        self.tokens: list[str] = []
        at = 0
        stripped = source.strip()
        while at < len(stripped):
            found = _TOKEN.match(stripped, at)
            if found is None:
                raise RelationSyntaxError(
                    f"“{source}”里有不认识的符号“{stripped[at:].strip()[0]}”。"
                )
            self.tokens.append(found[1])
            at = found.end()

    def peek(self) -> str:
        return self.tokens[0] if self.tokens else ""

    def take(self) -> str:
        return self.tokens.pop(0) if self.tokens else ""

    def expect(self, token: str) -> None:
        if self.take() != token:
            raise RelationSyntaxError(f"“{self.source}”里缺少“{token}”。")

    def expect_end(self) -> None:
        if self.tokens:
            raise RelationSyntaxError(f"“{self.source}”在“{self.tokens[0]}”之前就应结束。")

    def expression(self) -> Expression:
        terms = [(1, self.term())]
        while self.peek() in ("+", "-", "−"):
            sign = 1 if self.take() == "+" else -1
            terms.append((sign, self.term()))
        return terms[0][1] if len(terms) == 1 else Total(tuple(terms))

    def term(self) -> Expression:
        word = self.take()
        if not word or not re.match(r"[A-Za-z_\u3400-\u9fff]", word):
            raise RelationSyntaxError(f"“{self.source}”里缺少指标名。")
        if self.peek() != "(":
            return self.name(word)
        if word not in FUNCTIONS:
            raise RelationSyntaxError(
                f"“{self.source}”里没有“{word}”这种算法，只有 sum、rate、change、last。"
            )
        self.take()
        arguments = [self.expression()]
        while self.peek() == ",":
            self.take()
            arguments.append(self.expression())
        self.expect(")")
        return self.call(word, arguments)

    def call(self, word: str, arguments: list[Expression]) -> Expression:
        if word == "sum":
            return Total(tuple((1, argument) for argument in arguments))
        if word == "rate" and len(arguments) == 2:
            return Rate(arguments[0], arguments[1])
        if word == "change" and len(arguments) == 1 and isinstance(arguments[0], Name):
            now, before = arguments[0], Name(arguments[0].key, last_year=True)
            return Rate(Total(((1, now), (-1, before))), before)
        if word == "last" and len(arguments) == 1 and isinstance(arguments[0], Name):
            return Name(arguments[0].key, last_year=True)
        raise RelationSyntaxError(f"“{self.source}”里 {word} 的括号中个数不对。")

    def name(self, word: str) -> Name:
        return Name(word if "." in word else f"{self.topic}.{word}")


def operands(expression: Expression) -> tuple[Name, ...]:
    """All operands of an expression, in order, once each."""
    match expression:
        case Name():
            found: tuple[Name, ...] = (expression,)
        case Total(terms):
            found = tuple(one for _, term in terms for one in operands(term))
        case Rate(numerator, denominator):
            found = operands(numerator) + operands(denominator)
    return tuple(dict.fromkeys(found))


def names(relation: Expression | Check) -> tuple[str, ...]:
    """All keys an expression or a check needs, in order, once each."""
    sides = (relation.left, relation.right) if isinstance(relation, Check) else (relation,)
    return tuple(dict.fromkeys(one.key for side in sides for one in operands(side)))


def evaluate(expression: Expression, lookup: Lookup) -> Outcome:
    """Evaluate exactly; rates are unrounded percentages.

    A missing, inapplicable or approximate operand or a zero denominator leaves no value.
    """
    match expression:
        case Name(key, last_year):
            return _operand(key, lookup(key, last_year))
        case Total(terms):
            outcomes = [(sign, evaluate(term, lookup)) for sign, term in terms]
            hindered = _worst(outcome for _, outcome in outcomes)
            if hindered:
                return hindered
            return Outcome(
                sum((sign * (o.value or Decimal(0)) for sign, o in outcomes), Decimal(0))
            )
        case Rate(numerator, denominator):
            top, bottom = evaluate(numerator, lookup), evaluate(denominator, lookup)
            if bottom.value == 0:
                bottom = Outcome(None, Hindrance.ZERO)
            hindered = _worst((top, bottom))
            if hindered or top.value is None or bottom.value is None:
                return hindered or Outcome(None, Hindrance.MISSING)
            return Outcome(top.value * 100 / bottom.value)


def _operand(key: str, operand: Operand) -> Outcome:
    if isinstance(operand, Hindrance):
        waits = (key,) if operand is Hindrance.MISSING else ()
        return Outcome(None, operand, waits)
    if operand.approximate or operand.value_to is not None:
        return Outcome(None, Hindrance.APPROXIMATE)
    return Outcome(operand.value)


def _worst(outcomes: Iterable[Outcome]) -> Outcome | None:
    hindered = [outcome for outcome in outcomes if outcome.hindrance]
    if not hindered:
        return None
    order = list(Hindrance)
    worst = min((o.hindrance for o in hindered if o.hindrance), key=order.index)
    waits = tuple(dict.fromkeys(key for o in hindered for key in o.waits_for))
    return Outcome(None, worst, waits if worst is Hindrance.MISSING else ())


def verify(check: Check, lookup: Lookup, places: int | None = None) -> Verdict:
    """Evaluate both sides and compare; rates are compared after rounding to `places` if given.

    A sum that lacks terms is a floor: it breaks a <= when it already exceeds the other side.
    """
    left, right = evaluate(check.left, lookup), evaluate(check.right, lookup)
    if check.operator == "<=" and left.value is None and right.value is not None:
        floor = _floor(check.left, lookup, left)
        if floor.value is not None and floor.value > right.value:
            return Verdict(check, floor, right, False)
    if left.value is None or right.value is None:
        return Verdict(check, left, right, None)
    a, b = left.value, right.value
    if places is not None:
        a, b = round_half_up(a, places), round_half_up(b, places)
    holds = {"<=": a <= b, ">=": a >= b, "=": a == b}[check.operator]
    return Verdict(check, left, right, holds)


def _floor(expression: Expression, lookup: Lookup, hindered: Outcome) -> Outcome:
    """Return what the known terms of a sum come to, with what hinders the others.

    Counts are never negative, so the whole sum is no less. Nothing is known of other expressions.
    """
    if not isinstance(expression, Total) or any(sign < 0 for sign, _ in expression.terms):
        return hindered
    known = [evaluate(term, lookup).value for _, term in expression.terms]
    total = sum((value for value in known if value is not None), Decimal(0))
    return Outcome(total, hindered.hindrance, hindered.waits_for)


def round_half_up(value: Decimal, places: int) -> Decimal:
    """Round as clerks do: 0.05 up."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def truncate(value: Decimal, places: int) -> Decimal:
    """Cut the digits behind `places`."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_DOWN)


def compare_rate(
    printed: Decimal, places: int, exact: Decimal
) -> Literal["equal", "truncated", "different"]:
    """Tell whether a printed rate is the exact one rounded half up, only cut off, or another number."""
    if printed == round_half_up(exact, places):
        return "equal"
    return "truncated" if printed == truncate(exact, places) else "different"
