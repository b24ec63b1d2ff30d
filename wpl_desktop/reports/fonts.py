"""The embedded fonts, read when first needed: which one has a character, and how letters join."""

from __future__ import annotations

import enum
import itertools
import re
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, cast
from weakref import WeakKeyDictionary

from wpl_desktop.paths import resources
from wpl_desktop.reports.style import Face

#: Codes of our own for glyphs that no single character stands for; characters of the private use area that a
#: user types have no agreed look and print as the visible box.
_ALIAS_BASE = 0xE000
_ALIAS_END = 0xF900
MISSING_BOX = "\u25a1"

_SHAPED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u08ff\u0900-\u109f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufb1d-\ufdff"
    "\ufe20-\ufe2f\ufe70-\ufefc]"
)
_HANGS_ON = frozenset("\u200c\u200d")


class Font(enum.Enum):
    """A font file of ours."""

    REGULAR = "NotoSans-Regular"
    BOLD = "NotoSans-Bold"
    ITALIC = "NotoSans-Italic"
    ARABIC = "NotoSansArabic-Regular"
    ARABIC_BOLD = "NotoSansArabic-Bold"
    SYMBOLS = "DejaVuSans"
    CHINESE = "DroidSansFallbackFull"


_FALLBACKS = {
    Face.REGULAR: (Font.REGULAR, Font.ARABIC, Font.SYMBOLS, Font.CHINESE),
    Face.BOLD: (Font.BOLD, Font.ARABIC_BOLD, Font.SYMBOLS, Font.CHINESE),
    Face.ITALIC: (Font.ITALIC, Font.ARABIC, Font.SYMBOLS, Font.CHINESE),
}
_loading = threading.Lock()


@dataclass(frozen=True)
class Run:
    """A stretch of text in one font, ready to draw.

    `text` is what the font is asked for, `advance` its width at one point. `meanings` says what codes of our own
    in `text` stand for. `meant` is what a reader or a search should find instead of a visible box, else None.
    """

    font: str
    text: str
    advance: float
    meanings: tuple[tuple[int, str], ...] = ()
    meant: str | None = None


class LoadedFont:
    """One font registered with reportlab."""

    def __init__(self, font: Font) -> None:
        from reportlab.pdfbase import pdfmetrics

        self.name = f"WPL-{font.value}"
        self._font = _embedded_font(self.name, font)
        cast(Any, pdfmetrics).registerFont(self._font)
        self.coverage: frozenset[str] = frozenset(
            chr(code) for code in self._font.face.charToGlyph if not _ALIAS_BASE <= code < _ALIAS_END
        )
        self.shapes = font is not Font.CHINESE
        self._shaping_font: Any = None

    def advance(self, text: str) -> float:
        """Width of `text` at one point, in points; every character must be covered."""
        return cast(float, self._font.stringWidth(text, 1000)) / 1000

    def run(self, text: str) -> Run:
        """`text` as it stands, in this font."""
        if text.isascii() or all(character <= "\uffff" for character in text):
            return Run(self.name, text, self.advance(text))
        # Reportlab's map from codes back to text ends at U+FFFF.
        meanings = {
            self._alias(cast(int, self._font.face.charToGlyph[ord(character)])): character
            for character in text
            if character > "\uffff"
        }
        codes = {character: chr(code) for code, character in meanings.items()}
        drawn = "".join(codes.get(character, character) for character in text)
        return Run(self.name, drawn, self.advance(drawn), tuple(meanings.items()))

    def shaped(self, text: str, *, right_to_left: bool) -> Run:
        """`text` with joined letters and placed marks, its glyphs from left to right."""
        from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr

        harfbuzz = _harfbuzz()
        buffer = harfbuzz.Buffer()
        buffer.cluster_level = harfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right_to_left else "ltr"
        harfbuzz.shape(self._shaper(), buffer)
        to_thousandth = 1000 / cast(float, self._font.face.unitsPerEm)
        stands_for = _clusters(text, [cast(int, glyph.cluster) for glyph in buffer.glyph_infos])
        codes: list[str] = []
        meanings: dict[int, str] = {}
        places: list[Any] = []
        advance = 0.0
        for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            meaning = stands_for.pop(cast(int, glyph.cluster), "")
            # Readers turn a right-to-left line around letter by letter, also inside a joined pair such as lam-alef.
            meaning = meaning[::-1] if right_to_left else meaning
            code = self._alias(cast(int, glyph.codepoint))
            meanings[code] = meanings.get(code) or meaning
            step = place.x_advance * to_thousandth
            offsets = (place.x_offset * to_thousandth, place.y_offset * to_thousandth)
            codes.append(chr(code))
            places.append(cast(Any, ShapeData)(0, step, 0, *offsets, self._font.face.charWidths[code]))
            advance += step
        drawn = cast(str, cast(Any, ShapedStr)("".join(codes), places))
        return Run(self.name, drawn, advance / 1000, tuple(meanings.items()))

    def _shaper(self) -> Any:
        if self._shaping_font is None:
            self._shaping_font = _harfbuzz().Font(self._font.hbFace)
        return self._shaping_font

    def _alias(self, glyph: int) -> int:
        """A code that stands for a glyph; made from its number, so that the same data give the same bytes."""
        code = _ALIAS_BASE + glyph
        face = self._font.face
        if face.charToGlyph.get(code) != glyph or code not in face.charWidths:
            face.charToGlyph[code] = glyph
            face.charWidths[code] = self._shaper().get_glyph_h_advance(glyph) * 1000 / face.unitsPerEm
        return code


def _clusters(text: str, starts: list[int]) -> dict[int, str]:
    """What the glyphs that begin at each of `starts` stand for."""
    bounds = [*sorted(set(starts)), len(text)]
    return {start: text[start:end] for start, end in itertools.pairwise(bounds)}


def remember_meanings(pdf: object, run: Run) -> None:
    """Keep for one document what the codes of a drawn run stand for; what was drawn first counts."""
    known = _meanings.setdefault(pdf, {}).setdefault(run.font, {})
    for code, meaning in run.meanings:
        known[code] = known.get(code) or meaning


_meanings: WeakKeyDictionary[object, dict[str, dict[int, str]]] = WeakKeyDictionary()
#: What a second glyph of the same letter stands for: nothing that is seen.
_NOTHING = "\u200b"


def _embedded_font(name: str, font: Font) -> Any:
    """The font as reportlab embeds it, but with what our own codes stand for in its map back to text."""
    from reportlab.pdfbase import ttfonts

    library = cast(Any, ttfonts)

    class EmbeddedFont(library.TTFont):
        def addObjects(self, doc: Any) -> None:  # noqa: N802  (reportlab calls it by this name)
            """Write the font's objects, then say what our own codes stand for."""
            subsets = [list(subset) for subset in self.state[doc].subsets]
            library.TTFont.addObjects(self, doc)
            meanings = _meanings.get(doc, {}).get(name, {})
            for number, subset in enumerate(subsets):
                base_name = b"".join(
                    (library.SUBSETN(number), b"+", self.face.name, self.face.subfontNameX)
                ).decode()
                stream = doc.idToObject[f"toUnicodeCMap:{base_name}"]
                for code in subset:
                    if code in meanings:
                        meant = (meanings[code] or _NOTHING).encode("utf-16-be").hex().upper()
                        stream.content = stream.content.replace(f"> <{code:04X}>", f"> <{meant}>")

    return EmbeddedFont(name, str(resources() / "fonts" / f"{font.value}.ttf"))


def _harfbuzz() -> Any:
    import uharfbuzz  # pyright: ignore[reportMissingTypeStubs]

    return cast(Any, uharfbuzz)


@cache
def _registered(font: Font) -> LoadedFont:
    return LoadedFont(font)


def loaded(font: Font) -> LoadedFont:
    """The font, read at its first use."""
    with _loading:
        return _registered(font)


@cache
def _first_font(face: Face) -> LoadedFont:
    return loaded(_FALLBACKS[face][0])


def is_joiner(character: str) -> bool:
    """Whether a character has no look of its own and only joins or parts its neighbours."""
    return character in _HANGS_ON


def needs_shaping(text: str) -> bool:
    """Whether a text has letters that join or marks that must be placed."""
    return _SHAPED.search(text) is not None


def runs(text: str, *, face: Face, right_to_left: bool, missing: dict[str, None]) -> Iterator[Run]:
    """The parts of `text` (one direction, no line breaks) with the font of each, in reading order.

    What no font has becomes a visible box and is added to `missing`.
    """
    main = _first_font(face)
    if main.coverage.issuperset(text) and not right_to_left and (text.isascii() or not needs_shaping(text)):
        if text:
            yield main.run(text)
        return
    for font, part in _by_font(text, face):
        if font is None:
            missing.update(dict.fromkeys(part))
            box = loaded(Font.SYMBOLS)
            drawn = MISSING_BOX * len(part)
            yield Run(box.name, drawn, box.advance(drawn), meant=part)
        elif font.shapes and (right_to_left or needs_shaping(part)):
            yield font.shaped(part, right_to_left=right_to_left)
        else:
            yield font.run("".join(character for character in part if character not in _HANGS_ON))


def _by_font(text: str, face: Face) -> Iterator[tuple[LoadedFont | None, str]]:
    """Longest stretches in one font; marks and blanks stay with what they follow."""
    current: LoadedFont | None = None
    stretch = ""
    for character in text:
        font = _font_for(character, face, current if stretch else None)
        if stretch and font is not current:
            yield current, stretch
            stretch = ""
        current = font
        stretch += character
    if stretch:
        yield current, stretch


def _font_for(character: str, face: Face, current: LoadedFont | None) -> LoadedFont | None:
    stays = character in _HANGS_ON or character == " " or unicodedata.combining(character)
    if current is not None and stays and (character in _HANGS_ON or character in current.coverage):
        return current
    if _has_no_look(character):
        return None
    for font in _FALLBACKS[face]:
        candidate = loaded(font)
        if character in candidate.coverage:
            return candidate
    return None


def _has_no_look(character: str) -> bool:
    return unicodedata.category(character) in {"Co", "Cn", "Cs"}
