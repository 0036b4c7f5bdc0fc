"""What leaves the overview: a workbook, a calendar without names, and the devices of the day on paper."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook
from pypdf import PdfReader

from app.kernel.clock import FixedClock
from app.measures import exports
from app.measures.lines import NewDevice
from app.measures.texts import DATES, NEUTRAL
from tests.measures.conftest import House, decided


def test_the_workbook_holds_the_lines(house: House) -> None:
    decided(house)
    book = load_workbook(BytesIO(exports.overview_workbook(house.measures.overview())))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[0][:2] == ("Persoon", "Groep of functie")
    assert rows[1][:4] == ("Stijn Bakker", "groep 8B", "2026-2027/SM-001", "Schorsing")


def test_the_calendar_names_nobody(house: House, clock: FixedClock) -> None:
    decided(house)
    house.measures.devices.take(NewDevice(house.cast.pien, "telefoon, roze", "J. Hartog"))
    items = house.measures.dated(clock.today())
    file = exports.calendar_file(items, {house.pupil_case: "2026-2027/SM-001"}, clock.now())
    text = file.decode()
    for name in ("Stijn", "Bakker", "Pien", "Mulder", "roze"):
        assert name not in text
    assert "SUMMARY:Maatregel eindigt (zaak SM-001)\r\n" in text
    assert "DTSTART;VALUE=DATE:20261123\r\n" in text
    assert text.count("BEGIN:VEVENT") == len(items)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_every_day_has_a_neutral_word() -> None:
    assert set(NEUTRAL) == set(DATES)


def test_the_devices_of_the_day_are_listed_to_sign(house: House, clock: FixedClock) -> None:
    house.measures.devices.take(NewDevice(house.cast.pien, "telefoon, roze", "J. Hartog", kept_where="kluis"))
    data = exports.device_list(house.measures.devices.held(), "De Wilgenhof", clock.now())
    text = PdfReader(BytesIO(data)).pages[0].extract_text()
    for words in ("Pien Mulder", "telefoon, roze", "kluis", "handtekening"):
        assert words in text
    empty = exports.device_list((), "De Wilgenhof", clock.now())
    assert "geen toestel" in PdfReader(BytesIO(empty)).pages[0].extract_text()
