"""Maatregelen: the overview, and one measure with its ladder, its form and what the rules say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from app.cases.lines import CaseLine
from app.kernel.findings import Finding
from app.kernel.texts import N_, _
from app.measures.form_lines import MeasureForm
from app.measures.lines import ContentLine, DeviceLine, MeasureFilter, Wanted
from app.vault.keys.keyring import Role
from ui.kit.buttons import button
from ui.kit.desk import Desk
from ui.kit.form import leave
from ui.kit.layouts import clear
from ui.kit.page import Page, Picture
from ui.kit.tag import Tag, TagText
from ui.measures.acts import Acts
from ui.measures.content_sheet import content_sheet
from ui.measures.course import CourseCard, StepsCard
from ui.measures.exporting import Exports
from ui.measures.measure_view import MeasureView
from ui.measures.overview import ObjectActs, ObjectsColumn, Overview
from ui.measures.pictures import pictures
from ui.measures.sheets import content_told_sheet, device_sheet, device_told_sheet, give_back_sheet, gone_sheet
from ui.measures.shown import Lines, Opened
from ui.measures.side import FindingsColumn, LettersCard, is_ungiven
from ui.measures.start_sheet import start_sheet
from ui.measures.words import lowered, status_tag, weight_tags

SIDE, NARROW_SIDE, NARROW = 372, 304, 1400


class MeasuresPage(Page):
    """Targets: ``("new", case_id, person_id)``, ``("measure", id)``, ``"overview"``, ``("device", id)``."""

    name: ClassVar[str] = "measures"
    label: ClassVar[str] = N_("Maatregelen")
    icon: ClassVar[str] = "scale"
    roles: ClassVar[frozenset[Role]] = frozenset({Role.DIRECTOR, Role.BOARD, Role.COORDINATOR})
    topics: ClassVar[frozenset[str]] = frozenset({"measures"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        casework = desk.meldboek.casework
        assert casework is not None  # noqa: S101 - an administrator never gets this page
        self._measures, self._cases, self._letters = casework.measures, casework.cases, casework.letters
        self._lines: Lines | None = None
        self._overline = ""
        self._weight: tuple[TagText, ...] = ()
        self.acts = Acts(desk, casework.measures, lambda measure_id: self.open(("measure", measure_id)))
        self.view: MeasureView | None = None
        self.course: CourseCard | None = None
        self.letters: LettersCard | None = None
        self.exports = Exports(desk, self, casework.measures, self.reload)
        self.overview, self.main = Overview(self.exports.buttons()), QStackedWidget()
        self.exports.wanted = lambda: self.overview.wanted
        self.overview.filtered.connect(self.reload)
        self.main.addWidget(self.overview)
        self.body.addWidget(self.main)
        acts = ObjectActs(self._give_back, self.tell_of_device, self._content_gone, self._content_told)
        self.objects = ObjectsColumn(acts, self.exports.print_devices, self.ask_content)
        self.findings = FindingsColumn(desk, _("Klopt dit besluit?"))
        self.side = QStackedWidget()
        for widget in (self.objects, self.findings):
            self.side.addWidget(widget)
        self.set_side(self.side, SIDE)
        self._add_buttons()
        self.overview.opened.connect(lambda measure_id: self.open(("measure", measure_id)))
        self._show_overview()

    def _add_buttons(self) -> None:
        self.to_all = button(_("Alle maatregelen"), "arrow-left", self.back, "quiet")
        self.header.add_widget(self.to_all)
        self.taking = self.header.add_button(_("Toestel innemen"), "smartphone", self.take_device)
        self.adding = self.header.add_button(_("Nieuwe maatregel"), "plus", self.new, primary=True)
        self.saving = self.header.add_button(_("Bewaar als voorstel"), "", lambda: self.acts.save(self._view))
        self.deciding = self.header.add_button(_("Besluit vaststellen"), "file-pen", self.settle, primary=True)

    def _show_buttons(self, *, overview: bool, form: bool) -> None:
        for made in (self.taking, self.adding):
            made.setVisible(overview)
        for made in (self.saving, self.deciding):
            made.setVisible(form)
        self.to_all.setVisible(not overview)

    # --- the overview --------------------------------------------------------

    def open(self, target: object | None) -> None:
        match target:
            case ("new", int() as case_id, int() as person_id):
                self._load(lambda: self._measures.new_form(case_id, person_id))
            case ("new", case_id, None):
                self._show_overview()
                self.start(case_id if isinstance(case_id, int) else None)
            case ("measure", int() as measure_id):
                self._load(lambda: self._measures.form(measure_id))
            case ("device", int() as device_id):
                self._settle_one(self._measures.devices.held, device_id, self._give_back)
            case ("content", int() as content_id):
                self._settle_one(self._measures.contents.open, content_id, self._content_gone)
            case "overview":
                self.back()
            case str() as wanted if wanted in set(Wanted):
                leave(self, lambda: self._show_overview(Wanted(wanted)))
        self.refresh()

    def fetch(self) -> Lines:
        measures = self._measures
        listed, counted = measures.overview(MeasureFilter(self.overview.wanted)), measures.counted()
        unsent = self._letters.unsent_measures()
        return Lines(listed, counted, measures.devices.held(), measures.contents.open(), self._cases.list(), unsent)

    def show_lines(self, lines: Lines) -> None:
        self._lines = lines
        today = self.desk.meldboek.clock.today()
        self.overview.show_lines(lines.measures, lines.counted, lines.unsent)
        self.objects.show_lines(lines.devices, lines.contents, today)

    def count(self) -> tuple[int, bool]:
        today = self.desk.meldboek.clock.today()
        late = any(device.is_late(today) for device in self._measures.devices.held())
        return len(self._measures.running(today)), late

    def new(self) -> None:
        self.start(None)

    def start(self, case_id: int | None = None) -> None:
        """Ask in which case and for whom."""
        cases = self._lines.cases if self._lines else ()
        if cases:
            self._start(cases, case_id)
        else:
            self.desk.jobs.run(self._cases.list, owner=self, done=lambda lines: self._start(lines, case_id))

    def take_device(self) -> None:
        """Take a device into custody."""
        said = _("Het toestel staat bij de toestellen in bewaring.")
        self.desk.dialogs.open(device_sheet(self.desk, self._measures, lambda _id: self.desk.messages.info(said)))

    def ask_content(self) -> None:
        """Ask somebody to remove a message."""
        cases = self._lines.cases if self._lines else ()
        self.desk.dialogs.open(content_sheet(self.desk, self._cases, self._measures, cases, lambda _id: None))

    def back(self) -> None:
        """From a measure to all measures."""
        leave(self, self._show_overview)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @classmethod
    def pictures(cls, desk: Desk) -> Sequence[Picture]:
        return pictures(desk)

    def _start(self, cases: Sequence[CaseLine], case_id: int | None) -> None:
        go = lambda both: self.open(("new", *both))  # noqa: E731 - one expression
        self.desk.dialogs.open(start_sheet(self.desk, self._cases, cases, case_id, go))

    def _settle_one(self, read: Callable[[], Sequence[Any]], wanted: int, settle: Callable[[Any], object]) -> None:
        """Ask about one thing that is still open, over the overview."""
        self.back()
        done = lambda found: [settle(one) for one in found if one.id == wanted]  # noqa: E731 - one expression
        self.desk.jobs.run(read, owner=self, done=done)

    def _give_back(self, device: DeviceLine) -> None:
        self.desk.dialogs.open(give_back_sheet(self.desk, self._measures, device, lambda _none: None))

    def tell_of_device(self, device: DeviceLine) -> None:
        """Record that the parents know of a device."""
        self.desk.dialogs.open(device_told_sheet(self.desk, self._measures, device, lambda _none: None))

    def _content_told(self, content: ContentLine) -> None:
        self.desk.dialogs.open(content_told_sheet(self.desk, self._measures, content, lambda _none: None))

    def _content_gone(self, content: ContentLine) -> None:
        self.desk.dialogs.open(gone_sheet(self.desk, self._measures, content, lambda _none: None))

    def _fit(self) -> None:
        """On a small window the columns beside the form give it room."""
        narrow = self.window().width() < NARROW
        self.side.setFixedWidth(NARROW_SIDE if narrow else SIDE)
        if self.view is not None:
            self.view.ladder.fit(narrow=narrow)

    def _show_overview(self, wanted: Wanted | None = None) -> None:
        self._drop_view()
        if wanted is not None:
            self.overview.filter(wanted)
        self.main.setCurrentIndex(0)
        self.side.setCurrentWidget(self.objects)
        self.header.clear_tags()
        self.header.set_title(_("Maatregelen"))
        self._show_buttons(overview=True, form=False)

    # --- one measure ---------------------------------------------------------

    def settle(self) -> None:
        """Settle the decision, once nothing stands in the way; what asks a reason is shown, however narrow it is."""
        self.side.show()
        self.acts.settle(self._view, self.findings.findings, self.findings.reason)

    @property
    def _view(self) -> MeasureView:
        assert self.view is not None  # noqa: S101 - its buttons are only there with a measure
        return self.view

    def _load(self, work: Any) -> None:
        def read() -> Opened:
            form = work()
            made = self._letters.of_measure(form.measure_id) if form.measure_id else ()
            return Opened(form, made, self._letters.reached(form.ladder.person_id))

        leave(self, lambda: self.desk.jobs.run(read, owner=self, done=self._show_measure))

    def _show_measure(self, opened: Opened) -> None:
        self._drop_view()
        opening = opened.form
        self.view = MeasureView(self.desk, opening)
        self.main.addWidget(self.view)
        self.main.setCurrentWidget(self.view)
        self._fit()
        self.side.setCurrentWidget(self.findings)
        self.findings.start_reason()
        self._show_below(opened)
        self._show_head(opening, any(not letter.is_final for letter in opened.letters))
        self.view.judged.connect(self._judged)
        self.view.judge()

    def _show_below(self, opened: Opened) -> None:
        below, card = self.findings.below, opened.form.card
        self.course = (
            CourseCard(card, lambda step: self.acts.record(self._view, step))
            if card is not None and card.settled_at is not None
            else None
        )
        if self.course is not None:
            below.addWidget(self.course)
        is_next = card is not None and is_ungiven(card) and not opened.letters
        make: Callable[[], object] = lambda: self.acts.make_letters(self._view)  # noqa: E731 - said once, typed
        self.letters = LettersCard(opened.reached, opened.letters, make, is_next=is_next)
        below.insertWidget(0 if is_next else below.count(), self.letters)
        if card is not None and card.steps:
            below.addWidget(StepsCard(card))

    def _show_head(self, opening: MeasureForm, unsent: bool) -> None:
        ladder, self._weight = opening.ladder, ()
        self.header.clear_tags()
        person = ", ".join(part for part in (ladder.person, ladder.detail) if part)
        self._overline = f"{_('Zaak {number}').format(number=opening.case_number)} · {person}"
        self._show_buttons(overview=False, form=not self._view.is_fixed)
        if opening.card is not None and self._view.is_fixed:
            tag = status_tag(opening.card, {opening.card.id} if unsent else ())
            self.header.add_tag(Tag(tag.text, tag.tone, tag.icon))

    def _judged(self, findings: tuple[Finding, ...]) -> None:
        view = self._view
        self.findings.set_findings(() if view.is_fixed else findings)
        if not view.is_fixed:
            self._show_weight(findings)
        if self.letters is not None:
            self.letters.show_authorities(findings)
        self.header.set_title(self._title(), overline=self._overline)
        self.deciding.setEnabled(not view.is_blocked(findings))

    def _show_weight(self, findings: tuple[Finding, ...]) -> None:
        """How much stands in the way, beside the title: on a narrow window the findings themselves fold away."""
        tags = weight_tags(findings)
        if tags != self._weight:
            self._weight = tags
            self.header.clear_tags()
            for tag in tags:
                self.header.add_tag(Tag(tag.text, tag.tone, tag.icon))

    def _title(self) -> str:
        view = self._view
        rung = next((line.label for line in view.opening.ladder.rungs if line.code == view.form.rung), "")
        return _("Maatregel: {rung}").format(rung=lowered(rung))

    def _drop_view(self) -> None:
        self.findings.start_reason()
        clear(self.findings.below)
        if self.view is not None:
            self.main.removeWidget(self.view)
            self.view.deleteLater()
            self.view = None
