"""Fixed wordings of a kind of report: its terms with the slips that they are known by, verbs of one sense, nouns."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

from drafter import cache
from drafter.errors import PackProblem, Problem
from drafter.fields import Fields
from drafter.location import FileLocation
from drafter.pack.library import DEFAULT_PACK, builtin_packs_folder
from drafter.pack.once import once_for
from drafter.pack.pack import Pack
from drafter.text.garbling import garbled, pairs_in
from drafter.yamlfile import read, read_text

FILE = "phrasing.yaml"
SHORTEST = 4
_KEYS = ("terms", "words", "cut_off", "behind", "same_sense", "between", "right", "heads")
_Garbled = dict[str, list[tuple[str, str]]]
# What a file says, as it is kept: garbled terms and pairs, words, and the other lists of _KEYS.
_Read = tuple[
    _Garbled, list[str], list[str], str, list[str], list[list[str]], list[str], list[str],
    dict[str, list[str]],
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrasing:
    """Fixed wordings.

    garbled: (wrong, right) by three characters of the wrong wording.
    pairs: one of these stands in each such three, and in no right term.
    words: right words, the terms and their halves among them.
    cut_off: characters that end many another word; only behind one of `behind` are they a term's rest.
    same_sense: (verb, verb) that mean the same; between: words that may stand between them.
    heads: nouns with the modifiers of two characters that they have.
    """

    garbled: Mapping[str, list[tuple[str, str]]]
    pairs: tuple[str, ...]
    words: frozenset[str]
    cut_off: frozenset[str]
    behind: frozenset[str]
    same_sense: frozenset[tuple[str, str]]
    between: tuple[str, ...]
    heads: Mapping[str, frozenset[str]]


@once_for
def phrasing_of(pack: Pack) -> Phrasing:
    """Load the fixed wordings of a pack. Errors: PackProblem."""
    return phrasing(pack.folder, *pack.parents, *pack.shared)


def phrasing(*folders: Path) -> Phrasing:
    """Load the fixed wordings of a pack by its folders, its own first.

    A pack without a list has that of drafter's default pack. Errors: PackProblem.
    """
    own = (path for folder in folders if (path := folder / FILE).is_file())
    return _load(next(own, builtin_packs_folder() / DEFAULT_PACK / FILE))


@functools.cache
def _load(path: Path) -> Phrasing:
    key = cache.digest(cache.code_state("pack", "text"), read_text(path).encode())
    wrong, signs, words, cut_off, behind, senses, between, right, heads = cache.kept(
        cache.named("phrasing", path), key, lambda: _read(path)
    )
    verbs = (pair for sense in senses for pair in permutations(sense, 2))
    return Phrasing(
        wrong,
        tuple(signs),
        frozenset(words),
        frozenset(cut_off),
        frozenset(behind),
        frozenset(pair for pair in verbs if "".join(pair) not in right),
        tuple(between),
        {noun: frozenset(modifiers) for noun, modifiers in heads.items()},
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
    nouns = root.fields("heads")
    heads = {key.text: nouns.required(key.text).split() for key, _ in nouns.entries()}
    if problems:
        raise PackProblem(*problems)
    cut_off = root.text("cut_off")
    by_sign, pairs = _garbled(terms, cut_off)
    return (
        by_sign,
        pairs,
        [*dict.fromkeys((*_words(lines["words"]), *terms, *_halves(terms)))],
        cut_off,
        _words(lines["behind"]),
        [line.split() for line in lines["same_sense"]],
        root.text("between").split(),
        root.text("right").split(),
        heads,
    )


def _garbled(terms: Iterable[str], cut_off: str) -> tuple[_Garbled, list[str]]:
    """Spell terms with slips; one that no rare pair tells is worth looking for if it begins with a cut-off."""
    common = {pair for term in terms for pair in pairs_in(term)}
    by_sign: _Garbled = {}
    pairs = {}
    for term in terms:
        for wrong, right, sign, pair in garbled(term, common):
            if pair not in common or (pair[0] in cut_off and wrong.startswith(pair)):
                by_sign.setdefault(sign, []).append((wrong, right))
                pairs[pair] = 0
    return by_sign, list(pairs)


def _words(lines: Iterable[str]) -> list[str]:
    return [word for line in lines for word in line.split()]


def _halves(terms: Iterable[str]) -> list[str]:
    """Cut terms of four, six or eight characters into words of two: most are made of such."""
    return [
        term[at : at + 2]
        for term in terms
        if len(term) in (4, 6, 8)
        for at in range(0, len(term), 2)
    ]
