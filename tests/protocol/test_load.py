"""The shipped protocol is complete, and a broken one is refused with file and key."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from app.kernel.errors import Invalid, Unavailable
from app.protocol.rules import Bound
from app.protocol.service import DATA, load_protocol
from app.sentences import sentence

PROTOCOL = load_protocol()


def test_every_article_of_the_protocol_stands_there() -> None:
    codes = [article.code for article in PROTOCOL.articles]
    assert codes == [
        f"{part}{n}" for part, last in (("A", 11), ("B", 5), ("C", 4), ("D", 7)) for n in range(1, last + 1)
    ]


def test_the_ladders_keep_the_order_of_the_protocol() -> None:
    assert [rung.kind for rung in PROTOCOL.ladder("employee").rungs] == [
        "WARNING",
        "SUSPENSION",
        "REPRIMAND",
        "DISMISSAL",
        "SUMMARY_DISMISSAL",
    ]
    assert [rung.kind for rung in PROTOCOL.ladder("pupil").rungs_for(Bound.PUPIL)] == [
        "CONVERSATION",
        "DEVICE_CUSTODY",
        "CONTENT_REMOVAL",
        "WARNING",
        "SUSPENSION",
        "REMOVAL",
    ]


def test_parents_are_never_suspended_or_removed() -> None:
    kinds = {rung.kind for rung in PROTOCOL.ladder("pupil").rungs_for(Bound.GUARDIAN)}
    assert kinds == {"CONVERSATION", "CONTENT_REMOVAL", "WARNING", "CONTACT_LIMIT", "ACCESS_BAN"}


def test_a_rung_carries_its_ladder() -> None:
    suspension = PROTOCOL.rung("employee.SUSPENSION")
    assert (suspension.ladder, suspension.kind, suspension.mandate) == ("employee", "SUSPENSION", True)


def test_each_channel_of_social_media_is_a_purpose_of_its_own() -> None:
    channels = {purpose.code for purpose in PROTOCOL.purposes if purpose.channel}
    names = ("FACEBOOK", "INSTAGRAM", "YOUTUBE", "LINKEDIN", "X", "TIKTOK")
    assert channels == {f"SOCIAL_PUBLIC.{name}" for name in names}
    assert all(PROTOCOL.purpose(code).policy == "ALL" for code in channels)


def test_personal_accounts_of_staff_are_off() -> None:
    off = [purpose.code for purpose in PROTOCOL.purposes if not purpose.default_on]
    assert off == ["PERSONAL_ACCOUNT_STAFF"]


def test_an_employees_part_has_kinds_of_its_own() -> None:
    codes = {category.code for category in PROTOCOL.categories_for(Bound.EMPLOYEE)}
    assert {
        "FUNCTION_NOT_NAMED",
        "DISCLAIMER_MISSING",
        "SCHOOL_NAME_HARMED",
        "MISSION_CONFLICT",
        "PRIVATE_CONTACT",
    } <= codes
    assert "PARENT_PUBLICATION" not in codes


def test_lookups_give_the_row_or_say_what_is_unknown() -> None:
    assert PROTOCOL.article("A8").title
    assert PROTOCOL.category("THREAT").severity == "serious"
    assert PROTOCOL.retention_of("pupil_dossier").span.count == 24
    assert PROTOCOL.phone("inspector").number == "09001113111"
    assert PROTOCOL.ladder("pupil").article == "D6"
    with pytest.raises(Invalid, match="unknown_code") as caught:
        PROTOCOL.ladder("parent")
    assert "parent" in sentence(caught.value)


def test_the_table_of_terms_holds_what_is_valid_on_a_day() -> None:
    assert "4a.consult" in PROTOCOL.term_table(date(2026, 1, 1))
    assert "4a.consult" not in PROTOCOL.term_table(date(2025, 12, 31))
    assert len(PROTOCOL.term_table()) == len(PROTOCOL.terms)


def test_a_term_may_start_before_its_first_version() -> None:
    assert PROTOCOL.term("consent.age12", date(2012, 2, 29)).key == "consent.age12"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "protocol"))


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        ("articles.toml", 'title = "Melden"\n', "", "article[A9].title"),
        ("articles.toml", 'title = "Melden"', 'title = ""', "article[A9].title"),
        ("articles.toml", 'code = "A9"', "code = 9", "article 9.code"),
        ("articles.toml", 'title = "Melden"', "title = 3", "article[A9].title"),
        ("articles.toml", 'code = "A9"', 'code = "A8"', "article[A8]"),
        ("articles.toml", 'code = "A9"\n', "", "article 9.code"),
        ("articles.toml", 'title = "Melden"', 'titel = "M"\ntitle = "Melden"', "article[A9].titel"),
        ("articles.toml", 'binds = ["leadership"]', 'binds = ["everybody"]', "article[A5].binds"),
        ("articles.toml", 'binds = ["leadership"]', 'binds = "leadership"', "article[A5].binds"),
        ("articles.toml", "valid_from = 2019-08-01", 'valid_from = "2019"', "article[A1].valid_from"),
        ("ladders.toml", 'article = "A11"', 'article = "A12"', "rung[pupil.CONVERSATION].article"),
        ("ladders.toml", '"receipt", "parents_informed"', '"receipts"', "rung[pupil.DEVICE_CUSTODY].advised"),
        ("ladders.toml", '"device.return"', '"device.back"', "rung[pupil.DEVICE_CUSTODY].terms"),
        ("ladders.toml", "mandate = true\nreq", "mandate = 1\nreq", "rung[pupil.SUSPENSION].mandate"),
        ("ladders.toml", 'retention = "device_receipt"', 'retention = "x"', "rung[pupil.DEVICE_CUSTODY].retention"),
        ("ladders.toml", '["teacher", "director"]', '["janitor"]', "rung[pupil.CONVERSATION].deciders"),
        ("categories.toml", 'severity = "light"', 'severity = "mild"', "category[LESSON_RECORDING].severity"),
        ("purposes.toml", 'policy = "ONE"', 'policy = "ANY"', "purpose[SCHOOL_GUIDE].policy"),
        ("terms.toml", "count = 7", 'count = "7"', "term[pupil.suspension.max].count"),
        ("terms.toml", "count = 0 }", "count = 0, x = 1 }", "term[pupil.suspension.inspectorate_over].target.x"),
        ("terms.toml", 'target = { unit = "days", count = 0 }', "target = 0", "inspectorate_over].target"),
        ("terms.toml", 'reason = "protocol.term_in_hours"\n', "", "term[4a.inform_board].reason"),
        ("retention.toml", 'unit = "years"', 'unit = "days"', "retention[pupil_dossier].unit"),
        ("inspector.toml", "[[domain]]", "[[subject]]", "subject"),
    ],
)
def test_a_wrong_row_is_named_with_file_and_key(copy: Path, file: str, old: str, new: str, key: str) -> None:
    change(copy, file, old, new)
    if key == "subject":
        (copy / file).write_text("[other]\n", encoding="utf-8")
        key = "domain"
    with pytest.raises(Unavailable) as caught:
        load_protocol(copy)
    told = sentence(caught.value)
    assert file in told
    assert key in told


def test_a_file_that_is_no_table_is_named(copy: Path) -> None:
    (copy / "terms.toml").write_text("dit is geen tabel", encoding="utf-8")
    with pytest.raises(Unavailable) as caught:
        load_protocol(copy)
    assert "terms.toml" in sentence(caught.value)


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "links.toml").unlink()
    with pytest.raises(Unavailable) as caught:
        load_protocol(copy)
    assert "links.toml" in sentence(caught.value)


def test_a_newer_version_of_a_row_wins_from_its_day(copy: Path) -> None:
    path = copy / "purposes.toml"
    newer = '\n[[purpose]]\ncode = "PRESS"\nlabel = "Krant"\nshort = "Krant"\naudience = "public"\npolicy = "ONE"\n'
    change(copy, "purposes.toml", 'short = "Pers"', 'short = "Pers"\nvalid_to = 2027-07-31')
    path.write_text(path.read_text(encoding="utf-8") + newer + "valid_from = 2027-08-01\n", encoding="utf-8")
    changed = load_protocol(copy)
    assert changed.purpose("PRESS", date(2026, 11, 16)).short == "Pers"
    assert changed.purpose("PRESS", date(2027, 8, 1)).short == "Krant"
    assert changed.purpose("PRESS").short == "Krant"
    with pytest.raises(Invalid):
        changed.purpose("PRESS", date(2019, 1, 1))
