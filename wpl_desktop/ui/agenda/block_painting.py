"""How one talk is drawn in the week: its colours by kind and state, its words, its ring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from wpl_desktop.domain.conversations import ConversationState, Hat
from wpl_desktop.services.agenda import AgendaBlock
from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.agenda.agenda_words import block_title, block_word_choices
from wpl_desktop.ui.agenda.fitting import Fitting
from wpl_desktop.ui.style import rounded_box

_BAR: Final = 4
_RADIUS: Final = 4
_LINE: Final = 18
_MARK: Final = 14
_EVALUATING_LEVEL: Final = 2
#: Less room than this after the name says nothing.
_LEAST_WORDS: Final = 48


@dataclass(frozen=True, kw_only=True)
class BlockLook:
    """The words and colours of one talk."""

    title: str
    #: From long to short.
    words: tuple[str, ...]
    #: The same on the line of the title.
    words_after: tuple[str, ...]
    fill: QColor
    bar: QColor
    ink: QColor
    line: QColor | None
    struck: bool
    in_series: bool


def block_look(block: AgendaBlock) -> BlockLook:
    """How a talk looks: coaching soft, evaluating darker, what was held sunken, what was not struck out."""
    fill, bar, ink, line = block_colours(hat=block.hat, state=block.state)
    words = block_word_choices(block)
    return BlockLook(
        title=block_title(block),
        words=words,
        words_after=tuple(f", {each}" for each in words),
        fill=fill,
        bar=bar,
        ink=ink,
        line=line,
        struck=block.state is ConversationState.NOT_HELD,
        in_series=block.series_id is not None,
    )


def block_colours(*, hat: Hat, state: ConversationState) -> tuple[QColor, QColor, QColor, QColor | None]:
    """Fill, bar at the left, ink and border of a talk; what it is always stands in its words too."""
    tokens = theme.tokens()
    if state is ConversationState.HELD:
        return tokens.sunken, tokens.line_strong, tokens.muted, None
    if state is ConversationState.NOT_HELD:
        return tokens.surface, tokens.line, tokens.muted, tokens.line
    if hat is Hat.EVALUATE:
        fill, ink = theme.level_fill(_EVALUATING_LEVEL, count=4)
        return fill, tokens.accent, ink, None
    return tokens.soft, tokens.accent, tokens.text, None


def paint_block(painter: QPainter, look: BlockLook, *, rect: QRectF, fitting: Fitting) -> None:
    """Draw a talk: one line of words where it is low, two where there is room."""
    bar = float(theme.scaled(_BAR))
    if rect.width() < theme.scaled(40):
        bar = max(2.0, bar // 2)
    _paint_ground(painter, look, rect=rect, bar=bar)
    line = theme.scaled(_LINE)
    inside = rect.adjusted(bar + theme.scaled(8 if rect.width() > theme.scaled(80) else 4), 0, -4, 0)
    if look.in_series and rect.width() > theme.scaled(64):
        side = theme.scaled(_MARK)
        mark = QRectF(rect.right() - side - theme.scaled(4), rect.y() + theme.scaled(4), side, side)
        icons.paint(painter, "restore", rect=mark, color=look.ink)
        inside.setRight(mark.left() - 2)
    painter.setPen(look.ink)
    two = rect.height() >= 2 * line
    top = rect.y() + min(theme.scaled(4), max(0.0, (rect.height() - (2 if two else 1) * line) / 2))
    first = QRectF(inside.x(), top, inside.width(), line)
    used = fitting.write(painter, first, look.title, role="strong", struck=look.struck)
    if two:
        second = QRectF(inside.x(), top + line, rect.right() - 4 - inside.x(), line)
        words = fitting.longest(look.words, role="secondary", room=int(second.width()))
        fitting.write(painter, second, words, role="secondary")
        return
    first.setLeft(first.left() + used)
    if first.width() > theme.scaled(_LEAST_WORDS):
        words = fitting.longest(look.words_after, role="secondary", room=int(first.width()))
        fitting.write(painter, first, words, role="secondary")


def _paint_ground(painter: QPainter, look: BlockLook, *, rect: QRectF, bar: float) -> None:
    """The box with its bar at the left, without clipping: there may be hundreds of them."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.bar)
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    painter.setBrush(look.fill)
    inner = rect.adjusted(bar, 0, 0, 0)
    painter.drawRoundedRect(inner, _RADIUS, _RADIUS)
    painter.fillRect(QRectF(inner.x(), inner.y(), min(_RADIUS, inner.width()), inner.height()), look.fill)
    if look.line is not None:
        rounded_box(painter, rect, fill=None, line=look.line, radius=_RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_ring(painter: QPainter, rect: QRectF, *, strong: bool) -> None:
    """The ring of what is chosen: with a gap while the keyboard is here."""
    tokens = theme.tokens()
    if strong:
        rounded_box(
            painter, rect.adjusted(-2, -2, 2, 2), fill=None, line=tokens.surface, width=2, radius=_RADIUS + 2
        )
        rounded_box(
            painter, rect.adjusted(-4, -4, 4, 4), fill=None, line=tokens.accent, width=2, radius=_RADIUS + 4
        )
    else:
        rounded_box(painter, rect, fill=None, line=tokens.accent, width=1.5, radius=_RADIUS)
