"""Making a pack for the police: what to tell, whom to name, which evidence; then a PDF where the user wants it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from app.cases.lines import CaseCard, EntryLine
from app.cases.rules import Flag
from app.cases.texts import word
from app.casework import Casework
from app.kernel.formats import postcode_place
from app.kernel.texts import _
from app.police.lines import NewPack, Pack
from app.police.packing import bundle
from app.police.paper import pack_pdf
from app.police.texts import ADVICE
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, CheckField, TextField
from ui.kit.finding import Notice
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.saving import write


class PackMaker:
    """Reads the case, asks what goes in, draws the PDF and keeps its hash."""

    def __init__(self, desk: Desk, casework: Casework, owner: QObject) -> None:
        self._desk, self._casework, self._owner = desk, casework, owner

    def begin(self, case_id: int) -> None:
        """Read the case and open the sheet."""
        cases = self._casework.cases
        self._desk.jobs.run(
            lambda: (cases.case(case_id), cases.timeline(case_id, limit=10_000)),
            owner=self._owner,
            done=lambda found: self._desk.dialogs.open(self.sheet(*found)),
        )

    def sheet(self, card: CaseCard, entries: tuple[EntryLine, ...]) -> FormSheet:
        """The sheet in which the pack is put together."""
        form = Form(self._desk)
        is_imagery = Flag.SEXUAL_IMAGERY in card.flags
        form.add(Notice("danger" if is_imagery else "info", "", _(ADVICE["evidence"])))
        story = AreaField(card.summary, lines=6)
        form.field("story", _("Wat er is gebeurd"), story, _("Feiten op volgorde, in gewone woorden."))
        form.field("contact", _("Contactpersoon op school"), TextField(self._desk.meldboek.user.name))
        people = [(line.id, f"{line.name} ({word('role', line.role)})") for line in card.parties]
        kept = [entry for entry in entries if entry.evidence is not None and entry.evidence.destroyed_at is None]
        pieces = [(entry.id, _name(entry)) for entry in reversed(kept)]
        if people:
            field = ChipsField(people, many=True)
            form.field("involvements", _("Wie noemt u met naam"), field, _("Noem alleen wie de politie moet kennen."))
        if pieces:
            form.field("entries", _("Welk bewijs"), ChipsField(pieces, [one for one, _text in pieces], many=True))
        if pieces and not is_imagery:
            form.field("with_files", _("Bestanden"), CheckField(_("de bestanden zelf meegeven"), True))
        return FormSheet(
            _("Pakket voor de politie"),
            form,
            _("Pakket maken"),
            partial(self._gather, card.id),
            self._draw,
            width=680,
            scrolls=True,
        )

    def _gather(self, case_id: int, values: dict[str, Any]) -> Pack:
        chosen = NewPack(
            values["story"],
            values["contact"],
            tuple(values.get("involvements", ())),
            tuple(values.get("entries", ())),
            with_files=values.get("with_files", False),
        )
        return self._casework.police.pack(case_id, chosen)

    def _draw(self, pack: Pack) -> None:
        profile = self._desk.meldboek.school.profile()
        place = postcode_place(profile.postcode, profile.city)
        address = ", ".join(part for part in (profile.street, place) if part)
        work = partial(pack_pdf, pack, profile.name, address)
        self._desk.jobs.render(work, owner=self._owner, done=partial(self._ask, pack))

    def _ask(self, pack: Pack, paper: bytes) -> None:
        name = _("Politie {number}").format(number=pack.case_number.replace("/", "-"))
        ask = partial(self._chosen, pack, f"{name}.pdf", paper)
        self._desk.dialogs.save_file(_("Pakket opslaan"), f"{name}.zip" if pack.has_files else f"{name}.pdf", ask)

    def _chosen(self, pack: Pack, name: str, paper: bytes, path: Path | None) -> None:
        if path is None:
            return
        done = partial(self._write, pack, name, paper, path)
        self._desk.jobs.run(partial(self._casework.police.files_of, pack), owner=self._owner, done=done)

    def _write(self, pack: Pack, name: str, paper: bytes, path: Path, files: Sequence[tuple[str, bytes]]) -> None:
        work = lambda: write(path, bundle(name, paper, files) if files else paper)  # noqa: E731 - one for the lane
        self._desk.jobs.render(work, owner=self._owner, done=partial(self._written, pack, paper))

    def _written(self, pack: Pack, paper: bytes, file: str) -> None:
        work = partial(self._casework.police.note_pack, pack, paper)
        said = _("Opgeslagen als {name}. Het controlegetal is bewaard.").format(name=file)
        self._desk.jobs.run(work, owner=self._owner, done=lambda _id: self._desk.messages.info(said))


def _name(entry: EntryLine) -> str:
    kept = entry.evidence
    text = (kept.description or kept.name) if kept is not None else entry.title
    return text if len(text) <= 48 else f"{text[:47].rstrip()}…"
