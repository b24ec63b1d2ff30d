"""How a text is searched: its words without capitals and marks, and where what was found stands in the original."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wpl_desktop.domain.people import folded

#: Grows by one with every change of what follows here: an index made by another folding is built anew.
FOLDING_VERSION = 1

#: Scripts written without blanks are found by any run of letters; that many of them stand together in the index.
RUN_LENGTH = 3
LONGEST_WORD = 40
MOST_WORDS = 8

_ARTICLE = "ال"
_FEWEST_AFTER_ARTICLE = 2
_JOINERS = frozenset("'’ʼ`´-‐‑")
_MORE_LETTERS = str.maketrans(
    {
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ĸ": "k",
        "ə": "e",
        # Arabic: the forms of alef, hamza, final ya and ta marbuta that people leave out or mix.
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ء": "",
        "ـ": "",
    }
)
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u312f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
_RUNS = re.compile(f"(?P<unspaced>[{_UNSPACED}]+)|[^{_UNSPACED}]+")
_PIECES = re.compile(r"[^ -]+")


@dataclass(frozen=True)
class QueryWord:
    """One word that is looked for: its letters, and what an entry's words must begin with (each of them)."""

    text: str
    beginnings: tuple[str, ...]
    unspaced: bool = False


@dataclass(frozen=True)
class Snippet:
    """A stretch of a text and where in it the words looked for stand, as (start, end) in this stretch."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


class _Letters(dict[int, str]):
    """What each letter is folded to: letters, a blank for what parts words, a hyphen for what joins them."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        result = "-" if letter in _JOINERS else _folded_letter(letter)
        self[code] = result
        return result


_LETTERS = _Letters()


def index_words(*texts: str) -> list[str]:
    """The words of `texts` as the index keeps them, each once."""
    words: dict[str, None] = {}
    for text in texts:
        for chunk in text.translate(_LETTERS).split():
            if chunk.isascii() and "-" not in chunk:
                words[chunk[:LONGEST_WORD]] = None
            else:
                words.update(dict.fromkeys(word[:LONGEST_WORD] for word in _forms(chunk)))
    return list(words)


def query_words(text: str) -> list[QueryWord]:
    """What somebody typed as words to look for; no more than `MOST_WORDS`."""
    found: list[QueryWord] = []
    for piece in _PIECES.findall(text.translate(_LETTERS)):
        for run, unspaced in _runs(piece):
            if unspaced:
                beginnings = tuple(_threes(run)) if len(run) > RUN_LENGTH else (run,)
                found.append(QueryWord(run, beginnings, unspaced=True))
            else:
                word = _without_article(run)[:LONGEST_WORD]
                found.append(QueryWord(word, (word,)))
    return list(dict.fromkeys(found))[:MOST_WORDS]


def all_begin(words: Iterable[QueryWord], *texts: str) -> bool:
    """Whether every one of `words` begins a word of `texts`."""
    kept = index_words(*texts)
    return all(any(word.startswith(part) for word in kept) for query in words for part in query.beginnings)


def marks_in(text: str, words: Sequence[QueryWord]) -> tuple[tuple[int, int], ...]:
    """Where `words` stand in `text`, as (start, end) in the text as it is written, in order."""
    letters, origins = _with_origins(text)
    found: set[tuple[int, int]] = set()
    for piece in _PIECES.finditer(letters):
        start = piece.start()
        for run, unspaced in _runs(piece[0]):
            for place, length in _places(run, words, unspaced=unspaced):
                first, last = origins[start + place], origins[start + place + length - 1] + 1
                # Marks that were left out belong to the letter before them.
                while last < len(text) and _LETTERS[ord(text[last])] == "":
                    last += 1
                found.add((first, last))
            start += len(run)
    return _merged(sorted(found))


def snippet_of(text: str, words: Sequence[QueryWord], *, length: int = 110, before: int = 24) -> Snippet:
    """One line of `text` around the first word found; `length` letters at most, `before` of them in front of it."""
    line = " ".join(text.split())
    marks = marks_in(line, words)
    if len(line) <= length:
        return Snippet(line, marks)
    first = max(0, marks[0][0] - before) if marks else 0
    if first:
        blank = line.find(" ", first, marks[0][0])
        first = blank + 1 if blank >= 0 else first
    last = min(len(line), first + length)
    if last < len(line):
        blank = line.rfind(" ", first + length // 2, last)
        last = blank if blank > 0 else last
    lead = "… " if first else ""
    moved = len(lead) - first
    inside = tuple((start + moved, min(end, last) + moved) for start, end in marks if first <= start < last)
    return Snippet(lead + line[first:last] + (" …" if last < len(line) else ""), inside)


def _folded_letter(letter: str) -> str:
    # Composed again: the parts of a Korean syllable are no letters that somebody types.
    plain = unicodedata.normalize("NFC", folded(letter)).translate(_MORE_LETTERS)
    return "".join(_kept(part) for part in plain)


def _kept(letter: str) -> str:
    category = unicodedata.category(letter)
    if category == "Nd":
        return str(unicodedata.decimal(letter))
    if category[0] in "LMN":
        return letter
    # What is not seen (a soft hyphen, a joiner) parts no word.
    return "" if category == "Cf" else "-" if letter in _JOINERS else " "


def _runs(piece: str) -> Iterator[tuple[str, bool]]:
    if piece.isascii():
        yield piece, False
        return
    for found in _RUNS.finditer(piece):
        yield found[0], found["unspaced"] is not None


def _threes(run: str) -> Iterator[str]:
    return (run[start : start + RUN_LENGTH] for start in range(len(run) - RUN_LENGTH + 1))


def _forms(chunk: str) -> Iterator[str]:
    """Every form under which one written word is kept: its parts, joined, without article, from each letter on."""
    pieces = [piece for piece in chunk.split("-") if piece]
    for piece in pieces:
        for run, unspaced in _runs(piece):
            if unspaced:
                yield from (run[start : start + RUN_LENGTH] for start in range(len(run)))
            else:
                yield run
                if _without_article(run) != run:
                    yield _without_article(run)
    if len(pieces) > 1:
        yield "".join(pieces)


def _without_article(word: str) -> str:
    is_longer = len(word) >= len(_ARTICLE) + _FEWEST_AFTER_ARTICLE
    return word[len(_ARTICLE) :] if is_longer and word.startswith(_ARTICLE) else word


def _with_origins(text: str) -> tuple[str, list[int]]:
    """The folded letters of `text`, and for each the place in `text` where it comes from."""
    parts = [_LETTERS[ord(letter)] for letter in text]
    origins = [place for place, part in enumerate(parts) for _ in part]
    return "".join(parts), origins


def _places(run: str, words: Sequence[QueryWord], *, unspaced: bool) -> Iterator[tuple[int, int]]:
    """Where in one run of letters words begin, and how long they are."""
    if not unspaced:
        article = 0 if run.isascii() else len(run) - len(_without_article(run))
        for word in words:
            if run.startswith(word.text):
                yield 0, len(word.text)
            elif article and run.startswith(word.text, article):
                yield article, len(word.text)
        return
    for word in words:
        place = run.find(word.text) if word.unspaced else -1
        while place >= 0:
            yield place, len(word.text)
            place = run.find(word.text, place + 1)


def _merged(marks: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in marks:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
