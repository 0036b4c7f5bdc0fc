"""The card beside the list: everything the register knows of one person, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.dossiers.looks import LookLine
from app.kernel.clock import AMSTERDAM
from app.kernel.formats import phone, short_date
from app.kernel.names import full
from app.kernel.texts import _
from app.people.merge_rules import MergeLine
from app.people.rules import (
    Authority,
    EmployeeLine,
    GroupYearLine,
    GuardianCard,
    GuardianLine,
    PersonKind,
    PersonLine,
    PupilCard,
)
from app.vault.keys.keyring import Role
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.flow import FlowLayout
from ui.kit.labels import bare, hairline, label
from ui.kit.layouts import Scroll, clear, column, holder, row
from ui.kit.rows import FactRow
from ui.kit.tag import Tag, TagText
from ui.people import words
from ui.people.blocks import period_words, whom_words

FACT = 108
KNOW_WHY = frozenset({Role.DIRECTOR, Role.BOARD, Role.COORDINATOR})


class PersonPanel(QWidget):
    """Shows one person; ``wanted`` says what the user wants to do and with what."""

    wanted = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        bare(self)
        self._desk = desk
        self.merges: tuple[MergeLine, ...] = ()
        self.nicknames: Mapping[int, tuple[str, ...]] = {}
        self.person: PersonLine | None = None
        self._card = Card(padding=18)
        self._scroll = Scroll(gap=8)
        self._card.body.addWidget(self._scroll)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._card)
        self.show_nobody()

    @property
    def body(self) -> QVBoxLayout:
        """Where the card's lines stand."""
        return self._scroll.body

    def show_nobody(self) -> None:
        """Nobody is chosen."""
        self.person = None
        clear(self.body)
        empty = EmptyState("circle-user-round", _("Niemand gekozen"), _("Kies iemand in de lijst."))
        empty.setMinimumHeight(300)
        self.body.addWidget(empty)

    def show_pupil(self, card: PupilCard) -> None:
        """Everything about a pupil."""
        today = self._desk.meldboek.clock.today()
        self.person = PersonLine(card.id, PersonKind.PUPIL, card.name, words.group(card.group))
        self._head(
            full(card.name),
            (words.group(card.group), words.age(card.birth_date, today), card.number),
            words.pupil_tag(card),
        )
        self._verbs((_("Wijzigen"), "pencil", "change_pupil", card), (_("Toestemmingen"), "camera", "consents", card))
        self._section(_("Ouders en verzorgers"), _("Toevoegen"), "add_guardian", card)
        for at, line in enumerate(card.guardians):
            if at:
                self.body.addWidget(hairline())
            self._guardian(line, card)
        if not card.guardians:
            self._say(_("Nog niemand bekend. Zonder ouder kan niemand toestemming geven."))
        self._section(_("Gegevens"))
        self._fact(_("Geboren"), short_date(card.birth_date) if card.birth_date else "")
        self._fact(_("Leerjaar"), "" if card.year_group is None else str(card.year_group))
        self._fact(_("Op school sinds"), short_date(card.enrol_date) if card.enrol_date else "")
        self._fact(_("Uitgeschreven"), short_date(card.leave_date) if card.leave_date else "")
        self._fact(_("Adres"), words.one_line(card.address))
        self._past(card.id)
        self._blocking(card)
        self._called()
        self._looked()
        self._merging()

    def show_guardian(self, card: GuardianCard) -> None:
        """A guardian with the children."""
        self.person = PersonLine(card.id, PersonKind.GUARDIAN, card.name, _("ouder of verzorger"))
        self._head(full(card.name), (_("ouder of verzorger"),))
        self._verbs((_("Wijzigen"), "pencil", "change_guardian", card))
        self._section(_("Kinderen op school"))
        for pupil, relation in zip(card.pupils, card.relations, strict=True):
            self._ward(pupil, relation)
        self._contact(card.phone, card.email)
        self._fact(_("Adres"), words.one_line(card.address))
        self._called()
        self._merging()

    def show_employee(self, line: EmployeeLine) -> None:
        """An employee."""
        self.person = PersonLine(line.id, PersonKind.EMPLOYEE, line.name, line.job_title)
        self._head(full(line.name), (line.job_title,), words.task_tag(line))
        self._verbs((_("Wijzigen"), "pencil", "change_employee", line))
        self._contact(line.phone, line.email)
        self._fact(_("In dienst sinds"), short_date(line.start_date) if line.start_date else "")
        self._fact(_("Tot en met"), short_date(line.end_date) if line.end_date else "")
        self._called()
        self._looked()
        self._merging()

    def _head(self, name: str, details: tuple[str, ...], tag: TagText | None = None) -> None:
        clear(self.body)
        self.body.addWidget(label(name, "heading", wrap=True))
        self.body.addWidget(label(" · ".join(part for part in details if part), "quiet", wrap=True))
        if tag is not None:
            self.body.addWidget(holder(row(Tag(tag.text, tag.tone, tag.icon), 1)))

    def _verbs(self, *verbs: tuple[str, str, str, object]) -> None:
        inside = FlowLayout(8)
        for text, icon, what, about in (*verbs, *self._of_cases()):
            inside.addWidget(button(text, icon, self._asking(what, about)))
        self.body.addSpacing(2)
        self.body.addWidget(holder(inside))

    def _of_cases(self) -> tuple[tuple[str, str, str, object], ...]:
        """The way to the cases of this person, for who may have some to see."""
        may = self._desk.meldboek.user.role.holds_casework and self.person is not None
        return ((_("Zaken"), "folder-open", "cases", full(self.person.name)),) if may and self.person else ()

    def _section(self, title: str, verb: str = "", what: str = "", about: object = None) -> None:
        self.body.addSpacing(8)
        heading = row(label(title, "section"), 1)
        if verb:
            heading.addWidget(self._quiet(verb, title, what, about))
        self.body.addWidget(holder(heading))

    def _guardian(self, line: GuardianLine, card: PupilCard) -> None:
        name, tag = full(line.name), words.authority_tag(line.authority)
        reach = " · ".join(part for part in (_(words.RELATIONS[line.relation]), phone(line.phone)) if part)
        said = column(row(label(name, "strong", wrap=True), Tag(tag.text, tag.tone, tag.icon)), gap=2)
        for text in (reach, line.email, words.authority_source(line)):
            if text:
                said.addWidget(label(text, "secondary", wrap=True))
        verb = _("Gezag bevestigen") if line.authority is Authority.ASSUMED else _("Gezag wijzigen")
        said.addLayout(row(self._quiet(verb, name, "authority", (card, line)),
                           self._quiet(_("Wijzigen"), name, "change_guardian_of", line), 1, gap=4))  # fmt: skip
        self.body.addWidget(holder(said))

    def _quiet(self, verb: str, name: str, what: str, about: object) -> QPushButton:
        made = button(verb, "", self._asking(what, about), "quiet")
        made.setAccessibleName(f"{verb}: {name}")
        return made

    def _ward(self, pupil: PersonLine, relation: GuardianLine) -> None:
        tag = words.authority_tag(relation.authority)
        opened = button(full(pupil.name), "", self._asking("open", pupil.id), "link")
        detail = label(f"{_(words.RELATIONS[relation.relation])} · {pupil.detail}", "secondary", wrap=True)
        self.body.addWidget(holder(column(row(opened, 1, Tag(tag.text, tag.tone, tag.icon)), detail, gap=2)))

    def _say(self, text: str) -> None:
        self.body.addWidget(label(text, "quiet", wrap=True))

    def _past(self, pupil: int) -> None:
        """The groups of earlier school years, read when somebody asks for them."""
        self._section(_("Groepen per schooljaar"), _("Tonen"), "history", pupil)
        self._years = column(gap=4)
        self.body.addWidget(holder(self._years))

    def show_history(self, lines: Sequence[GroupYearLine]) -> None:
        """The groups in which the pupil of the card sat, the newest first."""
        clear(self._years)
        for line in reversed(lines):
            self._years.addWidget(FactRow(line.school_year, words.group(line.group), FACT))

    def _called(self) -> None:
        """What this person is called beside the name: a dossier masks that too."""
        if self.person is not None:
            found = self.nicknames.get(self.person.id, ())
            self._section(_("Ook bekend als"), _("Wijzigen"), "nicknames", (self.person, found))
            self._say(", ".join(found) if found else _("Nog niets ingevuld: roepnaam, bijnaam of accountnaam."))

    def _looked(self) -> None:
        """Who looked at the dossier, read when somebody asks for it; for leadership."""
        if self.person is not None and self._desk.meldboek.user.role.leads:
            self._section(_("Wie het dossier bekeek"), _("Tonen"), "looks", self.person.id)
            self._looks = column(gap=4)
            self.body.addWidget(holder(self._looks))

    def show_looks(self, lines: Sequence[LookLine]) -> None:
        """Who looked, the newest first."""
        clear(self._looks)
        for line in lines:
            told = f"{line.by} · {_(words.LOOKS[line.verb])}"
            self._looks.addWidget(FactRow(short_date(line.at.astimezone(AMSTERDAM).date()), told, FACT))
        if not lines:
            self._looks.addWidget(label(_("Nog niemand."), "quiet", wrap=True))

    def _contact(self, number: str, email: str) -> None:
        self._section(_("Gegevens"))
        self._fact(_("Telefoon"), phone(number))
        self._fact(_("E-mail"), email)

    def _fact(self, word: str, text: str) -> None:
        if text:
            self.body.addWidget(FactRow(word, text, FACT))

    def _blocking(self, card: PupilCard) -> None:
        if self._desk.meldboek.user.role not in KNOW_WHY:
            return
        self._section(_("Afscherming"), _("Afschermen"), "block", card)
        if not card.blocked:
            self._say(_("Niet afgeschermd: de antwoorden op toestemming gelden."))
        today = self._desk.meldboek.clock.today()
        for block in (block for block in card.blocks if block.period.holds(today)):
            whom = whom_words(block.whom)
            self._fact(_("Voor"), whom)
            self._fact(_("Periode"), period_words(block.period))
            self._fact(_("Reden"), block.reason)
            lift = self._quiet(_("Opheffen"), _("Afscherming voor {whom}").format(whom=whom), "unblock", (card, block))
            self.body.addWidget(holder(row(lift, 1)))

    def _merging(self) -> None:
        """Who was merged into this person, each to undo; and the way to merge another."""
        person = self.person
        if person is None:
            return
        self._section(_("Dubbel ingevoerd"), _("Samenvoegen"), "merge", person)
        for line in self.merges:
            if line.kept.id == person.id:
                told = _("{name} is hierin opgegaan op {date}.")
                self._say(told.format(name=line.gone_name, date=short_date(line.at.date())))
                undo = self._quiet(_("Ongedaan maken"), line.gone_name, "unmerge", line.id)
                self.body.addWidget(holder(row(undo, 1)))

    def _asking(self, what: str, about: object) -> Callable[[], None]:
        return lambda: self.wanted.emit(what, about)
