"""Palette, type scale, icons and style."""

import shutil
from dataclasses import fields
from itertools import combinations
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionFrame,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)
from pytestqt.qtbot import QtBot

from wpl_desktop.ui import icons, theme
from wpl_desktop.ui.style import WplStyle
from wpl_desktop.ui.tokens import DARK, LIGHT, Tokens, contrast, level_colours
from wpl_desktop.ui.widgets.buttons import Button
from wpl_desktop.ui.widgets.text_area import TextArea

RESOURCES = Path(__file__).parents[2] / "resources"
TEXT_PAIRS = [
    ("text", "page"),
    ("text", "surface"),
    ("text", "soft"),
    ("text", "amber_soft"),
    ("muted", "page"),
    ("muted", "rail"),
    ("muted", "surface"),
    ("muted", "sunken"),
    ("muted", "hover"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    ("on_soft", "soft"),
    ("on_soft", "page"),
    ("amber", "amber_soft"),
    ("amber", "page"),
]
SHAPE_PAIRS = [
    (shape, ground)
    for shape in ("student", "workplace", "institute", "together", "accent", "line_strong")
    for ground in ("page", "surface")
]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_texts_reach_the_contrast_for_reading(tokens: Tokens) -> None:
    weak = [pair for pair in TEXT_PAIRS if contrast(*(getattr(tokens, name) for name in pair)) < 4.5]
    assert weak == []


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_shapes_and_borders_of_fields_reach_three_to_one(tokens: Tokens) -> None:
    weak = [pair for pair in SHAPE_PAIRS if contrast(*(getattr(tokens, name) for name in pair)) < 3.0]
    assert weak == []


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("count", [3, 4, 5])
def test_every_scale_has_readable_levels_that_grow_stronger(tokens: Tokens, count: int) -> None:
    fills, texts = zip(
        *(level_colours(tokens, level=level, count=count) for level in range(1, count + 1)), strict=True
    )
    assert all(contrast(fill, text) >= 4.5 for fill, text in zip(fills, texts, strict=True))
    strength = [contrast(fill, tokens.surface) for fill in fills]
    assert strength == sorted(strength)
    assert all(first != second for first, second in combinations(fills, 2))


def test_a_scale_of_four_has_the_designed_colours() -> None:
    assert [level_colours(LIGHT, level=level, count=4)[0] for level in (1, 2, 3, 4)] == list(LIGHT.levels)


@pytest.mark.parametrize("level", [0, 5])
def test_a_level_off_the_scale_is_refused(level: int) -> None:
    with pytest.raises(ValueError, match="scale of 4"):
        level_colours(LIGHT, level=level, count=4)


def test_light_and_dark_differ_in_every_colour() -> None:
    colours = [field.name for field in fields(Tokens) if field.name != "dark"]
    assert [name for name in colours if getattr(LIGHT, name) == getattr(DARK, name)] == []


def test_a_change_of_scheme_reaches_open_windows(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(40, 40)
    window.show()
    assert window.grab().toImage().pixelColor(20, 20) == LIGHT.page
    theme.set_scheme("dark")
    assert theme.tokens() is DARK
    qapp.processEvents()
    assert window.grab().toImage().pixelColor(20, 20) == DARK.page
    assert qapp.palette().color(QPalette.ColorRole.PlaceholderText) == DARK.muted


@pytest.mark.parametrize(
    ("role", "pixels"),
    [("base", 14), ("secondary", 13), ("label", 12), ("section", 16), ("title", 20), ("display", 24)],
)
def test_the_type_scale_grows_with_the_readers_text(
    qapp: QApplication, role: theme.FontRole, pixels: int
) -> None:
    assert theme.font(role).pixelSize() == pixels
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=2.0)
    assert theme.font(role).pixelSize() == 2 * pixels
    assert theme.scaled(32) == 64


def test_pictures_use_the_fonts_of_the_project() -> None:
    assert QFontInfo(theme.font("base")).family() == "Noto Sans"
    assert QFontInfo(theme.font("strong")).bold()


def test_a_missing_folder_of_fonts_is_no_reason_to_stop(qapp: QApplication, tmp_path: Path) -> None:
    # Windows that other tests left behind are painted too, and need their icons.
    shutil.copytree(RESOURCES / "icons", tmp_path / "icons")
    theme.install(qapp, resources=tmp_path, scheme="light", text_scale=1.0)
    assert theme.font("base").pixelSize() == 14


def test_every_icon_draws_in_the_asked_colour() -> None:
    red = QColor("#ff0000")
    assert len(icons.names()) >= 40
    for name in icons.names():
        image = icons.pixmap(name, size=24, color=red).toImage()
        solid = {
            image.pixelColor(x, y).name()
            for x in range(24)
            for y in range(24)
            if image.pixelColor(x, y).alpha() > 250
        }
        assert solid <= {"#ff0000"}, name
        assert any(image.pixelColor(x, y).alpha() > 100 for x in range(24) for y in range(24)), name


def test_icons_are_sharp_on_dense_screens_and_grey_when_disabled() -> None:
    pixmap = icons.pixmap("check", size=16, color=QColor("black"), ratio=1.5)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (24, 1.5)
    found = icons.icon("lock")
    normal = found.pixmap(24, found.Mode.Normal).toImage()
    disabled = found.pixmap(24, found.Mode.Disabled).toImage()
    assert normal != disabled


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(KeyError):
        icons.pixmap("no-such-icon", size=16, color=QColor("black"))


def test_an_icon_is_painted_in_the_middle_of_its_room() -> None:
    image = QImage(60, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    icons.paint(painter, "minus", rect=QRectF(0, 0, 60, 40), color=QColor("black"))
    painter.end()
    assert image.pixelColor(30, 20).lightness() < 120
    assert image.pixelColor(5, 20).lightness() == 255


def test_the_focus_ring_leaves_a_gap_around_a_button(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second = Button("First"), Button("Second")
    column.addWidget(first)
    column.addWidget(second)
    window.show()
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    image = window.grab().toImage()
    middle, left = first.geometry().center().y(), first.geometry().left()
    assert image.pixelColor(left - 4, middle) == LIGHT.accent
    assert image.pixelColor(left - 3, middle) == LIGHT.accent
    assert image.pixelColor(left - 1, middle) == LIGHT.page
    theme.set_scheme("dark")
    QApplication.processEvents()
    assert window.grab().toImage().pixelColor(left - 4, middle) == DARK.accent
    theme.set_scheme("light")
    QApplication.processEvents()
    second.setFocus()
    assert window.grab().toImage().pixelColor(left - 4, middle) == LIGHT.page


def test_the_ring_is_whole_where_a_widget_fills_its_parent(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    tight = QWidget()
    column.addWidget(tight)
    inner = QVBoxLayout(tight)
    inner.setContentsMargins(0, 0, 0, 0)
    button = Button("Go")
    inner.addWidget(button)
    window.show()
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    place = button.mapTo(window, button.rect().center())
    image = window.grab().toImage()
    assert image.pixelColor(place.x(), button.mapTo(window, button.rect().topLeft()).y() - 4) == LIGHT.accent


def test_the_ring_survives_the_end_of_a_window(qtbot: QtBot) -> None:
    for _ in range(3):
        window = QWidget()
        qtbot.addWidget(window)
        button = Button("Go", parent=window)
        window.show()
        window.activateWindow()
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
        ring = window.grab().toImage()
        assert not ring.isNull()
        window.close()
        window.deleteLater()
        qtbot.wait(1)


def test_a_field_turns_its_border_when_focused_and_amber_when_wrong(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    line, other = QLineEdit(), QCheckBox("Other")
    column.addWidget(line)
    column.addWidget(other)
    window.show()
    window.activateWindow()
    middle = line.height() // 2
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert line.grab().toImage().pixelColor(0, middle) == LIGHT.line_strong
    line.setFocus()
    assert line.grab().toImage().pixelColor(1, middle) == LIGHT.accent
    line.setProperty("has_error", True)
    assert line.grab().toImage().pixelColor(1, middle) == LIGHT.amber
    assert line.height() >= 32
    assert other.height() >= 32


def test_a_change_of_scheme_reaches_what_lies_deep_inside(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    box = QWidget()
    column.addWidget(box)
    inner = QVBoxLayout(box)
    texts = [QLabel("text"), QLineEdit("text"), TextArea(name="Note"), QCheckBox("text")]
    for widget in texts:
        inner.addWidget(widget)
    window.show()
    qapp.processEvents()
    schemes: list[tuple[theme.Scheme, Tokens]] = [("dark", DARK), ("light", LIGHT)]
    for scheme, tokens in schemes:
        theme.set_scheme(scheme)
        qapp.processEvents()
        for widget in texts:
            assert widget.palette().color(QPalette.ColorRole.WindowText) == tokens.text
            assert widget.palette().color(QPalette.ColorRole.Base) == tokens.surface
        assert texts[2].grab().toImage().pixelColor(60, 16) == tokens.surface


def test_what_is_no_widget_is_not_given_back_to_qt(qapp: QApplication) -> None:
    """While a widget is made, PySide may take a destroyed item at its place for it: an error there ends the program."""
    del qapp
    style = WplStyle(tokens=theme.tokens, scaled=round)
    item = cast("QWidget", QWidgetItem(QWidget()))
    hint, metric = QStyle.StyleHint.SH_Menu_Scrollable, QStyle.PixelMetric.PM_ScrollBarExtent
    assert style.styleHint(hint, None, item, None) == style.styleHint(hint)
    assert style.pixelMetric(metric, None, item) == style.pixelMetric(metric)
    field = QStyleOptionFrame()
    element = QStyle.SubElement.SE_LineEditContents
    assert style.subElementRect(element, field, item) == style.subElementRect(element, field, None)
