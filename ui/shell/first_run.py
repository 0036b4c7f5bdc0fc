"""The first run, step by step: the school, the director, the recovery key typed back, done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.kernel.clock import Clock
from app.kernel.errors import Invalid, MeldboekError
from app.kernel.texts import _
from app.vault.door import place
from app.vault.keys.recovery import new_recovery_key
from ui.kit.dialogs import Dialogs
from ui.kit.jobs import Jobs
from ui.kit.labels import label
from ui.kit.messages import MessageBar, Messages
from ui.kit.saving import write
from ui.shell.first_steps import DirectorStep, KeyStep, SchoolStep, StepCard, WelcomeStep
from ui.shell.places import sample_folder
from ui.shell.unlock import logo

if TYPE_CHECKING:
    from app.application import Meldboek


class FirstRun(QWidget):
    """``opened`` carries the new program; ``store_wanted`` a folder to unlock instead."""

    opened = Signal(object)
    store_wanted = Signal(object)

    def __init__(self, jobs: Jobs, dialogs: Dialogs, clock: Clock) -> None:
        super().__init__()
        self.setProperty("look", "canvas")
        self._jobs, self._dialogs, self._clock = jobs, dialogs, clock
        self._key = new_recovery_key()
        self._messages = Messages()
        self.welcome = WelcomeStep(self._to_school, self.show_sample, self._open_existing)
        self.school = SchoolStep(dialogs, self._to_director, lambda: self.turn(self.welcome))
        names = lambda: (self.school.name.value(), self.school.board.value())  # noqa: E731 - one expression
        self.director = DirectorStep(self.make_school, self._to_school, names)
        self.key = KeyStep(self._save_paper, self._print_paper, self.finish)
        self.steps = QStackedWidget()
        self.steps.setProperty("look", "bare")
        for step in (self.welcome, self.school, self.director, self.key):
            self.steps.addWidget(step)
            step.grown.connect(self._resize)
        self._counter = label("", "secondary")
        self._lay()
        self.turn(self.welcome)

    def make_school(self) -> None:
        """Show the recovery key of the store that will be made once it was typed back."""
        if self.director.check():
            self.key.show_key(self._key)
            self.turn(self.key)

    def finish(self) -> None:
        """Make the store and open it; only now, so that a first run that was broken off leaves nothing behind."""
        if not self.key.check():
            return
        self.key.busy(True)
        folder, names = self.school.folder, (self.school.name.value(), self.school.board.value())
        director = self.director.name.value(), self.director.passphrase.edit.text()
        key, clock = self._key, self._clock
        self._jobs.run(
            lambda: _create(folder, names, director, key, clock),
            owner=self,
            done=self.opened.emit,
            failed=self._not_created,
        )

    def show_sample(self) -> None:
        """Make the sample school, unless it is there already, and open it."""
        self.welcome.busy(_("De voorbeeldschool wordt gemaakt"))
        clock = self._clock
        self._jobs.run(lambda: _sample(clock), owner=self, done=self.opened.emit, failed=self._no_sample)

    def pictures(self, key: str) -> tuple[tuple[str, StepCard], ...]:
        """The steps with something in them, for the pictures."""
        self.school.name.set_value("Basisschool De Wilgenhof")
        self.school.board.set_value("Stichting De Waaier")
        self.school.use_folder(Path("Documenten") / "Meldboek")
        self.director.name.set_value("E. Terpstra")
        self.key.show_key(key)
        return (
            ("welkom", self.welcome),
            ("school", self.school),
            ("directeur", self.director),
            ("herstelsleutel", self.key),
        )

    def _lay(self) -> None:
        outer = QVBoxLayout(self)
        outer.setSpacing(0)
        outer.addStretch(4)
        middle = Qt.AlignmentFlag.AlignHCenter
        outer.addWidget(logo(), 0, middle)
        outer.addSpacing(10)
        outer.addWidget(self._counter, 0, middle)
        outer.addSpacing(22)
        outer.addWidget(self.steps, 0, middle)
        outer.addSpacing(18)
        foot = label(_("Alles blijft versleuteld op deze computer. Meldboek gaat nooit online."), "secondary")
        outer.addWidget(foot, 0, middle)
        outer.addStretch(5)
        self._bar = MessageBar(self._messages, self)

    def turn(self, step: StepCard) -> None:
        """Go to a step."""
        at = self.steps.indexOf(step)
        self._counter.setText(_("Stap {at} van {all}").format(at=at, all=3) if at else "")
        for each in range(self.steps.count()):
            card = self.steps.widget(each)
            if card is not None:
                card.setVisible(card is step)
        self.steps.setCurrentWidget(step)
        self.steps.setFixedHeight(step.wanted_height())
        step.begin()

    def _to_school(self) -> None:
        self.turn(self.school)

    def _to_director(self) -> None:
        if not self.school.check():
            return
        try:
            place.check(self.school.folder)
        except MeldboekError as error:
            self.school.show_error(error)
        else:
            self.turn(self.director)

    def _not_created(self, error: MeldboekError) -> None:
        self.key.busy(False)
        wrong = isinstance(error, Invalid) and error.field in {"name", "passphrase"}
        if not wrong and error.code in {"vault.folder_not_empty", "vault.no_rights"}:
            self.turn(self.school)
            self.school.show_error(error)
        else:
            self.turn(self.director)
            self.director.show_error(error)
        self._resize()

    def _no_sample(self, error: MeldboekError) -> None:
        self.welcome.busy("")
        self.welcome.show_error(error)
        self._resize()

    def _resize(self) -> None:
        step = self.steps.currentWidget()
        if isinstance(step, StepCard):
            self.steps.setFixedHeight(step.wanted_height())

    def _open_existing(self) -> None:
        self._dialogs.choose_folder(_("Kies de map van de school"), self._chosen)

    def _chosen(self, folder: Path | None) -> None:
        if folder is not None:
            self.store_wanted.emit(folder)

    def _save_paper(self) -> None:
        title, name = _("Herstelsleutel bewaren"), _("Herstelsleutel Meldboek.pdf")
        self._dialogs.save_file(title, name, self._write_paper)

    def _write_paper(self, path: Path | None) -> None:
        if path is not None:
            said = _("De herstelsleutel is bewaard. Druk hem af en bewaar het bestand niet op deze computer.")
            self._jobs.render(
                lambda: write(path, self._paper()),
                owner=self,
                done=lambda _name: self._messages.info(said),
                failed=self.key.show_error,
            )

    def _print_paper(self) -> None:
        # The part of Qt that prints is large, and most people print one thing here.
        from ui.kit.printing import ask_and_print  # noqa: PLC0415

        said = _("De herstelsleutel is naar de printer gestuurd.")
        show = lambda data: ask_and_print(self._jobs, self._messages, self.window(), data, said)  # noqa: E731 - one expression
        self._jobs.render(self._paper, owner=self, done=show, failed=self.key.show_error)

    def _paper(self) -> bytes:
        # ReportLab is loaded when somebody wants the paper.
        from app.school.recovery_paper import recovery_paper  # noqa: PLC0415

        return recovery_paper(self.school.name.value(), self._key, self._clock.now())


def _create(folder: Path, names: tuple[str, str], director: tuple[str, str], key: str, clock: Clock) -> Meldboek:
    # Loaded on the lane while the user types; see ui.shell.main.
    from app.application import start  # noqa: PLC0415
    from app.school.rules import NewProfile  # noqa: PLC0415
    from app.vault.keys.keyring import NewUser, Role  # noqa: PLC0415
    from app.vault.store import create_store  # noqa: PLC0415

    first = NewUser(director[0], Role.DIRECTOR, director[1])
    store, _key = create_store(folder, names[0], first, clock, recovery_key=key)
    meldboek = start(store)
    meldboek.school.save_profile(NewProfile(*names))
    return meldboek


def _sample(clock: Clock) -> Meldboek:
    # Loaded on the lane; most schools look at the sample once or never.
    from app.application import open_meldboek  # noqa: PLC0415
    from app.sample.school import build  # noqa: PLC0415
    from app.sample.source import read  # noqa: PLC0415

    folder = sample_folder()
    if not (folder / "keys.json").exists():
        build(folder, clock)
    director = read("school")["user"][0]
    return open_meldboek(folder, director["name"], director["passphrase"], clock)
