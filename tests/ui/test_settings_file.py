"""What the window remembers: over a restart, in one file, and never in the way."""

from pathlib import Path

from wpl_desktop.ui.settings_file import SettingsFile


def test_what_is_kept_is_there_after_a_restart(tmp_path: Path) -> None:
    SettingsFile(tmp_path / "settings.json").set("language", "nl")
    assert SettingsFile(tmp_path / "settings.json").get("language") == "nl"


def test_nothing_is_written_before_something_is_kept(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / "new" / "settings.json")
    assert settings.get("language") is None
    settings.remove("language")
    assert not (tmp_path / "new").exists()


def test_what_is_forgotten_is_gone_after_a_restart(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / "settings.json")
    settings.set("language", "nl")
    settings.set("profile", "abc")
    settings.remove("language")
    again = SettingsFile(tmp_path / "settings.json")
    assert (again.get("language"), again.get("profile")) == (None, "abc")


def test_a_file_that_is_no_settings_counts_as_empty(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    for content in ("{", "[1]", '{"language": 3, "profile": "abc"}'):
        file.write_text(content, encoding="utf-8")
        assert SettingsFile(file).get("language") is None
    assert SettingsFile(file).get("profile") == "abc"


def test_a_place_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("a file where a folder should be", encoding="utf-8")
    settings = SettingsFile(tmp_path / "blocked" / "settings.json")
    settings.set("language", "en")
    assert settings.get("language") == "en"


def test_no_half_written_file_stays_behind(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / "settings.json")
    settings.set("language", "nl")
    settings.set("language", "en")
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]
