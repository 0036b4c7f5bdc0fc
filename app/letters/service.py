"""Use cases on the letters of cases and measures; lives in the casework drawer."""

from __future__ import annotations

from collections.abc import Sequence

from app.cases.lines import CaseCard
from app.cases.rules import Flag
from app.kernel.errors import Invalid, Refused
from app.kernel.texts import _, speaking
from app.letters import finding, reading, rules
from app.letters.contents import chain
from app.letters.drafting import Draft, codes_of, reached
from app.letters.finalising import LetterFinalising
from app.letters.lines import LetterText, NewLetter, Wording
from app.letters.rules import Addressee
from app.letters.tables import CaseLetter
from app.letters.templates.catalogue import ENGLISH, has_english
from app.letters.templates.rules import AddresseeKind
from app.people.rules import PersonKind

_WRITTEN_TO = {
    AddresseeKind.GUARDIANS: PersonKind.PUPIL,
    AddresseeKind.OFFICE: PersonKind.PUPIL,
    AddresseeKind.EMPLOYEE: PersonKind.EMPLOYEE,
    AddresseeKind.PERSON: PersonKind.GUARDIAN,
}


class Letters(LetterFinalising):
    """Drafts; ``LetterFinalising`` freezes them, ``LetterSending`` sends them, reads are in ``LetterQueries``."""

    def draft_for_measure(self, measure_id: int) -> tuple[int, ...]:
        """Write the letters that belong to this measure now; gives the drafts that are there already if there are."""
        measure = self._measures.measure(measure_id)
        made: list[int] = []
        for code in codes_of(measure, self._measures.rung(measure.rung)):
            there = [line.id for line in self.of_measure(measure_id) if line.template == code]
            made += there or self.draft(NewLetter(code, measure.case_id, measure.person_id, measure_id))
        return tuple(made)

    def reached(self, person_id: int) -> tuple[Addressee, ...]:
        """To whom the letters of a measure for this person will go."""
        return reached(self._people, person_id)

    def draft_for_chain(self, case_id: int, code: str) -> tuple[int, ...]:
        """Write a letter of article 4a for all whom it concerns and who have none yet; gives all of them.

        Raises Refused when nobody of the register is in the case as the one about whom it is written.
        """
        self._drawer.user.must_lead("letters.only_leadership")
        template = reading.template_of(code)
        there = [line for line in self.of_case(case_id) if line.template == code]
        persons = chain.concerned(template, self._cases.case(case_id))
        if not (persons or there):
            raise Refused("letters.chain_nobody")
        known = {line.about_id for line in there}
        if there and template.addressee is AddresseeKind.OFFICE:
            known.update(persons)
        made = (self.draft(NewLetter(code, case_id, person)) for person in persons if person not in known)
        return tuple([letter for letters in made for letter in letters] + [line.id for line in there])

    def start(self, new: NewLetter) -> tuple[int, ...]:
        """Write a letter that belongs to no measure. Raises Invalid for what was not, or wrongly, chosen."""
        kind = reading.template_of(new.template).addressee
        if not new.case_id and kind is not AddresseeKind.REQUESTER:
            raise Invalid("case", "letters.no_case")
        if not new.person_id:
            raise Invalid("person", "letters.no_person")
        if kind is not AddresseeKind.REQUESTER and self._people.person(new.person_id).kind is not _WRITTEN_TO[kind]:
            raise Invalid("template", "letters.wrong_person")
        return self.draft(new)

    def draft(self, new: NewLetter) -> tuple[int, ...]:
        """Write a letter from a template, one draft per address; gives their ids."""
        if not new.case_id or reading.template_of(new.template).is_closed:
            self._drawer.user.must_lead("letters.only_leadership")
        case = self._cases.case(new.case_id) if new.case_id else None
        with speaking(new.language):
            drafts, about_id = self._drafting.drafts(new), self._drafting.filed_under(new)
        return self._write(new, case, about_id, drafts)

    def original(self, letter_id: int) -> Wording:
        """The subject and text that this draft would get if it were written now; nothing is changed.

        Raises Refused when the letter would go to somebody else now.
        """
        with self._drawer.read() as session:
            row = self._seen(session, letter_id)
            old = session.get(CaseLetter, row.replaces_id) if row.replaces_id is not None else None
            with speaking(row.language):
                drafts = self._drafting.drafts(_again(row, row.language))
            same = [one for one in drafts if set(one.to.person_ids) == set(row.person_ids)]
            if not same:
                raise Refused("letters.no_original")
            return Wording(same[0].subject, "\n\n".join(filter(None, (_replacing(old), same[0].body))))

    def in_english(self, letter_id: int) -> int:
        """Write the same letter in English for the same addressee, beside the Dutch one; gives its id.

        Raises Refused when there is no English text of this letter.
        """
        with self._drawer.read() as session:
            row = self._seen(session, letter_id)
            template, new = reading.template_of(row.template), _again(row, ENGLISH)
            about_id, persons = row.about_id, set(row.person_ids)
        if not has_english(template.code):
            raise Refused("letters.no_english")
        lines = self.of_case(new.case_id)
        same = (template.code, new.measure_id, ENGLISH)
        mine = [line.id for line in lines if (line.template, line.measure_id, line.language) == same]
        there = [made for made in mine if set(self.letter(made).to.person_ids) == persons]
        if there:
            return there[0]
        with speaking(ENGLISH):
            drafts = [one for one in self._drafting.drafts(new) if set(one.to.person_ids) == persons]
        if not drafts:
            raise Refused("letters.no_english_addressee")
        return self._write(new, self._cases.case(new.case_id), about_id, drafts)[0]

    def _write(self, new: NewLetter, case: CaseCard | None, about_id: int, drafts: Sequence[Draft]) -> tuple[int, ...]:
        with self._drawer.write("letter.drafted", f"case:{new.case_id}" if case else "") as session:
            rows = [self._row(new, case, about_id, draft) for draft in drafts]
            session.add_all(rows)
            session.flush()
            for row in rows:
                finding.index(session, row)
            return tuple(row.id for row in rows)

    def _row(self, new: NewLetter, case: CaseCard | None, about_id: int, draft: Draft) -> CaseLetter:
        signatory = self._school.signatory(self._drawer.user)
        return CaseLetter(
            case_id=new.case_id,
            case_number=case.number if case else "",
            measure_id=new.measure_id,
            template=draft.template.code,
            about_id=about_id,
            is_filed=draft.template.is_filed,
            subject=draft.subject,
            lines=list(draft.to.lines),
            salutation=draft.to.salutation,
            person_ids=list(draft.to.person_ids),
            has_address=draft.to.has_address,
            body=draft.body,
            closing=draft.template.closing,
            signer=signatory.name,
            signer_title=signatory.job_title,
            is_registered=draft.template.is_registered,
            note=draft.note,
            language=draft.template.language,
            enclosures=list(draft.template.enclosures),
            copies=list(draft.template.copies),
            delivery=rules.proposed_delivery(
                draft.template.addressee,
                is_sensitive=case is None or draft.template.is_closed or _is_sensitive(case),
            ),
            created_at=self._clock.now(),
            created_by=self._drawer.user.name,
            sending="",
            proof="",
            reason="",
        )

    def change(
        self,
        letter_id: int,
        body: str,
        *,
        subject: str | None = None,
        address: tuple[str, ...] | None = None,
        enclosures: tuple[str, ...] | None = None,
        copies: tuple[str, ...] | None = None,
        is_registered: bool | None = None,
    ) -> None:
        """Replace the text of a draft, and whatever else is given."""
        if subject is not None and not subject.strip():
            raise Invalid("subject", "letters.no_subject")
        if address is not None and sum(bool(line.strip()) for line in address) > rules.MOST_LINES:
            raise Invalid("address", "letters.address_too_long")
        with self._draft(letter_id, "letter.changed") as (session, row):
            text = LetterText(
                row.subject if subject is None else subject,
                body,
                tuple(row.lines) if address is None else address,
                tuple(row.enclosures) if enclosures is None else enclosures,
                tuple(row.copies) if copies is None else copies,
                row.is_registered if is_registered is None else is_registered,
            )
            reading.put_text(row, text)
            finding.index(session, row)

    def discard(self, letter_id: int) -> None:
        """Throw a draft away; a final letter stays."""
        with self._draft(letter_id, "letter.discarded") as (session, row):
            finding.forget(session, row)
            session.delete(row)

    @speaking("nl")
    def correct(self, letter_id: int) -> int:
        """Write a new draft that replaces a final letter and says so; gives its id."""
        with self._drawer.write("letter.corrected", f"letter:{letter_id}") as session:
            old = self._seen(session, letter_id)
            if old.finalised_at is None or old.reference is None:
                raise Refused("letters.not_final")
            kept = {column.key: getattr(old, column.key) for column in CaseLetter.__table__.columns}
            fresh = ("id", "reference", "running", "finalised_at", "attachment_id", "sha256", "control", "sent_at",
                     "returned", "returned_at", "return_note")  # fmt: skip
            row = CaseLetter(**{key: value for key, value in kept.items() if key not in fresh})
            row.created_at, row.created_by, row.replaces_id = self._clock.now(), self._drawer.user.name, old.id
            row.sending, row.proof, row.reason = "", "", ""
            row.body = f"{_replacing(old)}\n\n{old.body}"
            session.add(row)
            session.flush()
            finding.index(session, row)
            return row.id


def _is_sensitive(case: CaseCard) -> bool:
    """Whether the administrator should not even print about it: an employee, or a suspicion under article 4a."""
    return case.is_employee_case or Flag.STATUTORY_CONSULT_DUE in case.flags


def _again(row: CaseLetter, language: str) -> NewLetter:
    """What was asked for when this letter was written, in this language."""
    is_person = reading.template_of(row.template).addressee in {AddresseeKind.PERSON, AddresseeKind.GUARDIAN}
    person = row.person_ids[0] if is_person and row.person_ids else row.about_id
    return NewLetter(row.template, row.case_id, person, row.measure_id, language)


@speaking("nl")
def _replacing(old: CaseLetter | None) -> str:
    """The line that says which letter this one replaces; empty when it replaces none."""
    if old is None or old.finalised_at is None:
        return ""
    words = _("Deze brief vervangt onze brief van {day} met kenmerk {reference}.")
    return words.format(day=rules.day_of(old.finalised_at), reference=old.reference)
