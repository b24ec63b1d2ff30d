"""Where else versions of the criteria are seen: the settings, and the form of a student."""

from pytestqt.qtbot import QtBot

from tests import criteria, factory
from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import language
from wpl_desktop.ui.settings.settings_page import SettingsPage
from wpl_desktop.ui.students.student_dialog import StudentDialog


def dialog_of(services: Services, qtbot: QtBot, **arguments: object) -> StudentDialog:
    """The form with everything in it shown."""
    dialog = StudentDialog(services, **arguments)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.more_button.click()
    return dialog


def test_the_settings_say_which_version_new_students_get(services: Services, qtbot: QtBot) -> None:
    language.set_words(services.profile.values().words("en"))
    page = SettingsPage()
    qtbot.addWidget(page)
    page.set_services(services)
    page.refresh()
    assert page.criteria.current.text() == "Nine success criteria of workplace learning, version 1.0"
    criteria.publish(services, criteria.with_levels(3), for_new=True)
    page.refresh()
    assert page.criteria.current.text() == "With 3 levels, version 1.0"
    with qtbot.waitSignal(page.open_requested) as asked:
        page.criteria.open_button.click()
    assert asked.args == ["criteria", {}]


def test_with_one_version_the_form_of_a_student_does_not_ask(services: Services, qtbot: QtBot) -> None:
    dialog = dialog_of(services, qtbot)
    assert not dialog.criteria_set.isVisible()
    dialog.name.setText("Zoë Van den Broeck")
    dialog.accept()
    assert dialog.trajectory_id is not None
    (row,) = services.criteria_sets.sets()
    assert services.trajectories.detail(dialog.trajectory_id).values.criteria_set == row.id


def test_with_several_a_new_student_can_get_another_one(services: Services, qtbot: QtBot) -> None:
    old = services.criteria_sets.sets()[0].id
    new = criteria.publish(services, criteria.with_levels(3), for_new=True)
    dialog = dialog_of(services, qtbot)
    assert dialog.criteria_set.isVisible()
    assert dialog.values().criteria_set == new
    dialog.criteria_set.setCurrentIndex(1)
    assert dialog.has_unsaved()
    dialog.name.setText("Zoë Van den Broeck")
    dialog.accept()
    assert dialog.trajectory_id is not None
    assert services.trajectories.detail(dialog.trajectory_id).values.criteria_set == old


def test_a_running_student_keeps_the_version_with_the_reason(services: Services, qtbot: QtBot) -> None:
    """R13."""
    language.set_words(services.profile.values().words("en"))
    trajectory_id = factory.add_student(services)
    criteria.publish(services, criteria.with_levels(3), for_new=True)
    dialog = dialog_of(services, qtbot, trajectory_id=trajectory_id)
    assert dialog.criteria_set.isVisible()
    assert not dialog.criteria_set.isEnabled()
    assert dialog.criteria_set.currentText() == "Nine success criteria of workplace learning, version 1.0"
    assert "never converted" in dialog.criteria_set.accessibleDescription()
    dialog.accept()
    assert dialog.result() == 1
