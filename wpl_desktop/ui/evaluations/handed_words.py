"""What is said to who fills in their own sheet on the mentor's laptop: short sentences, to the reader."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.services.hand_over import HandedRound
from wpl_desktop.texts import round_kind_name
from wpl_desktop.ui.language import filled, translate


def heading(view: HandedRound) -> str:
    """Whose sheet this is: the student's own, or the institute's about a student."""
    if view.perspective is Perspective.STUDENT:
        return QCoreApplication.translate("HandedWords", "Your sheet, {name}").format(
            name=view.call_name or view.person
        )
    return QCoreApplication.translate("HandedWords", "Your sheet about {student}").format(
        student=view.student
    )


def subheading(view: HandedRound) -> str:
    """Which round."""
    return QCoreApplication.translate("HandedWords", "Round {number}, {kind}").format(
        number=view.round_number, kind=round_kind_name(view.round_kind, translate)
    )


def welcome_title(view: HandedRound) -> str:
    """The first words to the reader."""
    name = view.call_name or view.person
    return (
        QCoreApplication.translate("HandedWords", "Hello {name}").format(name=name)
        if name
        else QCoreApplication.translate("HandedWords", "Hello")
    )


def welcome_paragraphs(view: HandedRound) -> tuple[str, ...]:
    """What this is for and what happens with it (R5, R9)."""
    if view.ready:
        return (
            QCoreApplication.translate(
                "HandedWords",
                "Your sheet of this round is ready. You can read it, or open it again and change it.",
            ),
        )
    count = len(next(iter(view.parts.values())).criteria)
    if view.perspective is Perspective.STUDENT:
        return (
            QCoreApplication.translate(
                "HandedWords",
                "This is your own sheet of round {round}. You look at your own learning, on {count} criteria.",
            ).format(round=view.round_number, count=count),
            QCoreApplication.translate(
                "HandedWords",
                "It is for the conversation: it shows where you stand now and what you need. "
                "There is nothing wrong with leaving a row open.",
            ),
            QCoreApplication.translate(
                "HandedWords",
                "First each looks separately. {owner} sees your levels only when everybody's sheets lie side by side.",
            ).format(owner=view.owner),
            filled(
                QCoreApplication.translate(
                    "HandedWords",
                    "Then there is a part about the {workplace}. It is voluntary: you may skip it, and you choose "
                    "yourself who gets it.",
                )
            ),
            QCoreApplication.translate(
                "HandedWords", "What you fill in saves itself. You can stop and go on later."
            ),
        )
    return (
        QCoreApplication.translate(
            "HandedWords",
            "This is your sheet of round {round} about {student}, on {count} criteria in two parts.",
        ).format(round=view.round_number, student=view.student, count=count),
        QCoreApplication.translate("HandedWords", "“Not observed” is always a good answer."),
        QCoreApplication.translate(
            "HandedWords",
            "First each looks separately. {owner} sees your levels only when everybody's sheets lie side by side.",
        ).format(owner=view.owner),
        QCoreApplication.translate(
            "HandedWords", "What you fill in saves itself. You can stop and go on later."
        ),
    )


def about_workplace_paragraphs() -> tuple[str, ...]:
    """Before the voluntary part (R9)."""
    return (
        filled(
            QCoreApplication.translate(
                "HandedWords",
                "The next part is about the {workplace}: what you get there to learn. It is not about you.",
            )
        ),
        QCoreApplication.translate(
            "HandedWords",
            "It is voluntary. It is kept only when you share it: until then it is nowhere but on this screen. "
            "At the end you choose who gets it.",
        ),
    )


def done_words(view: HandedRound) -> str:
    """What the owner reads back in the program."""
    name = view.call_name or view.person or filled("{Institute_supervisor}")
    if view.ready:
        return QCoreApplication.translate("HandedWords", "{name} has filled in the sheet").format(name=name)
    return QCoreApplication.translate("HandedWords", "{name}'s sheet is not ready yet").format(name=name)
