"""What can be asked about letters, within the cases that the user may see."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from app.cases.rules import InvolvementRole
from app.cases.service import Cases
from app.kernel.clock import Clock
from app.kernel.errors import Refused
from app.kernel.findings import Finding, Severity
from app.kernel.names import full
from app.kernel.texts import speaking
from app.letters import finding, reading, rules
from app.letters.contents import facts
from app.letters.contents.grammar import listing
from app.letters.lines import LetterCard, LetterLine, LetterText
from app.letters.names.mention_rules import Known, Names
from app.letters.paper.layout import Paper, Printable
from app.letters.rules import Delivery
from app.letters.tables import CaseLetter
from app.letters.templates.rules import AddresseeKind
from app.people.rules import PersonKind
from app.people.service import People
from app.school.service import School
from app.vault import attachments
from app.vault.drawers.database import Drawer

_MOST_HITS = 400
_REPORTER = InvolvementRole.REPORTER
_CONCERNED = frozenset({InvolvementRole.ACTOR, InvolvementRole.AFFECTED, InvolvementRole.WITNESS})


class LetterQueries:
    """The reads of letters; frozen lines only."""

    def __init__(self, casework: Drawer, cases: Cases, people: People, school: School, clock: Clock) -> None:
        self._drawer = casework
        self._cases = cases
        self._people = people
        self._school = school
        self._clock = clock

    def letter(self, letter_id: int) -> LetterCard:
        """One letter with its text and what it still misses. Raises Refused when the user may not see it."""
        with self._drawer.read() as session:
            row = self._seen(session, letter_id)
            return LetterCard(
                **reading.values_of(row),
                to=reading.addressee_of(row),
                body=row.body,
                closing=row.closing,
                signer=row.signer,
                signer_title=row.signer_title,
                note=row.note,
                enclosures=tuple(row.enclosures),
                copies=tuple(row.copies),
                parts=reading.template_of(row.template, row.language).parts,
                findings=_passed(row) if row.finalised_at else self._findings(row),
            )

    def preview(self, letter_id: int) -> bytes:
        """The letter as PDF: a draft as it would be printed now, a final letter exactly as it was frozen."""
        return self.printable(letter_id).draw()

    def printable(self, letter_id: int) -> Printable:
        """What ``preview`` draws, read: drawing it needs no drawer any more."""
        now = self._clock.now()
        with self._drawer.read() as session:
            row = self._seen(session, letter_id)
            if row.attachment_id is not None:
                return Printable(now, pdf=attachments.load(session, row.attachment_id).data)
            with speaking(row.language):
                paper = reading.paper_of(row, reading.letterhead(self._school))
        return Printable(now, paper)

    def typed(self, letter_id: int, text: LetterText) -> tuple[tuple[Finding, ...], Printable]:
        """What stands in the way of a draft with a text that is not saved yet, and what its pages are drawn from."""
        with self._drawer.read() as session:
            row = reading.as_typed(self._seen(session, letter_id), text)
            with speaking(row.language):
                paper = reading.paper_of(row, reading.letterhead(self._school))
            return self._findings(row), Printable(self._clock.now(), paper)

    def editable(self, letter_id: int) -> Printable:
        """What a Word document is made of; that it left the program as such stands in the log."""
        with self._drawer.read() as session:
            row = self._seen(session, letter_id)
            with speaking(row.language):
                paper = reading.paper_of(row, reading.letterhead(self._school))
        self._drawer.note("letter.exported", f"letter:{letter_id}")
        return Printable(self._clock.now(), paper)

    def recent(self, limit: int = 200) -> tuple[LetterLine, ...]:
        """Drafts and letters, newest first."""
        return self._lines(limit=limit)

    def drafts(self) -> tuple[LetterLine, ...]:
        """Every letter that waits to be made final, newest first."""
        return self._read(_drafts(self._cases.visible_ids()))

    def unsent_measures(self) -> frozenset[int]:
        """The measures of which a letter waits to be made final."""
        drafts = select(CaseLetter.measure_id).where(CaseLetter.finalised_at.is_(None))
        with self._drawer.read() as session:
            return frozenset(one for one in session.scalars(drafts.distinct()) if one is not None)

    def search(self, text: str, limit: int = 20) -> tuple[LetterLine, ...]:
        """The letters with these words in subject, addressee, reference or case number, the last changed first."""
        with self._drawer.read() as session:
            found = finding.ids(session, text, _MOST_HITS)
            lines = {line.id: line for line in self._lines(CaseLetter.id.in_(found))}
            return tuple(lines[letter_id] for letter_id in found if letter_id in lines)[:limit]

    def of_case(self, case_id: int) -> tuple[LetterLine, ...]:
        """The letters of a case, newest first."""
        self._cases.case(case_id)
        return self._lines(CaseLetter.case_id == case_id)

    def of_requests(self, person_id: int) -> tuple[LetterLine, ...]:
        """The letters outside any case about this person, such as the answer to a request for access."""
        return self._lines(CaseLetter.case_id == 0, CaseLetter.about_id.in_(self._people.aliases(person_id)))

    def of_measure(self, measure_id: int) -> tuple[LetterLine, ...]:
        """The letters of a measure, newest first."""
        return self._lines(CaseLetter.measure_id == measure_id)

    def of_person(self, person_id: int) -> tuple[LetterLine, ...]:
        """The final letters that enter this person's dossier, oldest first."""
        final = CaseLetter.finalised_at.is_not(None)
        return self._lines(CaseLetter.about_id == person_id, CaseLetter.is_filed.is_(True), final)[::-1]

    @speaking("nl")
    def papers_of(self, person_id: int) -> tuple[tuple[LetterLine, Paper], ...]:
        """The letters of ``of_person`` with what stands on them, for a dossier that masks others."""
        head = reading.letterhead(self._school)
        with self._drawer.read() as session:
            lines = self.of_person(person_id)
            return tuple((line, reading.paper_of(session.get_one(CaseLetter, line.id), head)) for line in lines)

    def _lines(self, *conditions: ColumnElement[bool], limit: int = 1000) -> tuple[LetterLine, ...]:
        mine = CaseLetter.case_id.in_(self._cases.visible_ids()) | (CaseLetter.case_id == 0)
        return self._read(select(CaseLetter).where(mine, *conditions).order_by(CaseLetter.id.desc()).limit(limit))

    def _read(self, query: Select[CaseLetter]) -> tuple[LetterLine, ...]:
        with self._drawer.read() as session:
            rows = [row for row in session.scalars(query) if not self._is_leaderships(row)]
            return tuple(reading.line_of(row) for row in rows)

    def _seen(self, session: Session, letter_id: int) -> CaseLetter:
        row = session.get(CaseLetter, letter_id)
        if row is None or self._is_leaderships(row):
            raise Refused("letters.unknown")
        if row.case_id:
            self._cases.case(row.case_id)
        return row

    def _is_leaderships(self, row: CaseLetter) -> bool:
        """Whether this letter is hidden: what goes to an employee or falls under article 4a is for the leadership."""
        if self._drawer.user.role.leads:
            return False
        if not row.case_id:
            return True
        template = reading.template_of(row.template)
        is_closed = template.is_closed or template.addressee is AddresseeKind.EMPLOYEE
        return is_closed or self._people.person(row.about_id).kind is PersonKind.EMPLOYEE

    def _findings(self, row: CaseLetter, delivery: Delivery | None = None) -> tuple[Finding, ...]:
        template, to = reading.template_of(row.template, row.language), reading.addressee_of(row)
        with speaking(row.language):
            of_article = facts.article_places()
        found = rules.check(template, to, row.body, delivery or Delivery(row.delivery), of_article)
        if row.case_id and any(one.code == "letters.no_article" for one in found):
            found = tuple(self._where_article(row, one) for one in found)
        if not row.subject.strip():
            found = (Finding("letters.no_subject", Severity.BLOCK), *found)
        others = self._others_in(row)
        if not others:
            return found
        return (*found, Finding("letters.other_name", Severity.WARN, values={"names": ", ".join(others)}))

    def _where_article(self, row: CaseLetter, found: Finding) -> Finding:
        """An article that the case got after the letter was written is not asked for again."""
        articles = self._cases.case(row.case_id).articles
        if found.code != "letters.no_article" or not articles:
            return found
        return replace(found, code="letters.article_known", values={**found.values, "articles": listing(articles)})

    def _others_in(self, row: CaseLetter) -> tuple[str, ...]:
        """The names in the text of those whom the letter is not about: of who has a part in the case any part of the
        name, employees too; of the other pupils of the school only a name that can be nobody else's.
        """
        card = self._cases.case(row.case_id) if row.case_id else None
        parties = card.parties if card is not None else ()
        concerned = [one for one in parties if one.is_pupil or one.role in _CONCERNED]
        if card is not None and card.reporter_protected:
            family = {one.id for one in self._people.guardians_of([row.about_id]).get(row.about_id, ())}
            concerned += [one for one in parties if one.role is _REPORTER and one.person_id not in family]
        others = {party.person_id for party in concerned if party.person_id is not None}
        outside = [party.name for party in concerned if party.person_id is None and party.name in row.body]
        own = self._people.aliases(row.about_id)
        close = self._people.names([row.about_id, *(others - own)])
        near = [Known(line.name, "" if person == row.about_id else "x") for person, line in close.items()]
        kept = (row.signer, *row.lines[:1])
        found = [one for one in Names(near, kept).find(row.body) if one.shown != one.text]
        far = [
            Known(pupil.name, "x", is_close=False)
            for pupil in self._people.pupils()
            if pupil.id not in own and pupil.id not in close and full(pupil.name) in row.body
        ]
        found += [one for one in Names(far, kept).find(row.body) if one.shown != one.text and not one.is_doubtful]
        return tuple(dict.fromkeys((*outside, *(one.text for one in found))))


def _passed(row: CaseLetter) -> tuple[Finding, ...]:
    """Why a final letter went on in spite of a warning."""
    return (Finding("letters.passed", Severity.INFO, values={"reason": row.reason}),) if row.reason else ()


@cache
def _drafts(visible: Select[int]) -> Select[CaseLetter]:
    mine = CaseLetter.case_id.in_(visible) | (CaseLetter.case_id == 0)
    return select(CaseLetter).where(mine, CaseLetter.finalised_at.is_(None)).order_by(CaseLetter.id.desc())
