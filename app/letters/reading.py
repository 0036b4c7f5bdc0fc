"""Turns the rows of letters into frozen lines, and into the paper that is printed."""

from __future__ import annotations

from typing import Any

from app.kernel.formats import phone, postcode
from app.kernel.texts import _
from app.letters.lines import LetterLine, LetterText
from app.letters.paper.layout import Paper
from app.letters.paper.letterhead import Letterhead
from app.letters.rules import Addressee, Delivery, LetterStatus, Returned, Sending, day_of
from app.letters.tables import CaseLetter, LetterMixin
from app.letters.templates.catalogue import shipped
from app.letters.templates.rules import Template, printed
from app.school.rules import WindowPreset
from app.school.service import School


def template_of(code: str, language: str = "nl") -> Template:
    """What a letter of this kind must be: its header does not change when the school rewrites the text."""
    return shipped(code, language)


def addressee_of(row: LetterMixin) -> Addressee:
    """To whom a letter goes."""
    return Addressee(tuple(row.lines), row.salutation, tuple(row.person_ids), row.has_address)


def values_of(row: CaseLetter) -> dict[str, Any]:
    """What a list shows of a letter."""
    return {
        "id": row.id,
        "case_id": row.case_id,
        "case_number": row.case_number,
        "measure_id": row.measure_id,
        "about_id": row.about_id,
        "template": row.template,
        "template_name": template_of(row.template).name,
        "subject": row.subject,
        "addressee": row.lines[0] if row.lines else "",
        "reference": row.reference or "",
        "status": LetterStatus.FINAL if row.finalised_at else LetterStatus.DRAFT,
        "delivery": Delivery(row.delivery),
        "is_registered": row.is_registered,
        "is_filed": row.is_filed,
        "created_at": row.created_at,
        "finalised_at": row.finalised_at,
        "sent_at": row.sent_at,
        "sending": Sending(row.sending) if row.sending else None,
        "proof": row.proof,
        "sha256": row.sha256 or "",
        "control": row.control or "",
        "returned": Returned(row.returned) if row.returned else None,
        "returned_at": row.returned_at,
        "return_note": row.return_note,
        "language": row.language,
    }


def line_of(row: CaseLetter) -> LetterLine:
    """One letter in a list."""
    return LetterLine(**values_of(row))


def put_text(row: CaseLetter, text: LetterText) -> None:
    """Write in a draft what stands in its form."""
    lines = [line.strip() for line in text.address if line.strip()]
    row.body = text.body.replace("\r\n", "\n").strip()
    row.subject = text.subject.strip()
    if lines != list(row.lines):
        row.lines, row.has_address = lines, len(lines) > 2
    row.enclosures = [line.strip() for line in text.enclosures if line.strip()]
    row.copies = [line.strip() for line in text.copies if line.strip()]
    row.is_registered = text.is_registered


def as_typed(row: CaseLetter, text: LetterText) -> CaseLetter:
    """The draft as it would be with this text; it lies in no drawer."""
    made = CaseLetter(**{column.key: getattr(row, column.key) for column in CaseLetter.__table__.columns})
    put_text(made, text)
    return made


def letterhead(school: School) -> Letterhead:
    """The top of the school's letters as the profile says."""
    profile = school.profile()
    place = f"{postcode(profile.postcode)} {profile.city}".strip()
    parts = (profile.board_name, profile.street, place, phone(profile.phone) if profile.phone else "")
    return Letterhead(
        name=profile.name,
        line=" · ".join(part for part in parts if part),
        logo=school.logo(),
        is_preprinted=profile.preprinted,
        window_right=profile.window is WindowPreset.RIGHT,
    )


def paper_of(row: LetterMixin, head: Letterhead) -> Paper:
    """The letter as it is printed; a draft has the number of its case instead of a reference."""
    template = template_of(row.template, row.language)
    marks = (_("AANGETEKEND") if row.is_registered else "",
             _("PERSOONLIJK EN VERTROUWELIJK") if template.is_confidential else "")  # fmt: skip
    return Paper(
        addressee=addressee_of(row),
        date=day_of(row.finalised_at or row.created_at),
        reference=row.reference or (row.case_number if isinstance(row, CaseLetter) else ""),
        subject=row.subject,
        body=printed(row.body),
        closing=row.closing or _("Met vriendelijke groet,"),
        signer=row.signer,
        signer_title=row.signer_title,
        marks=tuple(mark for mark in marks if mark),
        note=row.note,
        enclosures=tuple(row.enclosures),
        copies=tuple(row.copies),
        language=row.language,
        is_draft=row.finalised_at is None,
        head=head,
    )
