"""The building blocks of screens: clicked, typed at and looked at."""

import gc
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.action_bar import ActionBar
from wpl_desktop.ui.widgets.avatar import Avatar
from wpl_desktop.ui.widgets.buttons import (
    Button,
    ButtonHeight,
    IconButton,
    plain_button,
    primary_button,
    quiet_button,
)
from wpl_desktop.ui.widgets.card import Card, Hint, ListBox, Tip
from wpl_desktop.ui.widgets.chip import Chip, FilterChip
from wpl_desktop.ui.widgets.content import ContentArea, side_margin
from wpl_desktop.ui.widgets.demo_mark import DemoMark
from wpl_desktop.ui.widgets.empty_state import EmptyState
from wpl_desktop.ui.widgets.fields import Field, FormLayout
from wpl_desktop.ui.widgets.key_hint import KeyCap, KeyHints
from wpl_desktop.ui.widgets.labels import Label, display_label, muted_label, section_label, small_heading
from wpl_desktop.ui.widgets.level_cards import LevelCards, LevelText
from wpl_desktop.ui.widgets.level_row import ExtraCell, LevelPicker
from wpl_desktop.ui.widgets.level_square import paint_level_square
from wpl_desktop.ui.widgets.option_list import Option, OptionList
from wpl_desktop.ui.widgets.passphrase_field import PassphraseField
from wpl_desktop.ui.widgets.progress_squares import ProgressSquares
from wpl_desktop.ui.widgets.shapes import Shape, ShapeMark, paint_shape, shape_path
from wpl_desktop.ui.widgets.switch import SegmentedSwitch
from wpl_desktop.ui.widgets.table import Cell, Column, Row, Table
from wpl_desktop.ui.widgets.text_area import TextArea

RESOURCES = Path(__file__).parents[2] / "resources"
LEVELS = ("Not yet visible", "Developing", "Reached", "Strong")
EXTRAS = (
    ExtraCell(value="not_observed", sign="–", name="not observed", key="-"),
    ExtraCell(value="no_opportunity", sign="×", name="no opportunity", key="x"),
)
LONG = "Looks for situations at the edge of what he can do, weighs options and helps others to name theirs."

# qtbot remembers widgets only weakly.
_windows: list[QWidget] = []


@pytest.fixture(autouse=True)
def close_windows() -> Iterator[None]:
    yield
    _windows.clear()


def shown(qtbot: QtBot, widget: QWidget, *, width: int = 0) -> QWidget:
    """Put a widget in an active window of its own, with the focus on it."""
    window = QWidget()
    _windows.append(window)
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(widget)
    column.addStretch(1)
    window.resize(width or 500, 400)
    window.show()
    window.activateWindow()
    widget.setFocus()
    return window


def add_below(window: QWidget, widget: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)


def spoken(widget: QWidget) -> tuple[str, QAccessible.Role]:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name), interface.role()


# Buttons


@pytest.mark.parametrize("height", [32, 36, 40])
def test_a_button_has_its_height_and_says_its_name(qtbot: QtBot, height: ButtonHeight) -> None:
    button = primary_button("Start", icon="play", height=height)
    shown(qtbot, button)
    assert button.height() == height
    assert spoken(button) == ("Start", QAccessible.Role.Button)


def test_each_kind_of_button_has_its_colours(qtbot: QtBot) -> None:
    tokens = theme.tokens()
    wanted = {
        primary_button("Go"): tokens.accent,
        plain_button("Go"): tokens.surface,
        quiet_button("Go"): tokens.page,
    }
    for button, color in wanted.items():
        shown(qtbot, button)
        assert button.grab().toImage().pixelColor(4, button.height() // 2) == color
    assert len({button.kind() for button in wanted}) == 3


def test_a_button_that_cannot_be_used_says_why(qtbot: QtBot) -> None:
    button = plain_button("Print")
    shown(qtbot, button)
    button.set_available(False, reason="Choose a student first.")
    assert not button.isEnabled()
    assert button.toolTip() == "Choose a student first."
    assert button.grab().toImage().pixelColor(4, 16) == theme.tokens().sunken
    button.set_available(True)
    assert button.toolTip() == ""


def test_an_icon_button_has_a_tooltip_and_a_name(qtbot: QtBot) -> None:
    button = IconButton("chevron-left", name="Back")
    shown(qtbot, button)
    assert (button.width(), button.height()) == (32, 32)
    assert (button.toolTip(), spoken(button)[0]) == ("Back", "Back")


def test_space_presses_a_button(qtbot: QtBot) -> None:
    button = Button("Go")
    shown(qtbot, button)
    qtbot.waitUntil(button.hasFocus)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


# Fields


def test_a_field_names_its_editor_and_shows_an_error_below(qtbot: QtBot) -> None:
    line = QLineEdit()
    field = Field("First name", line, helper="As she writes it")
    shown(qtbot, field)
    assert spoken(line)[0] == "First name"
    assert line.accessibleDescription() == "As she writes it"
    before = field.height()
    field.set_error("Fill in a name.")
    assert field.error() == "Fill in a name."
    assert line.accessibleDescription() == "Fill in a name."
    qtbot.waitUntil(lambda: field.height() > before)
    field.set_error(None)
    assert field.error() is None
    qtbot.waitUntil(lambda: field.height() == before)


def test_a_form_shows_every_error_and_focuses_the_first(qtbot: QtBot) -> None:
    holder = QWidget()
    form = FormLayout(holder)
    first, second, third = QLineEdit(), QLineEdit(), QLineEdit()
    form.add_field("name", "Name", first)
    form.add_fields({"begin": Field("Begin", second), "end": Field("End", third)})
    shown(qtbot, holder)
    form.set_errors({"end": "Choose a later day.", "begin": "Choose a day."})
    qtbot.waitUntil(second.hasFocus)
    assert form.field("end").error() == "Choose a later day."
    form.set_errors({})
    assert form.field("begin").error() is None
    assert second.hasFocus()


def test_a_label_at_the_left_stands_beside_its_editor(qtbot: QtBot) -> None:
    line = QLineEdit()
    field = Field("Evidence", line, position="left")
    shown(qtbot, field)
    assert line.mapTo(field, QPoint(0, 0)).x() >= 72
    assert field.label() == "Evidence"


def test_a_text_area_grows_with_its_text_and_lets_tab_go(qtbot: QtBot) -> None:
    area = TextArea(name="Comment", most_lines=4)
    window = shown(qtbot, area)
    after = QLineEdit()
    add_below(window, after)
    qtbot.waitUntil(area.hasFocus)
    assert area.height() == 32
    area.set_text("one\ntwo\nthree")
    line = QFontMetrics(area.font()).lineSpacing()
    assert area.height() >= 3 * line
    area.set_text("\n".join("abcdefgh"))
    assert 4 * line <= area.height() < 6 * line
    assert area.verticalScrollBar().maximum() > 0
    area.set_text("")
    assert area.height() == 32
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    qtbot.waitUntil(after.hasFocus)
    assert area.text() == ""


def test_setting_the_same_text_leaves_the_cursor(qtbot: QtBot) -> None:
    area = TextArea(name="Comment")
    shown(qtbot, area)
    area.set_text("half a sentence")
    cursor = area.textCursor()
    cursor.setPosition(4)
    area.setTextCursor(cursor)
    area.set_text("half a sentence")
    assert area.textCursor().position() == 4


def test_a_long_line_makes_the_area_taller(qtbot: QtBot) -> None:
    area = TextArea(name="Comment")
    shown(qtbot, area, width=200)
    area.set_text(LONG)
    qtbot.waitUntil(lambda: area.height() > 60)


def test_a_passphrase_is_hidden_until_asked(qtbot: QtBot) -> None:
    field = PassphraseField(name="Passphrase")
    shown(qtbot, field)
    qtbot.waitUntil(field.line.hasFocus)
    qtbot.keyClicks(field.line, "four quiet words")
    assert field.text() == "four quiet words"
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    qtbot.mouseClick(field.toggle, Qt.MouseButton.LeftButton)
    assert field.line.echoMode() == QLineEdit.EchoMode.Normal
    with qtbot.waitSignal(field.submitted):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    field.set_error("This passphrase does not fit.")
    assert field.text() == "four quiet words"
    assert field.error() == "This passphrase does not fit."
    field.clear()
    assert field.text() == ""
    assert field.line.echoMode() == QLineEdit.EchoMode.Password


def test_caps_lock_is_noticed_from_the_letters(qtbot: QtBot) -> None:
    field = PassphraseField(name="Passphrase")
    shown(qtbot, field)
    none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    for text, modifier, expected in (
        ("A", none, True),
        ("A", shift, False),
        ("a", shift, True),
        ("a", none, False),
    ):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, modifier, text)
        QApplication.sendEvent(field.line, event)
        assert field.caps_lock_shown() is expected
    assert field.text() == "AAaa"


# Choices


def test_a_switch_is_one_tab_stop_and_arrows_choose(qtbot: QtBot) -> None:
    switch = SegmentedSwitch(
        [("nl", "Nederlands"), ("en", "English"), ("fr", "Français", "eye")], name="Language"
    )
    window = shown(qtbot, switch)
    after = QLineEdit()
    add_below(window, after)
    assert switch.value() == "nl"
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QRadioButton))
    with qtbot.waitSignal(switch.chosen) as signal:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Right)
    assert signal.args == ["en"]
    assert switch.value() == "en"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    qtbot.waitUntil(after.hasFocus)


def test_a_switch_is_set_without_a_signal(qtbot: QtBot) -> None:
    switch = SegmentedSwitch([(1, "One"), (2, "Two")], name="Part", value=2)
    shown(qtbot, switch)
    with qtbot.assertNotEmitted(switch.chosen):
        switch.set_value(1)
    assert switch.value() == 1
    switch.set_value("not there")
    assert switch.value() is None
    switch.set_text(2, "Second")
    assert [spoken(button)[0] for button in switch.findChildren(QRadioButton)] == ["One", "Second"]


def test_an_option_is_chosen_by_click_and_by_arrow(qtbot: QtBot) -> None:
    options = [
        Option(value="a", title="Report"),
        Option(value="b", title="Cards", trailing="ready"),
        Option(value="c", title="Later", enabled=False, reason="Not made yet."),
    ]
    choice = OptionList(options, name="What", value="a")
    window = shown(qtbot, choice)
    rows = choice.findChildren(QRadioButton)
    assert [row.height() for row in rows] == [37, 37, 36]
    with qtbot.waitSignal(choice.chosen) as signal:
        qtbot.mouseClick(rows[1], Qt.MouseButton.LeftButton, pos=QPoint(rows[1].width() - 5, 10))
    assert signal.args == ["b"]
    with qtbot.assertNotEmitted(choice.chosen):
        qtbot.mouseClick(rows[2], Qt.MouseButton.LeftButton)
    rows[1].setFocus()
    qtbot.waitUntil(rows[1].hasFocus)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Up)
    assert choice.value() == "a"
    assert rows[2].toolTip() == "Not made yet."


def test_options_can_be_replaced(qtbot: QtBot) -> None:
    choice = OptionList(name="Who", kind="cards")
    shown(qtbot, choice)
    assert choice.value() is None
    choice.set_options([Option(value=1, title="One", subtitle="first", icon="plus")], value=1)
    assert choice.value() == 1
    assert [option.title for option in choice.options()] == ["One"]
    qtbot.waitUntil(lambda: choice.height() == 80)


def test_a_filter_chip_is_a_check_box(qtbot: QtBot) -> None:
    chip = FilterChip("Notes", icon="note")
    shown(qtbot, chip)
    assert chip.height() == 32
    assert spoken(chip) == ("Notes", QAccessible.Role.CheckBox)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 6, 16))
    assert chip.isChecked()


# Levels


def picker(
    qtbot: QtBot, *, names: Sequence[str] = LEVELS, extras: Sequence[ExtraCell] = EXTRAS
) -> LevelPicker:
    widget = LevelPicker(names, extras=extras, name="C2")
    shown(qtbot, widget)
    qtbot.waitUntil(widget.hasFocus)
    return widget


@pytest.mark.parametrize("count", [3, 4, 5])
def test_a_click_chooses_a_level_of_any_scale(qtbot: QtBot, count: int) -> None:
    widget = picker(qtbot, names=[f"level {number}" for number in range(1, count + 1)], extras=())
    assert (widget.count(), widget.cell_count()) == (count, count)
    for level in range(1, count + 1):
        with qtbot.waitSignal(widget.picked) as signal:
            qtbot.mouseClick(
                widget, Qt.MouseButton.LeftButton, pos=widget.cell_rect(level - 1).center().toPoint()
            )
        assert signal.args == [level]
        assert widget.value == level
        image = widget.grab().toImage()
        corner = widget.cell_rect(level - 1).topLeft().toPoint() + QPoint(6, 4)
        assert image.pixelColor(corner) == theme.level_fill(level, count=count)[0]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_1, 1),
        (Qt.Key.Key_4, 4),
        (Qt.Key.Key_Minus, "not_observed"),
        (Qt.Key.Key_X, "no_opportunity"),
    ],
)
def test_a_key_chooses(qtbot: QtBot, key: Qt.Key, value: object) -> None:
    widget = picker(qtbot)
    with qtbot.waitSignal(widget.picked) as signal:
        qtbot.keyClick(widget, key)
    assert signal.args == [value]
    with qtbot.assertNotEmitted(widget.picked):
        qtbot.keyClick(widget, key)


def test_a_key_that_means_nothing_is_left_to_the_sheet(qtbot: QtBot) -> None:
    widget = picker(qtbot)
    for key in (Qt.Key.Key_5, Qt.Key.Key_Down, Qt.Key.Key_Q):
        event = QKeyEvent(
            QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "5" if key == Qt.Key.Key_5 else ""
        )
        event.accept()
        widget.keyPressEvent(event)
        assert not event.isAccepted()
    assert widget.value is None


def test_a_shortcut_with_a_digit_chooses_nothing(qtbot: QtBot) -> None:
    widget = picker(qtbot)
    qtbot.keyClick(widget, "2", Qt.KeyboardModifier.ControlModifier)
    assert widget.value is None


def test_arrows_move_without_choosing_and_space_chooses(qtbot: QtBot) -> None:
    widget = picker(qtbot)
    for _ in range(2):
        qtbot.keyClick(widget, Qt.Key.Key_Right)
    assert widget.value is None
    qtbot.keyClick(widget, Qt.Key.Key_Space)
    assert widget.value == 3
    qtbot.keyClick(widget, Qt.Key.Key_End)
    qtbot.keyClick(widget, Qt.Key.Key_Return)
    assert widget.value == "no_opportunity"
    qtbot.keyClick(widget, Qt.Key.Key_Home)
    qtbot.keyClick(widget, Qt.Key.Key_Left)
    qtbot.keyClick(widget, Qt.Key.Key_Enter)
    assert widget.value == 1


def test_delete_takes_the_choice_away(qtbot: QtBot) -> None:
    widget = picker(qtbot)
    widget.set_value(3)
    with qtbot.waitSignal(widget.picked) as signal:
        qtbot.keyClick(widget, Qt.Key.Key_Delete)
    assert signal.args == [None]
    assert widget.value is None


def test_setting_a_level_is_silent_and_off_the_scale_an_error(qtbot: QtBot) -> None:
    widget = picker(qtbot)
    with qtbot.assertNotEmitted(widget.picked):
        widget.set_value(2)
    with pytest.raises(ValueError, match="5"):
        widget.set_value(5)
    assert widget.value == 2


def test_the_cells_measure_as_designed(qtbot: QtBot) -> None:
    widget = picker(qtbot)
    assert (widget.cell_rect(0).width(), widget.cell_rect(0).height()) == (33, 28)
    # Neighbours share a line; the extra cells stand apart.
    assert widget.cell_rect(1).left() == widget.cell_rect(0).right() - 1
    assert widget.cell_rect(4).left() >= widget.cell_rect(3).right() + 7
    assert widget.height() >= 32


def test_screen_readers_hear_the_word(qtbot: QtBot) -> None:
    widget = picker(qtbot)
    assert "still open" in spoken(widget)[0]
    widget.set_value(2)
    assert spoken(widget)[0] == "C2: 2 Developing"
    assert [widget.cell_name(number) for number in (0, 4)] == ["1 Not yet visible", "– not observed"]


def test_screen_readers_find_a_radio_button_per_cell(qtbot: QtBot) -> None:
    widget = picker(qtbot)
    widget.set_value(2)
    row = QAccessible.queryAccessibleInterface(widget)
    cells = [row.child(number) for number in range(row.childCount())]
    assert [cell.text(QAccessible.Text.Name) for cell in cells] == [
        "1 Not yet visible",
        "2 Developing",
        "3 Reached",
        "4 Strong",
        "– not observed",
        "× no opportunity",
    ]
    assert {cell.role() for cell in cells} == {QAccessible.Role.RadioButton}
    assert [bool(cell.state().checked) for cell in cells] == [False, True, False, False, False, False]
    assert cells[1].rect().topLeft() == widget.mapToGlobal(widget.cell_rect(1).topLeft().toPoint())
    widget.set_value("not_observed")
    assert bool(cells[4].state().checked)


def test_descriptions_of_rows_that_are_gone_do_no_harm(qtbot: QtBot) -> None:
    for _ in range(50):
        widget = LevelPicker(LEVELS, extras=EXTRAS, name="C1")
        row = QAccessible.queryAccessibleInterface(widget)
        assert row.child(0).text(QAccessible.Text.Name) == "1 Not yet visible"
        widget.deleteLater()
    gc.collect()
    qtbot.wait(1)
    assert picker(qtbot).cell_count() == 6


def level_texts(count: int = 4) -> list[LevelText]:
    return [
        LevelText(level=number, name=f"Level {number}", text=LONG[: 30 * number])
        for number in range(1, count + 1)
    ]


def test_cards_stand_side_by_side_and_two_by_two_when_narrow(qtbot: QtBot) -> None:
    cards = LevelCards(name="Levels")
    cards.set_cards(level_texts())
    shown(qtbot, cards, width=900)
    boxes = cards.findChildren(QRadioButton)
    assert cards.columns() == 4
    assert len({box.height() for box in boxes}) == 1
    assert max(box.geometry().bottom() for box in boxes) < cards.height()
    wide = cards.heightForWidth(900)
    assert cards.heightForWidth(400) > wide
    cards.window().resize(424, 600)
    qtbot.waitUntil(lambda: cards.columns() == 2)
    assert boxes[1].geometry().top() == boxes[0].geometry().top()
    assert boxes[2].geometry().left() == boxes[0].geometry().left()


def test_a_card_is_chosen_and_tells_its_text(qtbot: QtBot) -> None:
    cards = LevelCards(name="Levels")
    cards.set_cards(level_texts())
    shown(qtbot, cards, width=900)
    box = cards.findChildren(QRadioButton)[2]
    with qtbot.waitSignal(cards.picked) as signal:
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().bottomRight() - QPoint(9, 9))
    assert signal.args == [3]
    assert cards.value() == 3
    assert spoken(box) == ("3 Level 3", QAccessible.Role.RadioButton)
    assert box.accessibleDescription() == LONG[:90]
    cards.set_value(None)
    assert cards.value() is None


def test_cards_are_used_again_for_another_scale(qtbot: QtBot) -> None:
    cards = LevelCards(name="Levels")
    shown(qtbot, cards, width=900)
    for count in (4, 3, 5):
        cards.set_cards(level_texts(count))
        assert cards.value() is None
        assert len([box for box in cards.findChildren(QRadioButton) if not box.isHidden()]) == count


@pytest.mark.parametrize("value", [3, "–"])
def test_a_level_square_is_filled_for_a_level_and_outlined_for_a_sign(qtbot: QtBot, value: int | str) -> None:
    image = QImage(24, 24, QImage.Format.Format_ARGB32)
    image.fill(theme.tokens().page)
    painter = QPainter(image)
    paint_level_square(painter, rect=QRectF(0, 0, 24, 24), value=value, count=4)
    painter.end()
    filled = theme.tokens().levels[2] if value == 3 else theme.tokens().page
    assert image.pixelColor(12, 3) == filled


@pytest.mark.parametrize("shape", ["square", "triangle", "diamond"])
def test_shapes_look_equally_large(shape: Shape) -> None:
    areas: dict[str, int] = {}
    for name in ("circle", shape):
        image = QImage(100, 100, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_shape(painter, name, center=image.rect().center().toPointF(), size=60, color=QColor("black"))
        painter.end()
        areas[name] = sum(image.pixelColor(x, y).lightness() < 128 for x in range(100) for y in range(100))
    assert 0.6 < areas[shape] / areas["circle"] < 1.1


def test_the_shapes_have_the_agreed_proportions(qtbot: QtBot) -> None:
    mark = ShapeMark("diamond", name="together")
    qtbot.addWidget(mark)
    center = mark.rect().center().toPointF()
    widths = {
        shape: shape_path(shape, center=center, size=100).boundingRect().width()
        for shape in ("circle", "square", "triangle", "diamond")
    }
    assert widths == pytest.approx({"circle": 100, "square": 88, "triangle": 112, "diamond": 120})


# Table


def students_table(qtbot: QtBot) -> Table:
    table = Table(
        [
            Column(title="", width=32, kind="avatar"),
            Column(title="Name", sortable=True),
            Column(title="Phase", width=90),
        ],
        name="Students",
    )
    table.set_rows(student_rows("Yasmine", "Hạnh", "Zoë"))
    shown(qtbot, table, width=700)
    qtbot.waitUntil(table.hasFocus)
    return table


def student_rows(*names: str) -> list[Row]:
    return [
        Row(
            key=name, cells=(Cell(text=name[:2]), Cell(text=name, second="BaLO", strong=True), Cell(text="3"))
        )
        for name in names
    ]


def test_a_table_moves_by_row_and_enter_opens(qtbot: QtBot) -> None:
    table = students_table(qtbot)
    assert table.current_key() == "Yasmine"
    with qtbot.waitSignal(table.row_changed) as signal:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert signal.args == ["Hạnh"]
    with qtbot.waitSignal(table.row_activated) as signal:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert signal.args == ["Hạnh"]
    with qtbot.assertNotEmitted(table.row_activated):
        qtbot.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_current_row_stays_when_rows_are_replaced(qtbot: QtBot) -> None:
    table = students_table(qtbot)
    assert table.select_key("Zoë")
    table.set_rows(student_rows("Łukasz", "Zoë", "Yasmine"))
    assert table.current_key() == "Zoë"
    table.set_rows(student_rows("Łukasz"))
    assert table.current_key() == "Łukasz"
    with qtbot.waitSignal(table.row_changed) as signal:
        table.set_rows([])
    assert signal.args == [None]
    assert not table.select_key("Zoë")


def test_a_head_asks_for_sorting_and_turns_round(qtbot: QtBot) -> None:
    table = students_table(qtbot)
    head = table.horizontalHeader()
    spot = QPoint(head.sectionViewportPosition(1) + 20, 18)
    asked: list[tuple[int, bool]] = []
    table.sort_requested.connect(lambda column, ascending: asked.append((column, ascending)))
    for _ in range(2):
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseClick(
        head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(head.sectionViewportPosition(2) + 20, 18)
    )
    assert asked == [(1, True), (1, False)]
    assert table.sorted_by() == (1, False)


def test_the_table_measures_as_designed_and_marks_the_focused_row(qtbot: QtBot) -> None:
    table = students_table(qtbot)
    assert table.horizontalHeader().height() == 36
    assert [table.rowHeight(number) for number in range(3)] == [72, 72, 72]
    tokens = theme.tokens()
    image = table.viewport().grab().toImage()
    assert image.pixelColor(300, 0) == tokens.accent
    assert image.pixelColor(300, 68) == tokens.soft
    assert image.pixelColor(300, 100) == tokens.surface
    other = QLineEdit(table.window())
    other.show()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    image = table.viewport().grab().toImage()
    assert image.pixelColor(300, 0) == tokens.soft


def test_a_narrow_table_hides_what_may_hide_and_keeps_the_name(qtbot: QtBot) -> None:
    table = Table(
        [
            Column(title="Name"),
            Column(title="Phase", width=120, may_hide=True),
            Column(title="Round", width=120),
            Column(title="Class", width=120, may_hide=True),
        ],
        name="Students",
    )
    shown(qtbot, table, width=700)

    def hidden() -> list[int]:
        return [number for number in range(4) if table.isColumnHidden(number)]

    qtbot.waitUntil(lambda: table.width() > 600)
    assert hidden() == []
    table.window().resize(500, 400)
    qtbot.waitUntil(lambda: hidden() == [3])
    table.window().resize(320, 400)
    qtbot.waitUntil(lambda: hidden() == [1, 3])
    table.window().resize(700, 400)
    qtbot.waitUntil(lambda: hidden() == [])


def test_a_long_option_wraps_in_a_narrow_list(qtbot: QtBot) -> None:
    choice = OptionList([Option(value=1, title=LONG)], name="What")
    shown(qtbot, choice, width=900)
    row = choice.findChildren(QRadioButton)[0]
    qtbot.waitUntil(lambda: row.height() == 36)
    choice.window().resize(240, 400)
    qtbot.waitUntil(lambda: row.height() > 80)
    qtbot.waitUntil(lambda: choice.height() == row.height())


def test_a_table_speaks_its_rows(qtbot: QtBot) -> None:
    table = students_table(qtbot)
    model = table.table_model
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [model.data(model.index(0, column), role) for column in range(3)] == ["", "Yasmine, BaLO", "3"]


# Boxes, labels and small marks


def test_a_list_box_keeps_its_rows_in_order(qtbot: QtBot) -> None:
    box = ListBox()
    shown(qtbot, box)
    first, second = Label("one"), Label("two")
    box.add_row(first)
    box.insert_row(0, second)
    assert box.rows() == [second, first]
    box.clear()
    assert box.rows() == []


def test_an_empty_state_starts_the_work(qtbot: QtBot) -> None:
    empty = EmptyState("No students yet.", action="Add student", icon="plus")
    shown(qtbot, empty)
    assert empty.height() >= 96
    with qtbot.waitSignal(empty.triggered):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    empty.set_text("Nothing found.")
    assert empty.text() == "Nothing found."
    assert EmptyState("Only words.").button.isHidden()


def test_labels_wrap_and_show_markup_as_text(qtbot: QtBot) -> None:
    label = Label("<b>Tom</b> & R&D")
    shown(qtbot, label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    long = Label(LONG)
    assert long.heightForWidth(150) > long.heightForWidth(600)
    sizes = [
        make("x").font().pixelSize() for make in (display_label, section_label, muted_label, small_heading)
    ]
    assert sizes == [24, 16, 13, 12]


def test_a_tip_and_a_hint_grow_with_their_words(qtbot: QtBot) -> None:
    for box in (Tip("Tip", LONG), Hint(LONG)):
        shown(qtbot, box, width=260)
        assert box.height() > 70
    tip, hint = Tip("a", "b"), Hint("a")
    tip.set_text("Tip", "other")
    hint.set_text("Mind this")
    assert hint.text() == "Mind this"


def test_small_marks_have_their_size(qtbot: QtBot) -> None:
    marks = {
        Avatar("NH"): 32,
        Avatar("NH", size=48): 48,
        Chip("by 15 Sep", kind="amber", icon="clock"): 24,
        DemoMark(): 20,
        KeyCap("Tab"): 20,
        ProgressSquares(9, done=7): 8,
    }
    for mark, height in marks.items():
        shown(qtbot, mark)
        assert mark.height() == height


def test_progress_fills_one_bar_per_item(qtbot: QtBot) -> None:
    bars = ProgressSquares(9, done=7)
    shown(qtbot, bars)
    image = bars.grab().toImage()
    accent = theme.tokens().accent
    assert [image.pixelColor(number * 18 + 7, 4) == accent for number in range(9)] == [True] * 7 + [False] * 2
    bars.set_progress(2, total=3)
    assert (bars.done(), bars.sizeHint().width()) == (2, 3 * 18 - 4)


def test_a_card_holds_widgets_on_its_ground(qtbot: QtBot) -> None:
    card = Card(kind="tip")
    card.add(KeyHints([("Tab", "comment")]))
    shown(qtbot, card)
    assert card.grab().toImage().pixelColor(card.width() // 2, 6) == theme.tokens().soft


def test_content_is_centred_in_a_wide_window(qtbot: QtBot) -> None:
    area, bar = ContentArea(), ActionBar()
    inner = Label("content")
    area.body.addWidget(inner)
    bar.left.addWidget(Label("7 of 9", wrap=False))
    for widget in (area, bar):
        qtbot.addWidget(widget)
        widget.resize(1830, 300)
        widget.show()
    assert side_margin(1278) == 24
    assert side_margin(1830) == 300
    assert (inner.x(), inner.width()) == (300, 1230)
    assert bar.height() >= 56


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_off_at_a_large_text(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=scale)
    words = "Een lange Nederlandse omschrijving"
    widgets: list[QWidget] = [
        primary_button(words, icon="plus"),
        SegmentedSwitch([(1, words), (2, "Kort")], name="Deel"),
        Chip(words, icon="clock"),
        FilterChip(words),
        LevelPicker(LEVELS, extras=EXTRAS, name="C1"),
    ]
    for widget in widgets:
        room = QFontMetrics(theme.font("label" if isinstance(widget, Chip) else "secondary"))
        assert widget.sizeHint().height() >= room.height()
        if not isinstance(widget, LevelPicker):
            assert widget.sizeHint().width() > room.horizontalAdvance(words)
        qtbot.addWidget(widget)
