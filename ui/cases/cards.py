"""The small cards around the timeline: who, what and where, parents, next step, open items, hints."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from app.cases.beside.lines import ReferralLine
from app.cases.file_lines import CaseFile, Counsel, Hint, NextStep, OpenPoint
from app.cases.lines import CaseCard
from app.cases.rules import short_number
from app.cases.texts import word
from app.kernel.formats import weekday_date, weekday_time
from app.kernel.texts import _
from ui.cases.article_sheet import source_line
from ui.cases.mark_row import MarkRow, done_row
from ui.cases.words import articles_of, day_or_time, due_text, known_since, outcome_of, role_tag, what_and_where
from ui.kit.buttons import button, icon_button
from ui.kit.card import Card
from ui.kit.labels import label
from ui.kit.layouts import clear, column, holder, row
from ui.kit.rows import PersonRow
from ui.kit.tag import Tag
from ui.kit.theme import Tone


class InvolvedCard(Card):
    """Everybody in the case with their part."""

    add_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Betrokkenen"))
        self.add_button = icon_button("user-plus", _("Persoon toevoegen"), self.add_wanted.emit)
        self.top.addWidget(self.add_button)

    def show_card(self, card: CaseCard, about: Mapping[str, str]) -> None:
        """Show the parties of this case; ``about`` tells in words what their parts are about."""
        self.clear()
        self.set_title(_("Betrokkenen · {n}").format(n=len(card.parties)))
        for line in card.parties:
            told = " · ".join(part for part in (line.detail, about.get(line.category, ""), outcome_of(line)) if part)
            self.add(PersonRow(line.name, told, role_tag(line)))
        if not card.parties:
            self.add(
                label(_("Nog niemand. Voeg toe wie het deed, wie het overkwam en wie het zag."), "quiet", wrap=True)
            )


class WhereCard(Card):
    """What happened where, and since when it is known."""

    source_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Wat en waar"))

    def show_card(self, card: CaseCard) -> None:
        """Show the circumstances of this case."""
        self.clear()
        for line in (*what_and_where(card), known_since(card)):
            if line == articles_of(card):
                self.add(source_line(line, self.source_wanted.emit))
            else:
                self.add(label(line, "quiet", wrap=True, selectable=True))


class ParentsCard(Card):
    """Per pupil whether the parents know; a click on an open mark records it."""

    inform_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Ouders ingelicht"))
        self.inform_button = icon_button(
            "phone-call", _("Vastleggen dat ouders zijn ingelicht"), lambda: self.inform_wanted.emit(None)
        )
        self.top.addWidget(self.inform_button)

    def show_card(self, card: CaseCard, today: date) -> None:
        """Show the parents of the pupils in this case."""
        self.clear()
        self.setVisible(bool(card.parents))
        for line in card.parents:
            if line.informed and line.at is not None:
                told = done_row("check", line.pupil, day_or_time(line.at, today), "ok", _("ingelicht"))
                told.setToolTip(_("{how}, door {by}").format(how=line.how, by=line.by))
                self.add(told)
            elif line.informed is False:
                left_out = done_row("minus", line.pupil, _("bewust niet"), "ink2", _("bewust niet ingelicht"))
                left_out.setToolTip(line.reason)
                self.add(left_out)
            elif card.is_open:
                verb = _("Vastleggen: ouders van {name} ingelicht").format(name=line.pupil)
                self.add(MarkRow(verb, line.pupil, _("nog niet"), partial(self._inform, line.pupil_id)))
            else:
                self.add(done_row("circle", line.pupil, _("nog niet"), "warn", _("nog niet ingelicht")))

    def _inform(self, pupil_id: int) -> None:
        self.inform_wanted.emit(pupil_id)


class LinkedCard(Card):
    """The cases that have to do with this one, who was asked to help, and who stepped aside from it."""

    case_wanted = Signal(int)
    unlink_wanted = Signal(int)
    referral_wanted = Signal(object)
    prevention_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Hoort bij"))

    def show_file(self, file: CaseFile) -> None:
        """Show the links of this case, if any."""
        self.clear()
        self.setVisible(bool(file.links or file.aside or file.signature or file.referrals or file.prevention))
        for referral in file.referrals:
            go = button(referral.body, "", partial(self._refer, referral), "link")
            state, on = word("referral", referral.state), referral.answered_on or referral.referred_on
            told = _("{state}, {day}").format(state=state, day=weekday_date(on))
            inside = row(holder(column(go, label(told, "secondary", wrap=True), gap=0)), 1)
            self.add(holder(inside))
        for link in file.links:
            number = short_number(link.number)
            go = button(number, "", partial(self.case_wanted.emit, link.case_id), "link")
            go.setToolTip(link.title)
            away = icon_button("x", _("{number} ontkoppelen").format(number=number), partial(self._unlink, link.id))
            words = label(link.reason, "secondary", wrap=True)
            inside = row(go, words, away, gap=6)
            inside.setStretch(1, 1)
            self.add(holder(inside))
        for each in file.prevention:
            show = button(each.title, "", partial(self.prevention_wanted.emit, each), "link")
            told = _("{kind}, {day}").format(kind=word("prevention", each.kind), day=weekday_date(each.held_on))
            self.add(holder(row(holder(column(show, label(told, "secondary", wrap=True), gap=0)), 1)))
        for one in file.aside:
            text = _("{name} doet een stap opzij; {other} behandelt.").format(name=one.name, other=one.replaced_by)
            self.add(label(text, "secondary", wrap=True))
        if file.signature is not None:
            text = _("Afsluiten ondertekend door {name}.").format(name=file.signature.name)
            self.add(label(text, "secondary", wrap=True))

    def _refer(self, referral: ReferralLine) -> None:
        self.referral_wanted.emit(referral)

    def _unlink(self, link_id: int) -> None:
        self.unlink_wanted.emit(link_id)


class CounselCard(Card):
    """What the vertrouwensinspecteur advised, and the conclusion."""

    def __init__(self) -> None:
        super().__init__(_("Advies van de inspecteur"))

    def show_counsel(self, counsel: Counsel) -> None:
        """Show the advice and the conclusion, if any."""
        self.clear()
        self.setVisible(not counsel.is_empty)
        if counsel.suspicion and counsel.concluded_at is not None:
            tone: Tone = "danger" if counsel.duty is not None else "neutral"
            self.add(Tag(_("redelijk vermoeden: {answer}").format(answer=counsel.suspicion), tone))
            when = _("{at}, {name}").format(at=weekday_time(counsel.concluded_at), name=counsel.concluded_by)
            self.add(label(when.rstrip(", "), "secondary", wrap=True))
        if counsel.at is not None:
            told = counsel.advice or _("Er is geen advies opgeschreven.")
            self.add(label(told, "quiet", wrap=True, selectable=True))
            self.add(label(_("gesprek van {at}").format(at=weekday_time(counsel.at)), "secondary"))
        if counsel.followed:
            self.add(label(_("advies gevolgd: {answer}").format(answer=counsel.followed), "secondary"))


class NextStepCard(Card):
    """What the protocol and the law ask now; its button does it."""

    action_wanted = Signal(str)
    source_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Volgende stap"), accent=True)
        self._action = ""
        self._words = column(gap=self.body.spacing())
        self.body.addLayout(self._words)
        self.button = button(verb_of(""), "", lambda: self.action_wanted.emit(self._action), "primary")
        self._instead = button(_("Geen maatregel nodig"), "", lambda: self.action_wanted.emit("no_measure"))
        self.add(self.button, self._instead)

    def show_step(self, step: NextStep) -> None:
        """Show this step; the button stays the same one, so the focus comes back to it after a sheet."""
        clear(self._words)
        self._words.addWidget(label(step.title, "heading", wrap=True))
        self._words.addWidget(label(step.text, "quiet", wrap=True))
        if step.source:
            self._words.addWidget(source_line(step.source, self.source_wanted.emit))
        self._action = step.action
        self.button.setText(verb_of(step.action))
        self._instead.setVisible(step.action == "measure")


def verb_of(action: str) -> str:
    """What the button of a next step says."""
    kind = action.partition(":")[0]
    verbs = {
        "triage": _("Melding beoordelen"),
        "safety": _("Vastleggen wat u deed"),
        "police": _("Naar de politie in deze zaak"),
        "talk": _("Gesprek vastleggen"),
        "inspector": _("Bellen voorbereiden"),
        "hear": _("Gesprek plannen"),
        "give": _("Naar het besluit"),
        "chain": _("Naar de wettelijke stappen"),
        "parents": _("Ouders inlichten"),
        "measure": _("Maatregel kiezen"),
        "move": _("Naar de volgende fase"),
        "evaluation": _("Evaluatie plannen"),
        "task": _("Nazorg vastleggen"),
        "close": _("Zaak afsluiten"),
        "reopen": _("Zaak heropenen"),
    }
    return verbs.get(kind, _("Notitie maken"))


class OpenCard(Card):
    """What is done and what is open before the case may close; a click on an open mark does it or records it."""

    task_wanted = Signal()
    action_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Nog open voor afronding"))
        self.task_button = icon_button("plus", _("Taak toevoegen"), self.task_wanted.emit)
        self.top.addWidget(self.task_button)

    def show_points(self, points: Sequence[OpenPoint], today: date, *, may_act: bool = True) -> None:
        """Show these points."""
        self.clear()
        for point in points:
            right = "" if point.is_done else due_text(point.due_on, point.note, today)
            late = not point.is_done and point.due_on is not None and point.due_on < today
            if point.is_done or not may_act:
                icon, tone = ("circle-check", "ok") if point.is_done else ("circle", "danger" if late else "ink2")
                meaning = _("gedaan") if point.is_done else (_("te laat") if late else _("open"))
                self.add(done_row(icon, point.title, right, tone, meaning))
                continue
            right = _("te laat, {day}").format(day=right) if late else right
            act = partial(self._act, point.action)
            self.add(MarkRow(_meaning(point), point.title, right, act, under=True, late=late))

    def _act(self, action: str) -> None:
        self.action_wanted.emit(action)


def _meaning(point: OpenPoint) -> str:
    verb = _("Afvinken") if point.action.startswith("task") else verb_of(point.action)
    return f"{verb}: {point.title}"


class HintCard(Card):
    """A suggestion with the cases behind it."""

    def __init__(self, hint: Hint, go: Callable[[int], object]) -> None:
        super().__init__()
        self.top.insertWidget(0, Tag(_("let op"), "warn", "triangle-alert"))
        self.add(label(hint.text, wrap=True))
        for line in hint.cases[:3]:
            verb = _("Bekijk {number}").format(number=line.short_number)
            shown = button(verb, "", partial(go, line.id), "link")
            shown.setToolTip(line.title)
            self.body.addWidget(shown)
