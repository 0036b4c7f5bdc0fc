"""Recordings in lessons, the protocol handed out, birthdays, and the lists on paper and as workbooks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from app.application import Meldboek
from app.consents.answers.forms import Answer, NewAnswers, Scan
from app.consents.prints.list_papers import whole_matrix
from app.consents.prints.lists import history_workbook, matrix_workbook, some_paper
from app.consents.rules import Medium
from app.consents.staff.handouts import NewHandout
from app.consents.staff.lessons import NewLesson
from app.kernel.clock import FixedClock, at
from app.kernel.errors import Invalid, Refused
from tests.builders import SCHOOL, Cast

TODAY = date(2026, 11, 16)
LESSON = NewLesson(
    TODAY, "Rekenen groep 5A", "A. van der Sluis", Medium.FILM, "beeldcoaching", "E. Terpstra", date(2026, 11, 12),
    keep_until=date(2026, 12, 1),
)  # fmt: skip
HANDOUT = NewHandout("2026", (), date(2026, 9, 1))


def test_a_recording_is_allowed_beforehand_and_destroyed(meldboek: Meldboek) -> None:
    lessons = meldboek.consents.lessons
    number = lessons.allow(LESSON)
    [line] = lessons.list()
    assert (line.lesson, line.allowed_by, line.destroyed_on) == ("Rekenen groep 5A", "E. Terpstra", None)
    assert [(due.code, due.on) for due in meldboek.consents.dated()] == [("consents.dated.lesson", date(2026, 12, 1))]
    with pytest.raises(Invalid):
        lessons.destroyed(number, date(2026, 11, 15))
    lessons.destroyed(number, TODAY)
    assert meldboek.consents.dated() == ()
    with pytest.raises(Invalid):
        lessons.cancel(number, " ")
    lessons.cancel(number, "ging niet door")
    assert lessons.list() == ()
    with pytest.raises(Refused):
        lessons.destroyed(number, TODAY)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"allowed_on": date(2026, 11, 17)}, "consents.lesson_afterwards"),
        ({"allowed_by": ""}, "consents.lesson_allowed_by"),
        ({"recorder": " "}, "consents.lesson_recorder"),
        ({"keep_until": date(2026, 11, 1)}, "consents.lesson_kept"),
    ],
)
def test_permission_afterwards_is_none(meldboek: Meldboek, change: dict[str, object], code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        meldboek.consents.lessons.allow(replace(LESSON, **change))  # type: ignore[arg-type]
    assert refusal.value.code == code


def test_who_has_not_signed_for_the_protocol_is_listed(meldboek: Meldboek, cast: Cast) -> None:
    handouts = meldboek.consents.handouts
    ids = handouts.record(replace(HANDOUT, person_ids=(cast.hartog, cast.smit)))
    assert [line.id for line in handouts.missing("2026")] == [cast.hartog, cast.smit]
    handouts.sign(ids[:1], date(2026, 9, 8), "personeelsmap")
    assert [line.id for line in handouts.missing("2026")] == [cast.smit]
    assert [line.id for line in handouts.missing("2027")] == [cast.hartog, cast.smit]
    assert {(line.person.id, line.signed_on) for line in handouts.list("2026")} == {
        (cast.hartog, date(2026, 9, 8)),
        (cast.smit, None),
    }
    assert handouts.versions() == ("2026",)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"version": " "}, "consents.handout_version"),
        ({"person_ids": ()}, "consents.handout_nobody"),
        ({"handed_on": date(2026, 11, 17)}, "consents.in_future"),
        ({"how": "duif"}, "consents.handout_how"),
        ({"signed_on": date(2026, 8, 1)}, "consents.signed_before"),
        ({"signed_on": date(2026, 12, 1)}, "consents.in_future"),
    ],
)
def test_a_handout_is_complete(meldboek: Meldboek, cast: Cast, change: dict[str, object], code: str) -> None:
    new = replace(HANDOUT, person_ids=(cast.smit,))
    with pytest.raises(Invalid) as refusal:
        meldboek.consents.handouts.record(replace(new, **change))  # type: ignore[arg-type]
    assert refusal.value.code == code


def test_a_birthday_is_told_a_month_ahead(meldboek: Meldboek, cast: Cast, clock: FixedClock) -> None:
    assert meldboek.consents.birthdays() == ()  # Pien became twelve more than two weeks ago
    clock.at = at(2027, 2, 10, 9)
    [line] = meldboek.consents.birthdays()
    assert (line.pupil.id, line.becomes, line.on) == (cast.stijn, 12, date(2027, 3, 4))
    clock.at = at(2030, 9, 1, 9)
    [line] = meldboek.consents.birthdays()
    assert (line.pupil.id, line.becomes) == (cast.pien, 16)


def _answered(meldboek: Meldboek, cast: Cast) -> tuple[int, ...]:
    guardian = meldboek.people.pupil(cast.noor).guardians[0].id
    scan = Scan("formulier.pdf", "application/pdf", b"%PDF-1.4 scan")
    new = NewAnswers(cast.noor, guardian, (Answer("SCHOOL_GUIDE", yes=True),), date(2026, 9, 3), scan=scan)
    return meldboek.consents.record(new)


def test_a_scan_proves_an_answer(meldboek: Meldboek, cast: Cast) -> None:
    [event] = _answered(meldboek, cast)
    assert meldboek.consents.scan(event).data == b"%PDF-1.4 scan"
    line = meldboek.consents.history(cast.noor)[0]
    assert (line.person, line.authority, line.attachment_id is not None) == ("Ilse de Graaf", "yes", True)
    with pytest.raises(Refused):
        meldboek.consents.scan(event + 9)


def test_the_lists_are_printed(meldboek: Meldboek, cast: Cast) -> None:
    _answered(meldboek, cast)
    meldboek.people.block_publication(cast.aylin, date(2026, 11, 1), None, "geheim adres")
    lists, now = meldboek.consents.lists, meldboek.clock.now()
    texts = {
        name: "".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages)
        for name, made in {
            "matrix": whole_matrix(lists.on_paper(None), SCHOOL, now),
            "torn": some_paper(lists.contradictions(), SCHOOL, now),
            "blocked": some_paper(lists.blocked(), SCHOOL, now),
            "silent": some_paper(lists.outstanding(), SCHOOL, now),
        }.items()
    }
    assert "Graaf, Noor de" in texts["matrix"]
    assert "niemand" in texts["torn"]
    assert "Öztürk, Aylin" in texts["blocked"]
    assert "geheim" not in texts["blocked"]
    assert "Bakker, Stijn" in texts["silent"]


def test_matrix_and_history_are_workbooks(meldboek: Meldboek, cast: Cast) -> None:
    _answered(meldboek, cast)
    sheet = load_workbook(BytesIO(matrix_workbook(meldboek.consents.lists.on_paper("5A")))).worksheets[0]
    rows = {row[1]: row for row in sheet.iter_rows(values_only=True)}
    assert rows["Leerling"][3] == "Schoolgids"
    assert (rows["Noor de Graaf"][3], rows["Noor de Graaf"][4]) == ("ja", "geen antwoord")
    sheet = load_workbook(BytesIO(history_workbook(meldboek.consents.lists.history(cast.noor)))).worksheets[0]
    told = list(sheet.iter_rows(values_only=True))
    assert told[1][:3] == ("Gegeven", "Ilse de Graaf (ouder)", "had gezag (gezagsregister, sinds 1 aug 2020)")
    assert told[1][5:7] == ("Schoolgids", "foto, film en geluid")


def test_one_row_of_the_matrix_is_the_same_as_in_the_whole(meldboek: Meldboek, cast: Cast) -> None:
    _answered(meldboek, cast)
    rows = {row.pupil.id: row.cells for row in meldboek.consents.matrix().rows}
    assert meldboek.consents.row(cast.noor).cells == rows[cast.noor]
