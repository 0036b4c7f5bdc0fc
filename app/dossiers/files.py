"""The files in a dossier: the masked copy, a paper that names nobody else, or left out with the reason."""

from __future__ import annotations

from collections.abc import Iterable

from app.cases import files, papers
from app.cases.lines import DossierItem, EvidenceLine
from app.cases.rules import EntryKind, Flag
from app.cases.service import Cases
from app.dossiers.compiling import within
from app.dossiers.masking_rules import Mask
from app.dossiers.rules import DossierAttachment, Part, Wanted
from app.kernel.errors import MeldboekError
from app.kernel.texts import _
from app.vault import attachments
from app.vault.database import Drawer


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
        why = _refusal(cases, item, line)
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
        data = _load(drawer, line.masked_id)
        return DossierAttachment(entry_id, name, files.PNG, data, is_masked=True)
    data = _load(drawer, line.attachment_id)
    if entry_id in wanted.choices.attach:
        return DossierAttachment(entry_id, name, line.mime, data)
    if line.mime in files.PICTURES:
        return DossierAttachment(entry_id, name, line.mime, why=_("niet opgenomen: er is geen afgedekte kopie"))
    if _names_nobody(data, line.mime, mask):
        return DossierAttachment(entry_id, name, line.mime, data)
    return DossierAttachment(entry_id, name, line.mime, why=_("niet opgenomen: er staan gegevens van anderen in"))


def _load(drawer: Drawer, attachment_id: int) -> bytes:
    with drawer.read() as session:
        try:
            return attachments.load(session, attachment_id).data
        except LookupError:
            return b""


def _names_nobody(data: bytes, mime: str, mask: Mask) -> bool:
    """Whether the words of a paper can be read and name nobody else; a scan has no words, so it must be looked at."""
    try:
        words = papers.words_of(data, mime)
    except MeldboekError:
        return False
    return bool(words.strip()) and not mask.finds(words)
