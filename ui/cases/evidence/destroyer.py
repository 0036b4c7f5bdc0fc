"""Takes what was destroyed out of the backups too, off the screen; what was broken off is taken up again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from app.cases.evidence.destruction import Destroying
from app.cases.service import Cases
from app.kernel.texts import _, ngettext
from app.vault.copies import forgetting
from app.vault.copies.forgetting import Forgotten
from ui.kit.desk import Desk


class Destroyer(QObject):
    """One per window; ``take_up`` when the school opens, ``go_on`` after a file was destroyed."""

    def __init__(self, desk: Desk, cases: Cases, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._cases = desk, cases

    def take_up(self) -> None:
        """Go on with what the computer was switched off in the middle of."""
        if self._desk.meldboek.user.role.leads:
            self._desk.jobs.run(self._cases.files.unfinished, owner=self, done=self._each)

    def go_on(self, begun: Destroying) -> None:
        """Take this out of the backups, and say how that went."""
        work = partial(forgetting.forget, self._desk.meldboek.store, begun.digests)
        self._desk.jobs.render(work, owner=self, done=partial(self._forgotten, begun))

    def _each(self, found: tuple[Destroying, ...]) -> None:
        for begun in found:
            self.go_on(begun)

    def _forgotten(self, begun: Destroying, result: Forgotten) -> None:
        if result.left:
            names = ", ".join(result.left)
            text = _("{file} is vernietigd, maar staat misschien nog in deze reservekopieën: {names}.")
            advice = _("Verwijder die zelf, of sluit de plek weer aan: Meldboek probeert het opnieuw bij het openen.")
            self._desk.messages.warning(f"{text.format(file=begun.name, names=names)} {advice}")
            return
        work = partial(self._cases.files.finish, begun.id, result.cleaned)
        self._desk.jobs.run(work, owner=self, done=lambda _none: self._tell(begun, result.cleaned))

    def _tell(self, begun: Destroying, cleaned: int) -> None:
        told = _("{file} is vernietigd. Er was geen reservekopie met dit bestand.").format(file=begun.name)
        if cleaned:
            copies = ngettext("{n} reservekopie", "{n} reservekopieën", cleaned)
            told = _("{file} is vernietigd, ook in {copies}.").format(file=begun.name, copies=copies)
        self._desk.messages.info(_("{told} Kopieën op een andere plek verwijdert u zelf.").format(told=told))
