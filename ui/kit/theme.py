"""The only place that knows colours, sizes and fonts: the tokens of the look, light and dark."""

from __future__ import annotations

import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.kit.style import style_sheet

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
Tone = Literal["neutral", "ok", "warn", "danger", "info", "accent"]

RADIUS_CARD, RADIUS_FIELD, RADIUS_TAG = 10, 7, 5
ROW, ROW_COMPACT, TARGET = 38, 30, 28
NAVIGATION, TOP_BAR, FOLD = 212, 52, 1200
GAP, CARD_PADDING, PAGE_PADDING = 16, 18, 28
ICON = 18


@dataclass(frozen=True)
class Tokens:
    """The named colours of one appearance."""

    canvas: str
    surface: str
    sunken: str
    line: str
    ink: str
    ink2: str
    accent: str
    accent_soft: str
    on_accent: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str
    info: str
    info_soft: str


LIGHT = Tokens(
    canvas="#F5F4F0",
    surface="#FFFFFF",
    sunken="#EEECE6",
    line="#DEDAD1",
    ink="#1D272B",
    ink2="#56636A",
    accent="#0E5A62",
    accent_soft="#DCECEC",
    on_accent="#FFFFFF",
    ok="#27663B",
    ok_soft="#DFF0E3",
    warn="#84560A",
    warn_soft="#FAEED3",
    danger="#A02428",
    danger_soft="#FAE3E1",
    info="#2A5A88",
    info_soft="#E2ECF6",
)
DARK = Tokens(
    canvas="#14191B",
    surface="#1D2427",
    sunken="#101416",
    line="#344044",
    ink="#E7ECEC",
    ink2="#A6B2B6",
    accent="#6CC0C3",
    accent_soft="#173A3D",
    on_accent="#0B2023",
    ok="#8ACD9A",
    ok_soft="#18361F",
    warn="#E7B96C",
    warn_soft="#3A2D14",
    danger="#F29490",
    danger_soft="#431C1D",
    info="#8DBBE6",
    info_soft="#1A2F44",
)


class Theme(QObject):
    """The appearance in use; ``changed`` tells every painter to look again."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.dark = False
        self.tokens = LIGHT
        self.fixed = False

    def use(self, dark: bool) -> None:
        """Show light or dark from now on."""
        self.dark = dark
        self.tokens = DARK if dark else LIGHT


theme = Theme()


def color(name: str) -> QColor:
    """The colour of a token in the appearance in use; ``neutral`` is secondary ink."""
    return QColor(getattr(theme.tokens, {"neutral": "ink2", "neutral_soft": "sunken"}.get(name, name)))


def points(size: float) -> float:
    """A size in points that looks alike everywhere: a Mac counts 72 points to the inch, others 96."""
    return size * 4 / 3 if sys.platform == "darwin" else size


def font(size: float = 10, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Inter at this size, with figures of equal width."""
    made = QFont("Inter")
    made.setPointSizeF(points(size))
    made.setWeight(weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def load_fonts() -> None:
    """Make the shipped Inter known to Qt; nothing depends on what this computer has."""
    if "Inter" in _loaded:
        return
    for path in sorted(FONTS.glob("Inter-*.otf")):
        QFontDatabase.addApplicationFont(str(path))
    _loaded.add("Inter")


def apply_theme(app: QApplication, dark: bool | None = None) -> None:
    """Dress the whole program; without ``dark`` it follows the system, also later on."""
    load_fonts()
    first = not _loaded.issuperset({"dressed"})
    if first:
        app.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _scheme: _follow(app))
        _loaded.add("dressed")
    theme.fixed = dark is not None
    theme.use(system_is_dark() if dark is None else dark)
    app.setFont(font())
    app.setPalette(palette())
    app.setStyleSheet(style_sheet(asdict(theme.tokens), points))
    if not first:
        theme.changed.emit()


def system_is_dark() -> bool:
    """Whether this computer is set to dark colours."""
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def palette() -> QPalette:
    """The tokens as Qt's palette, for what no style sheet reaches."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: "canvas",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "sunken",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.BrightText: "danger",
        QPalette.ColorRole.ToolTipBase: "ink",
        QPalette.ColorRole.ToolTipText: "surface",
        QPalette.ColorRole.PlaceholderText: "ink2",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Mid: "line",
    }
    for role, token in roles.items():
        made.setColor(role, color(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, color("ink2"))
    return made


def repolish(widget: QWidget) -> None:
    """Apply the style sheet again after a property that it looks at has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def _follow(app: QApplication) -> None:
    if not theme.fixed and system_is_dark() != theme.dark:
        apply_theme(app)


_loaded: set[str] = set()
