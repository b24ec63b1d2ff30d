"""Dutch is complete: every source string has its translation, with the same placeholders, in the compiled file too."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
CATALOGUE = TRANSLATIONS / "wpl_nl.ts"
COMPILED = TRANSLATIONS / "wpl_nl.qm"
FORBIDDEN = re.compile(r"\b(cijfers?|gemiddelden?|score-totaal|onvoldoende)\b", re.IGNORECASE)


def tool(name: str) -> str:
    """One of the translation tools of PySide6 that runs with this Python."""
    found = shutil.which(name, path=Path(sys.executable).parent) or shutil.which(name)
    assert found is not None, f"{name} is missing"
    return found


def messages(file: Path) -> dict[tuple[str, str], ElementTree.Element]:
    """Translations of a catalogue by context and source."""
    root = ElementTree.parse(file).getroot()
    found: dict[tuple[str, str], ElementTree.Element] = {}
    for context in root.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            found[context.findtext("name", ""), message.findtext("source", "")] = translation
    return found


@pytest.fixture(scope="module")
def catalogue() -> dict[tuple[str, str], ElementTree.Element]:
    """The Dutch catalogue."""
    return messages(CATALOGUE)


def test_catalogue_holds_what_the_source_says(tmp_path, catalogue):
    fresh = tmp_path / "wpl_nl.ts"
    sources = sorted(str(file) for file in (ROOT / "wpl_desktop").rglob("*.py"))
    subprocess.run(
        [tool("pyside6-lupdate"), *sources, "-ts", str(fresh), "-no-obsolete", "-locations", "none"],
        check=True,
        capture_output=True,
    )
    in_source = set(messages(fresh))
    assert len(in_source) > 200
    assert in_source - set(catalogue) == set(), "run `make translations` and translate these"
    assert set(catalogue) - in_source == set(), "run `make translations`: nothing says these any more"


def test_no_words_to_translate_stand_inside_an_f_string():
    """The tool that gathers them does not look there, so they would stay English."""
    found = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for file in sorted((ROOT / "wpl_desktop").rglob("*.py"))
        for text in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", getattr(call.func, "id", "")) in {"tr", "translate"}
        and any(isinstance(said, ast.Constant) for said in call.args)
    ]
    assert found == []


def test_everything_is_translated(catalogue):
    open_ones = [
        key for key, element in catalogue.items() if element.get("type") or not (element.text or "").strip()
    ]
    assert open_ones == []


def test_placeholders_stay(catalogue):
    def placeholders(text: str) -> set[str]:
        return {name.lower() for name in re.findall(r"\{(\w+)\}", text)}

    different = {
        key: element.text
        for key, element in catalogue.items()
        if placeholders(key[1]) != placeholders(element.text or "")
    }
    assert different == {}


def test_no_forbidden_words(catalogue):
    found = [element.text for element in catalogue.values() if FORBIDDEN.search(element.text or "")]
    assert found == []
    assert FORBIDDEN.search("Het gemiddelde is geen cijfer") is not None


def test_compiled_file_says_the_same(catalogue):
    translator = QTranslator()
    assert translator.load(str(COMPILED))
    different = {
        key: element.text for key, element in catalogue.items() if translator.translate(*key) != element.text
    }
    assert different == {}, "run `make translations`"
