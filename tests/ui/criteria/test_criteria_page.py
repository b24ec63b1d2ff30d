"""The page of the criteria: reading a version, editing a draft, putting it into use, files in and out."""

import re
import uuid
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests import criteria, factory
from tests.ui.reading import clipped_in, nameless_in, words_in
from wpl_desktop.exchange.criteria_file import read_criteria, write_criteria
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import drafts, language, theme
from wpl_desktop.ui.criteria.ask_dialog import AskDialog
from wpl_desktop.ui.criteria.content_words import problem_words
from wpl_desktop.ui.criteria.criteria_page import CriteriaPage
from wpl_desktop.ui.criteria.import_dialog import ImportDialog
from wpl_desktop.ui.criteria.publish_dialog import PublishDialog
from wpl_desktop.ui.widgets.text_area import TextArea

RESOURCES = Path(__file__).parents[3] / "resources"
NAME = ("criteria", 0, "name")


def shown(
    services: Services, qtbot: QtBot, *, width: int = 1278, height: int = 628, **place: object
) -> CriteriaPage:
    """The page as the frame shows it."""
    language.set_words(services.profile.values().words(language.language()))
    page = CriteriaPage()
    qtbot.addWidget(page)
    page.set_services(services)
    page.resize(width, height)
    page.open(**place)
    page.refresh()
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.focus_first()
    QApplication.processEvents()
    return page


@pytest.fixture
def shipped_set(services: Services) -> uuid.UUID:
    """The version that comes with the program."""
    return services.criteria_sets.sets()[0].id


@pytest.fixture
def draft_id(services: Services, shipped_set: uuid.UUID) -> uuid.UUID:
    """A draft made from it."""
    return services.criteria_sets.new_draft(shipped_set)


def dialog_of(page: CriteriaPage, kind: type[QDialog]) -> QDialog:
    """The dialog that is open."""
    return next(dialog for dialog in page.findChildren(kind) if dialog.isVisible())


def choose_part(page: CriteriaPage, position: int | None) -> None:
    """Press a part in the list."""
    page.side.part_chosen.emit(position)
    QApplication.processEvents()


def editor(page: CriteriaPage, path: tuple[str | int, ...], *, in_language: str = "en") -> TextArea:
    """The text box of a text."""
    assert page.form is not None
    return page.form.fields[path].editors[in_language]


def options(page: CriteriaPage) -> list[tuple[str, str]]:
    """The versions and drafts in the list."""
    return [(option.title, option.subtitle) for option in page.side.versions.options()]


# Reading


def test_shows_the_version_for_new_students_and_who_uses_it(services: Services, qtbot: QtBot) -> None:
    factory.add_student(services)
    page = shown(services, qtbot)
    assert options(page) == [
        (
            "Nine success criteria of workplace learning",
            "version 1.0 · 4 levels · in use for 1 student · for new students",
        )
    ]
    assert page.subtitle() == "Nine success criteria of workplace learning"
    assert page.frame.state.text().startswith("This version stays as it is. Whoever started with it")


def test_a_version_is_read_and_not_written(services: Services, qtbot: QtBot) -> None:
    page = shown(services, qtbot)
    choose_part(page, 2)
    assert page.findChildren(TextArea) == []
    words = set(words_in(page))
    assert (
        "Student, pupils and colleagues are physically and socially safe, so that questions, mistakes and limits "
        "can be talked about." in words
    )
    assert not any("{" in word for word in words)
    assert not page.frame.publish_button.isVisible()


def test_the_texts_can_be_read_in_both_languages(services: Services, qtbot: QtBot) -> None:
    page = shown(services, qtbot)
    choose_part(page, 0)
    page.frame.switch.set_value("both")
    page.frame.switch.chosen.emit("both")
    words = set(words_in(page))
    assert {"Learning through reflection", "Leren door reflectie"} <= words


def test_another_version_can_be_given_to_new_students(services: Services, qtbot: QtBot) -> None:
    new = criteria.publish(services, criteria.with_levels(3))
    page = shown(services, qtbot, set_id=new)
    QTest.mouseClick(page.frame.for_new_button, Qt.MouseButton.LeftButton)
    assert services.criteria_sets.sets()[0].is_default
    assert not page.frame.for_new_button.isVisible()


# Editing


def test_a_new_version_begins_as_a_draft_with_the_same_texts(
    services: Services, shipped_set: uuid.UUID, qtbot: QtBot
) -> None:
    page = shown(services, qtbot)
    QTest.mouseClick(page.frame.new_button, Qt.MouseButton.LeftButton)
    (draft,) = services.criteria_sets.drafts()
    choose_part(page, 0)
    assert editor(page, NAME).text() == "Learning through reflection"
    assert options(page)[0][1].startswith("draft · 4 levels · changed")
    assert draft.edition == "1.1"


def test_what_is_typed_is_kept_within_two_seconds(
    services: Services, draft_id: uuid.UUID, qtbot: QtBot
) -> None:
    page = shown(services, qtbot, draft_id=draft_id)
    choose_part(page, 0)
    assert drafts.LATEST_MILLISECONDS < 2_000
    with qtbot.waitSignal(page.saved, timeout=5_000):
        QTest.keyClicks(editor(page, NAME), "!")
    kept = services.criteria_sets.draft(draft_id).content["criteria"][0]["name"]["en"]
    assert "!" in kept


def test_what_is_typed_is_kept_before_another_one_is_shown_and_before_the_lock(
    services: Services, draft_id: uuid.UUID, shipped_set: uuid.UUID, qtbot: QtBot
) -> None:
    page = shown(services, qtbot, draft_id=draft_id)
    choose_part(page, 0)
    editor(page, NAME).set_text("First")
    page.open(set_id=shipped_set)
    assert services.criteria_sets.draft(draft_id).content["criteria"][0]["name"]["en"] == "First"
    page.open(draft_id=draft_id)
    choose_part(page, 0)
    editor(page, NAME).set_text("Second")
    assert page.flush()
    assert services.criteria_sets.draft(draft_id).content["criteria"][0]["name"]["en"] == "Second"


def test_a_draft_that_was_changed_elsewhere_is_not_overwritten(
    services: Services, draft_id: uuid.UUID, qtbot: QtBot
) -> None:
    page = shown(services, qtbot, draft_id=draft_id)
    choose_part(page, 0)
    other = services.criteria_sets.draft(draft_id)
    services.criteria_sets.save_draft(draft_id, other.content, expected=other.revision)
    editor(page, NAME).set_text("Mine")
    assert not page.flush()
    assert page.frame.message.text().startswith("This was changed in another window.")
    assert services.criteria_sets.draft(draft_id).content == other.content
    assert editor(page, NAME).text() == "Mine"


def test_a_level_more_has_texts_to_fill_in_and_the_list_leads_there(
    services: Services, draft_id: uuid.UUID, qtbot: QtBot
) -> None:
    page = shown(services, qtbot, draft_id=draft_id)
    assert page.form is not None
    page.form.level_button.click()  # type: ignore[attr-defined]
    assert page.frame.state.text() == "Still to fill in: 40"
    first = page.side.place_buttons[0]
    assert (first.isVisible(), first.text()) == (True, "Student, level 5 · nl")
    QTest.mouseClick(page.side.place_buttons[4], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    path = ("criteria", 0, "level_texts", "student_part", 4, "text")
    assert page.form.fields[path].error("nl") == "Fill in this text."
    assert QApplication.focusWidget() is editor(page, path, in_language="nl")
    QTest.keyClicks(editor(page, path, in_language="nl"), "Vol")
    qtbot.waitUntil(lambda: page.frame.state.text() == "Still to fill in: 39", timeout=5_000)
    assert page.form.fields[path].error("nl") == ""


def test_removing_a_level_asks_first(services: Services, draft_id: uuid.UUID, qtbot: QtBot) -> None:
    page = shown(services, qtbot, draft_id=draft_id)
    assert page.form is not None
    remove = page.form.fields[("levels", "student_part", 1, "label")].remove_button
    assert remove is not None
    remove.click()
    dialog = dialog_of(page, AskDialog)
    assert isinstance(dialog, AskDialog)
    dialog.cancel.click()
    assert page.frame.facts.text() == "Draft · 4 levels · 9 criteria"
    remove.click()
    dialog = dialog_of(page, AskDialog)
    assert isinstance(dialog, AskDialog)
    dialog.remove.click()
    assert page.frame.facts.text() == "Draft · 3 levels · 9 criteria"
    assert page.flush()
    labels = services.criteria_sets.draft(draft_id).content["levels"]["student_part"]
    assert [row["label"]["nl"] for row in labels] == ["Nog niet zichtbaar", "Bereikt", "Sterk"]


def test_criteria_items_come_and_go(services: Services, draft_id: uuid.UUID, qtbot: QtBot) -> None:
    page = shown(services, qtbot, draft_id=draft_id)
    QTest.mouseClick(page.side.add_button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert page.frame.facts.text() == "Draft · 4 levels · 10 criteria"
    assert QApplication.focusWidget() is editor(page, ("criteria", 9, "name"))
    assert page.form is not None
    page.form.append_item(("criteria", 9, "questions"), {"text": {"nl": "", "en": ""}})
    assert QApplication.focusWidget() is editor(page, ("criteria", 9, "questions", 0, "text"))
    page.form.remove_item(("criteria", 9, "questions", 0))
    page.form.moved.emit(0)  # type: ignore[attr-defined]
    assert page.flush()
    rows = services.criteria_sets.draft(draft_id).content["criteria"]
    assert [(row["code"], row["key"]) for row in rows[:2]] == [
        ("C1", "own_1"),
        ("C2", "learning_by_reflection"),
    ]
    assert rows[0]["questions"] == []


def test_a_mistake_is_said_at_its_field(services: Services, draft_id: uuid.UUID, qtbot: QtBot) -> None:
    page = shown(services, qtbot, draft_id=draft_id)
    choose_part(page, 0)
    assert page.form is not None
    editor(page, NAME).set_text("For the {menter}")
    field = page.form.fields[NAME]
    qtbot.waitUntil(lambda: field.error("en") != "", timeout=5_000)
    assert "{menter}" in field.error("en")
    text = ("criteria", 0, "level_texts", "student_part", 0, "text")
    editor(page, text).set_text("word " * 31)
    qtbot.waitUntil(lambda: "31 words" in editor(page, text).accessibleDescription(), timeout=5_000)
    assert page.form.fields[text].error("en") == ""


# Putting into use


def test_an_unfinished_draft_is_not_put_into_use(
    services: Services, draft_id: uuid.UUID, qtbot: QtBot
) -> None:
    page = shown(services, qtbot, draft_id=draft_id)
    choose_part(page, 3)
    editor(page, ("criteria", 3, "description")).set_text("")
    choose_part(page, None)
    page.frame.publish_button.click()
    QApplication.processEvents()
    assert page.findChildren(PublishDialog) == []
    assert QApplication.focusWidget() is editor(page, ("criteria", 3, "description"))


def test_putting_into_use_makes_a_frozen_version(
    services: Services, draft_id: uuid.UUID, qtbot: QtBot
) -> None:
    factory.add_student(services)
    page = shown(services, qtbot, draft_id=draft_id)
    choose_part(page, 0)
    editor(page, NAME).set_text("Looking back")
    page.frame.publish_button.click()
    dialog = dialog_of(page, PublishDialog)
    assert isinstance(dialog, PublishDialog)
    dialog.edition.setText("1.0")
    dialog.primary.click()
    assert dialog.fields.field("edition").error() == (
        "There is a version 1.0 already, and it stays as it is. Choose another name."
    )
    dialog.edition.setText("2026")
    dialog.for_new.set_value(False)
    dialog.primary.click()
    new, old = services.criteria_sets.sets()
    assert (new.edition, new.is_default, old.running) == ("2026", False, 1)
    assert [subtitle for _, subtitle in options(page)] == [
        "version 2026 · 4 levels · not in use",
        "version 1.0 · 4 levels · in use for 1 student · for new students",
    ]
    assert page.findChildren(TextArea) == [] or not any(
        area.isVisible() for area in page.findChildren(TextArea)
    )


def test_a_draft_can_be_thrown_away_after_a_question(
    services: Services, draft_id: uuid.UUID, qtbot: QtBot
) -> None:
    page = shown(services, qtbot, draft_id=draft_id)
    page.frame.throw_away_button.click()
    dialog = dialog_of(page, AskDialog)
    assert isinstance(dialog, AskDialog)
    dialog.remove.click()
    assert services.criteria_sets.drafts() == []
    assert len(options(page)) == 1
    assert not page.frame.publish_button.isVisible()


# Files


def test_a_version_goes_into_a_file(services: Services, tmp_path: Path, qtbot: QtBot) -> None:
    page = shown(services, qtbot)
    page.export_to(tmp_path / "mine.wplcriteria")
    data = (tmp_path / "mine.wplcriteria").read_bytes()
    assert read_criteria(data, placeholders=services.criteria_sets.placeholders()) == criteria.shipped()
    page.export_to(tmp_path / "nowhere" / "mine.wplcriteria")
    assert page.frame.message.text() == "This file cannot be written. Choose another place."


def test_a_file_becomes_a_draft_after_it_was_looked_at(
    services: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "school.wplcriteria"
    file.write_bytes(write_criteria(criteria.with_levels(3)))
    page = shown(services, qtbot)
    page.import_from(file)
    dialog = dialog_of(page, ImportDialog)
    assert "version 1.0 · 3 levels · 9 criteria" in set(words_in(dialog))
    dialog.reject()
    assert services.criteria_sets.drafts() == []
    page.import_from(file)
    dialog = dialog_of(page, ImportDialog)
    assert isinstance(dialog, ImportDialog)
    dialog.primary.click()
    assert [row.level_count for row in services.criteria_sets.drafts()] == [3]
    assert page.frame.facts.text() == "Draft · 3 levels · 9 criteria"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            b'{\n"format": 1}',
            "Line 2: Here belongs “format”: “wpl-criteria”. This is something else. Nothing was changed.",
        ),
        (b'{\n"a": 1\n"b"', "Line 3: Here belongs “,” or “}”. Nothing was changed."),
        (b"\xff\xfe", "Line 1: Here is no readable text: the file is not UTF-8. Nothing was changed."),
        (b" " * 2_000_001, "Line 1: The file is larger than 2 MB: this is no set of criteria. Nothing was changed."),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_with_its_line(
    services: Services, tmp_path: Path, qtbot: QtBot, data: bytes, said: str
) -> None:
    file = tmp_path / "broken.wplcriteria"
    file.write_bytes(data)
    page = shown(services, qtbot)
    page.import_from(file)
    assert page.side.trouble.text() == said
    assert services.criteria_sets.drafts() == []
    page.import_from(tmp_path / "not there")
    assert page.side.trouble.text() == "This file cannot be read. Nothing was changed."


def test_every_mistake_has_a_sentence() -> None:
    source = "".join(
        (Path(__file__).parents[3] / "wpl_desktop" / name).read_text(encoding="utf-8")
        for name in ("domain/criteria_content.py", "exchange/criteria_file.py")
    )
    codes = set(re.findall(r'"(criteria_[a-z_0-9]+|level_count)"', source))
    assert len(codes) > 30
    for code in codes:
        assert problem_words(code, {}).endswith(".")


# The look


@pytest.mark.parametrize(("width", "scale"), [(632, 1.0), (900, 1.0), (1278, 1.0), (1278, 1.25), (1278, 1.5)])
@pytest.mark.parametrize("part", [None, 1])
@pytest.mark.parametrize("kind", ["set", "draft"])
def test_nothing_is_clipped_and_everything_has_a_name(
    services: Services,
    draft_id: uuid.UUID,
    qapp: QApplication,
    qtbot: QtBot,
    width: int,
    scale: float,
    part: int | None,
    kind: str,
) -> None:
    theme.install(qapp, resources=RESOURCES, scheme="light", text_scale=scale)
    page = shown(services, qtbot, width=width, height=340 if width == 632 else 628)
    if kind == "draft":
        page.open(draft_id=draft_id)
    choose_part(page, part)
    # Text boxes take the height of their lines when they know their width.
    qtbot.waitUntil(lambda: not clipped_in(page), timeout=5_000)
    assert clipped_in(page) == []
    assert nameless_in(page) == []


def test_tab_goes_through_the_languages_in_reading_order(
    services: Services, draft_id: uuid.UUID, qtbot: QtBot
) -> None:
    page = shown(services, qtbot, draft_id=draft_id)
    choose_part(page, 0)
    page.frame.switch.set_value("both")
    page.frame.switch.chosen.emit("both")
    QApplication.processEvents()
    editor(page, NAME, in_language="nl").setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[str] = []
    for _step in range(4):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus.accessibleName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert seen == ["Name, Nederlands", "Name, English", "Description, Nederlands", "Description, English"]
