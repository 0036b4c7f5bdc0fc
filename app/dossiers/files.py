"""The files in a dossier: the masked copy, a paper that names nobody else, or left out with the reason."""

from __future__ import annotations

from collections.abc import Iterable

from app.cases.evidence import files, papers
from app.cases.lines import DossierItem, EvidenceLine
from app.cases.rules import EntryKind, Flag
from app.cases.service import Cases
from app.dossiers import foreign_pages, joining
from app.dossiers.compiling import within
from app.dossiers.masking_rules import Mask
from app.dossiers.rules import DossierAttachment, Part, Wanted
from app.kernel.errors import MeldboekError
from app.kernel.texts import _
from app.vault import attachments
from app.vault.drawers.database import Drawer


def attached(
    drawer: Drawer, cases: Cases, items: Iterable[DossierItem], wanted: Wanted, mask: Mask
) -> tuple[DossierAttachment, ...]:
    """What was filed as evidence in this dossier, as far as it may be shown."""
    if Part.ATTACHMENTS not in wanted.parts:
        return ()
    found = []
    for item in items:
        line = item.entry.evidence
        if line is None or item.entry.kind is not EntryKind.EVIDENCE or not within(item.entry.at, wanted.period):
            continue
        name = mask.text(line.name)
        why = _("weggelaten bij het nakijken") if item.entry.id in wanted.choices.leave else _refusal(cases, item, line)
        if why:
            found.append(DossierAttachment(item.entry.id, name, line.mime, why=why))
        else:
            found.append(_shown(drawer, item.entry.id, name, line, wanted, mask))
    return tuple(found)


def _refusal(cases: Cases, item: DossierItem, line: EvidenceLine) -> str:
    if line.destroyed_at is not None:
        return _("vernietigd, niet opgenomen")
    if Flag.SEXUAL_IMAGERY in cases.case(item.case_id).flags:
        return _("niet opgenomen: zo’n bestand wordt niet verspreid")
    return ""


def _shown(
    drawer: Drawer, entry_id: int, name: str, line: EvidenceLine, wanted: Wanted, mask: Mask
) -> DossierAttachment:
    if line.masked_id is not None:
        mime = files.PDF if line.mime == files.PDF else files.PNG
        return DossierAttachment(entry_id, name, mime, _load(drawer, line.masked_id), is_masked=True)
    data = _load(drawer, line.attachment_id)
    looked_at = entry_id in wanted.choices.attach
    if line.mime in files.PICTURES:
        why = "" if looked_at else _("niet opgenomen: er is geen afgedekte kopie")
        return DossierAttachment(entry_id, name, line.mime, data if looked_at else b"", why=why)
    words = _words(data, line.mime)
    reads = bool(words.strip()) and _says_all(data, line.mime, words)
    as_it_is = line.mime == files.PDF and (looked_at or (reads and _shows_only_words(data)))
    if as_it_is and not mask.finds(words, looked_at=looked_at):
        return DossierAttachment(entry_id, name, line.mime, data)
    if not reads:
        return DossierAttachment(entry_id, name, line.mime, why=_("niet opgenomen: kijk het bestand eerst na"))
    masked = mask.text(words)  # the words alone: the file itself may hold more than can be seen
    return DossierAttachment(entry_id, name, files.TEXT, masked.encode(), is_masked=masked != words)


def _load(drawer: Drawer, attachment_id: int) -> bytes:
    with drawer.read() as session:
        try:
            return attachments.load(session, attachment_id).data
        except LookupError:
            return b""


def _words(data: bytes, mime: str) -> str:
    try:
        return papers.words_of(data, mime)
    except MeldboekError:
        return ""


def _says_all(data: bytes, mime: str, words: str) -> bool:
    """Whether every letter of a paper was read: else a name may stand in it that nobody finds."""
    reader = joining.readable(data) if mime == files.PDF else None
    return mime != files.PDF or (reader is not None and foreign_pages.can_be_read(reader, words))


def _shows_only_words(data: bytes) -> bool:
    reader = joining.readable(data)
    return reader is not None and foreign_pages.shows_only_words(reader)
