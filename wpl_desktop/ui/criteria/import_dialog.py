"""What is in a file of criteria, before anything of it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from wpl_desktop.domain.criteria import Strand
from wpl_desktop.domain.criteria_editing import level_count
from wpl_desktop.texts import strand_name
from wpl_desktop.ui.criteria.content_words import edition_words, level_words
from wpl_desktop.ui.language import chosen, translate, words
from wpl_desktop.ui.widgets.form_dialog import FormDialog
from wpl_desktop.ui.widgets.labels import Label, muted_label, section_label, small_heading

_WIDTH = 560


class ImportDialog(FormDialog):
    """Accepted, the set becomes a draft; who shows the dialog keeps it."""

    def __init__(self, content: Mapping[str, Any], *, file_name: str, parent: QWidget | None) -> None:
        super().__init__(parent, width=_WIDTH)
        self.setWindowTitle(self.tr("What is in {file}").format(file=file_name))
        facts = (
            edition_words(content["version"]),
            level_words(level_count(content)),
            self.tr("{count} criteria").format(count=len(content["criteria"])),
        )
        self.body.addWidget(section_label(chosen(content["name"])))
        self.body.addWidget(muted_label(" · ".join(facts)))
        for strand in Strand:
            labels = (f"{row['level']} {chosen(row['label'])}" for row in content["levels"][strand.value])
            self.body.addWidget(small_heading(strand_name(strand, translate, words())))
            self.body.addWidget(Label(" · ".join(labels)))
        self.body.addWidget(small_heading(self.tr("Criteria")))
        names = (f"{row['code']} {chosen(row['name'])}" for row in content["criteria"])
        self.body.addWidget(Label("\n".join(names)))
        self.body.addWidget(
            muted_label(self.tr("It becomes a draft: nothing in use changes until you put it into use."))
        )
        self.body.addStretch(1)
        self.primary.setText(self.tr("Keep as a draft"))
        self.finish()
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)
