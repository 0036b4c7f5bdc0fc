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


class CaseLetter(LetterMixin, CaseworkBase):
    """A letter of a case or a measure."""

    case_id: Mapped[int] = mapped_column(index=True)
    case_number: Mapped[str]
    measure_id: Mapped[int | None] = mapped_column(index=True)


class RegisterLetter(LetterMixin, RegisterBase):
    """A letter about consents."""


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
