"""What reports use of uharfbuzz, which is compiled and comes without types."""

from collections.abc import Mapping, Sequence

class Blob:
    def __init__(self, data: bytes) -> None: ...
    @classmethod
    def from_file_path(cls, filename: str) -> Blob: ...

class Face:
    upem: int
    glyph_count: int
    def __init__(self, blob: Blob | bytes, index: int = 0) -> None: ...

class Font:
    scale: tuple[int, int]
    face: Face
    def __init__(self, face_or_font: Face | Font) -> None: ...
    def get_nominal_glyph(self, unicode: int) -> int | None: ...
    def get_glyph_h_advance(self, gid: int) -> int: ...

class GlyphInfo:
    codepoint: int
    cluster: int

class GlyphPosition:
    x_advance: int
    y_advance: int
    x_offset: int
    y_offset: int

class Buffer:
    direction: str
    language: str
    script: str
    glyph_infos: Sequence[GlyphInfo]
    glyph_positions: Sequence[GlyphPosition]
    def add_str(self, text: str) -> None: ...
    def add_codepoints(self, codepoints: Sequence[int]) -> None: ...
    def guess_segment_properties(self) -> None: ...

def shape(
    font: Font,
    buffer: Buffer,
    features: Mapping[str, int | bool | Sequence[tuple[int, int, int | bool]]] | None = None,
    shapers: Sequence[str] | None = None,
) -> None: ...
