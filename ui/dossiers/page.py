"""Dossiers: choose a person and a period, see the PDF, look at what was masked, save it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QTimer

from app.dossiers.rules import USUAL, WHOLE, Asked, Choices, Dossier, Version, Wanted
from app.kernel.errors import MeldboekError
from app.kernel.names import full
from app.kernel.texts import N_, _, ngettext
from app.people.rules import GuardianLine, Period, PersonKind
from app.vault.keys.keyring import Role
from ui.dossiers.locking import lock_sheet
from ui.dossiers.review import Review
from ui.dossiers.sight import Pages, Unfiled
from ui.dossiers.words import PARTS, VERSIONS, in_figures
from ui.kit.card import Card
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.jobs import Progress
from ui.kit.page import Page, Picture
from ui.kit.person_field import PersonField
from ui.kit.printing import ask_and_print
from ui.kit.saving import save_pdf
from ui.kit.words import CANCELLED

PAUSE = 600  # milliseconds after the last change before the preview follows
SOME = 8  # words named in a question
SIDE = 380


@dataclass(frozen=True)
class Shown:
    """A dossier with its PDF."""

    dossier: Dossier
    pdf: bytes


class DossiersPage(Page):
    """Open it with a person's id, or with nothing."""

    name = "dossiers"
    label = N_("Dossiers")
    icon = "book-user"
    roles: ClassVar[frozenset[Role]] = frozenset({Role.DIRECTOR, Role.BOARD, Role.COORDINATOR})
    topics: ClassVar[frozenset[str]] = frozenset({"cases", "measures", "letters", "people"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        casework = desk.meldboek.casework
        assert casework is not None  # noqa: S101 - the shell makes this page only for those who hold casework
        self._dossiers = casework.dossiers
        self._shown: Shown | None = None
        self._asked: Dossier | None = None
        self._opened: int | None = None
        self._requester: int | None = None
        self.header.set_title(_("Dossiers"), in_figures(None))
        if desk.meldboek.user.role.leads:
            self.header.add_button(_("AVG-verzoeken"), "", lambda: desk.go("access_requests", None))
        self.lock_button = self.header.add_button(_("Met wachtwoord opslaan"), "lock", self.save_locked)
        self.lock_button.setEnabled(False)
        self.print_button = self.header.add_button(_("Afdrukken"), "printer", self.print)
        self.print_button.setEnabled(False)
        self.button = self.header.add_button(_("Dossier opslaan"), "download", self.save, primary=True)
        self.button.setEnabled(False)
        self._arrange()

    def fetch(self) -> Dossier | None:
        person_id = self.person.value()
        if person_id is None:
            return None
        period = Period(self.start.value(), self.until.value())
        if person_id != self._opened:
            self._dossiers.open(person_id)
            self._opened = person_id
        wanted = Wanted(
            period,
            self.purpose.value(),
            frozenset(self.parts.value()),
            Version(str(self.version.value())),
            self.review.choices,
            self.requester.value(),
        )
        return self._dossiers.compile_as(person_id, wanted)

    def show_lines(self, lines: Dossier | None) -> None:
        if lines is not None and lines.person_id != self.person.value():
            return  # somebody else was chosen meanwhile
        self._asked = lines
        self._offer_paper(None)
        self.header.set_title(_("Dossiers"), in_figures(lines))
        self.review.show_dossier(lines)
        self.unfiled.show_cases(lines.unfiled if lines else ())
        if lines is None:
            self._draw(None)
        else:
            self.desk.jobs.run_long(
                _("Dossier maken"),
                partial(self._made, lines),
                owner=self,
                done=self._draw,
                failed=partial(self._stopped, lines),
            )

    def _made(self, dossier: Dossier, progress: Progress) -> Shown:
        def step(part: float) -> None:
            if dossier is not self._asked:
                progress.cancel()  # another choice was made meanwhile
            progress.step(part)

        return Shown(dossier, self._dossiers.pdf(dossier, step))

    def _offer_paper(self, shown: Shown | None) -> None:
        """What can be saved and printed is what was made of the choices above, never what was made before them."""
        self._shown = shown
        for each in (self.button, self.lock_button, self.print_button):
            each.setEnabled(shown is not None)

    def _stopped(self, dossier: Dossier, error: MeldboekError) -> None:
        """The drawing was stopped or went wrong: nothing is shown of it, and it can be asked again."""
        if dossier is self._asked:
            self.stack.show_instead(self.stack.not_made)
        if error.code != CANCELLED:
            self.desk.jobs.on_error(error)

    def _draw(self, lines: Shown | None) -> None:
        if lines is not None and lines.dossier is not self._asked:
            return  # something else was asked meanwhile
        self._offer_paper(lines)
        self.stack.show_pdf(lines.pdf if lines else b"")

    def open(self, target: object | None) -> None:
        asked = Asked(target) if isinstance(target, int) else target
        if isinstance(asked, Asked):
            people = self.desk.meldboek.people
            self._requester = asked.requester_id
            self.purpose.set_value(asked.purpose)
            if asked.purpose:  # somebody has a right to everything
                self.version.set_value(Version.FULL)
                self.parts.set_value(tuple(WHOLE))
            if asked.person_id != self._before:
                self._forget()
            self.desk.jobs.run(lambda: people.person(asked.person_id), owner=self, done=self._choose)
        else:
            self.refresh()

    def _when_looked_at(self, then: Callable[[], object]) -> None:
        """Ask first while there are words that nobody judged: one of them may be somebody's name."""
        open_words = self._shown.dossier.doubtful if self._shown is not None else ()
        if not open_words:
            then()
            return
        told = ngettext(
            "{n} woord is nog niet nagekeken; het kan de naam van iemand anders zijn:",
            "{n} woorden zijn nog niet nagekeken; het kunnen namen van anderen zijn:",
            len(open_words),
        )
        some = ", ".join(open_words[:SOME]) + (_(" …") if len(open_words) > SOME else "")
        self.desk.dialogs.ask(
            _("Nog niet alles nagekeken"), f"{told} {some}", _("Toch doorgaan"), lambda yes: then() if yes else None
        )

    def save(self) -> None:
        """Keep the dossier as a file outside the program; the log remembers that."""
        self._when_looked_at(self._save)

    def _save(self) -> None:
        if self._shown is not None:
            dossier, pdf = self._shown.dossier, self._shown.pdf
            name = _("Dossier {name}.pdf").format(name=dossier.name)
            save_pdf(self.desk, self, name, lambda: self._dossiers.export(dossier, pdf), title=_("Dossier opslaan"))

    def print(self) -> None:
        """Put the dossier on paper; the log remembers that, and by its number the paper can be recognised."""
        self._when_looked_at(self._print)

    def _print(self) -> None:
        if self._shown is not None:
            dossier, pdf, desk = self._shown.dossier, self._shown.pdf, self.desk
            keep = lambda: self._dossiers.printed(dossier, pdf)  # noqa: E731 - one expression
            ask_and_print(
                desk.jobs, desk.messages, self.window(), pdf, _("Het dossier is afgedrukt."),
                lambda: desk.jobs.run(keep, owner=self, done=lambda _none: None),
            )  # fmt: skip

    def save_locked(self) -> None:
        """Keep the dossier behind a password, for the next school or a lawyer."""
        self._when_looked_at(self._ask_password)

    def _ask_password(self) -> None:
        if self._shown is not None:
            self.desk.dialogs.open(lock_sheet(self.desk, self._shown.dossier.name, self._keep_locked))

    def _keep_locked(self, answer: tuple[str, str]) -> None:
        if self._shown is not None:
            dossier, pdf = self._shown.dossier, self._shown.pdf
            password, receiver = answer
            name = _("Dossier {name}, beveiligd.pdf").format(name=dossier.name)
            work = lambda: self._dossiers.export(dossier, pdf, password, receiver)  # noqa: E731 - one expression
            save_pdf(self.desk, self, name, work, title=_("Dossier opslaan"))

    @classmethod
    def pictures(cls, desk: Desk) -> Sequence[Picture]:
        """The page as it opens, and the dossier of somebody who had a measure."""
        casework = desk.meldboek.casework
        letters = casework.letters.recent() if casework else ()
        someone = next((line.about_id for line in letters if line.is_final and line.is_filed), None)
        return (Picture("dossier", lambda page: page.open(someone)), Picture("dossiers"))

    def _arrange(self) -> None:
        clock, today = self.desk.meldboek.clock, self.desk.meldboek.clock.today()
        self._timer = QTimer(self, singleShot=True, interval=0 if self.desk.jobs.inline else PAUSE)
        self._timer.timeout.connect(self.reload)
        form = Form(self.desk)
        kinds = frozenset({PersonKind.PUPIL, PersonKind.EMPLOYEE})
        purpose = TextField(placeholder=_("bijvoorbeeld inzage door mevrouw De Vries"))
        self.person = form.field("person", _("Persoon"), PersonField(self.desk, kinds=kinds))
        self.purpose = form.field("purpose", _("Gemaakt voor"), purpose, beside=True)
        anyone = ChoiceField([], blank=_("niet voor één ouder"))
        self.requester = form.field("requester", _("Voor welke ouder"), anyone, beside=True)
        self.start = form.field("start", _("Van"), DateField(clock))
        self.until = form.field("until", _("Tot en met"), DateField(clock, today), beside=True)
        versions = [(version, _(word)) for version, word in VERSIONS.items()]
        self.version = form.field("version", _("Versie"), ChoiceField(versions, Version.FULL), beside=True)
        parts = [(part, _(word)) for part, word in PARTS.items()]
        self.parts = form.field("parts", _("Onderdelen"), ChipsField(parts, tuple(USUAL), many=True))
        form.changed.connect(self._changed)
        self._form = form
        choose = Card()
        choose.add(form)
        self.stack = Pages(self.reload)
        self.pdf = self.stack.pdf
        self.unfiled = Unfiled(self.desk)
        pages = Card(padding=10)
        pages.add(self.stack)
        self.body.addWidget(choose)
        self.body.addWidget(self.unfiled)
        self.body.addWidget(pages, 1)
        self.review = Review(self._decided)
        self.review.hide()
        self.set_side(self.review, SIDE)
        self._before: int | None = None

    def _ask_guardians(self, person_id: int | None) -> None:
        """Who of the parents may be asking: only for a pupil."""
        people = self.desk.meldboek.people
        self.requester.set_options([])
        if person_id is not None:
            found = lambda: people.guardians_of([person_id]).get(person_id, ())  # noqa: E731 - for the lane
            self.desk.jobs.run(found, owner=self, done=self._offer)

    def _offer(self, guardians: Sequence[GuardianLine]) -> None:
        self.requester.set_options([(one.id, full(one.name)) for one in guardians])
        if self._requester in {one.id for one in guardians}:
            self.requester.set_value(self._requester)
            self._timer.start()
        self._requester = None
        self._form.mark_clean()

    def _choose(self, line: Any) -> None:
        self.person.set_value(line)
        self._changed()
        self._timer.stop()
        self.refresh()

    def _forget(self) -> None:
        """Nothing of the person before stays in sight, nor comes back when it is finished."""
        self._asked = None
        self._offer_paper(None)
        self.stack.show_instead(self.stack.making)
        self.header.set_title(_("Dossiers"), in_figures(None))
        self.review.show_dossier(None)
        self.unfiled.show_cases(())

    def _decided(self, _choices: Choices) -> None:
        self._offer_paper(None)
        self.reload()

    def _changed(self) -> None:
        self._offer_paper(None)
        if self.person.value() != self._before:
            self._before = self.person.value()
            self._forget()
            self.review.start_over()
            self._ask_guardians(self._before)
        self._form.mark_clean()  # a choice of what to show: there is nothing to save
        self._timer.start()
