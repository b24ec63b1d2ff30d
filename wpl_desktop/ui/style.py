"""The widget style: Fusion with the program's own buttons, fields, check boxes and focus ring."""

from collections.abc import Callable
from typing import Final, cast

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QWidget,
)

from wpl_desktop.ui import icons
from wpl_desktop.ui.spin_parts import ARROWS, spin_part
from wpl_desktop.ui.tokens import Tokens

RADIUS: Final = 6
RING_GAP: Final = 2
RING_WIDTH: Final = 2
FIELD_HEIGHT: Final = 32
FIELD_PADDING: Final = 10
MARK_SIZE: Final = 18
PASSWORD_BULLET: Final = 0x2022
# Widget properties this style reads.
KIND_PROPERTY: Final = "kind"
ICON_PROPERTY: Final = "icon_name"
ERROR_PROPERTY: Final = "has_error"
RING_PROPERTY: Final = "focus_ring"
FIELD_FRAME_PROPERTY: Final = "field_frame"

_BUTTON_ICON: Final = 18
_BUTTON_GAP: Final = 8


def rounded_box(
    painter: QPainter,
    rect: QRectF | QRect,
    *,
    fill: QColor | None,
    line: QColor | None,
    width: float = 1.0,
    radius: float = RADIUS,
) -> None:
    """Draw a box with round corners whose border lies inside the rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = width / 2 if line is not None else 0.0
    painter.setPen(QPen(line, width) if line is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    box = QRectF(rect).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(box, max(0.0, radius - half), max(0.0, radius - half))
    painter.restore()


def paint_check(painter: QPainter, rect: QRectF, *, color: QColor, width: float = 2.0) -> None:
    """Draw the tick of a check box inside the rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    points = ((0.22, 0.53), (0.42, 0.72), (0.78, 0.31))
    painter.drawPolyline(
        QPolygonF([QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height()) for x, y in points])
    )
    painter.restore()


def paint_radio(
    painter: QPainter, rect: QRectF, *, tokens: Tokens, chosen: bool, enabled: bool = True
) -> None:
    """Draw the round mark of an exclusive choice."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(rect.width(), rect.height())
    box = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
    width = side * 5 / MARK_SIZE if chosen else 1.5
    colour = (tokens.accent if enabled else tokens.muted) if chosen else tokens.line_strong
    painter.setPen(QPen(colour, width))
    painter.setBrush(tokens.surface if enabled else tokens.sunken)
    painter.drawEllipse(box.adjusted(width / 2, width / 2, -width / 2, -width / 2))
    painter.restore()


class WplStyle(QProxyStyle):
    """Fusion, with own drawing where the design asks for it; colours come from a callable."""

    def __init__(self, *, tokens: Callable[[], Tokens], scaled: Callable[[float], int]) -> None:
        super().__init__("Fusion")
        self._tokens = tokens
        self._scaled = scaled

    # Measures

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        metrics = QStyle.PixelMetric
        if metric in (metrics.PM_FocusFrameHMargin, metrics.PM_FocusFrameVMargin):
            return RING_GAP + RING_WIDTH
        if metric in (
            metrics.PM_IndicatorWidth,
            metrics.PM_IndicatorHeight,
            metrics.PM_ExclusiveIndicatorWidth,
            metrics.PM_ExclusiveIndicatorHeight,
        ):
            return self._scaled(MARK_SIZE)
        if metric in (metrics.PM_CheckBoxLabelSpacing, metrics.PM_RadioButtonLabelSpacing):
            return self._scaled(10)
        if metric in (metrics.PM_ButtonShiftHorizontal, metrics.PM_ButtonShiftVertical):
            return 0
        if metric == metrics.PM_MenuHMargin:
            return 0
        return super().pixelMetric(metric, option, _real(widget))

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        hints = QStyle.StyleHint
        if hint in (hints.SH_DialogButtonBox_ButtonsHaveIcons, hints.SH_EtchDisabledText):
            return 0
        if hint == hints.SH_Widget_Animation_Duration:
            return 0
        if hint == hints.SH_ComboBox_Popup:
            return 0
        if hint == hints.SH_FocusFrame_AboveWidget:
            # Else the ring lives in the widget's parent, which cuts it off where the two share an edge.
            return 1
        if hint == hints.SH_LineEdit_PasswordCharacter:
            return PASSWORD_BULLET
        return super().styleHint(
            hint, cast(QStyleOption, option), _real(widget), cast(QStyleHintReturn, returnData)
        )

    def sizeFromContents(
        self,
        type: QStyle.ContentsType,  # noqa: A002 - Qt's own name
        option: QStyleOption | None,
        size: QSize,
        widget: QWidget | None,
    ) -> QSize:
        kinds = QStyle.ContentsType
        if type == kinds.CT_PushButton and isinstance(widget, QPushButton):
            return self._button_size(widget)
        result = super().sizeFromContents(type, cast(QStyleOption, option), size, _real(widget))
        if type in (kinds.CT_LineEdit, kinds.CT_ComboBox, kinds.CT_SpinBox):
            # A line edit inside a combo or spin box has no frame and takes what it gets.
            if _is_framed(_real(widget)):
                result.setHeight(max(result.height(), self._scaled(FIELD_HEIGHT)))
            if type == kinds.CT_ComboBox:
                result.setWidth(result.width() + self._scaled(12))
            elif type == kinds.CT_SpinBox:
                result.setWidth(result.width() + self._scaled(8))
        elif type in (kinds.CT_CheckBox, kinds.CT_RadioButton, kinds.CT_ItemViewItem):
            result.setHeight(max(result.height(), self._scaled(32)))
        return result

    def subElementRect(
        self, element: QStyle.SubElement, option: QStyleOption | None, widget: QWidget | None
    ) -> QRect:
        result = super().subElementRect(element, cast(QStyleOption, option), _real(widget))
        if element == QStyle.SubElement.SE_LineEditContents and _is_framed(_real(widget)):
            padding = self._scaled(FIELD_PADDING)
            return result.adjusted(padding - 3, 0, 3 - padding, 0)
        return result

    def subControlRect(
        self,
        cc: QStyle.ComplexControl,
        opt: QStyleOptionComplex,
        sc: QStyle.SubControl,
        w: QWidget | None = None,
    ) -> QRect:
        result = super().subControlRect(cc, opt, sc, _real(w))
        controls, padding = QStyle.ComplexControl, self._scaled(FIELD_PADDING) - 4
        if cc == controls.CC_ComboBox and sc == QStyle.SubControl.SC_ComboBoxEditField:
            return result.adjusted(padding, 0, 0, 0)
        if cc == controls.CC_SpinBox:
            arrows = self._scaled(ARROWS)
            return spin_part(sc, found=result, whole=opt.rect, arrows=arrows, padding=padding)
        return result

    # Drawing

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption | None,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        parts = QStyle.PrimitiveElement
        if option is not None:
            if element == parts.PE_FrameFocusRect:
                return
            if element == parts.PE_PanelLineEdit:
                if _is_framed(_real(widget)):
                    self._paint_field(option, painter, _real(widget))
                return
            if element == parts.PE_FrameLineEdit:
                return
            if (
                element == parts.PE_Frame
                and isinstance(widget, QWidget)
                and widget.property(FIELD_FRAME_PROPERTY)
            ):
                self._paint_scroll_frame(option, painter, widget)
                return
            if element == parts.PE_IndicatorCheckBox:
                self._paint_check_box(option, painter)
                return
            if element == parts.PE_IndicatorRadioButton:
                paint_radio(
                    painter,
                    QRectF(option.rect),
                    tokens=self._tokens(),
                    chosen=bool(option.state & QStyle.StateFlag.State_On),
                    enabled=bool(option.state & QStyle.StateFlag.State_Enabled),
                )
                return
        super().drawPrimitive(element, cast(QStyleOption, option), painter, _real(widget))

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption | None,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        parts = QStyle.ControlElement
        if option is not None:
            if element == parts.CE_FocusFrame:
                rounded_box(
                    painter,
                    option.rect,
                    fill=None,
                    line=self._tokens().accent,
                    width=RING_WIDTH,
                    radius=RADIUS + RING_GAP + RING_WIDTH,
                )
                return
            if element == parts.CE_PushButton and isinstance(widget, QPushButton):
                self._paint_button(option, painter, widget)
                return
        super().drawControl(element, cast(QStyleOption, option), painter, _real(widget))

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex | None,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        controls = QStyle.ComplexControl
        if option is not None and control == controls.CC_ComboBox:
            self._paint_field(option, painter, _real(widget))
            right = option.rect.right() - self._scaled(26)
            box = QRectF(right, option.rect.top(), self._scaled(18), option.rect.height())
            icons.paint(painter, "chevron-down", rect=box, color=self._tokens().muted)
            return
        if option is not None and control == controls.CC_SpinBox:
            self._paint_field(option, painter, _real(widget))
            sub = QStyle.SubControl
            for part, name in ((sub.SC_SpinBoxUp, "chevron-up"), (sub.SC_SpinBoxDown, "chevron-down")):
                area = self.subControlRect(control, option, part, _real(widget))
                if area.isValid():
                    side = min(self._scaled(12), area.height())
                    box = QRectF(0, 0, side, side)
                    box.moveCenter(QRectF(area).center())
                    icons.paint(painter, name, rect=box, color=self._tokens().muted)
            return
        super().drawComplexControl(control, cast(QStyleOptionComplex, option), painter, _real(widget))

    # Internals

    def _button_size(self, button: QPushButton) -> QSize:
        metrics = button.fontMetrics()
        text = metrics.size(Qt.TextFlag.TextShowMnemonic, button.text()) if button.text() else QSize(0, 0)
        width = text.width()
        height = self._scaled(int(button.property("height_step") or 32))
        if button.property(ICON_PROPERTY) or _has_own_icon(button):
            width += self._scaled(_BUTTON_ICON) + (self._scaled(_BUTTON_GAP) if button.text() else 0)
        padding = self._scaled(20 if height >= self._scaled(40) else 12)
        if not button.text():
            return QSize(height, height)
        return QSize(width + 2 * padding + 2, max(height, text.height() + 8))

    def _paint_button(self, option: QStyleOption, painter: QPainter, button: QPushButton) -> None:
        tokens = self._tokens()
        kind = str(button.property(KIND_PROPERTY) or "plain")
        is_default = isinstance(option, QStyleOptionButton) and bool(
            option.features & QStyleOptionButton.ButtonFeature.DefaultButton
        )
        if kind == "plain" and is_default and not button.property(KIND_PROPERTY):
            kind = "primary"
        state = option.state
        enabled = bool(state & QStyle.StateFlag.State_Enabled)
        hovered = enabled and bool(state & QStyle.StateFlag.State_MouseOver)
        pressed = enabled and bool(state & (QStyle.StateFlag.State_Sunken | QStyle.StateFlag.State_On))
        fill, line, text = _button_colours(
            tokens, kind=kind, enabled=enabled, hovered=hovered, pressed=pressed
        )
        rounded_box(painter, option.rect, fill=fill, line=line)
        self._paint_button_label(option.rect, painter, button, text)

    def _paint_button_label(self, rect: QRect, painter: QPainter, button: QPushButton, color: QColor) -> None:
        label = button.text()
        metrics = button.fontMetrics()
        width = metrics.size(Qt.TextFlag.TextShowMnemonic, label).width() if label else 0
        icon_name = button.property(ICON_PROPERTY)
        has_icon = bool(icon_name) or _has_own_icon(button)
        side = self._scaled(_BUTTON_ICON) if has_icon else 0
        gap = self._scaled(_BUTTON_GAP) if has_icon and label else 0
        at_end = button.property("icon_at_end") is True
        left = rect.x() + (rect.width() - side - gap - width) / 2
        icon_left = left + width + gap if at_end else left
        text_left = left if at_end else left + side + gap
        if has_icon:
            box = QRectF(icon_left, rect.y() + (rect.height() - side) / 2, side, side)
            if icon_name:
                icons.paint(painter, str(icon_name), rect=box, color=color)
            else:
                button.icon().paint(painter, box.toRect())
        if label:
            painter.setPen(color)
            painter.setFont(button.font())
            shown = self.styleHint(QStyle.StyleHint.SH_UnderlineShortcut, None, button)
            flag = Qt.TextFlag.TextShowMnemonic if shown else Qt.TextFlag.TextHideMnemonic
            area = QRectF(text_left, rect.y(), width + 2, rect.height())
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter) | int(flag), label)

    def _paint_field(self, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        tokens = self._tokens()
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        focused = enabled and bool(option.state & QStyle.StateFlag.State_HasFocus)
        wrong = widget is not None and widget.property(ERROR_PROPERTY) is True
        line = tokens.amber if wrong else tokens.accent if focused else tokens.line_strong
        rounded_box(
            painter,
            option.rect,
            fill=tokens.surface if enabled else tokens.sunken,
            line=line if enabled else tokens.line,
            width=2 if focused or wrong else 1,
        )

    def _paint_scroll_frame(self, option: QStyleOption, painter: QPainter, widget: QWidget) -> None:
        if widget.property(FIELD_FRAME_PROPERTY) == "list":
            tokens = self._tokens()
            rounded_box(painter, option.rect, fill=tokens.surface, line=tokens.line)
            return
        option.state = (
            option.state | QStyle.StateFlag.State_HasFocus
            if widget.hasFocus()
            else option.state & ~QStyle.StateFlag.State_HasFocus
        )
        self._paint_field(option, painter, _real(widget))

    def _paint_check_box(self, option: QStyleOption, painter: QPainter) -> None:
        tokens = self._tokens()
        box = QRectF(option.rect)
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        checked = bool(option.state & QStyle.StateFlag.State_On)
        partly = bool(option.state & QStyle.StateFlag.State_NoChange)
        filled = tokens.accent if enabled else tokens.muted
        if not (checked or partly):
            plain = tokens.surface if enabled else tokens.sunken
            rounded_box(painter, box, fill=plain, line=tokens.line_strong, width=1.5, radius=4)
            return
        rounded_box(painter, box, fill=filled, line=filled, radius=4)
        if checked:
            paint_check(painter, box, color=tokens.on_accent)
        else:
            bar = QRectF(box.x() + box.width() * 0.25, box.center().y() - 1, box.width() * 0.5, 2)
            painter.fillRect(bar, tokens.on_accent)


def _real(widget: QWidget | None) -> QWidget:
    """The widget that Qt names, for Qt; None for what is none.

    While a widget is being made, Python still knows at its place in memory what was destroyed there before: often a
    layout's item. Given back to Qt that is an error in an override, of which PySide 6.11 dies on Python 3.11.
    """
    return cast("QWidget", widget if isinstance(widget, QWidget) else None)


def _has_own_icon(button: QPushButton) -> bool:
    # The program's buttons, which are of a kind, name their icon; those of Qt's own dialogs carry one.
    return not button.property(KIND_PROPERTY) and not button.icon().isNull()


def _is_framed(widget: QWidget | None) -> bool:
    return widget is None or widget.property("frame") is not False


def _button_colours(
    tokens: Tokens, *, kind: str, enabled: bool, hovered: bool, pressed: bool
) -> tuple[QColor | None, QColor | None, QColor]:
    if not enabled:
        return (
            (None, None, tokens.muted)
            if kind in ("quiet", "muted")
            else (
                tokens.sunken,
                tokens.line,
                tokens.muted,
            )
        )
    if kind == "primary":
        fill = tokens.accent_pressed if pressed else tokens.accent_hover if hovered else tokens.accent
        return fill, fill, tokens.on_accent
    if kind in ("quiet", "muted"):
        text = tokens.on_soft if kind == "quiet" else tokens.muted
        return (tokens.sunken if pressed else tokens.hover if hovered else None), None, text
    fill = tokens.sunken if pressed else tokens.hover if hovered else tokens.surface
    return fill, tokens.line, tokens.text
