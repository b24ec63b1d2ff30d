"""Whether names stay as their owners write them: composed, cleaned, sorted, never in another case."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wpl_desktop.domain.errors import DomainError
from wpl_desktop.domain.people import (
    BIDI_OVERRIDES,
    clean_name,
    folded,
    initials,
    required_name,
    suggested_call_name,
    suggested_sort_name,
)

NAMES = (
    "Griet Vanhaverbeke",
    "Joëlle Mbuyi-Ilunga",
    "Mehmet Yıldız",
    "Bénédicte D'Hondt",
    "Nadège Okonkwo-Maes",
    "Yasmine El Idrissi",
    "ياسمين الإدريسي",
    "Łukasz Wójcik",
    "Nguyễn Thị Hạnh",
    "Zoë Van den Broeck",
    "王小明",
    "İpek IŞIK",
    "jan de vries",
    "McDonald ßeta",
    "می‌خواهم",
)
#: Letters whose case, composition or direction programs like to break, and what should not be in a name.
DELICATE = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "ıİiIßŁłĐđÅéëễ'’-. \t\n\r\u00a0\u2028\u2029\u0301\u0323\u0302\u0131\u202e\u2066\u200c\u200d\ue000\x00"
        ),
        st.characters(),
    ),
    max_size=30,
)


class TestCleaning:
    """A name as written, without what nobody meant to write."""

    @pytest.mark.parametrize("name", NAMES)
    def test_a_proper_name_stays_as_it_is(self, name: str) -> None:
        assert clean_name(name) == name

    @pytest.mark.parametrize(
        ("typed", "kept"),
        [
            ("", ""),
            ("   ", ""),
            ("  Zoë   Van  den Broeck ", "Zoë Van den Broeck"),
            ("Zoë\tVan\nden\r\nBroeck", "Zoë Van den Broeck"),
            ("Zoë\u00a0Van\u2028den\u2029Broeck", "Zoë Van den Broeck"),
            ("Zoe\u0308", "Zoë"),
            ("Nguye\u0302\u0303n Thi\u0323 Ha\u0323nh", "Nguyễn Thị Hạnh"),
            ("Zoë\x00\x07", "Zoë"),
            ("\u202eZoë\u202c", "Zoë"),
            ("Zo\u2066ë\u2069", "Zoë"),
            ("e\u202e\u0301", "é"),
            ("Zoë\ue000", "Zoë"),
            ("Zoë\ud800", "Zoë"),
        ],
    )
    def test_what_is_taken_away(self, typed: str, kept: str) -> None:
        assert clean_name(typed) == kept

    @given(DELICATE)
    def test_twice_is_once(self, typed: str) -> None:
        assert clean_name(clean_name(typed)) == clean_name(typed)

    @given(DELICATE)
    def test_case_and_letters_are_never_changed(self, typed: str) -> None:
        def letters(text: str) -> list[str]:
            """The letters and marks as they are when taken apart: composition may change, nothing else."""
            parts = unicodedata.normalize("NFD", text)
            return sorted(part for part in parts if unicodedata.category(part)[0] in "LM")

        assert letters(clean_name(typed)) == letters(typed)

    @given(DELICATE)
    def test_nothing_is_left_that_hides_or_turns_text(self, typed: str) -> None:
        cleaned = clean_name(typed)
        assert not set(cleaned) & BIDI_OVERRIDES
        assert not {unicodedata.category(character) for character in cleaned} & {"Cc", "Cs", "Co", "Zl", "Zp"}
        assert "  " not in cleaned
        assert cleaned == cleaned.strip()
        assert unicodedata.is_normalized("NFC", cleaned)

    @pytest.mark.parametrize("typed", ["", "  ", "\t\n", "\u202e", "\x00"])
    def test_a_required_name_is_not_empty(self, typed: str) -> None:
        with pytest.raises(DomainError) as refusal:
            required_name(typed, field="workplace")
        assert (refusal.value.code, refusal.value.field) == ("name_missing", "workplace")


class TestSorting:
    """Belgium sorts on the prefix, the Netherlands on what follows; only a proposal [B54]."""

    @pytest.mark.parametrize(
        ("name", "belgium", "netherlands"),
        [
            ("Zoë Van den Broeck", "Van den Broeck, Zoë", "Broeck, Zoë van den"),
            ("Jan de Vries", "de Vries, Jan", "Vries, Jan de"),
            ("Anke van 't Hof", "van 't Hof, Anke", "Hof, Anke van 't"),
            ("Piet in 't Veld", "in 't Veld, Piet", "Veld, Piet in 't"),
            ("Griet Vanhaverbeke", "Vanhaverbeke, Griet", "Vanhaverbeke, Griet"),
            ("Łukasz Wójcik", "Wójcik, Łukasz", "Wójcik, Łukasz"),
            ("Mehmet Yıldız", "Yıldız, Mehmet", "Yıldız, Mehmet"),
            ("Bénédicte D'Hondt", "D'Hondt, Bénédicte", "D'Hondt, Bénédicte"),
            ("Nadège Okonkwo-Maes", "Okonkwo-Maes, Nadège", "Okonkwo-Maes, Nadège"),
            ("Sam Van", "Van, Sam", "Van, Sam"),
            ("Madonna", "Madonna", "Madonna"),
            ("", "", ""),
            ("  Jan   de  Vries ", "de Vries, Jan", "Vries, Jan de"),
        ],
    )
    def test_proposals(self, name: str, belgium: str, netherlands: str) -> None:
        assert suggested_sort_name(name) == belgium
        assert suggested_sort_name(name, netherlands=True) == netherlands

    @given(st.lists(st.text(alphabet="abcçdeéıİłøßZ'-", min_size=1, max_size=8), min_size=1, max_size=5))
    def test_belgium_only_moves_words(self, words: list[str]) -> None:
        name = " ".join(words)
        assert sorted(suggested_sort_name(name).replace(",", "").split()) == sorted(clean_name(name).split())

    @pytest.mark.parametrize(
        ("name", "call_name"),
        [
            ("Zoë Van den Broeck", "Zoë"),
            ("Nguyễn Thị Hạnh", "Nguyễn"),
            ("王小明", "王小明"),
            ("  Łukasz ", "Łukasz"),
            ("Anne-Marie Peeters", "Anne-Marie"),
            ("", ""),
        ],
    )
    def test_a_call_name_is_proposed_and_may_be_changed(self, name: str, call_name: str) -> None:
        assert suggested_call_name(name) == call_name


class TestInitials:
    """The letters of the round mark beside a name."""

    @pytest.mark.parametrize(
        ("name", "letters"),
        [
            ("Griet Vanhaverbeke", "GV"),
            ("Łukasz Wójcik", "ŁW"),
            ("Mehmet Yıldız", "MY"),
            ("Bénédicte D'Hondt", "BD"),
            ("Joëlle Mbuyi-Ilunga", "JM"),
            ("Madonna", "M"),
            ("jan", "J"),
            ("ياسمين الإدريسي", "يا"),
            ("王小明", "王"),
            ("", "?"),
            ("123 !", "?"),
            ("Zoe\u0308 Peeters", "ZP"),
        ],
    )
    def test_are_two_letters_at_most(self, name: str, letters: str) -> None:
        assert initials(name) == letters

    @given(DELICATE)
    def test_never_fail_and_never_are_empty(self, name: str) -> None:
        letters = initials(name)
        assert letters
        assert letters == "?" or letters[0].isalpha()


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Łukasz Wójcik", "lukasz wojcik"),
        ("Mehmet Yıldız", "mehmet yildiz"),
        ("İpek", "ipek"),
        ("Nguyễn Thị Hạnh", "nguyen thi hanh"),
        ("Øystein Ærø", "oystein aero"),
        ("Đặng", "dang"),
        ("Strauß", "strauss"),
        ("Zoë", "zoe"),
        ("N’Diaye", "n'diaye"),
    ],
)
def test_a_name_folds_to_what_plain_keys_type(name: str, typed: str) -> None:
    assert folded(name) == typed
