"""The pictures of the report: whole labels, the font of the window, and what grey and brackets mean."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from reportlab.graphics.shapes import Drawing, String

from app.insights.charts import chart
from app.insights.paper import report_paper
from app.insights.rules import Figure, Part
from app.kernel.clock import FixedClock, at
from tests.builders import Cast
from tests.insights.test_page import report
from ui.insights.charts import Picture
from ui.insights.page import InsightsPage
from ui.kit.desk import Desk

LONG = "Publicatie namens school zonder toestemming"
PART = Part("category", (Figure(LONG, 2, 0), Figure("Bedreiging", 1, 1)))


def test_a_long_label_takes_two_lines_on_the_screen(qtbot: QtBot) -> None:
    picture = Picture(PART, "Waar het over ging")
    qtbot.addWidget(picture)
    picture.resize(420, 100)
    picture.show()
    assert picture.labels == (LONG, "Bedreiging")
    assert picture.font().family() == "Inter"
    narrow = picture.height()
    picture.resize(1400, 100)
    assert picture.labels == (LONG, "Bedreiging")
    assert picture.height() < narrow
    assert not picture.grab().isNull()


def test_a_label_that_fits_on_no_two_lines_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    picture = Picture(Part("category", (Figure(" ".join([LONG] * 4), 1),)), "Waar het over ging")
    qtbot.addWidget(picture)
    picture.resize(420, 100)
    picture.show()
    assert picture.labels[0].endswith("…")


def test_a_long_label_takes_two_lines_on_paper() -> None:
    wide, narrow = chart(PART), chart(PART, 240)
    assert LONG in words_of(wide)
    assert " ".join(words_of(narrow)[:2]) == LONG
    assert narrow.height > wide.height


def test_the_page_tells_what_grey_and_brackets_mean(desk: Desk, cast: Cast) -> None:
    report(desk.meldboek, cast)
    page = InsightsPage(desk)
    page.show()
    said = {one.text() for one in page.findChildren(QLabel)}
    assert "Gekleurd: 2026-2027. Grijs en tussen haakjes: 2025-2026, het schooljaar daarvoor." in said


def test_the_file_is_named_after_its_year(desk: Desk, cast: Cast, clock: FixedClock) -> None:
    report(desk.meldboek, cast)
    clock.at = at(2027, 9, 1, 9)
    page = InsightsPage(desk)
    page.show()
    assert page.file_name("pdf") == "jaarverslag 2027-2028.pdf"
    page._choose("2026-2027")
    assert page.file_name("xlsx") == "jaarverslag 2026-2027.xlsx"


def test_a_year_that_is_not_over_says_until_when_it_counts(desk: Desk, cast: Cast, clock: FixedClock) -> None:
    report(desk.meldboek, cast)
    found = desk.meldboek.insights.report("2026-2027", public=True)
    assert "cijfers tot en met 16 november 2026" in text_of(report_paper(found, "De Wilgenhof", clock.now()))
    later = text_of(report_paper(found, "De Wilgenhof", at(2027, 9, 1, 9)))
    assert "gemaakt op 1 september 2027" in later
    assert "tot en met" not in later


def words_of(drawing: Drawing) -> list[str]:
    return [one.text for one in drawing.contents if isinstance(one, String)]


def text_of(pdf: bytes) -> str:
    return " ".join(PdfReader(BytesIO(pdf)).pages[0].extract_text().split())
