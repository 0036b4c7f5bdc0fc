"""The templates as this school writes them: the shipped text, or the school's own version of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.clock import Clock
from app.kernel.errors import Invalid
from app.kernel.texts import speaking
from app.letters.contents import facts
from app.letters.paper.layout import Printable
from app.letters.reading import letterhead
from app.letters.tables import TemplateRow
from app.letters.templates import catalogue
from app.letters.templates.catalogue import LANGUAGES, shipped
from app.letters.templates.filling import blanks_in, check_text, filled
from app.letters.templates.rules import Template, parts_of, printed
from app.letters.templates.specimen import FamilySpecimen, known_blanks, specimen_of
from app.school.service import School
from app.vault.drawers.database import Drawer


@dataclass(frozen=True)
class NewWording:
    """How the school wants one template to read; what is compulsory stays compulsory."""

    code: str
    language: str
    subject: str
    body: str
    closing: str = ""
    enclosures: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    is_registered: bool = False


@dataclass(frozen=True)
class WordingLine:
    """One template in the list; ``version`` 0 is the shipped text."""

    id: str
    code: str
    language: str
    name: str
    version: int
    saved_at: datetime | None
    saved_by: str


@dataclass(frozen=True)
class VersionLine:
    """One version that the school kept, the newest first; the shipped text has none."""

    id: int
    version: int
    saved_at: datetime
    saved_by: str
    is_reset: bool
    wording: NewWording


class Wordings:
    """Use cases on templates; lives in the register drawer, for consents have letters too."""

    def __init__(self, register: Drawer, clock: Clock) -> None:
        self._drawer = register
        self._clock = clock
        self._newest: dict[tuple[str, str], VersionLine] | None = None
        register.listeners.append(self._forget)

    def _forget(self, topics: frozenset[str]) -> None:
        if TemplateRow.__topic__ in topics:
            self._newest = None

    def template(self, code: str, language: str = "nl") -> Template:
        """The template as a letter is written from it today."""
        template = shipped(code, language)
        own = self._own().get((code, template.language))
        if own is None or own.is_reset:
            return template
        wording = own.wording
        return replace(
            template,
            subject=wording.subject,
            body=wording.body,
            closing=wording.closing,
            enclosures=wording.enclosures,
            copies=wording.copies,
            is_registered=wording.is_registered,
            version=own.version,
        )

    def all(self) -> tuple[WordingLine, ...]:
        """Every template in every language, by name."""
        own = self._own()
        lines: list[WordingLine] = []
        for language in LANGUAGES:
            for template in catalogue.templates(language).values():
                kept = own.get((template.code, language))
                is_own = kept is not None and not kept.is_reset
                lines.append(
                    WordingLine(
                        id=f"{template.code}:{language}",
                        code=template.code,
                        language=language,
                        name=template.name,
                        version=kept.version if kept is not None and is_own else 0,
                        saved_at=kept.saved_at if kept is not None else None,
                        saved_by=kept.saved_by if kept is not None else "",
                    )
                )
        return tuple(lines)

    def versions(self, code: str, language: str = "nl") -> tuple[VersionLine, ...]:
        """What the school kept of this template, the newest first."""
        query = select(TemplateRow).where(TemplateRow.code == code, TemplateRow.language == language)
        with self._drawer.read() as session:
            return tuple(_version(row) for row in session.scalars(query.order_by(TemplateRow.id.desc())))

    def check(self, new: NewWording) -> Template:
        """The template as it would be. Raises Invalid for what would break a letter or leaves out what it must say."""
        template = shipped(new.code, new.language)
        known = known_blanks(template)
        if not new.subject.strip():
            raise Invalid("subject", "letters.no_subject")
        check_text("subject", new.subject, known)
        check_text("body", new.body, known)
        parts = parts_of(new.body)
        missing = next((part for part in template.parts if not parts.get(part)), "")
        if missing:
            raise Invalid("body", "letters.template_part", part=missing)
        lost = sorted(_compulsory_blanks(template) - blanks_in(new.body) - blanks_in(new.subject))
        if lost:
            raise Invalid("body", "letters.template_lost", name=lost[0])
        return replace(
            template,
            subject=new.subject.strip(),
            body=new.body.replace("\r\n", "\n").strip(),
            closing=new.closing.strip(),
            enclosures=_lines(new.enclosures),
            copies=_lines(new.copies),
            is_registered=new.is_registered,
        )

    def specimen(self, template: Template, school: School) -> Printable | FamilySpecimen:
        """A letter from this template about an invented pupil, to see how it reads."""
        return specimen_of(template, school.profile(), letterhead(school), self._clock.now())

    @speaking("nl")
    def newsletter(self, school: School) -> str:
        """What the school writes in its newsletter (protocol A10), as plain text to copy."""
        template, values = self.template("newsletter_text"), facts.of_school(school.profile())
        paragraphs = (filled(template.subject, values), *printed(filled(template.body, values)))
        return "\n\n".join(paragraphs).replace("**", "")

    def save(self, new: NewWording) -> None:
        """Keep a new version; letters that exist already do not change."""
        self._drawer.user.must_lead("letters.template_leadership")
        made = self.check(new)
        with self._drawer.write("template.saved", f"template:{new.code}") as session:
            self._add(session, made, is_reset=False)

    def reset(self, code: str, language: str = "nl") -> None:
        """Write from the shipped text again; the school's versions are kept."""
        self._drawer.user.must_lead("letters.template_leadership")
        with self._drawer.write("template.reset", f"template:{code}") as session:
            self._add(session, shipped(code, language), is_reset=True)

    def _add(self, session: Session, template: Template, *, is_reset: bool) -> None:
        last = max((line.version for line in self.versions(template.code, template.language)), default=0)
        session.add(
            TemplateRow(
                code=template.code,
                language=template.language,
                version=last + 1,
                subject=template.subject,
                body=template.body,
                closing=template.closing,
                enclosures=list(template.enclosures),
                copies=list(template.copies),
                is_registered=template.is_registered,
                is_reset=is_reset,
                saved_at=self._clock.now(),
                saved_by=self._drawer.user.name,
            )
        )

    def _own(self) -> dict[tuple[str, str], VersionLine]:
        if self._newest is None:
            with self._drawer.read() as session:
                rows = session.scalars(select(TemplateRow).order_by(TemplateRow.id))
                self._newest = {(row.code, row.language): _version(row) for row in rows}
        return self._newest


def _compulsory_blanks(template: Template) -> frozenset[str]:
    """The places that are filled by hand or carry lines to sign: without them a form cannot be used."""
    return frozenset({"choices", "signatures"}) & blanks_in(template.body)


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(text.strip() for text in texts if text.strip())


def _version(row: TemplateRow) -> VersionLine:
    wording = NewWording(
        code=row.code,
        language=row.language,
        subject=row.subject,
        body=row.body,
        closing=row.closing,
        enclosures=tuple(row.enclosures),
        copies=tuple(row.copies),
        is_registered=row.is_registered,
    )
    return VersionLine(row.id, row.version, row.saved_at, row.saved_by, row.is_reset, wording)
