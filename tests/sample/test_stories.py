"""What the sample school shows: one thing late, letters under way, a dossier that masks, texts in sentences."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from app.application import Meldboek, open_meldboek
from app.cases.inputs import CaseFilter
from app.inspector.chain import Step, StepState
from app.kernel.clock import AMSTERDAM
from app.letters.rules import LetterStatus, Sending
from app.sample.school import Sample
from app.sample.source import read
from app.vault.copies import backups, container
from app.vault.keys.keyring import Role
from tests.sample.conftest import MOMENT

TOLD = {"summary", "text", "facts", "reasons", "decide", "reason", "report", "advice", "notes", "proof", "evidence"}
NO_TEXT = re.compile(r"[A-Z0-9-]+|[a-z0-9_]+|\{in \d+\}|\d+\.\d\d uur")  # numbers, codes, days and times


def opened(sample: Sample, role: Role) -> Meldboek:
    user = next(user for user in sample.users if user.role is role)
    return open_meldboek(sample.folder, user.name, user.passphrase, MOMENT)


def texts(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from texts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, key)
    elif isinstance(value, str) and (key in TOLD or key == "fill") and not NO_TEXT.fullmatch(value):
        yield value


def test_two_things_are_late_and_little_is_left_for_today_and_this_week(director: Meldboek) -> None:
    lists = director.agenda.today()
    assert [item.title for item in lists.overdue] == ["Beeld weghalen", "Vertrouwensinspecteur bellen"]
    assert len(lists.today) == 4
    assert 3 <= len(lists.week) <= 5
    assert lists.later


def test_the_board_was_told_and_the_consult_is_the_step_to_do_now(director: Meldboek) -> None:
    assert director.casework is not None
    (call,) = director.casework.cases.due_calls()
    steps = {step.step: step.state for step in director.casework.inspector.chain(call.case_id)}
    assert steps[Step.BOARD_INFORMED] is StepState.DONE
    assert steps[Step.CONSULT] is StepState.NOW
    assert director.casework.inspector.sheet(call.case_id).notes.notes


def test_the_case_in_the_pictures_changed_last(director: Meldboek) -> None:
    assert director.casework is not None
    assert director.casework.cases.list()[0].short_number == "SM-013"


def test_letters_wait_one_was_posted_by_the_administrator_and_one_is_a_draft(director: Meldboek) -> None:
    assert director.casework is not None
    assert director.tray.waiting()
    assert {line.posted_by for line in director.tray.posted()} == {"M. Postma"}
    letters = director.casework.letters.recent()
    assert [line.about_id for line in letters if line.sending is Sending.POST and line.case_number.endswith("SM-009")]
    assert len([line for line in letters if line.status is LetterStatus.DRAFT]) == 1


def test_the_coordinator_sees_the_one_case_that_was_granted(sample: Sample) -> None:
    meldboek = opened(sample, Role.COORDINATOR)
    assert meldboek.casework is not None
    assert [case.short_number for case in meldboek.casework.cases.list(CaseFilter(is_open=None))] == ["SM-009"]
    meldboek.store.close()


def test_a_whole_backup_was_made_today(sample: Sample) -> None:
    (line,) = backups.made(sample.folder)
    assert line.at.astimezone(AMSTERDAM).date() == MOMENT.today()
    assert line.casework_checked
    assert container.is_whole(line.path)


@pytest.mark.parametrize("name", ["Stijn Bakker", "Teun Hendriks"])
def test_a_dossier_masks_others_and_holds_the_own_view(director: Meldboek, name: str) -> None:
    assert director.casework is not None
    (person, *_others) = director.people.find(name)
    dossier = director.casework.dossiers.compile(person.id)
    shown = " ".join(f"{entry.title} {entry.text}" for entry in dossier.entries).casefold()
    assert all(word in shown for word in ("leerling b", "leerling c", "medewerker 1", "zienswijze"))
    assert not any(hidden in shown for hidden in ("hugo", "guus", "luuk", "roos", "hartog", "nijland"))
    assert dossier.doubtful == ()


def test_letters_ask_nothing_any_more_once_they_are_final(director: Meldboek) -> None:
    assert director.casework is not None
    letters = director.casework.letters
    assert all("‹" not in letters.letter(line.id).body for line in letters.recent())


@pytest.mark.parametrize("name", ["cases", "earlier"])
def test_everything_is_told_in_sentences_with_quotation_marks_that_close(name: str) -> None:
    for text in texts(read(name)):
        plain = text.strip("“”‘’")
        assert plain[0].isupper(), text
        assert plain[-1] in ".?", text
        assert text.count("“") == text.count("”"), text
        assert '"' not in text, text
        assert "'" not in text, text
