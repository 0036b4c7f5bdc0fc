"""Orders the papers of a round: forms, reminders and the yearly overview, as files per group."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from app.consents.dates import BirthdayLine
from app.consents.rounds.lines import FormLine, RoundLine
from app.kernel.texts import _, ngettext
from app.letters.families.consent_letters import ReadyNotice
from app.letters.families.round_papers import GroupPaper, Papers, printed
from ui.kit.desk import Desk
from ui.kit.jobs import Progress
from ui.kit.saving import write


class PaperOrders(QObject):
    """Each asks for a folder first; long work shows how far it is and can be stopped."""

    def __init__(self, desk: Desk, owner: QObject) -> None:
        super().__init__(owner)
        self._desk = desk

    def forms(self, chosen: RoundLine, group: str | None = None) -> None:
        """The forms of a round, a file per group."""
        papers = self._desk.meldboek.consent_papers
        self._save(_("formulieren"), _("Formulieren maken"), lambda: papers.forms(chosen.id, group))

    def reminders(self, chosen: RoundLine, missing: Sequence[FormLine], group: str | None = None) -> None:
        """Letters to who has not answered; when the files are there, asks whether these go out now."""
        papers, rounds = self._desk.meldboek.consent_papers, self._desk.meldboek.consents.rounds
        ids = [line.id for line in missing]

        def note(yes: bool) -> None:
            if yes:
                self._desk.jobs.run(lambda: rounds.remind(ids), owner=self, done=lambda _none: None)

        def ask() -> None:
            text = ngettext(
                "Meldboek noteert dan bij {n} formulier dat er vandaag is herinnerd.",
                "Meldboek noteert dan bij {n} formulieren dat er vandaag is herinnerd.",
                len(ids),
            )
            self._desk.dialogs.ask(_("Gaan deze brieven vandaag mee?"), text, _("Noteren"), note, cancel=_("Nog niet"))

        read = lambda: papers.reminders(chosen.id, group)  # noqa: E731 - one call
        self._save(_("herinneringen"), _("Herinneringen maken"), read, ask)

    def yearly(self) -> None:
        """What holds now, per family."""
        papers = self._desk.meldboek.consent_papers
        self._save(_("overzicht"), _("Overzichten maken"), papers.overviews)

    def birthday(self, line: BirthdayLine) -> None:
        """The letter for a child who becomes 12 or 16; it comes in the tray."""
        letters, desk = self._desk.meldboek.consent_letters, self._desk

        def made(tray: tuple[int, ...]) -> None:
            desk.messages.info(_("De brief ligt in de printbak."))
            desk.go("letters", ("tray", tray[0]))

        def draw(ready: ReadyNotice) -> None:
            desk.jobs.render(ready.draw, owner=self, done=lambda pdfs: keep(ready, pdfs))

        def keep(ready: ReadyNotice, pdfs: tuple[bytes, ...]) -> None:
            desk.jobs.run(lambda: letters.keep(ready, pdfs), owner=self, done=made)

        desk.jobs.run(lambda: letters.ready_birthday(line.pupil.id, line.becomes), owner=self, done=draw)

    def _save(
        self, stem: str, title: str, read: Callable[[], Papers], then: Callable[[], object] = lambda: None
    ) -> None:
        def work(found: Papers, folder: Path, progress: Progress) -> int:
            def step(done: int, total: int) -> bool:
                progress.step(done / max(1, total), _("{done} van {total} gezinnen").format(done=done, total=total))
                return True

            made: tuple[GroupPaper, ...] = printed(found, step)
            for paper in made:
                write(folder / f"{stem} {paper.group or _('school')}.pdf".replace("/", "-"), paper.pdf)
            return sum(paper.sheets for paper in made)

        def draw(found: Papers, folder: Path) -> None:
            self._desk.jobs.run_long(
                title,
                lambda progress: work(found, folder, progress),
                owner=self,
                done=lambda count: self._told(count, then),
            )

        def chosen(folder: Path | None) -> None:
            if folder is not None:
                self._desk.jobs.run(read, owner=self, done=lambda found: draw(found, folder))

        self._desk.dialogs.choose_folder(_("Map voor de bestanden kiezen"), chosen)

    def _told(self, count: int, then: Callable[[], object]) -> None:
        then()
        families = ngettext("{n} gezin", "{n} gezinnen", count)
        text = _("De bladen voor {families} zijn bewaard, een bestand per groep. Broers en zussen liggen bij elkaar.")
        self._desk.messages.info(text.format(families=families))
