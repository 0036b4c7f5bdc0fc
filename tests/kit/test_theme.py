"""The tokens: every pair of colours can be read, fonts are our own, icons follow the appearance."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.kit.buttons import button
from ui.kit.icon_files import ICONS, svg
from ui.kit.icons import icon, pixmap
from ui.kit.style import mix
from ui.kit.theme import DARK, LIGHT, Tokens, apply_theme, font

PAIRS = [
    ("ink", "surface"),
    ("ink", "canvas"),
    ("ink2", "surface"),
    ("ink2", "canvas"),
    ("ink2", "sunken"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("ok", "ok_soft"),
    ("warn", "warn_soft"),
    ("danger", "danger_soft"),
    ("info", "info_soft"),
]


def _light(hexadecimal: str) -> float:
    parts = [int(hexadecimal[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_pair_has_enough_contrast(tokens: Tokens, text: str, ground: str) -> None:
    one, two = sorted((_light(getattr(tokens, text)), _light(getattr(tokens, ground))))
    assert (two + 0.05) / (one + 0.05) >= 4.9


def test_light_and_dark_have_the_same_tokens_and_no_colour_twice_by_accident() -> None:
    assert asdict(LIGHT).keys() == asdict(DARK).keys()
    assert all(re.fullmatch(r"#[0-9A-F]{6}", value) for value in (*asdict(LIGHT).values(), *asdict(DARK).values()))


def test_the_font_is_the_shipped_inter(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, dark=False)
    assert QFontInfo(qapp.font()).family() == "Inter"
    assert font(10).featureTags()


def test_a_button_gets_its_icon_again_when_the_appearance_changes(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, dark=False)
    made = button("Nieuwe melding", "plus")
    qtbot.addWidget(made)
    before = made.icon().cacheKey()
    apply_theme(qapp, dark=True)
    assert made.icon().cacheKey() != before
    assert pixmap("plus", "ink").toImage() != pixmap("plus", "accent").toImage()
    apply_theme(qapp, dark=False)


def test_an_icon_asked_twice_is_drawn_once(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, dark=False)
    assert icon("lock").cacheKey() == icon("lock").cacheKey()


def test_icons_are_tinted_and_thin() -> None:
    drawn = svg("lock", LIGHT.accent)
    assert LIGHT.accent in drawn
    assert 'stroke-width="1.75"' in drawn
    assert "currentColor" not in drawn


def test_no_icon_is_shipped_for_nothing() -> None:
    root = Path(__file__).resolve().parents[2]
    sources = "\n".join(path.read_text("utf-8") for folder in ("ui", "app") for path in (root / folder).rglob("*.py"))
    shipped = {path.stem for path in ICONS.glob("*.svg")}
    used = {name for name in shipped if f'"{name}"' in sources}
    assert shipped == used
    named = set(re.findall(r'\bicon\w*(?:: ClassVar\[str\])? ?= ?"([a-z0-9-]+)"', sources))
    assert named <= shipped


def test_a_mix_lies_between() -> None:
    assert mix(LIGHT.ink, LIGHT.ink, 0.5) == LIGHT.ink
    assert mix("#" + "00" * 3, "#" + "FF" * 3, 0.5) == "#" + "80" * 3
