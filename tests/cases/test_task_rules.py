"""Which tasks are proposed when."""

from __future__ import annotations

from datetime import date

from app.cases.rules import Status
from app.cases.task_rules import TEMPLATES, fitting


def codes(phase: Status, *categories: str, taken: tuple[str, ...] = ()) -> list[str]:
    return [one.code for one in fitting(phase, categories, taken)]


def test_a_fake_account_asks_for_the_platform_and_passwords_at_first() -> None:
    assert codes(Status.FACTS, "IMPERSONATION") == [
        "teacher",
        "report_back",
        "platform",
        "passwords",
        "send_report",
        "still_online",
    ]
    assert codes(Status.FACTS, "IMPERSONATION", taken=("teacher", "platform"))[0] == "report_back"


def test_without_a_kind_only_what_fits_the_phase_is_proposed() -> None:
    assert codes(Status.EVALUATION) == ["look_back"]
    assert codes(Status.AFTERCARE) == ["speaker", "aftercare_week", "aftercare_month", "repair"]


def test_tasks_are_due_on_working_days() -> None:
    due = {one.code: one.due(date(2026, 11, 20)) for one in TEMPLATES}
    assert due["safety"] == date(2026, 11, 20)
    assert due["teacher"] == date(2026, 11, 23)
