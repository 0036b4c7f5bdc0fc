"""The second step: every pupil with what would change, beside what was recognised, dropped and left out."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.imports.rules import LineKind, Proposal, ProposalLine, Rejection
from app.kernel.names import sort_key
from app.kernel.texts import _
from app.people.spelling import group_order
from ui.imports import words
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.finding import Notice
from ui.kit.labels import bare, label
from ui.kit.layouts import Scroll, clear, row
from ui.kit.rows import FactRow, PersonRow, Rows
from ui.kit.table import Column, Table

SIDE, MOST_REJECTED = 344, 60


class PreviewStep(QWidget):
    """Shows a proposal; nothing is kept yet."""

    def __init__(self) -> None:
        super().__init__()
        bare(self)
        options = [("", _("alles"))] + [(kind.value, _(text)) for kind, text in words.KINDS.items()]
        self.kinds = Chips(options, value="")
        self.kinds.setMinimumWidth(420)
        self.kinds.chosen.connect(self._keep)
        self.table = Table(_columns(), name=_("Wat er verandert"), key=_key, row=52)
        card = Card(padding=8)
        card.body.addWidget(self.table)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(row(self.kinds))
        left.addWidget(card, 1)
        self._side = Scroll(gap=14)
        self._side.setFixedWidth(SIDE)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(18)
        inside.addLayout(left, 1)
        inside.addWidget(self._side)

    def show_proposal(self, proposal: Proposal) -> None:
        """Show what would change."""
        self.kinds.set_text("", _("alles · {n}").format(n=len(proposal.lines)))
        for kind, text in words.KINDS.items():
            self.kinds.set_text(kind.value, f"{_(text)} · {proposal.count(kind)}")
        self.kinds.set_value("")
        self.table.set_keep(None)
        order = list(words.KINDS)
        self.table.set_lines(sorted(proposal.lines, key=lambda line: order.index(line.kind)))
        clear(self._side.body)
        if proposal.dropped:
            self._side.body.addWidget(_dropped(proposal))
        if proposal.rejected:
            self._side.body.addWidget(rejected_card(proposal.rejected))
        self._side.body.addWidget(_recognised(proposal))

    def _keep(self, kind: object) -> None:
        self.table.set_keep((lambda line: bool(line.kind == kind)) if kind else None)


def _columns() -> tuple[Column, ...]:
    return (
        Column("", tag=lambda line: words.kind_tag(line.kind), width=140, sort=_order),
        Column(
            _("Leerling"),
            strong=lambda line: line.name.first_name or line.name.initials,
            text=_rest,
            width=190,
            sort=lambda line: sort_key(line.name),
        ),
        Column(_("Groep"), text=lambda line: line.group, width=70, sort=lambda line: group_order(line.group)),
        Column(_("Wat er verandert"), text=words.what_changes, tip=words.what_changes),
    )


def _rest(line: ProposalLine) -> str:
    return f"{line.name.infix} {line.name.surname}".strip()


def _order(line: ProposalLine) -> int:
    return list(words.KINDS).index(line.kind)


def _key(line: ProposalLine) -> object:
    return line.kind, line.person_id, line.number, line.name, line.birth_date


def _dropped(proposal: Proposal) -> Notice:
    headers = ", ".join(column.header for column in proposal.dropped)
    reasons = " ".join(dict.fromkeys(words.why_dropped(column) for column in proposal.dropped))
    title = _("Niet gelezen: {headers}").format(headers=headers)
    return Notice("info", title, reasons, icon="shield-check")


def rejected_card(rejected: tuple[Rejection, ...]) -> Card:
    """The rows that are left out, each with its reason."""
    card = Card(words.rows_count(len(rejected)), tone="warn")
    rows = Rows(gap=8)
    for rejection in rejected[:MOST_REJECTED]:
        rows.add(PersonRow(words.where(rejection.place), words.why(rejection)))
    if len(rejected) > MOST_REJECTED:
        rows.add(label(_("en nog {n}").format(n=len(rejected) - MOST_REJECTED), "quiet"))
    return card.add(rows)


def _recognised(proposal: Proposal) -> Card:
    card = Card(_("Zo is de lijst gelezen"))
    used = [column for column in proposal.columns if column.target]
    for column in used:
        card.add(FactRow(column.header, words.target(column), 150))
    unused = [column.header for column in proposal.columns if not column.target]
    if unused:
        card.add(label(_("Niet gebruikt: {headers}").format(headers=", ".join(unused)), "secondary", wrap=True))
    return card


def is_empty(proposal: Proposal) -> bool:
    """Whether taking over would change nothing."""
    return not proposal.count(LineKind.NEW, LineKind.CHANGED, LineKind.DOUBTFUL)
