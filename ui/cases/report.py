"""Taking down a report: one page, by keyboard in under two minutes, and nothing typed is ever lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from app.cases.beside.category_lines import CategoryLine, heaviest
from app.cases.evidence.loose import REPORT
from app.cases.inputs import LookAlike, NewReport
from app.cases.lines import SimilarCase
from app.cases.report_templates import TEMPLATES, ReportTemplate
from app.cases.rules import CaseSeverity, Place, ReportedHow, ReportedTo
from app.cases.service import Cases
from app.kernel.clock import AMSTERDAM, Clock
from app.kernel.errors import Invalid
from app.kernel.texts import _
from ui.cases.evidence.files_field import FilesField
from ui.cases.evidence.incoming import PasteFilter
from ui.cases.involved_field import InvolvedField
from ui.cases.report_drafts import FIRST
from ui.cases.words import options, severity_tag
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField, TimeField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, CheckField, ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.labels import label
from ui.kit.layouts import Scroll, holder, row
from ui.kit.rows import PersonRow
from ui.kit.words import sentence_of

PLATFORMS = ("WhatsApp", "Snapchat", "TikTok", "Instagram", "YouTube", "Facebook", "Discord", "Roblox", "Teams")
LOOK_AFTER, SHORTEST_NAME = 500, 3
NARROW, SIDE = 960, (264, 318)


class ReportForm(Form):
    """The fields of a report."""

    def __init__(self, desk: Desk, key: str, kinds: Sequence[CategoryLine] = ()) -> None:
        drawer = desk.meldboek.store.casework
        super().__init__(desk, drafts=(drawer, REPORT, key) if drawer else None)
        self._ask_what(desk)
        self.files = FilesField(desk, drawer, key) if drawer is not None else None
        if self.files is not None:
            self.field("evidence", _("Bewijs"), self.files)
            self.saved.connect(self.files.forget)
        self.section(_("Wie zijn erbij betrokken"))
        who_too = _("Ook wie het meldde: kies daar de rol melder.")
        self.involved = self.field("involved", "", InvolvedField(desk, kinds), who_too)
        self.involved.set_name(_("Betrokkenen"))
        self._ask_how(desk.meldboek.clock)
        self.how.changed.connect(self._fit)
        self.involved.changed.connect(self._fit)
        self._fit()
        self.need("title", sentence_of(Invalid("title", "cases.no_title")))
        self.need("severity", _("Kies een eerste inschatting. U kunt die later veranderen."))
        self.need("knowledge_at", sentence_of(Invalid("knowledge_at", "cases.no_knowledge")))

    def _ask_what(self, desk: Desk) -> None:
        self.section(_("Wat is er gebeurd"))
        self.title = self.field("title", _("In één regel"), TextField())
        summary = AreaField(lines=3, placeholder=_("Wat vertelt de melder? Schrijf feiten op, geen oordeel."))
        self.summary = self.field("summary", _("Het verhaal"), summary)
        self.field("happened_on", _("Wanneer"), DateField(desk.meldboek.clock, past=True))
        about = TextField(placeholder=_("zoals vorige week"))
        self.field("happened_about", _("Of ongeveer"), about, beside=True)
        places = ChoiceField(options("place", Place), blank=_("nog niet bekend"))
        self.field("place", _("Waar"), places, beside=True)
        self.platform = self.field("platform", _("Platform"), _platform_field())
        self.account = self.field("account", _("Account, groep of adres"), TextField(), beside=True, share=2)

    def _ask_how(self, clock: Clock) -> None:
        self.section(_("De melding"))
        ways = ChoiceField(options("reported_how", ReportedHow))
        self.how = self.field("reported_how", _("Hoe kwam die binnen"), ways)
        reported_to = ChoiceField(options("reported_to", ReportedTo), ReportedTo.LEADERSHIP)
        self.field("reported_to", _("Bij wie"), reported_to, beside=True)
        today = clock.today()
        self.field("knowledge_at", _("Leiding weet het sinds"), DateField(clock, today, past=True), share=4)
        now = clock.now().timetz().replace(second=0, microsecond=0)
        since = self.field("knowledge_time", _("Om"), TimeField(now), beside=True, share=2)
        since.set_name(_("Leiding weet het sinds hoe laat"))
        first = ChipsField(options("severity", CaseSeverity))
        self.severity = self.field("severity", _("Eerste inschatting"), first, beside=True, share=5)
        self._proposed: CaseSeverity | None = None
        self.behalf = self.field(
            "on_behalf_of", _("Namens wie"), TextField(placeholder=_("alleen bij een gesprek namens iemand"))
        )
        self.field("reporter_protected", "", CheckField(_("De naam van de melder blijft beschermd")))
        self.field("personal_data", "", CheckField(_("Er zijn persoonsgegevens gedeeld (A2)")))

    def begin(self) -> None:
        super().begin()
        if self.files is not None:
            self.files.begin()

    def _fit(self) -> None:
        """Ask for whom somebody spoke only when they did; warn where a picture may be one that nobody may keep."""
        chosen = self.involved.chosen
        if self.files is not None:
            self.files.beware(any(kind.sexual for kind in chosen))
        self._weigh(heaviest(chosen, (kind.code for kind in chosen)))
        self.rows["on_behalf_of"].setVisible(self.how.value() is ReportedHow.ON_BEHALF)

    def _weigh(self, usual: CaseSeverity | None) -> None:
        """Propose how heavy such a report usually is, until the user says so."""
        if self.severity.value() is None or self.severity.value() == self._proposed:
            self.severity.set_value(usual)
            self._proposed = usual

    def take_template(self, one: ReportTemplate) -> None:
        """Fill in what is still empty as this template says; what was typed stays."""
        offered = {
            "title": _(one.title),
            "summary": _(one.questions),
            "severity": one.severity,
            "place": one.place,
            "platform": one.platform,
        }
        for name, value in offered.items():
            field = self.rows[name].field
            if value and not field.value():
                field.set_value(value)
        self.involved.prefer(one.role, one.category)
        self.changed.emit()
        self.title.setFocus()

    def report(self) -> NewReport:
        """What was typed, as the use case takes it."""
        _complete(self.platform.edit)  # it may be sent from that field itself
        values = self.values()
        moment = values.pop("knowledge_time")
        known: date | None = values.pop("knowledge_at")
        return NewReport(knowledge_at=_moment(known, moment), **values)


def _platform_field() -> TextField:
    made = TextField(placeholder=_("zoals WhatsApp"))
    completer = QCompleter(list(PLATFORMS), made.edit)
    completer.setCaseSensitivity(completer.caseSensitivity().CaseInsensitive)
    made.edit.setCompleter(completer)
    made.edit.editingFinished.connect(lambda: _complete(made.edit))
    return made


def _complete(edit: QLineEdit) -> None:
    """Write the rest of a platform's name when only one begins with what was typed."""
    typed = edit.text().strip().casefold()
    fitting = [name for name in PLATFORMS if name.casefold().startswith(typed)]
    if len(typed) >= SHORTEST_NAME and len(fitting) == 1:
        edit.setText(fitting[0])


def _moment(day: date | None, at: time | None) -> datetime | None:
    return datetime.combine(day, (at or time()).replace(tzinfo=None), AMSTERDAM) if day else None


class ReportView(QWidget):
    """The form with the cases beside it that may be about the same; ``reported`` gives the new case."""

    reported = Signal(int)
    left = Signal()
    case_wanted = Signal(int)

    def __init__(self, desk: Desk, cases: Cases, key: str = FIRST, kinds: Sequence[CategoryLine] = ()) -> None:
        super().__init__()
        self._desk, self._cases = desk, cases
        self.form = ReportForm(desk, key, kinds)
        self.save_button = button(_("Zaak openen"), "check", self.save, "primary")
        self.save_button.setToolTip(_("Ctrl+Enter"))
        cancel = button(_("Weggooien"), "", lambda: self.form.may_leave(self.left.emit))
        card = Card(padding=24)
        scroll = Scroll()
        scroll.body.addWidget(self.form)
        card.body.addWidget(scroll, 1)
        card.body.addLayout(_foot(self.form.note, cancel, self.save_button))
        self.similar = Card(_("Gaat het om een bestaande zaak?"))
        after = Card(_("Wat er daarna gebeurt"))
        for line in _after():
            after.add(label(line, "quiet", wrap=True))
        side = Scroll()
        side.body.addWidget(self.similar)
        side.body.addWidget(after)
        self._side = side
        inside = row(card, side, gap=18)
        inside.setStretch(0, 1)
        self.setLayout(inside)
        self._timer = QTimer(self, singleShot=True, interval=0 if desk.jobs.inline else LOOK_AFTER)
        self._timer.timeout.connect(self._look)
        self.form.changed.connect(self._timer.start)
        self.similar.hide()
        self.setAcceptDrops(True)
        PasteFilter(self.form, self.paste)

    def offer_templates(self, below: QPushButton) -> None:
        """Show the reports that come often, to begin with one of them."""
        menu = QMenu(below)
        for one in TEMPLATES:
            action = QAction(_(one.name), menu)
            action.triggered.connect(lambda _on=False, chosen=one: self.form.take_template(chosen))
            menu.addAction(action)
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def paste(self) -> bool:
        """Take the picture on the clipboard with the report; False when there is none."""
        return self.form.files is not None and self.form.files.paste()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files or a picture may be dropped on the report."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped with the report."""
        if self.form.files is not None:
            self.form.files.drop(event.mimeData())
            event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window gives the fields what room there is."""
        super().resizeEvent(event)
        self._side.setFixedWidth(SIDE[0] if event.size().width() < NARROW else SIDE[1])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form.title.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save()
        else:
            super().keyPressEvent(event)

    def save(self) -> None:
        """Open the case; the form stays when that fails."""
        if not self.form.check():
            return
        report = self.form.report()
        self.form.submit(lambda: self._cases.report(report), self.reported.emit)

    def _look(self) -> None:
        form = self.form
        if not (form.title.value() or form.account.value() or form.involved.rows):
            self.similar.hide()  # nothing was typed yet, so nothing can be like it
            return
        look = LookAlike(form.title.value(), form.account.value(), form.involved.persons())
        self._desk.jobs.run(lambda: self._cases.similar(look), owner=self, done=self._show_similar)

    def _show_similar(self, found: tuple[SimilarCase, ...]) -> None:
        self.similar.clear()
        self.similar.show()
        if not found:
            self.similar.add(label(_("Geen open zaak die hierop lijkt."), "quiet", wrap=True))
        for each in found:
            text = f"{each.case.short_number} · {each.why}"
            self.similar.add(PersonRow(each.case.title, text, severity_tag(each.case.severity)))
            verb = _("Bekijk {number}").format(number=each.case.short_number)
            go = button(verb, "", partial(self.case_wanted.emit, each.case.id), "quiet")
            self.similar.body.addWidget(holder(row(go, 1)))


def _foot(note: QWidget, *buttons: QWidget) -> QHBoxLayout:
    foot = row(note, 1, *buttons)
    foot.setStretch(0, 3)
    return foot


def _after() -> tuple[str, ...]:
    return (
        _("De zaak krijgt een nummer en staat meteen in uw lijst."),
        _("Daarna beoordeelt u de melding met een paar vragen: hoort dit bij school, is er haast, moet u bellen?"),
        _("Bewijs kan nu al mee, en later altijd nog. Naaktbeeld bewaart u nooit: beschrijf het in woorden."),
        _("Wat u typt, wordt bewaard terwijl u typt. U kunt de telefoon opnemen."),
    )
