"""The way to a growth plan from the page of a student: somebody opens it, whether there is one or not."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from wpl_desktop.services.bundle import Services
from wpl_desktop.ui import theme
from wpl_desktop.ui.students.student_page import StudentPage


def opened(services: Services, trajectory_id: uuid.UUID) -> StudentPage:
    page = StudentPage()
    page.set_services(services)
    page.resize(theme.scaled(1278), 684)
    page.open(trajectory_id=trajectory_id)
    page.refresh()
    page.show()
    QApplication.processEvents()
    return page


def test_it_is_asked_for(services: Services, trajectory_id: uuid.UUID) -> None:
    page = opened(services, trajectory_id)
    asked: list[tuple[str, dict[str, Any]]] = []
    page.open_requested.connect(lambda name, arguments: asked.append((name, arguments)))
    assert page.header.growth_button.accessibleName() == "Growth plan"
    QTest.mouseClick(page.header.growth_button, Qt.MouseButton.LeftButton)
    assert asked == [("growth_plan", {"trajectory_id": trajectory_id})]
    page.close()
    page.deleteLater()


@pytest.mark.usefixtures("joint")
def test_not_by_the_way_while_the_student_looks_along(services: Services, trajectory_id: uuid.UUID) -> None:
    page = opened(services, trajectory_id)
    assert not page.header.growth_button.isVisible()
    page.close()
    page.deleteLater()
