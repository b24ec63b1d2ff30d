"""The icons: line drawings from SVG files, coloured by the palette."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

SIZES: Final = (16, 18, 20, 24, 32)
# Where the drawings are; theme.install() points here, nothing is read before the first icon is asked for.
_folder: list[Path] = []


def set_folder(folder: Path) -> None:
    """Say where the SVG files are; drawings made before are forgotten."""
    _folder[:] = [folder]
    _source.cache_clear()
    _drawn.cache_clear()


def names() -> tuple[str, ...]:
    """Names of all icons there are, sorted."""
    return tuple(sorted(path.stem for folder in _folder for path in folder.glob("*.svg")))


def pixmap(name: str, *, size: int, color: QColor, ratio: float = 1.0) -> QPixmap:
    """One icon, `size` logical pixels square, in one colour; cached per colour and device ratio.

    Raises:
        KeyError: there is no icon with this name.
    """
    return _drawn(name, size, color.rgba(), ratio)


def icon(name: str, *, color: QColor | None = None) -> QIcon:
    """An icon for menus, actions and item views, in the palette's text colour unless another is given.

    The colours are those of the palette now: ask again after a palette change.
    """
    # The first window draws its icons itself; the names of all theme icons come with this class.
    from PySide6.QtGui import QIcon

    palette = QGuiApplication.palette()
    normal = color or palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text)
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    application = QGuiApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    result = QIcon()
    for size in SIZES:
        for factor in sorted({1.0, 2.0, ratio}):
            result.addPixmap(pixmap(name, size=size, color=normal, ratio=factor), QIcon.Mode.Normal)
            result.addPixmap(pixmap(name, size=size, color=disabled, ratio=factor), QIcon.Mode.Disabled)
    return result


def paint(painter: QPainter, name: str, *, rect: QRectF, color: QColor) -> None:
    """Draw an icon centred in the rectangle, as large as its shorter side."""
    size = int(min(rect.width(), rect.height()))
    ratio = painter.device().devicePixelRatioF()
    left = round(rect.center().x() - size / 2)
    top = round(rect.center().y() - size / 2)
    painter.drawPixmap(left, top, pixmap(name, size=size, color=color, ratio=ratio))


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    for folder in _folder:
        path = folder / f"{name}.svg"
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise KeyError(name)


@lru_cache(maxsize=1024)
def _drawn(name: str, size: int, rgba: int, ratio: float) -> QPixmap:
    color = QColor.fromRgba(rgba)
    svg = _source(name).replace("currentColor", color.name())
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    image = QPixmap(round(size * ratio), round(size * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setOpacity(color.alphaF())
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image
