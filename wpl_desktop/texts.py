"""English names of levels, states, roles and messages of errors, translated by whoever shows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wpl_desktop.domain.conversations import AgreementState, ConversationState, Hat, NotHeldCause
from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.domain.evaluations import (
    Collected,
    Difference,
    Mark,
    MarkKind,
    Perspective,
    RoundKind,
    Source,
)
from wpl_desktop.domain.history import BinItem, Step, StepKind
from wpl_desktop.domain.people import Party
from wpl_desktop.domain.trajectories import AssessmentMode, Role, TrajectoryKind, TrajectoryState
from wpl_desktop.domain.words import VocabularyWords, fill
from wpl_desktop.texts_talks import talk_refusals

Translate = Callable[[str, str], str]
"""`translate(context, english)` gives the text in the language of whoever is asking."""


def untranslated(context: str, text: str) -> str:
    """The English source itself: for tests, and where no translation file is found."""
    del context
    return text


def perspective_name(perspective: Perspective, translate: Translate, words: VocabularyWords) -> str:
    """`student`, `workplace`, `institute`: the heading of one voice; workplace and institute in every trade."""
    return {
        Perspective.STUDENT: fill(translate("Texts", "{Student}"), words),
        Perspective.WORKPLACE: translate("Texts", "Workplace"),
        Perspective.INSTITUTE: translate("Texts", "Institute"),
    }[perspective]


def party_name(party: Party, translate: Translate, words: VocabularyWords) -> str:
    """One of the three parties of the trialogue."""
    return perspective_name(Perspective(party.value), translate, words)


def strand_name(strand: Strand, translate: Translate, words: VocabularyWords) -> str:
    """The two strands of every criterion (2.1)."""
    return {
        Strand.STUDENT_PART: fill(translate("Texts", "{Student}'s part"), words),
        Strand.WORKPLACE_PART: translate("Texts", "Conditions at the workplace"),
    }[strand]


def source_name(source: Source, translate: Translate) -> str:
    """How the one who scores knows (R1)."""
    return {
        Source.OBSERVED: translate("Texts", "Observed"),
        Source.PORTFOLIO: translate("Texts", "Portfolio"),
        Source.CONVERSATION: translate("Texts", "Conversation"),
        Source.TOLD_BY_OTHERS: translate("Texts", "From others"),
    }[source]


def role_name(role: Role, translate: Translate, words: VocabularyWords) -> str:
    """A role in the words of this installation, with a capital."""
    if role is Role.OTHER:
        return translate("Texts", "Other")
    key = {Role.COACH: "mentor"}.get(role, role.value)
    word = words.get(key, role.value.replace("_", " "))
    return word[:1].upper() + word[1:]


def mark_word(mark: Mark, labels: Sequence[str], translate: Translate) -> str:
    """The word beside a mark: the level's own label (`labels[0]` is level 1), or the words of a non-level."""
    if mark.level is not None:
        return labels[mark.level - 1]
    return {
        MarkKind.NOT_YET_SCORED: translate("Texts", "still open"),
        MarkKind.NOT_OBSERVED: translate("Texts", "Not observed"),
        MarkKind.NO_OPPORTUNITY: translate("Texts", "No opportunity"),
    }[mark.kind]


def mark_sign(mark: Mark) -> str:
    """The sign of a mark: its number, – or ×; empty while nothing was scored."""
    if mark.level is not None:
        return str(mark.level)
    return {MarkKind.NOT_OBSERVED: "–", MarkKind.NO_OPPORTUNITY: "×"}.get(mark.kind, "")


def difference_name(difference: Difference, translate: Translate) -> str:
    """The label of R7."""
    return {
        Difference.UNANIMOUS: translate("Texts", "unanimous"),
        Difference.CLOSE: translate("Texts", "close together"),
        Difference.TALK_NEEDED: translate("Texts", "talk needed"),
    }[difference]


def collected_name(collected: Collected, translate: Translate) -> str:
    """How a sheet came in."""
    return {
        Collected.OWN_SCREEN: translate("Texts", "on screen, by themselves"),
        Collected.PAPER: translate("Texts", "typed over from paper"),
        Collected.TYPED_FOR: translate("Texts", "typed in by somebody else"),
    }[collected]


def round_kind_name(kind: RoundKind, translate: Translate) -> str:
    """What a round is for."""
    return {
        RoundKind.START: translate("Texts", "start"),
        RoundKind.MIDTERM: translate("Texts", "midterm"),
        RoundKind.FINAL: translate("Texts", "final"),
    }[kind]


def hat_name(hat: Hat, translate: Translate) -> str:
    """What one is doing in a conversation; always a word, never only a colour."""
    return {
        Hat.COACH: translate("Texts", "coaching"),
        Hat.EVALUATE: translate("Texts", "evaluating together"),
        Hat.PEERS: translate("Texts", "among peers"),
        Hat.PROGRAMME: translate("Texts", "programme"),
        Hat.INSTITUTE: translate("Texts", "with the institute"),
    }[hat]


def conversation_state_name(state: ConversationState, translate: Translate) -> str:
    """What became of a conversation."""
    return {
        ConversationState.PLANNED: translate("Texts", "planned"),
        ConversationState.HELD: translate("Texts", "held"),
        ConversationState.NOT_HELD: translate("Texts", "not held"),
    }[state]


def cause_name(cause: NotHeldCause, translate: Translate) -> str:
    """Why a conversation was not held."""
    return {
        NotHeldCause.WORKPLACE: translate("Texts", "workplace"),
        NotHeldCause.STUDENT: translate("Texts", "student"),
        NotHeldCause.OTHER: translate("Texts", "other"),
    }[cause]


def agreement_state_name(state: AgreementState, translate: Translate) -> str:
    """What became of an agreement."""
    return {
        AgreementState.OPEN: translate("Texts", "open"),
        AgreementState.DONE: translate("Texts", "done"),
        AgreementState.DROPPED: translate("Texts", "let go"),
        AgreementState.CONTINUED: translate("Texts", "goes on in another agreement"),
    }[state]


def trajectory_kind_name(kind: TrajectoryKind, translate: Translate) -> str:
    """The status of the learner."""
    return {
        TrajectoryKind.STUDENT: translate("Texts", "Student in training"),
        TrajectoryKind.IN_SERVICE_TRAINEE: translate("Texts", "In-service trainee (LIO)"),
        TrajectoryKind.STARTER: translate("Texts", "Starting colleague"),
        TrajectoryKind.CAREER_CHANGER: translate("Texts", "Career changer"),
    }[kind]


def trajectory_state_name(state: TrajectoryState, translate: Translate) -> str:
    """Whether a trajectory is going on."""
    return {
        TrajectoryState.RUNNING: translate("Texts", "Running"),
        TrajectoryState.CLOSED: translate("Texts", "Closed"),
    }[state]


def assessment_mode_name(mode: AssessmentMode, translate: Translate) -> str:
    """Whether coach and assessor are kept apart (0.1)."""
    return {
        AssessmentMode.SHARED: translate("Texts", "Evaluate together"),
        AssessmentMode.SEPARATED: translate("Texts", "Coach and assessor apart"),
    }[mode]


def step_name(step: Step, translate: Translate, words: VocabularyWords) -> str:
    """What an action was about, in small letters: `score of C2, Yasmine`."""
    of_a_criterion = {
        StepKind.SCORE: translate("Texts", "score of {criterion}"),
        StepKind.AGREED: translate("Texts", "agreed on {criterion}"),
    }
    what = {
        StepKind.STUDENT: fill(translate("Texts", "{student}"), words),
        StepKind.CONVERSATION: translate("Texts", "conversation"),
        StepKind.SERIES: translate("Texts", "series of conversations"),
        StepKind.ROUND: translate("Texts", "round"),
        StepKind.AGREED: translate("Texts", "what was agreed"),
        StepKind.SCORE: translate("Texts", "scores"),
        StepKind.SHEET: translate("Texts", "score sheet"),
        StepKind.REPORT_TEXTS: translate("Texts", "texts of the report"),
        StepKind.AGREEMENT: translate("Texts", "agreement"),
        StepKind.AGENDA: translate("Texts", "note or agenda"),
        StepKind.PHRASE: translate("Texts", "own phrase"),
        StepKind.SUGGESTION: translate("Texts", "suggestion"),
        StepKind.GROWTH_PLAN: translate("Texts", "growth plan"),
        StepKind.SCHOOL_YEAR: translate("Texts", "school year"),
        StepKind.LESSON_HOUR: translate("Texts", "lesson hour"),
        StepKind.OTHER: translate("Texts", "last change"),
    }[step.kind]
    if step.criterion:
        what = of_a_criterion[step.kind].format(criterion=step.criterion)
    return f"{what}, {step.student}" if step.student else what


def bin_item_name(item: BinItem, translate: Translate, words: VocabularyWords, *, name: str) -> str:
    """What was deleted; `name` is the type of a conversation in the language of whoever reads."""
    if item.kind is StepKind.ROUND and item.round_kind is not None:
        kind = round_kind_name(item.round_kind, translate)
        return translate("Texts", "Round {number}, {kind}").format(number=item.number, kind=kind)
    return item.text or name or step_name(Step(kind=item.kind), translate, words)


def bin_item_origin(item: BinItem, translate: Translate, words: VocabularyWords) -> str:
    """Of whom it was, and that everything of a person goes together."""
    if item.kind is StepKind.STUDENT:
        return fill(translate("Texts", "{student}, with everything that was kept"), words)
    return item.student


def error_message(error: DomainError | EnvironmentTrouble, translate: Translate) -> str:
    """One clear sentence: what is wrong and what to do; for trouble around us also what is safe."""
    if isinstance(error, EnvironmentTrouble):
        return _trouble_message(error.code, translate)
    values = dict(error.values)
    if "who" in values:
        values["who"] = _parties(values["who"].split(","), translate)
    return fill(_refusal_message(error.code, translate), {}, **values)


def _parties(keys: Sequence[str], translate: Translate) -> str:
    """Perspectives by their keys as a list in a sentence: `the student and the institute`."""
    names = {
        Perspective.STUDENT.value: translate("Errors", "the student"),
        Perspective.WORKPLACE.value: translate("Errors", "the workplace"),
        Perspective.INSTITUTE.value: translate("Errors", "the institute"),
    }
    named = [names.get(key, key) for key in keys]
    if len(named) == 1:
        return named[0]
    return translate("Errors", "{first} and {last}").format(first=", ".join(named[:-1]), last=named[-1])


def _refusal_message(code: str, translate: Translate) -> str:
    messages = {
        "name_missing": translate("Errors", "Fill in a name."),
        "agreement_missing": translate("Errors", "Write down what was agreed."),
        "period_reversed": translate("Errors", "The last day is before the first day."),
        "period_twice": translate(
            "Errors", "These days are in the calendar already, from {first} to {last}."
        ),
        "holiday_set_missing": translate("Errors", "First choose whose holidays count."),
        "block_outside": translate("Errors", "This period lies outside the trajectory."),
        "weekday_unknown": translate("Errors", "Choose days from Monday to Sunday."),
        "phase_out_of_range": translate("Errors", "A phase is a number from 1 to 9, or empty."),
        "minutes_out_of_range": translate("Errors", "A conversation lasts 1 to {most} minutes."),
        "outside_trajectory": translate(
            "Errors", "This day lies outside the trajectory ({first} to {last})."
        ),
        "cause_missing": translate("Errors", "Choose why the conversation was not held."),
        "agreements_unsaid": translate("Errors", "First say of each open agreement what became of it."),
        "ends_before_start": translate("Errors", "The end lies before the beginning."),
        "already_settled": translate("Errors", "This conversation was already marked."),
        "level_unknown": translate(
            "Errors", "Level {level} does not exist here; the levels are 1 to {most}."
        ),
        "no_opportunity_on_workplace_part": translate(
            "Errors", "“No opportunity” exists on the student's part only."
        ),
        "criteria_set_fixed": translate(
            "Errors",
            "A running trajectory keeps its version of the criteria. Choose the new one for a new trajectory.",
        ),
        "criteria_set_scored": translate(
            "Errors",
            "This trajectory has rounds with its own version of the criteria. Levels are never converted.",
        ),
        "criteria_shape": translate("Errors", "This is no set of criteria. Nothing was kept."),
        "criteria_incomplete": translate(
            "Errors", "This version is not complete yet: there are still {count} places to look at."
        ),
        "criteria_edition": translate(
            "Errors", "Name the version with letters and digits, such as 2.0; at most 20 characters."
        ),
        "criteria_edition_taken": translate(
            "Errors", "There is a version {edition} already, and it stays as it is. Choose another name."
        ),
        "criteria_too_many": translate("Errors", "There is room for {most} here."),
        "criteria_too_few": translate("Errors", "At least {fewest} is needed here."),
        "agreed_outside_range": translate(
            "Errors", "This lies outside what was given: write down the reason."
        ),
        "focus_unknown": translate("Errors", "One of the focus criteria does not exist in this set."),
        "focus_in_final_round": translate("Errors", "The final round has all criteria."),
        "focus_count": translate("Errors", "Choose {fewest} to {most} focus criteria, or all of them."),
        "round_exists": translate("Errors", "Round {number} exists already."),
        "too_few_perspectives": translate("Errors", "At least two take part: tick one more."),
        "ready_after_talk": translate("Errors", "This is after the day of the talk."),
        "outside_trajectories": translate("Errors", "This day lies outside the trajectory of {names}."),
        "perspective_has_said": translate(
            "Errors", "Something was filled in already by {who}, so this one stays in the round."
        ),
        "round_final": translate("Errors", "This round is final and can no longer be changed."),
        "sheet_ready": translate("Errors", "This sheet is ready. Open it again to change it."),
        "filled_in_themselves": translate(
            "Errors", "Somebody else filled in this sheet. It can be seen once the round is put side by side."
        ),
        "paper_later": translate(
            "Errors", "This day has yet to come. Take the date that stands on the paper."
        ),
        "response_missing": translate("Errors", "Fill in the student's response, or tick “no response”."),
        "level_count": translate("Errors", "A scale has {fewest} to {most} levels."),
        "wrong_passphrase": translate("Errors", "This is not the right passphrase. Try again."),
        "wrong_recovery_code": translate(
            "Errors", "This is not the code of the recovery sheet. Check it and try again."
        ),
        "passphrase_short": translate(
            "Errors", "Use at least {fewest} characters: a sentence is easier than a word."
        ),
        "password_short": translate(
            "Errors", "Use at least {fewest} characters for the password of the file."
        ),
        "password_long": translate("Errors", "This password is too long. Use a shorter sentence."),
        "passphrase_differs": translate("Errors", "The two passphrases are not the same."),
        "demo_passphrase_fixed": translate(
            "Errors", "The passphrase of the demo is published and cannot be changed."
        ),
        "device_not_confirmed": translate(
            "Errors", "Confirm that this computer may hold data of students, or ask your school first."
        ),
        "profile_exists": translate("Errors", "There is already a profile in this folder."),
        "changed_meanwhile": translate(
            "Errors",
            "This was changed in another window. Nothing was overwritten; look again and repeat your change.",
        ),
        "in_use": translate("Errors", "This is still used elsewhere and cannot be removed."),
        "reference_gone": translate("Errors", "What this belongs to was deleted too. Put that back first."),
        "place_taken": translate(
            "Errors", "Something new stands in its place. Delete that first, or leave this where it is."
        ),
        "already_back": translate("Errors", "This is there again already."),
        "not_found": translate("Errors", "This does not exist any more."),
        "student_unknown": translate("Errors", "No student is called “{name}”. There are: {names}."),
        "round_unknown": translate("Errors", "{name} has no round {number}. There are: {numbers}."),
        "no_round": translate("Errors", "{name} has no round yet."),
        "no_students": translate("Errors", "There are no students in this profile yet."),
        "own_not_ready": translate("Errors", "Your own sheet is not ready yet. Mark it ready first."),
        "not_all_ready": translate(
            "Errors", "Not ready yet: {who}. Wait for them, or write down why you go on without."
        ),
        "not_revealed": translate("Errors", "The views have not been put side by side yet."),
        "already_revealed": translate(
            "Errors", "The views lie side by side already. A sheet that is ready stays as it is."
        ),
        "own_sheet_stays": translate("Errors", "Your own sheet is yours: you do not hand it over."),
        "notes_apart": translate("Errors", "What is noted in this conversation is for the coach."),
        "both_hats": translate(
            "Errors",
            "Coach and assessor are apart here, and you are both. Choose to evaluate together, or take out one role.",
        ),
        "before_reveal": translate(
            "Errors",
            "The views lie side by side since. Open the sheet again if you want to change it.",
        ),
        "reason_missing": translate("Errors", "Write down the reason."),
        "round_not_final": translate("Errors", "This round is not final. Make it final first."),
        "names_not_checked": translate(
            "Errors", "Somebody else is named in this round. Look at it, and tick that you did."
        ),
        "already_signed": translate("Errors", "This was signed already. Take that back first."),
        "before_version": translate(
            "Errors", "This was done before the round became final, and cannot be taken back any more."
        ),
        "place_missing": translate("Errors", "Fill in the place."),
        "code_unreadable": translate("Errors", "A code has 16 letters and digits, in four groups."),
        "code_unknown": translate("Errors", "No report in this profile has this code."),
        "phrase_names_student": translate(
            "Errors", "A phrase is offered for every student: leave out the name {name}."
        ),
        "phrase_empty": translate("Errors", "Write the phrase."),
        "phrase_long": translate("Errors", "A phrase has at most {most} characters."),
        "demo_exists": translate(
            "Errors", "There is a demo here already, and it stays as it is. Remove it first: demo --remove."
        ),
        "profile_unknown": translate(
            "Errors", "There is no profile here. Make one first, or name another folder."
        ),
        "several_profiles": translate(
            "Errors", "There are several profiles: choose one with --profile ({names})."
        ),
        "too_many_goals": translate(
            "Errors", "A growth plan has at most {most} goals: choose what comes first."
        ),
        "plan_closed": translate("Errors", "This growth plan is closed. Open it again to change it."),
        "plan_running": translate(
            "Errors", "There is a growth plan already. Close it before you begin another."
        ),
        "not_told": translate("Errors", "First note when the student was told."),
        "no_passphrase": translate(
            "Errors", "Give the passphrase with --passphrase-file or in WPL_PASSPHRASE."
        ),
    }
    messages |= talk_refusals(translate)
    return messages.get(code, translate("Errors", "This cannot be done ({code}).").format(code=code))


def _trouble_message(code: str, translate: Translate) -> str:
    messages = {
        "not_a_profile": translate(
            "Errors",
            "This is not a WPL Desktop profile, or its key does not belong to it. Nothing was changed. "
            "Choose another profile, or put a back-up back.",
        ),
        "profile_damaged": translate(
            "Errors",
            "This profile is damaged and was not opened. Nothing was changed; your back-ups are safe. "
            "Put a back-up back.",
        ),
        "profile_newer": translate(
            "Errors",
            "This profile was made by a newer version of WPL Desktop. Nothing was changed. "
            "Install the newer version to open it.",
        ),
        "profile_in_use": translate(
            "Errors",
            "This profile is already open, in another window or by a command. Nothing was changed. "
            "Close it there and try again.",
        ),
        "storage_full": translate(
            "Errors",
            "There is no room on the disk, or this folder may not be written. Nothing was lost. "
            "Make room or choose another folder, and try again.",
        ),
        "backup_unusable": translate(
            "Errors",
            "This back-up is incomplete or damaged. Your profile was not changed. Choose another back-up.",
        ),
    }
    return messages.get(code, translate("Errors", "Something around the program is in the way."))
