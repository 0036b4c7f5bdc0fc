"""The questions of triage, with what follows from the answers beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cases.beside.category_lines import CategoryLine, heaviest
from app.cases.lines import CaseCard
from app.cases.rules import (
    FIND_OUT,
    CaseSeverity,
    Flag,
    InvolvementRole,
    NewTriage,
    Scope,
    advice_for,
    doubtful,
    flags_of,
    says_why,
    suggested_severity,
)
from app.cases.service import Cases
from app.cases.texts import said, word
from app.kernel.texts import _, ngettext
from ui.cases.about_field import AboutField
from ui.cases.words import options
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField
from ui.kit.finding import FindingCard, Notice
from ui.kit.form import Form
from ui.kit.labels import bare, label
from ui.kit.layouts import clear, row
from ui.kit.sheet import Sheet
from ui.kit.wrong import bring_into_view

WHY, UNKNOWN, ANSWERS = "transgressive_why", "unknown", 236
_FLAG_ANSWERS = {
    "acute": Flag.ACUTE,
    "sexual_imagery": Flag.SEXUAL_IMAGERY,
    "possibly_criminal": Flag.POSSIBLY_CRIMINAL,
    "child_abuse": Flag.ABUSE_CODE,
    "complaint": Flag.COMPLAINT,
    "whistleblowing": Flag.WHISTLEBLOWING,
}


def questions() -> tuple[tuple[str, str], ...]:
    """The questions in the order in which they are asked."""
    return (
        ("school_related", _("Heeft dit met school te maken, of merkt de school er iets van?")),
        ("acute", _("Is er nu gevaar, of is er haast?")),
        ("task_holder", _("Deed een medewerker, stagiair, vrijwilliger of ingehuurde kracht dit?")),
        ("transgressive", _("Ging die persoon daarmee over een grens (grensoverschrijdend)?")),
        ("sexual", _("Gaat het om iets seksueels?")),
        ("sexual_imagery", _("Is er naaktbeeld of ander seksueel beeld van iemand onder de 18?")),
        ("possibly_criminal", _("Is het misschien strafbaar?")),
        ("child_abuse", _("Zijn er tekenen dat een kind thuis niet veilig is?")),
        ("complaint", _("Is het een klacht over de school?")),
        ("whistleblowing", _("Meldt iemand dat er op school iets ernstig mis is (een misstand)?")),
    )


class AnswerField(ChipsField):
    """A question with yes, no and not yet known behind it on one line; the first letter of an answer chooses it."""

    answered = Signal()

    def __init__(self, question: str, value: bool | str | None) -> None:
        super().__init__([(True, _("ja")), (False, _("nee")), (UNKNOWN, _("weet ik nog niet"))], value)
        self.chips.setFixedSize(ANSWERS, 32)
        inside = self.layout()
        assert isinstance(inside, QVBoxLayout)  # noqa: S101 - the field made it so
        inside.removeWidget(self.chips)
        line = row(label(question, wrap=True), self.chips, gap=16)
        line.setStretch(0, 1)
        inside.addLayout(line)
        self._question = question
        self._letters = {_("weet ik nog niet")[0]: UNKNOWN, _("nee")[0]: False, _("ja")[0]: True}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().casefold()
        if letter in self._letters and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_value(self._letters[letter])
            self.changed.emit()
            self.answered.emit()
        else:
            super().keyPressEvent(event)

    def set_name(self, name: str) -> None:
        super().set_name(name or self._question)


class TriageForm(Form):
    """Yes or no per question, the size of it, and the weight."""

    def __init__(self, desk: Desk, card: CaseCard, kinds: Sequence[CategoryLine] = ()) -> None:
        super().__init__(desk)
        known = _known(card)
        self.kinds = tuple(kinds)
        keys = _("U kunt antwoorden met één toets: {yes}, {no} of {unknown}.")
        words = {"yes": _("ja")[0], "no": _("nee")[0], "unknown": _("weet ik nog niet")[0]}
        self.add(label(keys.format(**words), "secondary", wrap=True))
        for name, text in questions():
            answer = self.field(name, "", AnswerField(text, known.get(name)))
            answer.answered.connect(partial(self._to_next, name))
            if name == "transgressive":
                why = _("Waarom is dit grensoverschrijdend? Dit komt met uw naam en de dag in de zaak te staan.")
                self.field(WHY, why, AreaField(lines=2))
        self._asks_why = not known.get("transgressive")
        among_pupils = _among_pupils(card)
        scope = ChipsField(options("scope", Scope), card.scope if among_pupils else None)
        self.field("scope", _("Hoe breed speelt het? (protocol A11)"), scope)
        self.rows["scope"].setVisible(among_pupils)
        self.severity = self.field(
            "severity", _("Hoe zwaar weegt het?"), ChipsField(options("severity", CaseSeverity), card.severity)
        )
        self.about = AboutField([one for one in card.parties if one.role is InvolvementRole.ACTOR], self.kinds)
        self.field("about", _("Waarover gaat het, per persoon?"), self.about)
        self.rows["about"].setVisible(bool(self.about.choices))
        self.field("reason", _("Toelichting"), AreaField(lines=2), _("Bij nee op de eerste vraag: schrijf op waarom."))
        self.changed.connect(self._fit)
        self._fit()

    def triage(self) -> NewTriage:
        """The answers so far; what was not answered counts as no, school excepted."""
        values = self.values()
        related, why = values["school_related"], values.pop(WHY)
        answers = {name: values[name] is True for name, _text in questions() if name != "school_related"}
        needless = frozenset() if answers["task_holder"] else frozenset({"transgressive"})
        answers["transgressive"] = answers["transgressive"] and answers["task_holder"]
        return NewTriage(
            school_related=related is not False,
            severity=values["severity"] or CaseSeverity.LIGHT,
            scope=values["scope"],
            about=values["about"],
            reason="\n".join(part for part in (why, values["reason"]) if part),
            unknown=frozenset(name for name in self._not_known if name not in needless),
            **answers,
        )

    def _to_next(self, name: str) -> None:
        """Go to the question after this one."""
        names = list(self.rows)
        after = names[names.index(name) + 1 :]
        following = next(self.rows[one] for one in after if self.rows[one].isVisible())
        following.field.take_focus()
        bring_into_view(following)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The names of the questions without an answer; a no on the first makes the others needless."""
        values = self.values()
        if values["school_related"] is False:
            return ()
        needless = frozenset() if values["task_holder"] is True else frozenset({"transgressive"})
        return tuple(name for name, _text in questions() if values[name] is None and name not in needless)

    @property
    def hollow(self) -> bool:
        """Whether a line was crossed and nothing tells why."""
        values = self.values()
        return values["task_holder"] is True and self._must_say_why and not says_why(values[WHY])

    @property
    def _not_known(self) -> tuple[str, ...]:
        return tuple(name for name, _text in questions() if self.rows[name].field.value() == UNKNOWN)

    @property
    def _must_say_why(self) -> bool:
        return self._asks_why and self.rows["transgressive"].field.value() is True

    def _fit(self) -> None:
        """Ask about the conduct of someone with a task only when someone with a task did it."""
        by_task_holder = self.rows["task_holder"].field.value() is True
        self.rows["transgressive"].setVisible(by_task_holder)
        self.rows[WHY].setVisible(by_task_holder and self._must_say_why)


def _among_pupils(card: CaseCard) -> bool:
    """Whether protocol A11, which is about groups of pupils, can be about this case."""
    did = [party for party in card.parties if party.role is InvolvementRole.ACTOR]
    concerned = did or [party for party in card.parties if party.role is InvolvementRole.AFFECTED]
    return not concerned or any(party.is_pupil for party in concerned)


def _known(card: CaseCard) -> dict[str, bool | str | None]:
    if card.triaged_at is None:
        return {"task_holder": True if card.is_employee_case else None}
    known: dict[str, bool | str | None] = {name: flag in card.flags for name, flag in _FLAG_ANSWERS.items()}
    known["school_related"] = True
    known["task_holder"] = card.is_employee_case
    known["transgressive"] = Flag.PROTOCOL_CALL_DUE in card.flags
    known["sexual"] = bool({Flag.STATUTORY_CONSULT_DUE, Flag.SEXUAL, Flag.SEXUAL_IMAGERY} & card.flags)
    still_open = {task.template.removeprefix(FIND_OUT) for task in card.tasks if task.done_on is None}
    return known | {name: UNKNOWN for name, _text in questions() if name in still_open}


class TriageSheet(Sheet):
    """The form at the left, what follows from it at the right."""

    def __init__(
        self,
        desk: Desk,
        cases: Cases,
        card: CaseCard,
        done: Callable[[], object],
        kinds: Sequence[CategoryLine] = (),
    ) -> None:
        super().__init__(_("Melding beoordelen"), width=980, scrolls=True)
        self._cases, self._case_id, self._done = cases, card.id, done
        self.form = TriageForm(desk, card, kinds)
        self._advice = QVBoxLayout()
        self._advice.setSpacing(8)
        side = bare(QWidget())
        side.setFixedWidth(330)
        inside = QVBoxLayout(side)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(label(_("Wat hieruit volgt"), "section"))
        inside.addLayout(self._advice)
        inside.addStretch(1)
        both = row(self.form, side, gap=24)
        both.setStretch(0, 1)
        self.body.addLayout(both)
        self.add_note(self.form.note)
        self.add_button(_("Annuleren"), self.dismiss)
        self.save_button = self.add_button(_("Beoordeling vastleggen"), self.save, "primary")
        self.form.changed.connect(self._advise)
        self._advise()

    def save(self) -> None:
        """Keep the answers once all questions are answered."""
        missing = self.form.unanswered
        self.form.clear_errors()
        wrong = dict.fromkeys(missing, _("Kies ja, nee of weet ik nog niet."))
        if self.form.hollow:
            wrong[WHY] = said("cases.triage.transgressive_without_reason")
        if wrong:
            self.form.show_wrong(wrong)
            return
        triage = self.form.triage()
        work, case_id = self._cases.triage, self._case_id
        self.form.submit(lambda: work(case_id, triage), lambda _none: self._saved())

    def dismiss(self) -> None:
        self.form.may_leave(self.close_sheet)

    def _saved(self) -> None:
        self.close_sheet()
        self._done()

    def _advise(self) -> None:
        clear(self._advice)
        triage = self.form.triage()
        if not triage.school_related:
            text = _("Niet van school: met de reden erbij sluit de zaak. Verwijs de melder naar hulp die wel past.")
            self._advice.addWidget(Notice("info", _("De zaak eindigt hier"), text))
            return
        if "possibly_criminal" not in self.form.unanswered:
            for finding in doubtful(triage):
                self._advice.addWidget(FindingCard(finding, _("uw antwoorden passen niet bij elkaar")))
        for finding in advice_for(flags_of(triage)):
            self._advice.addWidget(FindingCard(finding, _("volgt uit uw antwoorden")))
        if triage.unknown:
            self._advice.addWidget(_to_find_out(triage.unknown))
        left = len(self.form.unanswered)
        if left:
            words = ngettext(
                "Nog {n} vraag te beantwoorden. Daarna staat hier wat het protocol voorstelt.",
                "Nog {n} vragen te beantwoorden. Daarna staat hier wat het protocol voorstelt.",
                left,
            )
            self._advice.addWidget(label(words, "quiet", wrap=True))
            return
        usual = heaviest(self.form.kinds, dict(triage.about).values())
        weight = word("severity", suggested_severity(triage, usual))
        text = _("Uit uw antwoorden en de soort melding volgt: {weight}. U beslist.").format(weight=weight)
        self._advice.addWidget(Notice("info", _("Voorstel voor de zwaarte"), text))


def _to_find_out(unknown: frozenset[str]) -> Notice:
    """What happens with questions that nobody can answer yet."""
    words = ngettext("Dat wordt {n} taak in de zaak.", "Dat worden {n} taken in de zaak.", len(unknown))
    more = _("Weet u het, beoordeel dan opnieuw. Bewaar tot die tijd geen beeld waarover u twijfelt.")
    return Notice("warn", _("Nog uit te zoeken"), f"{words} {more}")
