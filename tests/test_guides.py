"""Both guides say the same, in the words that the windows show, about pictures and keys that are there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

import pytest

from wpl_desktop.domain.words import fill
from wpl_desktop.services import content
from wpl_desktop.ui.places import PAGES

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ROOT / "docs"
GUIDES: Final = {"nl": DOCUMENTS / "gebruikersgids.md", "en": DOCUMENTS / "user-guide.md"}
CATALOGUE = ROOT / "resources" / "translations" / "wpl_nl.ts"
VOCABULARY: Final = "education_be"
#: Bold, and no name of anything in a window: how the guide names things, and the sign of a menu.
NO_NAMES: Final = {"vet", "bold", "⋯"}

_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_LEAD = re.compile(r"^(?:- |\d+\. )?\*\*.+?\*\*", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)#:]+)\)")
_PLACEHOLDER = re.compile(r"\\\{\w+\\\}")
_COMMANDS = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def guide(language: str) -> str:
    """The text of a guide."""
    return GUIDES[language].read_text("utf-8")


def program_says(language: str) -> list[re.Pattern[str]]:
    """Everything the windows say, in the words of a Belgian school; what is only known later is a number."""
    known = content.words(VOCABULARY, language)
    found = [re.compile(re.escape(word), re.IGNORECASE) for word in known.values()]
    for message in ElementTree.parse(CATALOGUE).getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        words = "".join(translation.itertext()) if language == "nl" else message.findtext("source", "")
        pattern = _PLACEHOLDER.sub(r"\\d+", re.escape(fill(words, known)))
        # A tick or a button begins with a capital, whatever it is filled with.
        found.append(re.compile(pattern, re.IGNORECASE))
    return found


def names_in(language: str) -> list[str]:
    """The buttons, fields and headings that a guide names: what is bold, except the lead of a paragraph or line."""
    text = _COMMANDS.sub("", guide(language))
    leads = {match.end() for match in _LEAD.finditer(text)}
    names = [" ".join(match[1].split()) for match in _BOLD.finditer(text) if match.end() not in leads]
    return [name for name in names if name not in NO_NAMES]


def outline(language: str) -> list[str]:
    """The structure of a guide: headings, rows, items, pictures and commands in their order, without their words."""
    found: list[str] = []
    for line in guide(language).splitlines():
        kind = re.match(r"#+ |\||- |\d+\. |!\[|```", line)
        if kind is not None:
            picture = re.search(rf"pictures/{language}-(\S+)\.png", line) if kind[0] == "![" else None
            found.append(f"{kind[0]}{picture[1] if picture else ''}")
    return found


@pytest.mark.parametrize("language", GUIDES)
def test_guide_names_only_what_the_windows_say(language):
    patterns = program_says(language)
    names = names_in(language)
    assert len(names) > 100
    unknown = {name for name in names if not any(pattern.fullmatch(name) for pattern in patterns)}
    assert unknown == set()


def test_guides_have_one_structure():
    dutch, english = outline("nl"), outline("en")
    assert len(dutch) > 80
    assert dutch == english


@pytest.mark.parametrize("language", GUIDES)
def test_guide_gives_each_page_its_key(language):
    pages = [entry.name for entry in PAGES if entry.in_rail and not entry.at_bottom]
    row = next(line for line in guide(language).splitlines() if "Ctrl+1" in line)
    _, _, keys, places, _ = (cell.strip() for cell in row.split("|"))
    assert keys.endswith(f"Ctrl+{len(pages)}")
    assert len(places.split(", ")) == len(pages)


@pytest.mark.parametrize("language", GUIDES)
def test_parts_that_a_guide_points_to_are_there(language):
    text = guide(language)
    numbers = [int(found) for found in re.findall(r"^## (\d+)\.", text, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    pointed = [int(found) for found in re.findall(r"\((?:deel|part) (\d+)\)", text)]
    assert pointed
    assert set(pointed) <= set(numbers)


@pytest.mark.parametrize(
    "file", [*sorted(DOCUMENTS.glob("*.md")), *sorted(ROOT.glob("*.md"))], ids=lambda file: file.name
)
def test_what_a_document_links_to_is_there(file):
    missing = [
        target for target in _LINK.findall(file.read_text("utf-8")) if not (file.parent / target).exists()
    ]
    assert missing == []


def test_decisions_are_numbered_without_a_hole():
    text = (DOCUMENTS / "decisions.md").read_text("utf-8")
    numbers = [int(found) for found in re.findall(r"^## (\d+)\.", text, re.MULTILINE)]
    assert len(numbers) > 30
    assert numbers == list(range(1, len(numbers) + 1))
