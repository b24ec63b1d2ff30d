"""Whether a name is found as people type it, in any script, and marked where it stands in the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wpl_desktop.domain.search_words import (
    MOST_WORDS,
    QueryWord,
    all_begin,
    index_words,
    marks_in,
    query_words,
    snippet_of,
)


def found(text: str, query: str) -> list[str] | None:
    """The marked parts of `text`, or None when it is not found."""
    words = query_words(query)
    return [text[start:end] for start, end in marks_in(text, words)] if all_begin(words, text) else None


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("Łukasz Wójcik", "lukasz", ["Łukasz"]),
        ("Łukasz Wójcik", "wojc", ["Wójc"]),
        ("Mehmet Yıldız", "yildiz", ["Yıldız"]),
        ("İpek Şahin", "ipek sahin", ["İpek", "Şahin"]),
        ("Øystein Bjørnstad", "oystein bjorn", ["Øystein", "Bjørn"]),
        ("Große Straße 3", "strasse", ["Straße"]),
        ("Große Straße 3", "GROSSE", ["Große"]),
        ("Nguyễn Thị Hạnh", "hanh nguyen", ["Nguyễn", "Hạnh"]),
        ("Đặng Ánh", "dang anh", ["Đặng", "Ánh"]),
        ("Ægir Þór", "aegir thor", ["Ægir", "Þór"]),
        ("Œuvre ﬁjn", "oeuvre fijn", ["Œuvre", "ﬁjn"]),
        ("ياسمين الإدريسي", "الإدريسي", ["إدريسي"]),
        ("ياسمين الإدريسي", "ادريسي", ["إدريسي"]),
        ("ياسمين إدريسي", "الادريسي", ["إدريسي"]),
        ("سلمى", "سلمي", ["سلمى"]),
        ("王欧阳明月", "明月", ["明月"]),
        ("王欧阳明月", "阳", ["阳"]),
        ("王欧阳明月", "欧阳明月", ["欧阳明月"]),
        ("김민수", "민수", ["민수"]),
        ("Jan D'Hondt", "d’hondt", ["D", "Hondt"]),
        ("Nadège Okonkwo-Maes", "maes", ["Maes"]),
        ("L2", "l2", ["L2"]),
        ("lokaal ٣", "3", ["٣"]),
    ],
)
def test_found_as_people_type_it(text: str, query: str, marked: list[str]) -> None:
    assert found(text, query) == marked


def test_marks_that_are_written_apart_belong_to_their_letter() -> None:
    text = "Ha\u0323nh"
    assert found(text, "hanh") == [text]
    assert found(text, "ha") == ["Ha\u0323"]


def test_a_name_with_a_hyphen_or_apostrophe_is_found_written_as_one() -> None:
    assert all_begin(query_words("dhondt"), "Jan D'Hondt")
    assert all_begin(query_words("okonkwomaes"), "Nadège Okonkwo-Maes")


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Łukasz Wójcik", "ukasz"),
        ("Łukasz Wójcik", "lukasz jansen"),
        ("王欧阳明月", "月明"),
        ("王欧阳明月", "欧阳月"),
        ("Straße", "strate"),
        ("الياس", "ادريسي"),
    ],
)
def test_what_does_not_begin_a_word_is_not_found(text: str, query: str) -> None:
    assert found(text, query) is None


def test_what_has_no_letters_asks_nothing() -> None:
    assert query_words(" -- ! \u00ad '") == []
    assert index_words("…", "") == []


def test_a_query_is_short_and_says_nothing_twice() -> None:
    assert query_words("Les les LES") == [QueryWord("les", ("les",))]
    assert len(query_words(" ".join("abcdefghijklmnop"))) == MOST_WORDS


def test_a_soft_hyphen_parts_no_word() -> None:
    assert index_words("voor\u00adbereiden") == ["voorbereiden"]


class TestSnippet:
    TEXT = (
        "De les begon rustig. " * 8 + "Daarna stelde Zoë\neen vraag over breuken. " + "Slot van de les. " * 8
    )

    def test_shows_where_the_word_stands(self) -> None:
        snippet = snippet_of(self.TEXT, query_words("vraag zoe"))
        assert [snippet.text[start:end] for start, end in snippet.marks] == ["Zoë", "vraag"]
        assert snippet.text.startswith("… ")
        assert snippet.text.endswith(" …")
        assert "\n" not in snippet.text
        assert len(snippet.text) <= 110 + 4
        assert snippet.marks[0][0] <= 24 + 2

    def test_is_the_whole_of_a_short_text(self) -> None:
        snippet = snippet_of("Zoë vroeg\nhulp", query_words("hulp"))
        assert (snippet.text, snippet.marks) == ("Zoë vroeg hulp", ((10, 14),))

    def test_is_the_beginning_when_the_word_stands_elsewhere(self) -> None:
        snippet = snippet_of(self.TEXT, query_words("afwezig"))
        assert snippet.marks == ()
        assert snippet.text.startswith("De les begon")


@given(st.text(max_size=60))
def test_every_text_is_found_by_its_own_words(text: str) -> None:
    words = query_words(text)
    assert all_begin(words, text)
    places = marks_in(text, words)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert bool(places) == bool(words)


@given(st.text(max_size=200), st.text(max_size=8))
def test_marks_never_leave_the_snippet(text: str, query: str) -> None:
    snippet = snippet_of(text, query_words(query))
    assert all(0 <= start < end <= len(snippet.text) for start, end in snippet.marks)
