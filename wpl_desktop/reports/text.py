"""From what users typed to lines that fit: cleaning, breaking, fonts and direction."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from wpl_desktop.reports import direction, fonts
from wpl_desktop.reports.style import POINTS_PER_MM, Colour, Face, TextStyle

_BLANKS = re.compile("[ \u1680\u2000-\u200a\u202f\u205f\u3000]+")
#: Characters without a look: marks of direction (an override could reverse a name), joiners, selectors.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
_IDEOGRAPHS = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef"
_CLOSING = "、。，．！？：；」』）〉》】"
_BREAKS = re.compile(f"(?<=[^\\W\\d_][-/])(?=[^\\W\\d_])|(?<=[{_IDEOGRAPHS}])(?=[^ {_CLOSING}])")
_BREAKABLE = re.compile(f"[-/{_IDEOGRAPHS}]")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_ELLIPSIS = "…"
#: Texts that may fit on one line are tried so first, because a line is remembered and a paragraph is not.
_SHORT = 100
#: Vertical blanks that Unicode counts as the end of a line.
_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\u0085\u2028\u2029]")


@dataclass(frozen=True)
class Span:
    """A part of a text with its own face or ink; None takes that of the style."""

    text: str
    face: Face | None = None
    colour: Colour | None = None


Text = str | Sequence[Span]


@dataclass(frozen=True)
class Placed:
    """A run at its place in a line: `dx` from the line's start, in points."""

    dx: float
    run: fonts.Run
    size: float
    colour: Colour


@dataclass(frozen=True)
class Line:
    """One line of text; `width` in points."""

    placed: tuple[Placed, ...]
    width: float

    @property
    def width_mm(self) -> float:
        """Its width in millimetres."""
        return self.width / POINTS_PER_MM


EMPTY_LINE = Line((), 0.0)


@dataclass
class _Word:
    """What may not be broken: fragments `(span number, text)`; `after_blank` when a blank precedes it."""

    after_blank: bool
    fragments: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])


def clean(text: str) -> str:
    """Text as it may be printed: composed, with `\\n` as only control character and single blanks.

    Half a surrogate pair becomes U+FFFD, so that it is seen and not lost.
    """
    if text.isprintable() and (text.isascii() or _is_composed(text)):
        return _BLANKS.sub(" ", text) if "  " in text or not text.isascii() else text
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    visible = "".join(_visible(character) for character in text)
    composed = unicodedata.normalize("NFC", _UNSEEN.sub("", visible))
    return _BLANKS.sub(" ", composed)


def _is_composed(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text) and _UNSEEN.search(text) is None


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cs":
        return "\ufffd"
    return "" if category == "Cc" and character != "\n" else character


def one_line(text: str) -> str:
    """Cleaned text with its line ends turned into blanks."""
    return " ".join(clean(text).split())


def shortened(text: str, *, most: int) -> str:
    """Cleaned on one line and cut after `most` characters with `…`."""
    flat = one_line(text)
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + _ELLIPSIS


def rich(template: str, **values: Span | str) -> list[Span]:
    """The template with its {placeholders} replaced by spans or text; all other braces stay as they are."""
    spans: list[Span] = []
    for index, part in enumerate(_PLACEHOLDER.split(template)):
        # Every second part is the name of a placeholder; the template may hold words that a school wrote.
        value = values.get(part, f"{{{part}}}") if index % 2 else part
        if value:
            spans.append(Span(value) if isinstance(value, str) else value)
    return spans


class Typesetter:
    """Sets text for one document; remembers widths, and what no font has in `missing`."""

    def __init__(self) -> None:
        self.missing: dict[str, None] = {}
        self._advances: dict[tuple[Face, str], float] = {}
        self._lines: dict[tuple[str, TextStyle], Line] = {}

    def wrap(self, text: Text, style: TextStyle, width: float) -> list[Line]:
        """`text` in lines of at most `width` millimetres; at least one line, empty for an empty text."""
        if isinstance(text, str) and len(text) < _SHORT and "\n" not in text:
            whole = self.line(text, style)
            if whole.width <= width * POINTS_PER_MM and not direction.has_right_to_left(text):
                return [whole]
        spans = _spans(text)
        most = width * POINTS_PER_MM / style.size
        lines: list[Line] = []
        for paragraph in _paragraphs(spans):
            whole = "".join(span.text for span in paragraph)
            rtl = direction.has_right_to_left(whole) and direction.starts_right_to_left(whole)
            lines.extend(
                self._line(fragments, paragraph, style, right_to_left=rtl, most=most if rtl else None)
                for fragments in self._broken(paragraph, style, most)
            )
        return lines or [EMPTY_LINE]

    def line(self, text: Text, style: TextStyle) -> Line:
        """`text` in one line, however long."""
        if not isinstance(text, str):
            return self._unbroken(text, style)
        known = self._lines.get((text, style))
        if known is None:
            known = self._lines[text, style] = self._unbroken(text, style)
        return known

    def _unbroken(self, text: Text, style: TextStyle) -> Line:
        spans = [Span(span.text.replace("\n", " "), span.face, span.colour) for span in _spans(text)]
        whole = "".join(span.text for span in spans)
        rtl = direction.has_right_to_left(whole) and direction.starts_right_to_left(whole)
        fragments = [(number, span.text) for number, span in enumerate(spans) if span.text]
        return self._line(fragments, spans, style, right_to_left=rtl, most=None)

    def fitted(self, text: Text, style: TextStyle, width: float, *, smallest: float = 6.5) -> Line:
        """`text` in one line of at most `width` millimetres: set smaller, then cut with `…`."""
        line = self.line(text, style)
        most = width * POINTS_PER_MM
        if line.width <= most:
            return line
        size = max(smallest, style.size * most / line.width)
        line = self.line(text, style.sized(size))
        if line.width <= most + 0.01:
            return line
        return self._cut(_spans(text), style.sized(size), most)

    def widest_word(self, text: str, style: TextStyle) -> float:
        """Width of the longest unbreakable word, in millimetres."""
        words = clean(text).split() or [""]
        return max(self._advance(style.face, word) for word in words) * style.size / POINTS_PER_MM

    def _cut(self, spans: list[Span], style: TextStyle, most: float) -> Line:
        whole = "".join(span.text for span in spans)
        low, high = 0, len(whole)
        while low < high:
            middle = (low + high + 1) // 2
            if self._advance(style.face, whole[:middle] + _ELLIPSIS) * style.size <= most:
                low = middle
            else:
                high = middle - 1
        return self.line([Span(whole[:low].rstrip() + _ELLIPSIS, spans[0].face, spans[0].colour)], style)

    def _advance(self, face: Face, text: str) -> float:
        key = (face, text)
        known = self._advances.get(key)
        if known is None:
            rtl = direction.has_right_to_left(text)
            known = sum(
                run.advance for run in fonts.runs(text, face=face, right_to_left=rtl, missing=self.missing)
            )
            self._advances[key] = known
        return known

    def _broken(self, spans: list[Span], style: TextStyle, most: float) -> Iterator[list[tuple[int, str]]]:
        """Greedy lines of fragments; a word wider than a line is broken inside."""
        faces = [span.face or style.face for span in spans]
        line: list[tuple[int, str]] = []
        width = 0.0
        is_blank = True
        for word in self._words(spans):
            is_blank = False
            word_width = sum(self._advance(faces[number], text) for number, text in word.fragments)
            blank = self._advance(faces[word.fragments[0][0]], " ") if word.after_blank and line else 0.0
            if line and width + blank + word_width > most:
                yield line
                line, width, blank = [], 0.0, 0.0
            if word_width > most:
                *full, last = self._pieces(word.fragments, faces, most)
                yield from full
                line, width = last, sum(self._advance(faces[number], text) for number, text in last)
                continue
            if blank:
                line.append((word.fragments[0][0], " "))
            line.extend(word.fragments)
            width += blank + word_width
        if line or is_blank:
            yield line

    def _pieces(
        self, fragments: list[tuple[int, str]], faces: list[Face], most: float
    ) -> list[list[tuple[int, str]]]:
        """A word wider than a line, cut before what no longer fits; a mark stays with its letter."""
        pieces: list[list[tuple[int, str]]] = [[]]
        width = 0.0
        for number, text in fragments:
            for cluster in _clusters(text):
                step = self._advance(faces[number], cluster)
                if width + step > most and pieces[-1]:
                    pieces.append([])
                    width = 0.0
                if pieces[-1] and pieces[-1][-1][0] == number:
                    pieces[-1][-1] = (number, pieces[-1][-1][1] + cluster)
                else:
                    pieces[-1].append((number, cluster))
                width += step
        return pieces

    @staticmethod
    def _words(spans: list[Span]) -> Iterator[_Word]:
        word = _Word(after_blank=False)
        for number, span in enumerate(spans):
            for position, part in enumerate(span.text.split(" ")):
                if position:
                    if word.fragments:
                        yield word
                    word = _Word(after_blank=True)
                pieces = _BREAKS.split(part) if _BREAKABLE.search(part) else [part]
                for index, piece in enumerate(pieces):
                    if index:
                        if word.fragments:
                            yield word
                        word = _Word(after_blank=False)
                    if piece:
                        word.fragments.append((number, piece))
        if word.fragments:
            yield word

    def _line(
        self,
        fragments: list[tuple[int, str]],
        spans: list[Span],
        style: TextStyle,
        *,
        right_to_left: bool,
        most: float | None,
    ) -> Line:
        placed: list[Placed] = []
        x = 0.0
        for number, text, rtl in _in_visual_order(_merged(fragments), right_to_left=right_to_left):
            span = spans[number]
            face = span.face or style.face
            colour = span.colour or style.colour
            for run in _drawn(
                fonts.runs(text, face=face, right_to_left=rtl, missing=self.missing), reverse=rtl
            ):
                placed.append(Placed(x, run, style.size, colour))
                x += run.advance * style.size
        if most is not None and x < most * style.size:
            shift = most * style.size - x
            placed = [Placed(item.dx + shift, item.run, item.size, item.colour) for item in placed]
        return Line(tuple(placed), x)


def _drawn(found: Iterable[fonts.Run], *, reverse: bool) -> Iterable[fonts.Run]:
    return reversed(list(found)) if reverse else found


def _spans(text: Text) -> list[Span]:
    if isinstance(text, str):
        return [Span(clean(text))]
    return [Span(clean(span.text), span.face, span.colour) for span in text]


def _paragraphs(spans: list[Span]) -> Iterator[list[Span]]:
    if not any("\n" in span.text for span in spans):
        yield spans
        return
    current: list[Span] = []
    for span in spans:
        for index, part in enumerate(span.text.split("\n")):
            if index:
                yield current
                current = []
            current.append(Span(part, span.face, span.colour))
    yield current


def _merged(fragments: list[tuple[int, str]]) -> list[tuple[int, str]]:
    merged: list[tuple[int, str]] = []
    for number, text in fragments:
        if merged and merged[-1][0] == number:
            merged[-1] = (number, merged[-1][1] + text)
        else:
            merged.append((number, text))
    return merged


def _in_visual_order(
    fragments: list[tuple[int, str]], *, right_to_left: bool
) -> Iterator[tuple[int, str, bool]]:
    whole = "".join(text for _, text in fragments)
    if not right_to_left and (whole.isascii() or not direction.has_right_to_left(whole)):
        yield from ((number, text, False) for number, text in fragments)
        return
    owners = [number for number, text in fragments for _ in text]
    for start, end, rtl in direction.visual_order(whole, right_to_left=right_to_left):
        parts = list(_by_owner(owners, start, end))
        for low, high in reversed(parts) if rtl else parts:
            yield owners[low], whole[low:high], rtl


def _by_owner(owners: list[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    low = start
    for index in range(start + 1, end + 1):
        if index == end or owners[index] != owners[low]:
            yield low, index
            low = index


def _clusters(text: str) -> Iterator[str]:
    cluster = ""
    for character in text:
        hangs = unicodedata.combining(character) or fonts.is_joiner(character)
        if cluster and not hangs:
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster
