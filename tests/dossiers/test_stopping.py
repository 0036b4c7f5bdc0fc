"""A large dossier tells how far it is, and can be stopped; what was made before it is then not to be saved."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.kernel.errors import Refused
from tests.dossiers.conftest import Archive
from ui.dossiers.page import DossiersPage
from ui.kit import jobs as lanes
from ui.kit.desk import Desk
from ui.kit.jobs import Jobs

LONG = "Een gesprek van een half uur over de afspraken. " * 30


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def test_every_page_tells_how_far_it_is_and_may_stop_the_work(archive: Archive) -> None:
    for number in range(12):
        archive.file(LONG, archive.office.cast.pien, title=f"Gesprek {number}")
    archive.letters()
    dossier = archive.dossiers.compile(archive.office.cast.pien)
    told: list[float] = []
    archive.dossiers.pdf(dossier, told.append)
    assert told == sorted(told)
    assert len(told) > 6
    assert 0 < told[0] < told[-1] <= 1

    def stop(part: float) -> None:
        if part > told[3]:
            raise Refused("kit.cancelled")

    with pytest.raises(Refused, match=r"^kit\.cancelled$") as stopped:
        archive.dossiers.pdf(dossier, stop)
    assert stopped.value.code == "kit.cancelled"


def test_a_dossier_that_was_stopped_can_be_made_again(
    meldboek: Meldboek, archive: Archive, jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast = archive.office.cast
    for number in range(60):
        archive.file(LONG, cast.pien, title=f"Gesprek {number}")
    page = DossiersPage(Desk(meldboek, jobs))
    page.resize(1440, 900)
    page.show()
    page.open(cast.stijn)
    qtbot.waitUntil(page.button.isEnabled, timeout=20_000)
    monkeypatch.setattr(lanes, "PROGRESS_AFTER", 0)
    stop = jobs.takes_long.connect(lambda progress: progress.cancel())
    page.open(cast.pien)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.stack.not_made, timeout=20_000)
    assert not page.button.isEnabled()
    assert page.pdf.pages == 0
    jobs.takes_long.disconnect(stop)
    page.reload()
    qtbot.waitUntil(page.button.isEnabled, timeout=60_000)
    assert page.pdf.pages > 10
    shiboken6.delete(page)  # before the lanes close: nothing comes in after that
