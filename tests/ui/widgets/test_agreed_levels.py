"""The row of agreed levels and its legend."""

from pytestqt.qtbot import QtBot

from wpl_desktop.ui import theme
from wpl_desktop.ui.widgets.agreed_levels import AgreedLevels, LevelCell

CELLS = (
    LevelCell(code="C1", value=3, words="Reached", name="Reflection"),
    LevelCell(code="C2", value=None, words="Difference stands", icon="swap"),
    LevelCell(code="C3", value="×", words="No opportunity"),
    LevelCell(code="C4", value=2, words="In development"),
    LevelCell(code="C5", value=3, words="Reached"),
    LevelCell(code="C6", value=None, words=""),
)


def test_the_legend_has_each_word_that_occurs_once_and_levels_first(qtbot: QtBot) -> None:
    widget = AgreedLevels(CELLS, count=4, name="Together")
    qtbot.addWidget(widget)

    assert widget.legend_words() == ["In development", "Reached", "Difference stands", "No opportunity"]


def test_a_screen_reader_hears_every_cell_in_words(qtbot: QtBot) -> None:
    widget = AgreedLevels(CELLS, count=4, name="Together")
    qtbot.addWidget(widget)

    assert widget.accessibleName() == "Together"
    assert widget.accessibleDescription().startswith("C1 Reflection: 3 Reached; C2 : Difference stands; ")


def test_a_level_is_painted_in_its_own_tint(qtbot: QtBot) -> None:
    widget = AgreedLevels(CELLS, count=4, name="Together")
    qtbot.addWidget(widget)
    widget.resize(6 * 36 - 4, 120)
    widget.show()
    picture = widget.grab().toImage()
    # The cells end where the legend begins, one gap of 8 px higher.
    legend = widget.layout().itemAt(1).geometry()  # pyright: ignore[reportOptionalMemberAccess]
    bottom = legend.y() - 8 - 4
    fills = [theme.level_fill(level, count=4)[0] for level in (3, 2)]

    assert [picture.pixelColor(x, bottom).name() for x in (8, 3 * 36 + 8)] == [fill.name() for fill in fills]
