"""Items side by side, and below when the line is full."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from wpl_desktop.ui.widgets.flow import FlowLayout


class Flowing(QWidget):
    """Boxes of 100 x 20 in a widget of some width."""

    def __init__(self, *, width: int) -> None:
        super().__init__()
        self.flow = FlowLayout(self, gap=10, line_gap=5)
        self.boxes = [QWidget() for _ in range(3)]
        for box in self.boxes:
            box.setFixedSize(100, 20)
            self.flow.addWidget(box)
        self.resize(width, self.flow.heightForWidth(width))

    def places(self) -> list[tuple[int, int]]:
        return [(box.x(), box.y()) for box in self.boxes]


def flowing(qtbot: QtBot, *, width: int) -> Flowing:
    made = Flowing(width=width)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_fits_stands_on_one_line(qtbot: QtBot) -> None:
    assert flowing(qtbot, width=320).places() == [(0, 0), (110, 0), (220, 0)]


def test_what_does_not_fit_goes_below(qtbot: QtBot) -> None:
    made = flowing(qtbot, width=319)

    assert made.places() == [(0, 0), (110, 0), (0, 25)]
    assert made.height() == 45


def test_a_hidden_item_takes_no_room(qtbot: QtBot) -> None:
    made = flowing(qtbot, width=320)
    made.boxes[1].hide()
    made.flow.activate()

    assert made.boxes[2].x() == 110


def test_the_layout_is_as_wide_as_its_widest_item_at_least(qtbot: QtBot) -> None:
    made = flowing(qtbot, width=320)
    flow = made.flow

    assert flow.minimumSize().toTuple() == (100, 20)
    assert flow.sizeHint().toTuple() == (320, 20)
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None


def test_items_that_are_taken_out_leave_room_for_others(qtbot: QtBot) -> None:
    made = flowing(qtbot, width=320)
    item = made.flow.takeAt(0)
    assert item is not None
    made.boxes[0].deleteLater()
    qtbot.wait(1)
    made.flow.invalidate()
    made.flow.activate()

    assert made.flow.count() == 2
    assert made.boxes[1].x() == 0
