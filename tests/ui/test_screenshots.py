"""Every page and dialog as a picture: none is missing or blank, nothing is clipped, nameless or left in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QWidget

from tests.factory import FixedClock
from tests.ui.reading import clipped_in, nameless_in, words_in
from wpl_desktop.services.demo import make_demo
from wpl_desktop.ui import language, screenshots, theme
from wpl_desktop.ui.places import DIALOGS, PAGES
from wpl_desktop.ui.widgets.labels import Label

RESOURCES = Path(__file__).parents[2] / "resources"
CATALOGUE = RESOURCES / "translations" / "wpl_nl.ts"
FEWEST_COLOURS: Final = 12
# A source text with fewer letters than this besides its placeholders could be a part of anything.
FEWEST_LETTERS: Final = 6

VARIANTS: Final = (
    screenshots.Variant(language="nl", scheme="light", text_scale=1.0),
    screenshots.Variant(language="nl", scheme="dark", text_scale=1.25),
    screenshots.Variant(language="nl", scheme="light", text_scale=1.5),
    screenshots.Variant(language="en", scheme="dark", text_scale=1.5),
)


@dataclass
class Gallery:
    """What was seen on every picture of one variant, by the name of the picture."""

    language: str
    pictures: dict[str, QImage] = field(default_factory=dict[str, QImage])
    clipped: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    nameless: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    words: dict[str, set[str]] = field(default_factory=dict[str, set[str]])


# The first and the last are in `make test`, the others in `make longtest`.
PARAMETERS: Final = [
    VARIANTS[0],
    *(pytest.param(variant, marks=pytest.mark.long) for variant in VARIANTS[1:-1]),
    VARIANTS[-1],
]


@pytest.fixture(scope="module", params=PARAMETERS, ids=lambda variant: variant.stem)
def gallery(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Gallery]:
    """Every page and dialog of the demo, looked at while it was shown."""
    variant: screenshots.Variant = request.param
    clock = FixedClock()
    folder = tmp_path_factory.mktemp("demo")
    _, services = make_demo(folder, clock=clock, language=variant.language)
    seen = Gallery(variant.language)
    try:
        theme.install(qapp, resources=RESOURCES, scheme=variant.scheme, text_scale=variant.text_scale)
        language.install(variant.language, resources=RESOURCES)
        language.set_words(services.profile.values().words(variant.language))
        for name, widget in screenshots.every_view(services, folder=folder, clock=clock):
            seen.pictures[name] = widget.grab().toImage()
            seen.clipped[name] = clipped_in(widget)
            seen.nameless[name] = nameless_in(widget)
            seen.words[name] = set(words_in(widget))
        yield seen
    finally:
        services.close()
        language.install("en", resources=RESOURCES)
        language.set_words({})


@pytest.fixture(scope="module")
def sources() -> dict[str, re.Pattern[str]]:
    """What an English text looks like on the screen, for every source text that Dutch says differently."""
    messages = list(ElementTree.parse(CATALOGUE).getroot().iter("message"))
    dutch = {message.findtext("translation", "") for message in messages}
    english = {message.findtext("source", "") for message in messages} - dutch
    return {source: _as_shown(source) for source in english if len(_literal(source)) >= FEWEST_LETTERS}


def _literal(source: str) -> str:
    return re.sub(r"\{\w+\}|\W", "", source)


def _as_shown(source: str) -> re.Pattern[str]:
    parts = re.split(r"\{\w+\}", source)
    return re.compile(".+".join(re.escape(part) for part in parts), re.DOTALL)


def untranslated(words: set[str], sources: dict[str, re.Pattern[str]]) -> list[str]:
    """The texts among `words` that are an English source text."""
    return sorted(
        text
        for text in words
        if text in sources or any(pattern.fullmatch(text) for pattern in sources.values())
    )


def colours(picture: QImage) -> int:
    """How many different colours a coarse look at a picture finds."""
    small = picture.scaled(160, 90)
    return len({small.pixel(x, y) for x in range(small.width()) for y in range(small.height())})


def test_every_page_and_dialog_has_a_picture(gallery: Gallery) -> None:
    wanted = [entry.name.replace("_", "-") for entry in (*PAGES, *DIALOGS)]
    assert [name for name in wanted if not any(found.startswith(name) for found in gallery.pictures)] == []
    assert {"unlock", "first-run"} <= gallery.pictures.keys()


def test_no_picture_is_blank(gallery: Gallery) -> None:
    blank = QImage(gallery.pictures["students"].size(), QImage.Format.Format_RGB32)
    blank.fill(theme.tokens().page)
    assert colours(blank) < FEWEST_COLOURS
    found = {name: colours(picture) for name, picture in gallery.pictures.items()}
    assert {name: count for name, count in found.items() if count < FEWEST_COLOURS} == {}


def test_nothing_is_clipped(gallery: Gallery) -> None:
    assert {name: found for name, found in gallery.clipped.items() if found} == {}


def test_everything_that_takes_the_keyboard_has_a_name(gallery: Gallery) -> None:
    assert {name: found for name, found in gallery.nameless.items() if found} == {}


def test_nothing_is_left_in_english(gallery: Gallery, sources: dict[str, re.Pattern[str]]) -> None:
    found = {name: untranslated(words, sources) for name, words in gallery.words.items()}
    if gallery.language == "nl":
        assert {name: texts for name, texts in found.items() if texts} == {}
    else:
        # The control: on the English pictures nearly everything is found.
        assert all(found.values())


@pytest.mark.usefixtures("qapp")
def test_the_look_for_clipped_words_finds_them() -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    whole, cut = Label("Whole", wrap=False), Label("Cut off in the middle", wrap=False)
    low, button = Label("Two lines of words in the room of one line"), QPushButton("Narrow button")
    for widget in (whole, cut, low, button):
        row.addWidget(widget)
    cut.setFixedWidth(40)
    low.setFixedSize(90, 16)
    button.setFixedWidth(30)
    window.show()
    found = clipped_in(window)
    window.close()
    assert [line.split("'")[1] for line in found] == [cut.text(), low.text(), button.text()]


@pytest.mark.usefixtures("qapp")
def test_the_look_for_names_finds_what_has_none() -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    named, nameless = QLineEdit(), QLineEdit()
    named.setAccessibleName("Place")
    row.addWidget(named)
    row.addWidget(nameless)
    window.show()
    found = nameless_in(window)
    window.close()
    assert found == ["QLineEdit in QWidget"]
