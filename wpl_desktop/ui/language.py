"""The language of the window: translator, dates and the words of the installation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTime, QTranslator

from wpl_desktop import paths
from wpl_desktop.domain.words import Words, capital, fill, in_language
from wpl_desktop.services import content

if TYPE_CHECKING:
    from wpl_desktop.texts import Translate

_LOCALES = {
    "nl": QLocale(QLocale.Language.Dutch, QLocale.Country.Belgium),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class _Current:
    """What is installed now: one language and one vocabulary for the whole window."""

    language = "nl"
    words: Mapping[str, str] = {}
    translators: ClassVar[list[QTranslator]] = []
    resources: Path | None = None
    # Translators that are not installed: for reports in another language than the window's.
    others: ClassVar[dict[str, QTranslator]] = {}


def install(language: str, *, resources: Path) -> None:
    """Show the window in `language` (nl or en) from now on; English is the source and needs no file."""
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("a language needs an application")
    while _Current.translators:
        application.removeTranslator(_Current.translators.pop())
    _Current.language = language
    if _Current.resources != resources:
        _Current.resources = resources
        _Current.others.clear()
    QLocale.setDefault(_LOCALES[language])
    if language != "en":
        # Qt's own words first: the file dialogs where the desktop has none of its own. The last one is asked first.
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, where in (
            (f"qtbase_{language}", folder),
            (f"wpl_{language}", str(resources / "translations")),
        ):
            translator = QTranslator(application)
            if translator.load(name, where):
                application.installTranslator(translator)
                _Current.translators.append(translator)


def set_words(words: Mapping[str, str]) -> None:
    """Fill role and place words from this vocabulary from now on."""
    _Current.words = words


def language() -> str:
    """The language of the window, `nl` or `en`."""
    return _Current.language


def translate(context: str, text: str) -> str:
    """`text` in the language of the window: what `texts.py` and reports in the window's language are given."""
    return QCoreApplication.translate(context, text)


def translator_for(wanted: str) -> Translate:
    """What gives the texts of a report in language `wanted` (nl or en), whatever the window's language is.

    Made on the GUI thread; the function it gives may be used on any. Texts without a translation stay English.
    """
    # The unlock window is painted before the records that texts.py words are imported.
    from wpl_desktop.texts import untranslated

    if wanted == "en":
        return untranslated
    if wanted not in _Current.others:
        translator = QTranslator()
        folder = (_Current.resources or paths.resources()) / "translations"
        translator.load(f"wpl_{wanted}", str(folder))
        _Current.others[wanted] = translator
    translator = _Current.others[wanted]

    def translate_for(context: str, text: str) -> str:
        return translator.translate(context, text) or text

    return translate_for


def words() -> Mapping[str, str]:
    """The role and place words of the open profile; before one is open those of the default vocabulary."""
    return _Current.words or content.words("", _Current.language)


def filled(text: str, **values: object) -> str:
    """A translated text with its {placeholders} filled from the vocabulary and `values`."""
    return fill(text, words(), **values)


def chosen(text: Words) -> str:
    """A text that is kept in every language, in the language of the window and the words of the profile."""
    return filled(in_language(text, _Current.language))


def short_day(day: date) -> str:
    """`do 6 nov`."""
    return _written(day, "ddd d MMM").replace(".", "")


def day_in_week(day: date) -> str:
    """`ma 13`: within a month that is known."""
    return _written(day, "ddd d").replace(".", "")


def day_and_month(day: date, *, full: bool = False) -> str:
    """`13 okt`, or in full `13 oktober`."""
    return _written(day, "d MMMM" if full else "d MMM").replace(".", "")


def month_and_year(day: date) -> str:
    """`Oktober 2025`: a heading."""
    return capital(_written(day, "MMMM yyyy"))


def weekday_and_day(day: date) -> str:
    """`donderdag 6 november`."""
    return _written(day, "dddd d MMMM")


def day_with_year(day: date) -> str:
    """`27 aug 2026`."""
    return _written(day, "d MMM yyyy").replace(".", "")


def long_day(day: date) -> str:
    """`donderdag 6 november 2025`."""
    return _written(day, "dddd d MMMM yyyy")


def when(moment: datetime, *, today: date) -> str:
    """`vandaag 15:45`, `gisteren 15:45`, and further back `27 aug 2026`; the moment is local."""
    age = (today - moment.date()).days
    if age == 0:
        return translate("When", "today {time}").format(time=clock_time(moment))
    if age == 1:
        return translate("When", "yesterday {time}").format(time=clock_time(moment))
    return day_with_year(moment.date())


def clock_time(moment: datetime) -> str:
    """`15:45`."""
    return _LOCALES[_Current.language].toString(QTime(moment.hour, moment.minute), "HH:mm")


def weekday_name(weekday: int, *, short: bool = False) -> str:
    """The name of an ISO weekday (1 Monday … 7 Sunday)."""
    format_type = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return _LOCALES[_Current.language].dayName(weekday, format_type).replace(".", "")


def _written(day: date, form: str) -> str:
    return _LOCALES[_Current.language].toString(QDate(day.year, day.month, day.day), form)
