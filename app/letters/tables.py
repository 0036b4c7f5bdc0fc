"""Letters in both drawers, the outbox of casework and the print tray of the register."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.vault.tables import CaseworkBase, RegisterBase


class LetterMixin:
    """One letter: a draft that may change, then frozen as a file with its reference and hash."""

    __tablename__ = "letters"
    __topic__ = "letters"

    id: Mapped[int] = mapped_column(primary_key=True)
    template: Mapped[str]
    about_id: Mapped[int] = mapped_column(index=True)  # the person whose dossier it enters
    is_filed: Mapped[bool]
    subject: Mapped[str]
    lines: Mapped[list[Any]] = mapped_column(JSON)
    salutation: Mapped[str]
    person_ids: Mapped[list[Any]] = mapped_column(JSON)
    has_address: Mapped[bool]
    body: Mapped[str]
    closing: Mapped[str]
    signer: Mapped[str]
    signer_title: Mapped[str]
    is_registered: Mapped[bool]
    note: Mapped[str]
    delivery: Mapped[str]
    created_at: Mapped[datetime]
    created_by: Mapped[str]
    replaces_id: Mapped[int | None]
    reference: Mapped[str | None] = mapped_column(unique=True)
    running: Mapped[int | None]
    finalised_at: Mapped[datetime | None] = mapped_column(index=True)
    attachment_id: Mapped[int | None]
    sha256: Mapped[str | None]
    control: Mapped[str | None] = mapped_column(index=True)
    sent_at: Mapped[datetime | None]
    sending: Mapped[str]
    proof: Mapped[str]
    language: Mapped[str] = mapped_column(default="nl")
    enclosures: Mapped[list[Any]] = mapped_column(JSON, default=list)
    copies: Mapped[list[Any]] = mapped_column(JSON, default=list)
    returned: Mapped[str] = mapped_column(default="")  # what came back: a receipt, or the letter itself
    returned_at: Mapped[datetime | None]
    return_note: Mapped[str] = mapped_column(default="")


class CaseLetter(LetterMixin, CaseworkBase):
    """A letter of a case or a measure."""

    case_id: Mapped[int] = mapped_column(index=True)
    case_number: Mapped[str]
    measure_id: Mapped[int | None] = mapped_column(index=True)
    reason: Mapped[str] = mapped_column(default="")  # why it became final in spite of a warning


class RegisterLetter(LetterMixin, RegisterBase):
    """A letter about consents."""

    tray_id: Mapped[int | None] = mapped_column(index=True)


class TemplateRow(RegisterBase):
    """One version of a template as the school wrote it; the newest counts, ``is_reset`` goes back to the shipped."""

    __tablename__ = "letter_templates"
    __topic__ = "templates"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(index=True)
    language: Mapped[str]
    version: Mapped[int]
    subject: Mapped[str]
    body: Mapped[str]
    closing: Mapped[str]
    enclosures: Mapped[list[Any]] = mapped_column(JSON)
    copies: Mapped[list[Any]] = mapped_column(JSON)
    is_registered: Mapped[bool]
    is_reset: Mapped[bool]
    saved_at: Mapped[datetime]
    saved_by: Mapped[str]


class OutboxRow(CaseworkBase):
    """A final letter on its way to the print tray; ``key`` is all that the tray knows of it."""

    __tablename__ = "letter_outbox"
    __topic__ = "letters"

    id: Mapped[int] = mapped_column(primary_key=True)
    letter_id: Mapped[int] = mapped_column(ForeignKey("letters.id"), unique=True)
    key: Mapped[str] = mapped_column(unique=True)
    state: Mapped[str] = mapped_column(index=True)


class TrayRow(RegisterBase):
    """A letter that waits to be printed and posted: to whom and how, nothing of what it is about."""

    __tablename__ = "print_tray"
    __topic__ = "tray"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    lines: Mapped[list[Any]] = mapped_column(JSON)
    is_registered: Mapped[bool]
    pages: Mapped[int]
    placed_at: Mapped[datetime]
    attachment_id: Mapped[int | None]
    posted_at: Mapped[datetime | None] = mapped_column(index=True)
    posted_by: Mapped[str]
    sending: Mapped[str]
    proof: Mapped[str]
    batch: Mapped[str] = mapped_column(default="")  # letters that were made together, in words
    printed_at: Mapped[datetime | None]
    returned: Mapped[str] = mapped_column(default="")
    returned_at: Mapped[datetime | None]
    return_note: Mapped[str] = mapped_column(default="")
