"""What the page of a round says of each step: who is ready, how a sheet came in, what was agreed and signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Collected, Perspective, RoundKind
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.words import capital
from wpl_desktop.services.evaluations import OWN_PERSPECTIVE
from wpl_desktop.services.finalising import SignatureRow, VersionRow
from wpl_desktop.services.round_steps import RoundStepsView, SheetStep
from wpl_desktop.texts import perspective_name, round_kind_name, strand_name
from wpl_desktop.ui.language import (
    clock_time,
    day_and_month,
    day_with_year,
    filled,
    short_day,
    translate,
    words,
)


def voice(perspective: Perspective) -> str:
    """The word beside a shape: `student`, `werkplek`, `opleiding`."""
    return perspective_name(perspective, translate, words()).lower()


def voice_with_name(view: RoundStepsView, perspective: Perspective) -> str:
    """`opleiding (Nadège)`, or the word alone where nobody is known."""
    name = view.people.get(perspective, "")
    return f"{voice(perspective)} ({name})" if name else voice(perspective)


def listed(parts: Sequence[str]) -> str:
    """`student, werkplek en opleiding`."""
    if len(parts) < 2:
        return "".join(parts)
    return QCoreApplication.translate("RoundWords", "{first} and {last}").format(
        first=", ".join(parts[:-1]), last=parts[-1]
    )


def round_heading(view: RoundStepsView) -> str:
    """`Ronde 1, start`."""
    return QCoreApplication.translate("RoundWords", "Round {number}, {kind}").format(
        number=view.number, kind=round_kind_name(view.kind, translate)
    )


def facts(view: RoundStepsView) -> str:
    """When it is and which criteria: `Gesprek op do 22 jan, klaar tegen ma 19 jan, alle 9 criteria`."""
    if view.focus:
        extent = QCoreApplication.translate("RoundWords", "focus on {codes}").format(
            codes=listed(list(view.focus))
        )
    else:
        extent = QCoreApplication.translate("RoundWords", "all {count} criteria").format(count=view.total)
    return QCoreApplication.translate("RoundWords", "Talk on {day}, ready by {ready_by}, {extent}").format(
        day=short_day(view.held_on), ready_by=short_day(view.ready_by), extent=extent
    )


def next_step(view: RoundStepsView) -> str:
    """What to do now, in one sentence."""
    if view.closed:
        return QCoreApplication.translate(
            "RoundWords", "This trajectory is closed: everything here can be read."
        )
    if view.final:
        return QCoreApplication.translate("RoundWords", "Now: print the report and sign it")
    if view.revealed_on is None:
        return _before_reveal(view)
    if any(view.discussed[strand] < view.total for strand in Strand):
        return QCoreApplication.translate("RoundWords", "Now: talk about what each of you saw")
    if view.texts < view.texts_total:
        return QCoreApplication.translate("RoundWords", "Now: write the texts of the report")
    if awaits_response(view):
        return filled(QCoreApplication.translate("RoundWords", "Now: ask the {student} for a response"))
    return QCoreApplication.translate("RoundWords", "Now: make the report final")


def awaits_response(view: RoundStepsView) -> bool:
    """Whether the student's response stands in the way of a final report: only in the final form (6.2: 11)."""
    return view.kind is RoundKind.FINAL and not (view.has_response or view.no_response)


def _before_reveal(view: RoundStepsView) -> str:
    if not view.begun:
        return QCoreApplication.translate(
            "RoundWords", "This round opens on {day}. You can begin earlier."
        ).format(day=short_day(view.opens_on))
    if view.is_overdue:
        return _overdue(view)
    if not view.own_ready:
        return QCoreApplication.translate("RoundWords", "Now: fill in your sheet, by {day}").format(
            day=short_day(view.ready_by)
        )
    if view.missing:
        return QCoreApplication.translate("RoundWords", "Now: wait for {who}, until {day}").format(
            who=listed([voice_with_name(view, one) for one in view.missing]), day=short_day(view.ready_by)
        )
    return QCoreApplication.translate("RoundWords", "Now: put the sheets side by side")


def _overdue(view: RoundStepsView) -> str:
    """The same once the day on which everybody should be ready is over: without a day, and without blame."""
    if not view.own_ready:
        return QCoreApplication.translate("RoundWords", "Now: fill in your sheet")
    if view.missing:
        return QCoreApplication.translate("RoundWords", "Now: wait for {who}").format(
            who=listed([voice_with_name(view, one) for one in view.missing])
        )
    return QCoreApplication.translate("RoundWords", "Now: put the sheets side by side")


def apart_summary(view: RoundStepsView) -> str:
    """Who is ready since when, once that is over; before that what this step is."""
    if view.revealed_on is None and not view.final:
        return QCoreApplication.translate(
            "RoundWords", "Everybody fills in a sheet, without seeing the others."
        )
    parts = [_ready_words(view, one) for one in view.perspectives]
    return capital(", ".join(parts))


def _ready_words(view: RoundStepsView, perspective: Perspective) -> str:
    sheet = view.sheet(perspective, Strand.STUDENT_PART)
    if sheet.ready_on is not None:
        return f"{voice(perspective)} {day_and_month(sheet.ready_on)}"
    not_ready = QCoreApplication.translate("RoundWords", "not ready")
    return f"{voice(perspective)} {not_ready}"


def side_by_side_summary(view: RoundStepsView) -> str:
    """When it was done, or what it is."""
    if view.revealed_on is not None:
        return QCoreApplication.translate("RoundWords", "On {day}").format(
            day=day_with_year(view.revealed_on)
        )
    if view.final:
        return QCoreApplication.translate("RoundWords", "Not done in this round.")
    if view.missing:
        return QCoreApplication.translate("RoundWords", "Waits for {who}.").format(
            who=listed([voice(one) for one in view.missing])
        )
    return QCoreApplication.translate(
        "RoundWords", "Everybody is ready. From then on you see each other's sheets."
    )


def late_words(view: RoundStepsView) -> str:
    """Why it came before all were ready, and who was late; empty when nobody was."""
    if not view.reveal_reason:
        return ""
    early = QCoreApplication.translate("RoundWords", "Before everybody was ready: {reason}").format(
        reason=view.reveal_reason
    )
    if not view.late:
        return early
    late = QCoreApplication.translate("RoundWords", "Not ready then: {who}.").format(
        who=listed([voice_with_name(view, one) for one in view.late])
    )
    return f"{early}\n{late}"


def together_summary(view: RoundStepsView) -> str:
    """`4 van 9 besproken`, and the same of the conditions at the workplace."""
    if view.revealed_on is None:
        return QCoreApplication.translate(
            "RoundWords", "Once the sheets are side by side you agree, or do not."
        )
    return "\n".join(
        QCoreApplication.translate("RoundWords", "{part}: {count} of {total} discussed").format(
            part=strand_name(strand, translate, words()), count=view.discussed[strand], total=view.total
        )
        for strand in Strand
    )


def report_summary(view: RoundStepsView) -> str:
    """How many texts are written, and what became of the student's response."""
    texts = QCoreApplication.translate("RoundWords", "{count} of {total} texts written").format(
        count=view.texts, total=view.texts_total
    )
    if view.has_response:
        response = QCoreApplication.translate("RoundWords", "with a response of the {student}")
    elif view.no_response:
        response = QCoreApplication.translate("RoundWords", "no response of the {student}")
    else:
        response = QCoreApplication.translate("RoundWords", "response of the {student} still open")
    return f"{texts}, {filled(response)}"


def final_summary(view: RoundStepsView) -> str:
    """The version that holds, or what final means."""
    if not view.final:
        if view.versions:
            return QCoreApplication.translate("RoundWords", "Being changed into version {edition}.").format(
                edition=view.edition
            )
        return QCoreApplication.translate(
            "RoundWords", "Afterwards the round can only be read, and its report gets a code."
        )
    if view.current is not None or view.finalised_on is None:
        return ""
    return QCoreApplication.translate("RoundWords", "Final since {day}").format(
        day=day_with_year(view.finalised_on)
    )


def sign_summary(view: RoundStepsView) -> str:
    """What signing is here."""
    del view
    return QCoreApplication.translate(
        "RoundWords", "With a pen on the printed report. Whoever wants can do it on this screen."
    )


def version_words(version: VersionRow) -> str:
    """`Versie 1, 12 jun 2026, heropend 14 jun 2026: <reason>`."""
    made = QCoreApplication.translate("RoundWords", "Version {edition}, {day}").format(
        edition=version.edition, day=day_with_year(version.finalised_at.date())
    )
    if version.reopened_at is None:
        return made
    reopened = QCoreApplication.translate("RoundWords", "reopened {day}: {reason}").format(
        day=day_with_year(version.reopened_at.date()), reason=version.reopen_reason
    )
    return f"{made}, {reopened}"


def signature_words(signature: SignatureRow | None) -> str:
    """What one party did on the screen; until then nothing is known, for a pen signs on paper."""
    if signature is None:
        return QCoreApplication.translate("RoundWords", "not signed yet (with a pen on paper)")
    moment = f"{day_with_year(signature.signed_at.date())} {clock_time(signature.signed_at)}"
    if signature.refused:
        return QCoreApplication.translate("RoundWords", "does not sign, {when}: {reason}").format(
            when=moment, reason=signature.reason
        )
    who = ", ".join(part for part in (signature.name, signature.role, signature.place) if part)
    return QCoreApplication.translate(
        "RoundWords", "seen and discussed on this screen, {when}: {who}"
    ).format(when=moment, who=who)


def party_heading(view: RoundStepsView, party: Party) -> str:
    """`Student (Hạnh)`."""
    return capital(voice_with_name(view, Perspective(party.value)))


def state_words(sheet: SheetStep) -> str:
    """How far one sheet is. Of the student's view of the workplace only whether it is ready (R9)."""
    if sheet.scored is None:
        if sheet.ready:
            return QCoreApplication.translate("RoundWords", "ready")
        return QCoreApplication.translate("RoundWords", "not yet")
    if sheet.ready_on is not None:
        return QCoreApplication.translate("RoundWords", "ready since {day}").format(
            day=day_and_month(sheet.ready_on)
        )
    if sheet.scored == 0:
        return QCoreApplication.translate("RoundWords", "not begun")
    return QCoreApplication.translate("RoundWords", "{count} of {total}").format(
        count=sheet.scored, total=sheet.total
    )


def came_in_words(sheet: SheetStep) -> str:
    """How a sheet came in, who typed it and whether that was blind; empty while nothing is worth saying."""
    if sheet.collected is None:
        return ""
    parts = [_collected_words(sheet)]
    if not sheet.blind:
        parts.append(QCoreApplication.translate("RoundWords", "not blind"))
    return ", ".join(part for part in parts if part)


def _collected_words(sheet: SheetStep) -> str:
    if sheet.collected is Collected.PAPER:
        typed = QCoreApplication.translate("RoundWords", "from paper")
        return f"{typed}{_paper_words(sheet.written_by, sheet.written_on)}"
    if sheet.collected is Collected.TYPED_FOR:
        if not sheet.typed_by:
            return QCoreApplication.translate("RoundWords", "typed in by somebody else")
        return QCoreApplication.translate("RoundWords", "typed in by {name}").format(name=sheet.typed_by)
    if sheet.perspective is OWN_PERSPECTIVE:
        return ""
    return QCoreApplication.translate("RoundWords", "on screen, by themselves")


def _paper_words(written_by: str, written_on: date | None) -> str:
    """What stands on the paper: `, van Nadège, 12 jan`."""
    parts = [written_by] if written_by else []
    if written_on is not None:
        parts.append(day_and_month(written_on))
    return "".join(f", {part}" for part in parts)
