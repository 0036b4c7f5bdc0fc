"""One case: who and where at the left, the timeline in the middle, what to do now at the right."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget

from app.cases.lines import EntryLine, EntryVersionLine
from app.cases.rules import EntryKind, Status, advice_for
from app.cases.service import Cases
from app.kernel.texts import _
from ui.cases.article_sheet import article_sheet
from ui.cases.cards import (
    CounselCard,
    HintCard,
    InvolvedCard,
    LinkedCard,
    NextStepCard,
    OpenCard,
    ParentsCard,
    WhereCard,
)
from ui.cases.case_acts import CaseActs, CaseLines
from ui.cases.entry_form import EntryCard
from ui.cases.entry_sheet import entry_sheet
from ui.cases.evidence import incoming
from ui.cases.evidence.describing import Intake
from ui.cases.evidence.incoming import PasteFilter
from ui.cases.evidence.showing import EvidenceDesk
from ui.cases.evidence.thumbnails import Thumbnails
from ui.cases.prevention_sheets import entry_card
from ui.cases.timeline_view import TimelineView
from ui.kit.desk import Desk
from ui.kit.finding import FindingCard
from ui.kit.layouts import Scroll, clear, column, row

LEFT, RIGHT, TWO_COLUMNS, THREE_COLUMNS = 250, 318, 760, 960
FIRST, ALL = 60, 10_000


def read_case(cases: Cases, case_id: int, most: int = FIRST) -> CaseLines:
    """Read what the page shows; runs on the database lane."""
    entries = cases.timeline(case_id, limit=most + 1)
    return CaseLines(cases.file(case_id), entries[:most], len(entries) > most)


class CaseView(CaseActs):
    """The page of one case; changes come back through the topics."""

    folded = Signal(bool)

    def __init__(self, desk: Desk, cases: Cases) -> None:
        super().__init__(desk, cases)
        self.entry: EntryCard | None = None
        self.intake = Intake(desk, cases, self._done)
        self.most = FIRST
        self.involved, self.where, self.parents = InvolvedCard(), WhereCard(), ParentsCard()
        self.linked = LinkedCard()
        self.timeline, self.step, self.open = TimelineView(Thumbnails(desk, cases)), NextStepCard(), OpenCard()
        self.counsel = CounselCard()
        self._about, self._folded = (self.involved, self.where, self.parents, self.linked), False
        self._left = left = Scroll()
        for card in self._about:
            left.body.addWidget(card)
        left.setFixedWidth(LEFT)
        self._hints = column(gap=16)
        self._right_side = right = Scroll()
        for panel in (self.step, self.counsel, self.open):
            right.body.addWidget(panel)
        right.body.addLayout(self._hints)
        self.right = QStackedWidget()
        self.right.setProperty("look", "bare")
        self.right.addWidget(right)
        self._details = Scroll()
        self.right.addWidget(self._details)
        self.right.setFixedWidth(RIGHT)
        inside = row(left, self.timeline, self.right, gap=18)
        inside.setStretch(1, 1)
        self.setLayout(inside)
        self.setMinimumWidth(TWO_COLUMNS)  # else three columns would widen a small window before they can fold
        self.setAcceptDrops(True)
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < THREE_COLUMNS
        if narrow != self._folded:
            self._folded = narrow
            for card in self._about:
                (self._details if narrow else self._left).body.addWidget(card)
            self._left.setVisible(not narrow)
            if self.right.currentWidget() is self._details:
                self.turn_details()
            self.folded.emit(narrow)

    def fold_behind(self, button: QPushButton) -> None:
        """Show this button only while who and where do not fit beside the timeline."""
        button.setVisible(self._folded)
        self.folded.connect(button.setVisible)

    def turn_details(self) -> None:
        """In a narrow window: show who and where at the right, or what was there before."""
        shows = self.right.currentWidget() is self._details
        self.right.setCurrentWidget((self.entry or self._right_side) if shows else self._details)

    def show_lines(self, lines: CaseLines, today: date) -> None:
        """Show this case."""
        if self.lines is not None and self.lines.card.id != lines.card.id:
            self.leave_entry()
            self.most = FIRST
            self.right.setCurrentWidget(self._right_side)
        self.lines = lines
        self.involved.show_card(lines.card, lines.file.about)
        self.where.show_card(lines.card)
        self.parents.show_card(lines.card, today)
        self.linked.show_file(lines.file)
        self.timeline.show_entries(lines.card, lines.entries, today, has_more=lines.has_more)
        self.step.show_step(lines.file.step)
        self.counsel.show_counsel(lines.file.counsel)
        self.open.show_points(lines.file.points, today, may_act=lines.card.is_open)
        clear(self._hints)
        for finding in lines.file.held:
            self._hints.addWidget(FindingCard(finding, _("tot het verzoek is opgeheven")))
        for finding in advice_for(lines.card.flags - lines.card.met):
            self._hints.addWidget(FindingCard(finding, _("uit de beoordeling")))
        for hint in lines.file.hints:
            self._hints.addWidget(HintCard(hint, lambda case_id: self._desk.go("cases", case_id)))
        is_open = lines.card.is_open
        for button in (self.involved.add_button, self.parents.inform_button, self.open.task_button):
            button.setVisible(is_open)

    def add_entry(self, kind: EntryKind = EntryKind.TALK, title: str = "", heard: tuple[int, ...] = ()) -> None:
        """Open the form beside the timeline."""
        if self.lines is None or self.entry is not None:
            return
        card = EntryCard(self._desk, self._cases, self.lines.card, kind, title, heard)
        card.finished.connect(self.leave_entry)
        PasteFilter(card, self.paste)
        self.right.addWidget(card)
        self.right.setCurrentWidget(card)
        self.entry = card
        card.form.title.setFocus()

    def leave_entry(self) -> None:
        """Show the next step again beside the timeline."""
        if self.entry is not None:
            shown = self.right.currentWidget() is self.entry
            self.right.removeWidget(self.entry)
            self.entry.deleteLater()
            self.entry = None
            if shown:
                self.right.setCurrentWidget(self._right_side)
                self.step.button.setFocus()

    def act(self, action: str) -> None:
        """Do what the button of the next step says."""
        if self.lines is None:
            return
        kind, _sep, rest = action.partition(":")
        card = self.lines.card
        if kind in {"inspector", "chain"}:
            self._desk.go("inspector", ("call", card.id))
        elif kind == "measure":
            self.choose_measure()
        elif kind == "task":
            self._finish(int(rest))
        elif kind == "talk":
            self._talk(int(rest or 0))
        elif kind in {"hear", "give"}:
            self._desk.go("measures", ("measure", int(rest)))
        elif kind == "move":
            self.move_to(Status(rest))
        else:
            acts = {
                "triage": self.triage,
                "safety": self.make_safe,
                "parents": self.inform,
                "evaluation": self.plan_evaluation,
                "close": self.close_case,
                "reopen": self.reopen,
                "sign": self.sign,
                "no_measure": lambda: self.add_entry(EntryKind.DECISION, _("Geen maatregel nodig")),
                "police": self.police,
            }
            acts.get(kind, lambda: self.add_entry(EntryKind.NOTE))()

    def _talk(self, party_id: int) -> None:
        """Write down a talk, with the name of who must be heard already filled in."""
        parties = self.lines.card.parties if self.lines is not None else ()
        names = [party.name for party in parties if party.id == party_id]
        title = _("Gesprek met {name}").format(name=names[0]) if names else ""
        self.add_entry(EntryKind.TALK, title, (party_id,) if names else ())

    def attach_file(self) -> None:
        """Choose a file as evidence."""
        incoming.choose(self._desk, self.attach)

    def paste(self) -> bool:
        """Take what is on the clipboard as evidence; False when that is no file and no picture."""
        return self._takes_files() and incoming.paste(self._desk, self.attach)

    def attach(self, data: bytes, name: str) -> None:
        """Describe a file and keep it."""
        if self.lines is not None:
            self.intake.add(self.lines.card, data, name)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files or a picture may be dropped on an open case."""
        data = event.mimeData()
        if self._takes_files() and (data.hasUrls() or data.hasImage()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped as evidence, one file after the other."""
        incoming.take(self._desk, event.mimeData(), self.attach)
        event.acceptProposedAction()

    def _takes_files(self) -> bool:
        return self.lines is not None and self.lines.card.is_open

    def _connect(self) -> None:
        self.involved.add_wanted.connect(self.involve)
        self.parents.inform_wanted.connect(self.inform)
        self.linked.case_wanted.connect(lambda case_id: self._desk.go("cases", case_id))
        self.linked.unlink_wanted.connect(self.unlink)
        self.linked.referral_wanted.connect(self.answer)
        self.linked.prevention_wanted.connect(lambda line: self._desk.dialogs.open(entry_card(line)))
        self.open.task_wanted.connect(self.add_task)
        self.open.action_wanted.connect(self.act)
        self.step.action_wanted.connect(self.act)
        for card in (self.step, self.where):
            card.source_wanted.connect(self._show_article)
        self.timeline.entry_chosen.connect(self._show_entry)
        self.timeline.more_wanted.connect(self._read_all)

    def _show_article(self, source: str) -> None:
        self._desk.dialogs.open(article_sheet(self._desk.meldboek.protocol, source))

    def _read_all(self) -> None:
        self.most = ALL
        self.changed.emit()

    def look_at_evidence(self) -> None:
        """Show the newest evidence of the case."""
        shown = self.lines.entries if self.lines is not None else ()
        newest = next((entry for entry in shown if entry.evidence is not None), None)
        if newest is not None:
            self._show_entry(newest)

    def _show_entry(self, entry: EntryLine) -> None:
        if entry.evidence is not None:
            if entry.evidence.destroyed_at is None:
                found = EvidenceDesk(self._desk, self._cases, entry, entry.evidence, self._done)
                found.show()
        elif entry.kind is not EntryKind.STATUS:
            self._desk.jobs.run(
                lambda: self._cases.versions(entry.case_id, entry.id),
                owner=self,
                done=lambda old: self._correct(entry, old),
            )

    def _correct(self, entry: EntryLine, old: tuple[EntryVersionLine, ...]) -> None:
        if self.lines is not None:
            self._desk.dialogs.open(entry_sheet(self._desk, self._cases, self.lines.card, entry, old, self._done))
