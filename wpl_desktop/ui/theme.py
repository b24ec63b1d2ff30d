"""How the program looks: palette, type scale, style and the change between light and dark."""

from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from wpl_desktop.ui import icons
from wpl_desktop.ui.focus_ring import FocusRing
from wpl_desktop.ui.style import WplStyle
from wpl_desktop.ui.tokens import DARK, LIGHT, Tokens, level_colours

Scheme = Literal["light", "dark", "system"]
FontRole = Literal[
    "base",
    "strong",
    "button",
    "secondary",
    "secondary_strong",
    "label",
    "label_strong",
    "trialogue",
    "section",
    "title",
    "display",
]

BASE_PIXELS: Final = 14
_TYPE_SCALE: Final[dict[str, tuple[int, QFont.Weight]]] = {
    "base": (14, QFont.Weight.Normal),
    "strong": (14, QFont.Weight.DemiBold),
    "button": (14, QFont.Weight.Medium),
    "secondary": (13, QFont.Weight.Normal),
    "secondary_strong": (13, QFont.Weight.DemiBold),
    "label": (12, QFont.Weight.Normal),
    "label_strong": (12, QFont.Weight.DemiBold),
    "trialogue": (15, QFont.Weight.Normal),
    "section": (16, QFont.Weight.DemiBold),
    "title": (20, QFont.Weight.DemiBold),
    "display": (24, QFont.Weight.DemiBold),
}
_PICTURE_FONTS: Final = (
    "NotoSans-Regular.ttf",
    "NotoSans-Bold.ttf",
    "NotoSans-Italic.ttf",
    "NotoSansArabic-Regular.ttf",
)
# System fonts up to this many pixels are "normal size"; larger ones are a choice of the reader.
_LARGEST_NORMAL_FONT: Final = 15.5


def install(
    application: QApplication,
    *,
    resources: Path,
    scheme: Scheme = "system",
    text_scale: float | None = None,
) -> None:
    """Give the application its look; may be called again to change the scheme or the text size.

    Args:
        application: the one application object.
        resources: the folder that holds `icons/` and `fonts/`.
        scheme: `system` follows the desktop, also while the program runs.
        text_scale: 1.0 is a base text of 14 px; without it the system's font size decides.
    """
    icons.set_folder(resources / "icons")
    _load_picture_fonts(application, resources / "fonts")
    _state.text_scale = text_scale if text_scale is not None else _system_text_scale(application)
    application.setFont(font("base"))
    if not isinstance(_state.style, WplStyle) or application not in _state.dressed:
        style = WplStyle(tokens=tokens, scaled=scaled)
        _state.style = style
        application.setStyle(style)
        _state.ring = FocusRing(application)
        _state.dressed[:] = [application]
        application.styleHints().colorSchemeChanged.connect(_follow_system)
    set_scheme(scheme)


def set_scheme(scheme: Scheme) -> None:
    """Change between light, dark and what the system says; open windows follow with the next events."""
    application = running_application()
    _state.scheme = scheme
    hints = application.styleHints()
    wanted = {
        "light": Qt.ColorScheme.Light,
        "dark": Qt.ColorScheme.Dark,
        "system": Qt.ColorScheme.Unknown,
    }[scheme]
    hints.setColorScheme(wanted)
    dark = scheme == "dark" or (scheme == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
    _state.tokens = DARK if dark else LIGHT
    application.setPalette(_palette(_state.tokens))
    # Widgets inside a window keep the old palette as long as a style sheet is in force: lay it anew.
    application.setStyleSheet("")
    application.setStyleSheet(_STYLE_SHEET)
    if _state.ring is not None:
        # A new style sheet takes the ring away.
        _state.ring.follow(application.focusWidget())


def enlarge(factor: float) -> None:
    """Make the text of windows that are made from now on `factor` times as large; 1.0 takes it back."""
    _state.enlarged = factor
    running_application().setFont(font("base"))


def scheme() -> Scheme:
    """What was asked for last: light, dark or what the system says."""
    return _state.scheme


def tokens() -> Tokens:
    """The colours in use now."""
    return _state.tokens


def level_fill(level: int, *, count: int) -> tuple[QColor, QColor]:
    """Fill and text colour of a level in the palette in use now; `ValueError` off the scale."""
    return level_colours(_state.tokens, level=level, count=count)


def scaled(pixels: float) -> int:
    """A measure of the mockups in logical pixels, grown with the reader's text size."""
    return round(pixels * _state.text_scale * _state.enlarged)


def font(role: FontRole = "base", *, weight: QFont.Weight | None = None) -> QFont:
    """The font of one line of the type scale, with tabular figures."""
    pixels, normal_weight = _TYPE_SCALE[role]
    result = QFont(_state.families) if _state.families else QFont(QGuiApplication.font().families())
    result.setPixelSize(max(1, scaled(pixels)))
    result.setWeight(weight or normal_weight)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def _follow_system() -> None:
    if _state.scheme == "system":
        set_scheme("system")


def running_application() -> QApplication:
    """The running application; raises `TypeError` without one that has widgets."""
    found = QApplication.instance()
    if not isinstance(found, QApplication):
        message = "a window needs a running application"
        raise TypeError(message)
    return found


def _load_picture_fonts(application: QApplication, folder: Path) -> None:
    # Tests and screenshots must look the same on every machine; a real window uses the system's font.
    if application.platformName() != "offscreen" or _state.families:
        return
    families: list[str] = []
    for name in _PICTURE_FONTS:
        path = folder / name
        if path.is_file():
            number = QFontDatabase.addApplicationFont(str(path))
            for family in QFontDatabase.applicationFontFamilies(number) if number >= 0 else []:
                if family not in families:
                    families.append(family)
    _state.families = families


def _system_text_scale(application: QApplication) -> float:
    if application.platformName() == "offscreen":
        return 1.0
    size = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()
    return max(1.0, round(size / BASE_PIXELS * 8) / 8) if size > _LARGEST_NORMAL_FONT else 1.0


def _palette(colours: Tokens) -> QPalette:
    role = QPalette.ColorRole
    everywhere = {
        role.Window: colours.page,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.sunken,
        role.Text: colours.text,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.on_soft,
        role.LinkVisited: colours.on_soft,
        role.BrightText: colours.amber,
        role.ToolTipBase: colours.surface,
        role.ToolTipText: colours.text,
        role.Light: colours.surface,
        role.Midlight: colours.hover,
        role.Mid: colours.line,
        role.Dark: colours.line_strong,
        role.Shadow: colours.line,
    }
    palette = QPalette()
    for name, colour in everywhere.items():
        palette.setColor(QPalette.ColorGroup.All, name, colour)
    for name in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, colours.muted)
    palette.setColor(QPalette.ColorGroup.Disabled, role.Base, colours.sunken)
    return palette


class _State(QObject):
    """What is in use now: colours, text size, fonts and the objects Qt does not own."""

    def __init__(self) -> None:
        super().__init__()
        self.tokens: Tokens = LIGHT
        self.scheme: Scheme = "system"
        self.text_scale: float = 1.0
        self.enlarged: float = 1.0
        self.families: list[str] = []
        self.style: WplStyle | None = None
        self.ring: FocusRing | None = None
        self.dressed: list[QApplication] = []


_state: Final = _State()

# Only what a palette cannot say; the colours themselves come from the palette, so that it never changes.
_STYLE_SHEET: Final = """
QToolTip { background: palette(base); color: palette(text); border: 1px solid palette(dark); padding: 6px; }
QMenu { background: palette(base); border: 1px solid palette(mid); padding: 4px; }
QMenu::item { padding: 7px 16px 7px 12px; border-radius: 4px; color: palette(text); }
QMenu::item:selected { background: palette(highlight); color: palette(highlighted-text); }
QMenu::item:disabled { color: palette(placeholder-text); background: transparent; }
QMenu::icon { padding-left: 10px; }
QMenu::separator { height: 1px; background: palette(mid); margin: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: palette(dark); border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
