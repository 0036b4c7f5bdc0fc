"""Backups by themselves: every half hour of changes, and when the program closes; the work stays off the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.kernel.errors import MeldboekError
from app.kernel.formats import long_time
from app.kernel.texts import _
from app.vault.copies import keeping
from app.vault.copies.keeping import Kept
from app.vault.copies.reading import ReadingStore
from app.vault.door import asking
from app.vault.door.asking import Question
from app.vault.keys.keyring import CASEWORK, REGISTER
from ui.kit.desk import Desk
from ui.kit.words import sentence_of

LOOK_EVERY, DOOR_EVERY = 60_000, 3_000  # milliseconds
BACKUPS = "backups"


class Keeper(QObject):
    """Publishes the topic ``backups`` after each one. A backup that fails is told once, until one succeeds."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = self._complained = False
        self._asked: Question | None = None
        self._door = QTimer(self, interval=DOOR_EVERY)
        self._door.timeout.connect(self.look_at_door)
        self._clock = QTimer(self, interval=LOOK_EVERY)
        self._clock.timeout.connect(self.look)

    def start(self) -> None:
        """Look every minute from now on, and now; once, whether the files are as they were written."""
        if self._desk.meldboek.store.read_only:
            self._tell_reading()
            return
        self._clock.start()
        self._door.start()
        self.look()
        store, lane = self._desk.meldboek.store, self._desk.jobs.on_lane
        self._desk.jobs.run(lambda: store.older, owner=self, done=self._tell_older)  # after the greeting
        self._desk.jobs.render(lambda: store.damaged(lane), owner=self, done=self._tell_damage, failed=_say_nothing)

    def stop(self) -> None:
        """The store is about to close."""
        self._clock.stop()
        self._door.stop()

    def look_at_door(self) -> None:
        """Hear whether somebody else would like to open the store."""
        meldboek = self._desk.meldboek
        self._desk.jobs.render(
            lambda: asking.asked(meldboek.store.folder, meldboek.clock.now()), owner=self, done=self._tell_asked
        )

    def look(self) -> None:
        """Make a backup when one is due."""
        store = self._desk.meldboek.store
        if not self._busy:
            self._busy = True
            self._desk.jobs.run(
                lambda: keeping.is_due(store), owner=self, done=self._keep_if, failed=lambda _error: self._rest()
            )

    def keep(self, done: Callable[[Kept], object], failed: Callable[[MeldboekError], object]) -> None:
        """Make one now, beside the lane of the database."""
        store, lane = self._desk.meldboek.store, self._desk.jobs.on_lane
        self._desk.jobs.run_long(
            _("Reservekopie maken"),
            lambda progress: keeping.keep(store, lane=lane, step=progress.step),
            owner=self,
            done=lambda kept: self._kept(kept, done),
            failed=failed,
        )

    def keep_then(self, then: Callable[[], object], failed: Callable[[MeldboekError], object]) -> None:
        """Go on when what changed lies in a backup; at once when nothing changed."""
        store = self._desk.meldboek.store
        if store.read_only:
            then()
            return
        made: Callable[[Kept], object] = lambda _kept: then()  # noqa: E731 - one expression
        self._desk.jobs.run(
            lambda: keeping.is_changed(store),
            owner=self,
            done=lambda changed: self.keep(made, failed) if changed else then(),
            failed=failed,
        )

    def close_store(
        self, then: Callable[[], object], failed: Callable[[MeldboekError], object], *, copied: bool
    ) -> None:
        """Close the store, after copying what changed (``copied``); a copy that fails does not keep it open."""
        store = self._desk.meldboek.store

        def close() -> None:
            self._desk.jobs.run(store.close, owner=self, done=lambda _none: then(), failed=failed)

        if copied:
            self.keep_then(close, lambda _error: close())
        else:
            close()

    def _keep_if(self, due: bool) -> None:
        if due:
            self.keep(lambda _kept: self._rest(), self._complain)
        else:
            self._rest()

    def _rest(self) -> None:
        self._busy = False

    def _complain(self, error: MeldboekError) -> None:
        self._busy = False
        if not self._complained:
            self._complained = True
            self._desk.messages.error(sentence_of(error))

    def _tell_asked(self, question: Question | None) -> None:
        if question is not None and question != self._asked:
            words = _(
                "{who} wil dit Meldboek openen, op computer {where}. Bent u klaar, kies dan Vergrendel. Wat u typte, "
                "blijft bewaard."
            )
            self._desk.messages.warning(words.format(who=question.who, where=question.where))
        self._asked = question

    def _tell_reading(self) -> None:
        store = self._desk.meldboek.store
        if isinstance(store, ReadingStore):
            words = _("U leest een kopie van {when}. U kunt alles bekijken; wijzigen kan hier niet.")
            self._desk.messages.warning(words.format(when=long_time(store.made_at)))

    def _tell_damage(self, drawers: tuple[str, ...]) -> None:
        if drawers:
            words = _(
                "Een bestand van dit Meldboek is beschadigd: {files}. Werk er niet in verder. Zet bij Beheer, "
                "Reservekopieën, een kopie terug, en bewaar de map."
            )
            self._desk.messages.error(words.format(files=_named(drawers)))

    def _tell_older(self, drawers: tuple[str, ...]) -> None:
        if drawers:
            words = _(
                "Een bestand van dit Meldboek is ouder dan het laatst was: {files}. Is er buiten Meldboek om een oude "
                "kopie teruggezet? Wat daarna is gedaan, staat er niet in. Zet bij Beheer, Reservekopieën, de nieuwste "
                "kopie terug."
            )
            self._desk.messages.error(words.format(files=_named(drawers)))

    def _kept(self, kept: Kept, done: Callable[[Kept], object]) -> None:
        self._complained = False
        self._desk.changes.publish(frozenset({BACKUPS}))
        done(kept)


def _named(drawers: tuple[str, ...]) -> str:
    names = {REGISTER: _("leerlingen en toestemmingen"), CASEWORK: _("zaken")}
    return ", ".join(names[drawer] for drawer in drawers)


def _say_nothing(_error: MeldboekError) -> None:
    """Looking by itself failed: the page Gezondheid tells why when somebody asks."""
