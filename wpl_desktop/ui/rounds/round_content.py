"""Which steps a round has, which one is now, and what can be done at each: worked out before anything is drawn."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import QCoreApplication

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.evaluations import Perspective
from wpl_desktop.domain.people import Party
from wpl_desktop.services.evaluations import OWN_PERSPECTIVE
from wpl_desktop.services.round_steps import RoundStepsView
from wpl_desktop.texts import strand_name
from wpl_desktop.ui.language import translate, words
from wpl_desktop.ui.rounds.round_words import (
    apart_summary,
    awaits_response,
    final_summary,
    late_words,
    report_summary,
    side_by_side_summary,
    sign_summary,
    together_summary,
)

HAND_OVER: Final = "hand_over"
"""The target of an action that gives the laptop to somebody instead of opening a page."""


class Step(enum.Enum):
    """What is done with a round, in its order."""

    APART = 1
    SIDE_BY_SIDE = 2
    TOGETHER = 3
    REPORT = 4
    FINAL = 5
    SIGN = 6


class StepState(enum.Enum):
    """A step is behind, now, or still to come."""

    DONE = "done"
    NOW = "now"
    LATER = "later"


@dataclass(frozen=True, kw_only=True)
class StepAction:
    """One thing that can be done: it opens a page or dialog `target`, or gives the laptop away."""

    key: str
    text: str
    target: str
    arguments: Mapping[str, object] = field(default_factory=dict[str, object])
    icon: str = ""
    primary: bool = False
    quiet: bool = False
    #: What it is about, for who hears the button without seeing the line it stands on.
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class StepContent:
    """One step as the page shows it."""

    step: Step
    state: StepState
    title: str
    summary: str
    note: str = ""
    actions: tuple[StepAction, ...] = ()


def step_now(view: RoundStepsView) -> Step:
    """Which step is next; a step that is skipped stays open to come back to."""
    if view.final:
        return Step.SIGN
    if view.revealed_on is None:
        return Step.APART if view.missing else Step.SIDE_BY_SIDE
    if any(view.discussed[strand] < view.total for strand in Strand):
        return Step.TOGETHER
    return Step.FINAL if _is_report_written(view) else Step.REPORT


def steps(view: RoundStepsView, *, joint: bool = False) -> tuple[StepContent, ...]:
    """The six steps; on a joint screen only what everybody who looks along may do."""
    now = step_now(view)
    made = {
        Step.APART: (_title_apart(), apart_summary(view), ()),
        Step.SIDE_BY_SIDE: (_title_side_by_side(), side_by_side_summary(view), _reveal(view)),
        Step.TOGETHER: (_title_together(), together_summary(view), _together(view)),
        Step.REPORT: (_title_report(), report_summary(view), _report(view)),
        Step.FINAL: (_title_final(), final_summary(view), () if joint else _final(view)),
        Step.SIGN: (_title_sign(), sign_summary(view), _sign(view)),
    }
    return tuple(
        StepContent(
            step=step,
            state=_state(view, step, now=now),
            title=title,
            summary=summary,
            note=late_words(view) if step is Step.SIDE_BY_SIDE else "",
            actions=_with_one_primary(actions, is_now=step is now and not view.closed),
        )
        for step, (title, summary, actions) in made.items()
    )


def sheet_actions(
    view: RoundStepsView, perspective: Perspective, *, joint: bool = False
) -> tuple[StepAction, ...]:
    """What can be done with the sheet of one perspective; nothing of it may be seen before the reveal (R5)."""
    is_own = perspective is OWN_PERSPECTIVE
    open_strands = [strand for strand in Strand if not view.sheet(perspective, strand).ready]
    if open_strands and not view.read_only and not joint:
        sheet = {"round_id": view.round_id, "perspective": perspective, "strand": open_strands[0]}
        return (_fill_in(view, sheet),) if is_own else _for_somebody_else(view, perspective, sheet=sheet)
    if view.revealed_on is None and not view.final and (joint or not is_own):
        return ()
    return (
        StepAction(
            key=f"look:{perspective.value}",
            text=QCoreApplication.translate("RoundContent", "Look"),
            icon="eye",
            target="score_sheet",
            arguments={
                "round_id": view.round_id,
                "perspective": perspective,
                "strand": Strand.STUDENT_PART,
            },
            quiet=True,
        ),
    )


def _fill_in(view: RoundStepsView, sheet: Mapping[str, object]) -> StepAction:
    return StepAction(
        key="fill:own",
        text=QCoreApplication.translate("RoundContent", "Fill in"),
        icon="edit",
        target="score_sheet",
        arguments=sheet,
        primary=not view.own_ready and view.revealed_on is None,
    )


def _for_somebody_else(
    view: RoundStepsView, perspective: Perspective, *, sheet: Mapping[str, object]
) -> tuple[StepAction, ...]:
    waits = view.own_ready and view.revealed_on is None and view.missing[:1] == (perspective,)
    whose = {"round_id": view.round_id, "perspective": perspective}
    return (
        StepAction(
            key=f"hand:{perspective.value}",
            text=QCoreApplication.translate("RoundContent", "Give the laptop"),
            icon="laptop",
            target=HAND_OVER,
            arguments=whose,
            primary=waits,
        ),
        StepAction(
            key=f"paper:{perspective.value}",
            text=_type_over_words(view.people.get(perspective, "")),
            icon="file",
            target="paper_sheet",
            arguments=whose,
        ),
        StepAction(
            key=f"for:{perspective.value}",
            text=_type_in_words(view.people.get(perspective, "")),
            icon="edit",
            target="score_sheet",
            arguments=sheet,
        ),
    )


def _type_over_words(name: str) -> str:
    """Whose paper it is, as far as that is known."""
    if not name:
        return QCoreApplication.translate("RoundContent", "Type over from paper")
    return QCoreApplication.translate("RoundContent", "Type over the paper of {name}").format(name=name)


def _type_in_words(name: str) -> str:
    """For whom, as far as that is known."""
    if not name:
        return QCoreApplication.translate("RoundContent", "Type in for them")
    return QCoreApplication.translate("RoundContent", "Type in for {name}").format(name=name)


def warns_not_blind(view: RoundStepsView) -> bool:
    """Whether what is typed in for somebody else now would not count as blind (R5)."""
    return not view.own_ready and view.revealed_on is None and not view.read_only


def version_actions(view: RoundStepsView, edition: int, *, joint: bool = False) -> tuple[StepAction, ...]:
    """Printing one version; the one that holds can be opened again."""
    is_current = view.final and view.edition == edition
    actions = [
        StepAction(
            key=f"print:{edition}",
            text=QCoreApplication.translate("RoundContent", "Print"),
            icon="print",
            target="printing",
            arguments={"round_id": view.round_id, "edition": edition},
            quiet=not is_current,
            about=QCoreApplication.translate("RoundContent", "version {edition}").format(edition=edition),
        )
    ]
    if is_current and not joint and not view.closed:
        actions.append(
            StepAction(
                key="reopen",
                text=QCoreApplication.translate("RoundContent", "Open again…"),
                target="reopen_dialog",
                arguments={"round_id": view.round_id},
                quiet=True,
            )
        )
    return tuple(actions)


def signing_actions(view: RoundStepsView, party: Party) -> tuple[StepAction, ...]:
    """Signing on the screen, or saying that one does not sign; what was said can be looked at and taken back."""
    if not view.final or view.closed:
        return ()
    arguments = {"round_id": view.round_id, "party": party}
    said = view.current.signatures if view.current is not None else ()
    if any(one.party is party for one in said):
        return (
            StepAction(
                key=f"signed:{party.value}",
                text=QCoreApplication.translate("RoundContent", "Look"),
                icon="eye",
                target="signature_dialog",
                arguments=arguments,
                quiet=True,
            ),
        )
    return (
        StepAction(
            key=f"sign:{party.value}",
            text=QCoreApplication.translate("RoundContent", "Sign on the screen…"),
            icon="screen",
            target="signature_dialog",
            arguments=arguments,
            quiet=True,
        ),
        StepAction(
            key=f"refuse:{party.value}",
            text=QCoreApplication.translate("RoundContent", "Does not sign…"),
            target="signature_dialog",
            arguments={**arguments, "refused": True},
            quiet=True,
        ),
    )


def parties(view: RoundStepsView) -> tuple[Party, ...]:
    """Who signs, in their fixed order (6.4): student and workplace always, the institute if it takes part."""
    return tuple(
        party for party in Party if party is not Party.INSTITUTE or Perspective.INSTITUTE in view.perspectives
    )


def _state(view: RoundStepsView, step: Step, *, now: Step) -> StepState:
    done = {
        Step.APART: not view.missing,
        Step.SIDE_BY_SIDE: view.revealed_on is not None,
        Step.TOGETHER: all(view.discussed[strand] >= view.total for strand in Strand),
        Step.REPORT: _is_report_written(view),
        Step.FINAL: view.final,
        Step.SIGN: view.current is not None and len(view.current.signatures) >= len(parties(view)),
    }[step]
    if step is now and not view.closed and not (done and view.final):
        return StepState.NOW
    # What was left open when the round was made final, or put side by side, is behind all the same.
    is_behind = step.value < now.value
    return StepState.DONE if done or is_behind else StepState.LATER


def _is_report_written(view: RoundStepsView) -> bool:
    return view.texts >= view.texts_total and not awaits_response(view)


def _with_one_primary(actions: tuple[StepAction, ...], *, is_now: bool) -> tuple[StepAction, ...]:
    """Of a step that is now one button stands out; those of the others are quiet."""
    if is_now:
        return actions
    return tuple(replace(action, primary=False, quiet=True) for action in actions)


def _reveal(view: RoundStepsView) -> tuple[StepAction, ...]:
    if view.read_only and view.revealed_on is None:
        return ()
    arguments = {"round_id": view.round_id}
    if view.revealed_on is not None:
        return ()
    return (
        StepAction(
            key="reveal",
            text=QCoreApplication.translate("RoundContent", "Put side by side…"),
            icon="people",
            target="reveal_dialog",
            arguments=arguments,
            primary=True,
        ),
    )


def _together(view: RoundStepsView) -> tuple[StepAction, ...]:
    if view.revealed_on is None:
        return ()
    first_open = next((strand for strand in Strand if view.discussed[strand] < view.total), None)
    return tuple(
        StepAction(
            key=f"together:{strand.value}",
            text=strand_name(strand, translate, words()),
            icon="talk",
            target="side_by_side",
            arguments={"round_id": view.round_id, "strand": strand},
            primary=strand is first_open,
        )
        for strand in Strand
    )


def _report(view: RoundStepsView) -> tuple[StepAction, ...]:
    arguments = {"round_id": view.round_id}
    texts = (
        QCoreApplication.translate("RoundContent", "Read the texts")
        if view.read_only
        else QCoreApplication.translate("RoundContent", "Write the texts…")
    )
    made = [
        StepAction(
            key="texts", text=texts, icon="edit", target="report_texts", arguments=arguments, primary=True
        )
    ]
    if not view.final:
        made.append(
            StepAction(
                key="preview",
                text=QCoreApplication.translate("RoundContent", "Preview"),
                icon="file",
                target="printing",
                arguments=arguments,
            )
        )
    return tuple(made)


def _final(view: RoundStepsView) -> tuple[StepAction, ...]:
    if view.final and view.current is None:
        # Made final by an older program, which knew no versions.
        return version_actions(view, view.edition)
    if view.read_only:
        return ()
    return (
        StepAction(
            key="finalise",
            text=QCoreApplication.translate("RoundContent", "Make final…"),
            icon="check",
            target="finalise_dialog",
            arguments={"round_id": view.round_id},
            primary=True,
        ),
    )


def _sign(view: RoundStepsView) -> tuple[StepAction, ...]:
    if not view.final:
        return ()
    return (
        StepAction(
            key="print",
            text=QCoreApplication.translate("RoundContent", "Print to sign"),
            icon="print",
            target="printing",
            arguments={"round_id": view.round_id},
            primary=True,
        ),
    )


def _title_apart() -> str:
    return QCoreApplication.translate("RoundContent", "Each apart")


def _title_side_by_side() -> str:
    return QCoreApplication.translate("RoundContent", "Side by side")


def _title_together() -> str:
    return QCoreApplication.translate("RoundContent", "Together")


def _title_report() -> str:
    return QCoreApplication.translate("RoundContent", "Report")


def _title_final() -> str:
    return QCoreApplication.translate("RoundContent", "Final")


def _title_sign() -> str:
    return QCoreApplication.translate("RoundContent", "Sign")
