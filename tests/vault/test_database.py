"""The write block: all with its line, or nothing; and what the line tells."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import delete, insert, update
from sqlalchemy.exc import IntegrityError, StatementError

from app.kernel.errors import Invalid, Unavailable
from app.vault import attachments, drafts
from app.vault.drawers.database import Drawer
from app.vault.tables import RegisterAttachment


def test_a_write_that_raises_leaves_nothing_and_no_line(register: Drawer) -> None:
    count = register.head.count
    with pytest.raises(ZeroDivisionError):
        _add_and_fail(register)
    assert register.head.count == count
    with register.read() as session:
        assert session.get(RegisterAttachment, 1) is None


def test_a_write_keeps_its_rows_and_one_line_with_what_changed(register: Drawer) -> None:
    with register.write("file.kept", "file:1") as session:
        attachments.add(session, b"x", "a.txt", "text/plain")
    line = register.log(1)[0]
    assert (line.action, line.subject, line.user) == ("file.kept", "file:1", "E. Terpstra")
    table, key, change = line.changes[0]
    assert (table, key, change["name"]) == ("attachments", 1, (None, "a.txt"))


def test_a_line_tells_before_and_after(register: Drawer) -> None:
    with register.write("file.kept") as session:
        key = attachments.add(session, b"x", "a.txt", "text/plain")
    with register.write("file.renamed") as session:
        row = session.get(RegisterAttachment, key)
        assert row is not None
        row.name = "b.txt"
    assert register.log(1)[0].changes == (("attachments", key, {"name": ("a.txt", "b.txt")}),)


def test_a_use_case_inside_another_is_one_transaction_with_one_line(register: Drawer) -> None:
    count = register.head.count
    with register.write("outer.done"):
        with register.write("inner.done") as session:
            key = attachments.add(session, b"x", "a.txt", "text/plain")
        with register.read() as session:
            assert attachments.load(session, key).data == b"x"
    assert register.head.count == count + 1
    assert register.log(1)[0].action == "outer.done"


def test_a_write_inside_a_read_is_a_mistake(register: Drawer) -> None:
    with register.read(), pytest.raises(RuntimeError, match="close the read"), register.write("a.b"):
        raise AssertionError


@pytest.mark.parametrize("statement", [delete, insert, update])
def test_bulk_statements_are_refused(register: Drawer, statement: type) -> None:
    with pytest.raises(RuntimeError, match="bypass"), register.write("a.b") as session:
        session.execute(statement(RegisterAttachment))


def test_listeners_hear_the_topics_after_the_commit(register: Drawer) -> None:
    heard: list[frozenset[str]] = []
    register.listeners.append(heard.append)
    register.note("a.b")
    assert heard == []


def test_an_id_is_never_used_twice(register: Drawer) -> None:
    with register.write("file.kept") as session:
        first = attachments.add(session, b"x", "a.txt", "text/plain")
    with register.write("file.removed") as session:
        attachments.remove(session, first)
    with register.write("file.kept") as session:
        assert attachments.add(session, b"y", "b.txt", "text/plain") > first


def test_a_file_too_large_is_invalid(register: Drawer) -> None:
    with pytest.raises(Invalid) as caught, register.write("file.kept") as session:
        attachments.add(session, bytes(attachments.LARGEST + 1), "a.bin", "application/octet-stream")
    assert caught.value.values["size"] == 25


def test_a_draft_keeps_its_last_version_and_no_text_in_the_log(register: Drawer) -> None:
    drafts.save(register, "report", "new", {"what": "eerst"})
    drafts.save(register, "report", "new", {"what": "later"})
    assert drafts.load(register, "report", "new") == {"what": "later"}
    assert [line.key for line in drafts.of_user(register)] == ["new"]
    assert register.log(1)[0].changes == ()
    drafts.discard(register, "report", "new")
    assert drafts.load(register, "report", "new") is None
    drafts.discard(register, "report", "new")


def test_the_key_of_a_draft_may_hold_a_name_and_never_reaches_the_log(register: Drawer) -> None:
    drafts.save(register, "sheet", "consents|Toestemming intrekken: Noor", {"what": "half"})
    drafts.discard(register, "sheet", "consents|Toestemming intrekken: Noor")
    lines = register.log(2)
    assert {(line.action, line.subject) for line in lines} == {("draft.kept", "sheet"), ("draft.discarded", "sheet")}


def test_an_error_of_the_file_never_tells_what_stood_in_the_row(register: Drawer) -> None:
    def twice() -> None:
        with register.write("draft.kept") as session:
            for _turn in range(2):
                row = register.tables.drafts()
                row.form, row.key, row.user_id = "report", "Noor de Graaf", "1"
                row.at, row.payload = register.clock.now(), {"text": "Noor de Graaf"}
                session.add(row)

    with pytest.raises(IntegrityError) as caught:
        twice()
    assert "Noor" not in str(caught.value)


def test_a_time_without_a_zone_is_refused(register: Drawer) -> None:
    moment = datetime(2026, 11, 16)  # noqa: DTZ001 - the mistake under test
    row = RegisterAttachment(sha256="", name="", mime="", size=0, added_at=moment, data=b"")
    with pytest.raises(StatementError), register.write("file.kept") as session:
        session.add(row)


def test_a_closed_drawer_is_not_opened_again_by_what_comes_later(register: Drawer) -> None:
    register.close()
    with pytest.raises(Unavailable, match=r"vault\.closed"), register.read():
        pass
    with pytest.raises(Unavailable, match=r"vault\.closed"):
        register.note("file.kept")
    register.close()


def _add_and_fail(drawer: Drawer) -> None:
    with drawer.write("file.kept") as session:
        attachments.add(session, b"x", "a.txt", "text/plain")
        raise ZeroDivisionError
