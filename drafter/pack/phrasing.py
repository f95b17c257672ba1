"""Fixed wordings of a kind of report: its terms with the slips that they are known by, verbs of one sense, nouns."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, product
from pathlib import Path

from drafter import cache
from drafter.errors import PackProblem, Problem
from drafter.fields import Fields
from drafter.location import FileLocation
from drafter.pack.library import own_or_default
from drafter.pack.once import once_for
from drafter.pack.pack import Pack
from drafter.text.garbling import garbled, pairs_in
from drafter.yamlfile import read, read_text

FILE = "phrasing.yaml"
SHORTEST = 4
_KEYS = ("terms", "words", "cut_off", "behind", "same_sense", "between", "right", "nouns", "heads")
_Lists = dict[str, str]  # words with blanks between, by a pair of characters or by a noun
# What a file says, as it is kept: wordings that slips make of terms, then the lists of _KEYS.
_Read = tuple[tuple[str, str], list[str], list[str], str, list[str], _Lists, str, str, str, _Lists]


@dataclass(frozen=True, slots=True)
class Phrasing:
    """Fixed wordings.

    terms: the fixed terms, and the words of two characters that they and the other lists are made of.
    garbled: wordings that a slip makes of them, with blanks between, by two characters that few texts
        have side by side. words: right words, the terms and their halves among them.
    cut_off: terms that begin with these are looked for without their second character at any price.
    behind: words behind which a character that ends many others is the rest of a term.
    doubled: two verbs of one sense, some with a word between, by two characters in the same way.
    between: those words. right: wordings that begin with two such verbs and are right.
    nouns: verbs that are nouns as well.
    heads: nouns with the modifiers of two characters that they have.
    """

    garbled: Mapping[str, str]
    terms: tuple[str, ...]
    words: frozenset[str]
    cut_off: frozenset[str]
    behind: frozenset[str]
    doubled: Mapping[str, str]
    between: tuple[str, ...]
    right: tuple[str, ...]
    nouns: frozenset[str]
    heads: Mapping[str, frozenset[str]]


@once_for
def phrasing_of(pack: Pack) -> Phrasing:
    """Load the fixed wordings of a pack. Errors: PackProblem."""
    return phrasing(pack.folder, *pack.parents, *pack.shared)


def phrasing(*folders: Path) -> Phrasing:
    """Load the fixed wordings of a pack by its folders, its own first.

    A pack without a list has that of drafter's default pack. Errors: PackProblem.
    """
    return _load(own_or_default(FILE, folders))


@functools.cache
def _load(path: Path) -> Phrasing:
    key = cache.digest(cache.code_state("pack", "text"), read_text(path).encode())
    (pairs, lists), terms, words, cut_off, behind, doubled, between, right, nouns, heads = (
        cache.kept(cache.named("phrasing", path), key, lambda: _read(path))
    )
    return Phrasing(
        dict(zip(pairs.split(), lists.split("\n"), strict=True)),
        tuple(terms),
        frozenset(words),
        frozenset(cut_off),
        frozenset(behind),
        doubled,
        tuple(between.split()),
        tuple(right.split()),
        frozenset(nouns.split()),
        {noun: frozenset(modifiers.split()) for noun, modifiers in heads.items()},
    )


def _read(path: Path) -> _Read:
    problems: list[Problem] = []
    place = FileLocation(str(path))
    root = Fields(read(path).root, _KEYS, problems, place)
    lines = {key: root.texts(key) for key in ("terms", "words", "behind", "same_sense")}
    terms = _words(lines["terms"])
    for term in terms:
        if len(term) < SHORTEST:
            mend = f"请写{SHORTEST}个字以上的说法，更短的写进 wording.yaml。"
            problems.append(Problem(root.place("terms"), f"“{term}”太短。", mend))
    modified = root.fields("heads")
    heads = {key.text: modified.required(key.text) for key, _ in modified.entries()}
    if problems:
        raise PackProblem(*problems)
    cut_off, between = root.text("cut_off"), root.text("between")
    own = (*lines["behind"], *lines["same_sense"], *heads, *heads.values())
    short = [word for word in (*_halves(terms, (SHORTEST,)), *_words(own)) if len(word) == 2]
    return (
        _as_texts(_garbled(terms, short, cut_off)),
        [*dict.fromkeys((*terms, *short))],
        [*dict.fromkeys((*_words(lines["words"]), *terms, *short, *_halves(terms, (4, 6, 8))))],
        cut_off,
        _words(lines["behind"]),
        _doubled(lines["same_sense"], between.split()),
        between,
        root.text("right"),
        root.text("nouns"),
        heads,
    )


def _garbled(terms: Iterable[str], short: Iterable[str], cut_off: str) -> _Lists:
    """Spell terms with slips, and short words with a character doubled.

    A term that no rare pair tells is worth looking for only if it begins with a cut-off.
    """
    common = {pair for term in terms for pair in pairs_in(term)}
    slips = (
        (pair, wrong)
        for term in terms
        for wrong, _, pair in garbled(term, common)
        if pair not in common or (pair[0] in cut_off and wrong.startswith(pair))
    )
    doubled = ((2 * one, word.replace(one, 2 * one)) for word in short for one in word)
    return _listed(chain(slips, doubled))


def _as_texts(lists: _Lists) -> tuple[str, str]:
    """Put lists into two texts, pairs and lists, which load faster than thousands of short ones."""
    return " ".join(lists), "\n".join(lists.values())


def _doubled(senses: Iterable[str], between: list[str]) -> _Lists:
    """Spell two verbs of one sense in a row, and with a word between, then the same verb again too."""
    return _listed(
        (first[-1] + (word + second)[0], first + word + second)
        for verbs in map(str.split, senses)
        for first, second in product(verbs, verbs)
        for word in (between if first == second else ("", *between))
    )


def _listed(words: Iterable[tuple[str, str]]) -> _Lists:
    """List words by a pair of theirs, each once."""
    lists: dict[str, list[str]] = {}
    for word, pair in {word: pair for pair, word in words}.items():
        lists.setdefault(pair, []).append(word)
    return {pair: " ".join(listed) for pair, listed in lists.items()}


def _words(lines: Iterable[str]) -> list[str]:
    return [word for line in lines for word in line.split()]


def _halves(terms: Iterable[str], lengths: tuple[int, ...]) -> list[str]:
    """Cut terms of these lengths into words of two characters: most are made of such."""
    return [
        term[at : at + 2] for term in terms if len(term) in lengths for at in range(0, len(term), 2)
    ]
