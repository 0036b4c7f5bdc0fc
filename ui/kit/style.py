"""Writes Qt's style sheet from the tokens; shapes and states of every control, each once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Template

from ui.kit.marks import mark_path

BASE = """
QWidget { color: $ink; }
QMainWindow, QDialog, QWidget[look="canvas"] { background: $canvas; }
QLabel { background: transparent; }
QLabel[look="title"] { font-size: ${s16}; font-weight: 700; }
QLabel[look="heading"] { font-size: ${s12}; font-weight: 600; }
QLabel[look="section"], QLabel[look="strong"] { font-weight: 600; }
QLabel[look="quiet"] { color: $ink2; }
QLabel[look="secondary"] { color: $ink2; font-size: ${s9}; }
QLabel[look="label"] { color: $ink2; font-size: ${s9}; font-weight: 500; }
QLabel[key="true"] { background: $surface; border: 1px solid $line; border-radius: 4px; padding: 0 5px;
  font-size: ${s85}; }
QLabel[look="figure"] { font-size: ${s22}; font-weight: 600; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="danger"] { color: $danger; }
QLabel[tone="info"] { color: $info; }
QToolTip { background: $ink; color: $surface; border: none; padding: 5px 8px; font-size: ${s9}; }
"""

CARDS = """
QFrame[look="card"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
QFrame[look="card"][accent="true"] { border: 1px solid $accent; }
QFrame[look="bar"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[look="hairline"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[look="finding"] { border: none; border-radius: 8px; }
QFrame[look="finding"][tone="danger"] { background: $danger_soft; }
QFrame[look="finding"][tone="warn"] { background: $warn_soft; }
QFrame[look="finding"][tone="info"] { background: $info_soft; }
QFrame[look="finding"][tone="ok"] { background: $ok_soft; }
QFrame[look="message"] { background: $ink; border: none; border-radius: 10px; }
QFrame[look="message"] QLabel { color: $surface; }
QFrame[look="message"][tone="danger"] { background: $danger_soft; border: 1px solid $danger; }
QFrame[look="message"][tone="danger"] QLabel { color: $danger; }
QFrame[look="message"][tone="warn"] { background: $warn_soft; border: 1px solid $warn; }
QFrame[look="message"][tone="warn"] QLabel { color: $warn; }
QFrame[look="popup"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[look="sunken"] { background: $sunken; border: 1px solid $line; border-radius: 7px; }
"""

BUTTONS = """
QPushButton { background: $surface; color: $ink; border: 1px solid $line; border-radius: 7px;
  padding: 6px 14px; min-height: 20px; font-weight: 500; }
QPushButton:hover { background: $canvas; }
QPushButton:pressed { background: $sunken; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton:disabled { color: $ink2; background: $sunken; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $ink; }
QPushButton[kind="primary"]:disabled { background: $accent_off; border-color: $accent_off; color: $on_accent; }
QPushButton[kind="danger"] { background: $danger; color: $on_danger; border: 1px solid $danger; }
QPushButton[kind="danger"]:focus { border: 2px solid $ink; }
QPushButton[kind="quiet"] { background: transparent; color: $accent; border: 1px solid transparent; padding: 3px 6px; }
QPushButton[kind="quiet"]:hover { background: $accent_soft; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; padding: 2px 5px; }
QPushButton[kind="quiet"]:disabled { color: $ink2; }
QPushButton[kind="link"] { background: transparent; color: $accent; border: 2px solid transparent;
  padding: 2px 0; text-align: left; }
QPushButton[kind="link"]:hover { color: $accent_hover; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; }
QFrame[look="message"] QPushButton[kind="quiet"] { color: $accent_soft; }
QFrame[look="message"] QPushButton[kind="quiet"]:hover { background: $ink2; }
QFrame[look="message"][tone="danger"] QPushButton, QFrame[look="message"][tone="warn"] QPushButton { color: $ink; }
QPushButton[kind="chosen"] { background: $accent_soft; color: $accent; border: 1px solid $accent_soft; }
QPushButton[kind="chip"] { background: $sunken; color: $ink2; border: 1px solid $sunken; border-radius: 5px;
  padding: 3px 8px; min-height: 16px; font-size: ${s85}; font-weight: 600; }
QPushButton[kind="chip"]:hover { color: $ink; border-color: $line; }
QPushButton[kind="chip"]:checked { background: $accent_soft; color: $accent; border-color: $accent_soft; }
QPushButton[kind="chip"]:focus { border: 2px solid $accent; padding: 2px 7px; }
QPushButton[kind="option"] { background: $surface; padding: 5px 12px; min-height: 18px; }
QPushButton[kind="option"]:checked { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="option"]:focus { border: 2px solid $accent; padding: 4px 11px; }
QPushButton[kind="option"]:checked:focus { border: 2px solid $ink; }
QPushButton[kind="icon"] { background: transparent; border: 1px solid transparent; padding: 4px; min-width: 18px; }
QPushButton[kind="icon"]:hover { background: $sunken; }
QPushButton[kind="icon"]:focus { border: 2px solid $accent; padding: 3px; }
QPushButton[kind="navigation"] { background: transparent; border: 2px solid transparent; border-radius: 8px;
  padding: 6px 9px; min-height: 20px; text-align: left; font-weight: 400; }
QPushButton[kind="navigation"]:hover { background: $sunken; }
QPushButton[kind="navigation"]:checked { background: $accent_soft; color: $accent; font-weight: 600; }
QPushButton[kind="navigation"]:focus { border: 2px solid $accent; }
QPushButton[kind="search"] { background: $canvas; color: $ink2; font-weight: 400; text-align: left; padding: 5px 10px; }
QPushButton[kind="search"]:focus { border: 2px solid $accent; padding: 4px 9px; }
QPushButton::menu-indicator { image: url("$chevron"); subcontrol-position: right center; right: 10px;
  width: 14px; height: 14px; }
"""

FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit { background: $surface; color: $ink;
  border: 1px solid $line; border-radius: 7px; padding: 5px 10px; selection-background-color: $accent;
  selection-color: $on_accent; }
QLineEdit, QComboBox, QSpinBox { min-height: 20px; }
QLineEdit { lineedit-password-character: 8226; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { border-color: $ink2; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {
  border: 2px solid $accent; padding: 4px 9px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border: 2px solid $danger;
  padding: 4px 9px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QLineEdit:read-only {
  background: $canvas; color: $ink2; }
QLineEdit[look="bare"], QLineEdit[look="bare"]:focus { border: none; background: transparent; padding: 0; }
QTextBrowser[look="bare"] { border: none; background: transparent; padding: 0; }
QPlainTextEdit { padding: 5px 6px; }
QPlainTextEdit:focus, QPlainTextEdit[wrong="true"] { padding: 4px 5px; }
QComboBox { combobox-popup: 0; }
QComboBoxPrivateContainer { border: none; background: $surface; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url("$chevron"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; padding: 4px; outline: none;
  selection-background-color: $accent_soft; selection-color: $accent; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 4px; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $accent; }
QCheckBox, QRadioButton { background: transparent; spacing: 9px; min-height: 24px; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $ink2;
  background: $surface; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: url("$dash"); }
QRadioButton::indicator:checked { border-color: $accent; image: url("$dot"); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; width: 14px; height: 14px; }
QCheckBox:disabled, QRadioButton:disabled { color: $ink2; }
"""

VIEWS = """
QAbstractItemView { background: $surface; border: none; outline: none; selection-background-color: $accent_soft;
  selection-color: $ink; }
QTableView { gridline-color: transparent; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: $ink2; border: none; border-bottom: 1px solid $line;
  padding: 0 10px; font-size: ${s9}; font-weight: 500; }
QHeaderView::up-arrow { image: url("$up"); width: 12px; height: 12px; }
QHeaderView::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QTableCornerButton::section { background: transparent; border: none; }
QScrollArea, QScrollArea > QWidget > QWidget[look="bare"], QWidget[look="bare"] {
  background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: $ink2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QListWidget::item { padding: 8px 10px; border-radius: 7px; }
QListWidget::item:selected { background: $accent_soft; color: $accent; }
QTabWidget::pane { border: none; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $ink2; border: none; border-bottom: 2px solid transparent;
  padding: 7px 2px; margin-right: 20px; font-weight: 500; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $ink; }
QTabBar::scroller { width: 52px; }
QSplitter::handle { background: transparent; }
QMenu { background: $surface; border: 1px solid $line; border-radius: 8px; padding: 5px; }
QMenu::item { padding: 7px 26px 7px 12px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; color: $accent; }
QMenu::item:disabled { color: $ink2; padding: 3px 26px 3px 12px; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QProgressBar { background: $sunken; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QCalendarWidget QWidget { background: $surface; alternate-background-color: $surface; }
QCalendarWidget QToolButton { background: transparent; color: $ink; border: none; border-radius: 5px; padding: 5px 8px;
  font-weight: 600; }
QCalendarWidget QToolButton:hover { background: $accent_soft; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent; selection-color: $on_accent; }
"""


def style_sheet(tokens: Mapping[str, str], points: Callable[[float], float]) -> str:
    """The whole style sheet for these colours; ``points`` corrects a size for this computer."""
    sizes = {f"s{name}": f"{points(size):g}pt" for name, size in SIZES.items()}
    mixed = {
        "accent_hover": mix(tokens["accent"], tokens["ink"], 0.15),
        "accent_off": mix(tokens["accent"], tokens["canvas"], 0.5),
        "on_danger": tokens["surface"],
        "scroll": mix(tokens["line"], tokens["ink2"], 0.15),
    }
    drawn = {
        "chevron": mark_path("chevron-down", tokens["ink2"]),
        "up": mark_path("chevron-up", tokens["ink2"]),
        "check": mark_path("check", tokens["on_accent"], 3),
        "dash": mark_path("minus", tokens["on_accent"], 3),
        "dot": mark_path("dot", tokens["accent"]),
    }
    whole = BASE + CARDS + BUTTONS + FIELDS + VIEWS
    return Template(whole).substitute({**tokens, **mixed, **sizes, **drawn})


def mix(first: str, second: str, part: float) -> str:
    """A colour between two, ``part`` of the way to the second; all as ``#RRGGBB``."""
    pairs = zip(bytes.fromhex(first[1:]), bytes.fromhex(second[1:]), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * part):02X}" for one, two in pairs)


SIZES = {"85": 8.5, "9": 9.0, "12": 12.0, "16": 16.0, "22": 22.0}
