"""The page of the criteria: versions to read, drafts to edit, and the way from the one to the other."""

from __future__ import annotations

import uuid
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from wpl_desktop.domain import criteria_editing
from wpl_desktop.domain.criteria_content import ContentProblem, Path, advice
from wpl_desktop.domain.errors import DomainError, EnvironmentTrouble
from wpl_desktop.exchange import criteria_file
from wpl_desktop.texts import error_message
from wpl_desktop.ui.criteria.ask_dialog import AskDialog
from wpl_desktop.ui.criteria.content_form import ContentForm, CriterionForm, ScaleForm
from wpl_desktop.ui.criteria.content_words import file_trouble, part_name
from wpl_desktop.ui.criteria.criteria_frame import CriteriaFrame
from wpl_desktop.ui.criteria.import_dialog import ImportDialog
from wpl_desktop.ui.criteria.publish_dialog import PublishDialog
from wpl_desktop.ui.criteria.side_list import Chosen
from wpl_desktop.ui.drafts import Drafts
from wpl_desktop.ui.language import chosen, translate
from wpl_desktop.ui.page import Page

if TYPE_CHECKING:
    from wpl_desktop.services.bundle import Services
    from wpl_desktop.services.criteria_sets import CriteriaSetRow

# Long enough not to check at each key, short enough to be read as an answer.
_CHECK_MILLISECONDS: Final = 300


class CriteriaPage(Page):
    """What is typed in a draft is kept within two seconds; versions are only read."""

    shows: ClassVar[frozenset[str]] = frozenset({"CriteriaSet", "Trajectory", "Profile"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame = CriteriaFrame(self)
        self.side = self.frame.side
        self.form: ContentForm | None = None
        self._shown: Chosen | None = None
        self._content: dict[str, Any] = {}
        self._part: int | None = None
        self._sets: dict[uuid.UUID, CriteriaSetRow] = {}
        self._revisions: dict[uuid.UUID, int] = {}
        self._problems: list[ContentProblem] = []
        # Texts that are missing are said at their field once somebody was there, not on an empty form at once.
        self._visited: set[Path] = set()
        self._keeper: Drafts[uuid.UUID, dict[str, Any]] = Drafts(self._keep, self)
        self._check = QTimer(self)
        self._check.setSingleShot(True)
        self._check.setInterval(_CHECK_MILLISECONDS)
        self._connect()

    # What the frame asks

    def title(self) -> str:
        """The title in the top bar."""
        return self.tr("Criteria")

    def subtitle(self) -> str:
        """Which version or draft is on screen."""
        return chosen(self._content["name"]) if self._content else ""

    @property
    def back_target(self) -> str | None:
        """The settings, from where one comes here."""
        return "settings"

    def open(self, **arguments: object) -> bool:
        """Show one version (`set_id`) or draft (`draft_id`); without either, what was shown last."""
        set_id, draft_id = arguments.get("set_id"), arguments.get("draft_id")
        if set_id is not None or draft_id is not None:
            self._part = None
        if isinstance(set_id, uuid.UUID):
            self._show(Chosen(id=set_id, is_draft=False))
        elif isinstance(draft_id, uuid.UUID):
            self._show(Chosen(id=draft_id, is_draft=True))
        return False

    def refresh(self) -> None:
        """Show the versions and drafts as they are now; what is being typed is kept first."""
        self._keeper.flush()
        self._show_rows()
        wanted = self._shown
        there = {option.value for option in self.side.versions.options()}
        if wanted is None or wanted not in there:
            row = next(row for row in self._sets.values() if row.is_default)
            wanted = Chosen(id=row.id, is_draft=False)
        if wanted != self._shown or not wanted.is_draft:
            self._show(wanted)
        self.side.versions.set_value(wanted)

    def flush(self) -> bool:
        """Keep what is being typed in a draft; False when it could not be."""
        return self._keeper.flush()

    def focus_first(self) -> None:
        """Start with the list of versions."""
        self.side.versions.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frame.setGeometry(self.rect())

    # Slots

    def _on_chosen(self, value: object) -> None:
        if isinstance(value, Chosen) and value != self._shown:
            self._show(value)

    def _on_part(self, part: object) -> None:
        self._show_part(part if isinstance(part, int) else None)

    def _on_place(self, path: object) -> None:
        self._go_to(cast("Path", path))

    def _on_edited(self) -> None:
        if self._shown is not None:
            self._keeper.later(self._shown.id, self._content)
            self._check.start()

    def _on_restructured(self, path: object) -> None:
        self._on_edited()
        self._show_part(self._part)
        self._validate()
        if path is not None and self.form is not None:
            self._focus((*cast("Path", path), self.frame.languages()[0]), say=False)

    def _on_new_draft(self) -> None:
        if self._shown is not None:
            shown = self._shown
            self._try(lambda: self._open_draft(self._bundle().criteria_sets.new_draft(shown.id)))

    def _on_for_new(self) -> None:
        if self._shown is not None:
            shown = self._shown
            self._try(lambda: self._bundle().criteria_sets.set_default(shown.id, origin=self))
            self.saved.emit()
            self.refresh()

    def _on_publish(self) -> None:
        if self._shown is None or not self._keeper.flush():
            return
        self._validate()
        if self._problems:
            self._visited |= {problem.path for problem in self._problems}
            self._go_to(self._problems[0].path)
            return
        dialog = PublishDialog(
            self._bundle(), draft_id=self._shown.id, content=self._content, parent=self, origin=self
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._on_published(dialog.set_id))
        dialog.open()

    def _on_published(self, set_id: uuid.UUID | None) -> None:
        if set_id is not None:
            self.saved.emit()
            self._show_rows()
            self._show(Chosen(id=set_id, is_draft=False))

    def _on_throw_away(self) -> None:
        self._ask(
            self.tr("Throw this draft away?"),
            self.tr("All texts of this draft go, also those you changed. Versions in use stay as they are."),
            action=self.tr("Throw away"),
            then=self._throw_away,
        )

    def _on_level_added(self) -> None:
        self._restructure(criteria_editing.with_level_added(self._content), part=None)

    def _on_level_removal(self, level: int) -> None:
        texts = 2 * (len(self._content["criteria"]) + 1)
        self._ask(
            self.tr("Remove level {level}?").format(level=level),
            self.tr(
                "Its words and its texts in every criterion go: {count} texts in each language. Higher levels move "
                "down one place."
            ).format(count=texts),
            action=self.tr("Remove level"),
            then=lambda: self._restructure(
                criteria_editing.with_level_removed(self._content, level), part=None
            ),
        )

    def _on_criterion_added(self) -> None:
        changed = criteria_editing.with_criterion_added(self._content)
        self._restructure(changed, part=len(changed["criteria"]) - 1)
        self._focus(("criteria", self._part or 0, "name", self.frame.languages()[0]), say=False)

    def _on_criterion_moved(self, to: int) -> None:
        if self._part is not None:
            self._restructure(
                criteria_editing.with_criterion_moved(self._content, self._part, to=to), part=to
            )

    def _on_criterion_removal(self) -> None:
        part = self._part
        if part is None:
            return
        self._ask(
            self.tr("Remove {criterion}?").format(criterion=part_name(self._content, part)),
            self.tr("All its texts go from this draft. The criteria after it get the number before theirs."),
            action=self.tr("Remove criterion"),
            then=lambda: self._restructure(
                criteria_editing.with_criterion_removed(self._content, part), part=max(0, part - 1)
            ),
        )

    def _on_export(self) -> None:
        if self._shown is None or self._shown.is_draft:
            return
        name = f"{self._content['key']}-{self._content['version']}{criteria_file.SUFFIX}"
        chosen_file, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Save the criteria"), name.replace(" ", "-"), self._filter()
        )
        if chosen_file:
            self.export_to(FilePath(chosen_file))

    def _on_import(self) -> None:
        chosen_file, _filter = QFileDialog.getOpenFileName(
            self, self.tr("Take in criteria"), "", self._filter()
        )
        if chosen_file:
            self.import_from(FilePath(chosen_file))

    # Files

    def export_to(self, target: FilePath) -> None:
        """Write the version shown into a file of the user's choice."""
        try:
            target.write_bytes(criteria_file.write_criteria(self._content))
        except OSError:
            self.frame.say(self.tr("This file cannot be written. Choose another place."))
        else:
            self.frame.say_done(self.tr("Saved: {file}").format(file=target.name))

    def import_from(self, source: FilePath) -> None:
        """Show what is in a file; only when that is accepted it becomes a draft."""
        self.side.say("")
        try:
            with source.open("rb") as opened:
                # One byte more than is read: then the reader knows that it is too large.
                data = opened.read(criteria_file.MOST_BYTES + 1)
            sets = self._bundle().criteria_sets
            content = criteria_file.read_criteria(data, placeholders=sets.placeholders())
        except OSError:
            self.side.say(self.tr("This file cannot be read. Nothing was changed."))
            return
        except DomainError as error:
            self.side.say(file_trouble(error))
            return
        dialog = ImportDialog(content, file_name=source.name, parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(
            lambda: self._try(lambda: self._open_draft(self._bundle().criteria_sets.add_draft(content)))
        )
        dialog.open()

    # Internals

    def _bundle(self) -> Services:
        return cast("Services", self.services)

    def _filter(self) -> str:
        return self.tr("Criteria of WPL Desktop ({pattern})").format(pattern=f"*{criteria_file.SUFFIX}")

    def _keep(self, draft_id: uuid.UUID, content: dict[str, Any]) -> None:
        self._revisions[draft_id] = self._bundle().criteria_sets.save_draft(
            draft_id, content, expected=self._revisions[draft_id]
        )

    def _show_rows(self) -> None:
        sets = self._bundle().criteria_sets
        rows = sets.sets()
        self._sets = {row.id: row for row in rows}
        self.side.show_rows(rows, sets.drafts(), today=self._bundle().clock.local().date())

    def _show(self, wanted: Chosen) -> None:
        """Show a version or a draft, at the part that was shown."""
        if not self._keeper.flush():
            self.side.versions.set_value(self._shown)
            return
        sets = self._bundle().criteria_sets
        try:
            if wanted.is_draft:
                draft = sets.draft(wanted.id)
                self._revisions[wanted.id] = draft.revision
                content = draft.content
            else:
                content = sets.content(wanted.id)
        except (DomainError, EnvironmentTrouble) as error:
            self.frame.say(error_message(error, translate))
            return
        if wanted != self._shown:
            self._visited.clear()
            self.frame.say("")
        self._shown, self._content = wanted, content
        if not self._sets:
            self._show_rows()
        self.side.versions.set_value(wanted)
        part = self._part if self._part is not None and self._part < len(content["criteria"]) else None
        self._show_part(part)
        self._validate()
        self._show_head()

    def _show_part(self, part: int | None) -> None:
        """Make the form of one part; the place in it stays when it is the same part."""
        is_draft = self._shown is not None and self._shown.is_draft
        vocabulary = self._bundle().profile.values().vocabulary
        same = part == self._part
        self._part = part
        if part is None:
            scale = ScaleForm(self._content, editable=is_draft, vocabulary=vocabulary)
            scale.level_added.connect(self._on_level_added)
            scale.level_removal_requested.connect(self._on_level_removal)
            form: ContentForm = scale
        else:
            criterion = CriterionForm(self._content, position=part, editable=is_draft, vocabulary=vocabulary)
            criterion.moved.connect(self._on_criterion_moved)
            criterion.removal_requested.connect(self._on_criterion_removal)
            form = criterion
        form.edited.connect(self._on_edited)
        form.restructured.connect(self._on_restructured)
        self.form = form
        self.frame.set_form(form, keep_place=same)
        self._show_problems()

    def _restructure(self, content: dict[str, Any], *, part: int | None) -> None:
        self._content = content
        self._visited.clear()
        self._on_edited()
        self._show_part(part)
        self._validate()
        self._show_head()

    def _show_head(self) -> None:
        if self._shown is not None:
            row = None if self._shown.is_draft else self._sets.get(self._shown.id)
            self.frame.show_head(self._content, row=row)
            self.heading_changed.emit()

    def _validate(self) -> None:
        self._check.stop()
        is_draft = self._shown is not None and self._shown.is_draft
        self._problems = self._bundle().criteria_sets.problems(self._content) if is_draft else []
        self._show_problems()

    def _show_problems(self) -> None:
        if self.form is None or self._shown is None:
            return
        said = [
            problem
            for problem in self._problems
            if problem.code != "criteria_text_missing" or problem.path in self._visited
        ]
        editable = self._shown.is_draft
        self.form.show_problems(said, advice=advice(self._content) if editable else ())
        self.side.show_parts(self._content, part=self._part, problems=self._problems, editable=editable)
        self.frame.show_state(self._sets.get(self._shown.id), lacking=len(self._problems))

    def _go_to(self, path: Path) -> None:
        """Show the part a place is in, and put the keyboard there."""
        position = path[1] if path[:1] == ("criteria",) and len(path) > 1 else None
        part = position if isinstance(position, int) else None
        if part != self._part:
            self._show_part(part)
        self._focus(path, say=True)

    def _focus(self, path: Path, *, say: bool) -> None:
        if say:
            self._visited.add(path)
            self._show_problems()
        found = self.form.field_at(path) if self.form is not None else None
        if found is not None:
            field, language = found
            self.frame.show_language(language)
            self.frame.show_editor(field.editors[language])

    def _open_draft(self, draft_id: uuid.UUID) -> None:
        self._show_rows()
        self._show(Chosen(id=draft_id, is_draft=True))
        self.saved.emit()

    def _throw_away(self) -> None:
        shown = self._shown
        if shown is not None:
            self._keeper.forget(shown.id)
            self._try(lambda: self._bundle().criteria_sets.delete_draft(shown.id))
            self._shown = None
            self.refresh()

    def _ask(self, title: str, text: str, *, action: str, then: object) -> None:
        dialog = AskDialog(title, text, action=action, parent=self)
        dialog.accepted.connect(then)
        dialog.open()

    def _try(self, act: object) -> None:
        try:
            cast("Any", act)()
        except (DomainError, EnvironmentTrouble) as error:
            self.frame.say(error_message(error, translate))

    def _on_kept(self) -> None:
        self._show_rows()
        self.saved.emit()

    def _on_refused(self, error: object, _value: object) -> None:
        self._on_failed(error)

    def _on_failed(self, error: object) -> None:
        if isinstance(error, DomainError | EnvironmentTrouble):
            self.frame.say(error_message(error, translate))

    def _connect(self) -> None:
        frame, side = self.frame, self.side
        side.chosen.connect(self._on_chosen)
        side.part_chosen.connect(self._on_part)
        side.place_chosen.connect(self._on_place)
        side.add_button.clicked.connect(self._on_criterion_added)
        side.import_button.clicked.connect(self._on_import)
        frame.new_button.clicked.connect(self._on_new_draft)
        frame.for_new_button.clicked.connect(self._on_for_new)
        frame.export_button.clicked.connect(self._on_export)
        frame.publish_button.clicked.connect(self._on_publish)
        frame.throw_away_button.clicked.connect(self._on_throw_away)
        self._keeper.kept.connect(self._on_kept)
        self._keeper.failed.connect(self._on_failed)
        self._keeper.refused.connect(self._on_refused)
        self._check.timeout.connect(self._validate)
