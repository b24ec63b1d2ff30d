"""What the page says of a report: its title, how far it is, how many pages, in which form it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from wpl_desktop.ui.printing.selection import Form, ReportState, form_of, state_of

if TYPE_CHECKING:
    from wpl_desktop.services.report_choices import ReportChoice, ReportFormat, ReportSubject

# The names of languages are written in the language itself.
LANGUAGES = (("nl", "Nederlands"), ("en", "English"))


def form_title(form: Form) -> str:
    """What a report of this form is called."""
    return {
        Form.MIDTERM: QCoreApplication.translate("OptionsPanel", "Midterm report"),
        Form.FINAL: QCoreApplication.translate("OptionsPanel", "Final report"),
    }[form]


def report_title(choice: ReportChoice) -> str:
    """`Tussentijds verslag, ronde 2`."""
    text = QCoreApplication.translate("PrintingPage", "{report}, round {number}")
    return text.format(report=form_title(form_of(choice)), number=choice.round_number)


def state_word(state: ReportState) -> str:
    """One word for how far a report is."""
    return {
        ReportState.PLANNED: QCoreApplication.translate("OptionsPanel", "planned"),
        ReportState.DRAFT: QCoreApplication.translate("OptionsPanel", "draft"),
        ReportState.READY: QCoreApplication.translate("OptionsPanel", "ready"),
        ReportState.FINAL: QCoreApplication.translate("OptionsPanel", "final"),
        ReportState.SUPERSEDED: QCoreApplication.translate("OptionsPanel", "no longer holds"),
    }[state]


def facts(state: ReportState, *, pages: int) -> str:
    """`ontwerp · A4, 4 pagina's`."""
    words = (
        QCoreApplication.translate("PrintingPage", "{state} · A4, 1 page")
        if pages == 1
        else QCoreApplication.translate("PrintingPage", "{state} · A4, {count} pages")
    )
    return words.format(state=state_word(state), count=pages)


def subject_state(subject: ReportSubject) -> str:
    """How far a student's newest report is; which round that is where there are several."""
    newest = subject.newest
    if newest is None:
        return QCoreApplication.translate("OptionsPanel", "no round")
    word = state_word(state_of(newest))
    return word if len(subject.rounds) == 1 else _of_round(newest.round_number, word)


def longest_state() -> str:
    """The longest of these words: the room that the list keeps for them."""
    nothing = QCoreApplication.translate("OptionsPanel", "no round")
    return max(
        (
            nothing,
            *(
                _of_round(3, state_word(state))
                for state in ReportState
                if state is not ReportState.SUPERSEDED
            ),
        ),
        key=len,
    )


def _of_round(number: int, word: str) -> str:
    text = QCoreApplication.translate("OptionsPanel", "round {number} {state}")
    return text.format(number=number, state=word)


def format_words(choice: ReportChoice, chosen: ReportFormat) -> str:
    """The language, and whether the workplace's part is in it, where that can be chosen (R10)."""
    language = dict(LANGUAGES)[chosen.language]
    if form_of(choice) is not Form.FINAL:
        return language
    words = (
        QCoreApplication.translate("PrintingPage", "{language}, with the conditions at the workplace")
        if chosen.include_conditions
        else QCoreApplication.translate("PrintingPage", "{language}, without the conditions at the workplace")
    )
    return words.format(language=language)
