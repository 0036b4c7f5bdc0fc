"""The school as letters and forms show it, and its letterhead."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QPixmap

from app.kernel.errors import Unavailable
from app.kernel.formats import phone
from app.kernel.texts import N_, _
from app.school.rules import NewProfile, SchoolType, WindowPreset
from app.school.service import SchoolProfile
from app.vault.keys.keyring import Role
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.fields import CheckField, ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.header import Header
from ui.kit.labels import label
from ui.kit.layouts import Scroll, holder, row
from ui.kit.saving import save_workbook
from ui.school.section import EVERYONE, Section

WIDTH, LOGO = 820, 56
_MIMES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}


class ProfileSection(Section):
    """Everybody may read it; director and board may change it."""

    key: ClassVar[str] = "school"
    label: ClassVar[str] = N_("School")
    icon: ClassVar[str] = "school"
    roles: ClassVar[frozenset[Role]] = EVERYONE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.form = Form(desk)
        self._add_fields(self.form)
        self.logo = label(_("Nog geen logo"), "quiet")
        self._choose = button(_("Logo kiezen"), "image", self.choose_logo)
        self._choose.setVisible(self.may_change)
        self.form.section(_("Logo op de brief"))
        self.form.add(self.logo)
        self.form.layout().addLayout(row(self._choose, 1))  # type: ignore[union-attr] # a form has a layout
        card = Card()
        card.setMaximumWidth(WIDTH)
        card.add(self.form)
        scroll = Scroll()
        scroll.body.addWidget(card)
        self.body.addWidget(scroll)
        for made in self.form.rows.values():
            made.field.inner.setEnabled(self.may_change)

    def fetch(self) -> tuple[SchoolProfile, bytes | None]:
        school = self.desk.meldboek.school
        return school.profile(), school.logo()

    def show_lines(self, lines: tuple[SchoolProfile, bytes | None]) -> None:
        profile, logo = lines
        if not self.form.is_dirty:
            values = {field.name: getattr(profile, field.name) for field in fields(NewProfile)}
            self.form.set_values({**values, "phone": phone(profile.phone)})
            self.form.mark_clean()
        if logo is not None:
            picture = QPixmap()
            picture.loadFromData(QByteArray(logo))
            smooth = Qt.TransformationMode.SmoothTransformation
            self.logo.setPixmap(picture.scaledToHeight(LOGO, smooth))

    def verbs(self, header: Header) -> None:
        if self.may_change:
            header.add_button(_("Bewaren"), "save", self.save, primary=True)

    def save(self) -> None:
        """Keep the profile; what is wrong is said under its field."""
        values = self.form.values()
        self.form.submit(lambda: self._keep(values), lambda _none: self._kept())

    def choose_logo(self) -> None:
        """Let the user point at a picture."""
        self.desk.dialogs.choose_file(_("Logo kiezen"), self._read_logo, (_("Afbeeldingen (*.png *.jpg *.jpeg)"),))

    def save_window_sheet(self) -> None:
        """Keep a letter that shows whether the address falls in the window."""
        # ReportLab takes long to load, and few days need this sheet
        from app.letters.paper.labels import window_sheet  # noqa: PLC0415
        from app.letters.reading import letterhead  # noqa: PLC0415

        meldboek = self.desk.meldboek
        read = lambda: (letterhead(meldboek.school), meldboek.clock.now())  # noqa: E731 - one call
        title = _("Proefblad opslaan")
        save_workbook(self.desk, self, _("proefblad envelop.pdf"), title, read, lambda found: window_sheet(*found))

    def _keep(self, values: dict[str, Any]) -> None:
        profile = NewProfile(**values)
        self.desk.meldboek.school.save_profile(profile)
        self.desk.meldboek.store.rename_school(profile.name.strip())

    def _kept(self) -> None:
        self.desk.messages.info(_("De gegevens van de school zijn bewaard."))
        self.read()

    def _read_logo(self, path: Path | None) -> None:
        if path is not None:
            mime = _MIMES.get(path.suffix.lower(), "")
            keep = lambda data: self._set_logo(data, path.name, mime)  # noqa: E731 - one call
            self.desk.jobs.render(lambda: _read(path), owner=self, done=keep)

    def _set_logo(self, data: bytes, name: str, mime: str) -> None:
        school = self.desk.meldboek.school
        self.desk.jobs.run(
            lambda: school.set_logo(data, name, mime),
            owner=self,
            done=lambda _none: self.read(),
            failed=self.form.show_errors,
        )

    def _add_fields(self, form: Form) -> None:
        form.section(_("De school"))
        form.field("name", _("Naam van de school"), TextField(), share=2)
        form.field("brin", _("BRIN"), TextField(placeholder="12AB"), beside=True)
        kinds = [(SchoolType.PRIVATE, _("bijzonder")), (SchoolType.PUBLIC, _("openbaar"))]
        form.field("school_type", _("Soort onderwijs"), ChipsField(kinds, SchoolType.PRIVATE))
        regions = [("noord", _("Noord")), ("midden", _("Midden")), ("zuid", _("Zuid"))]
        form.field("region", _("Vakantieregio"), ChoiceField(regions, blank=_("niet ingevuld")), beside=True)
        form.field("street", _("Straat en nummer"), TextField(), share=2)
        form.field("postcode", _("Postcode"), TextField(placeholder="7534 AB"), beside=True)
        form.field("city", _("Plaats"), TextField(), beside=True)
        form.field("phone", _("Telefoon"), TextField())
        form.field("email", _("E-mail"), TextField(), beside=True)
        form.field("website", _("Website"), TextField(), beside=True)
        form.section(_("Bestuur en privacy"))
        form.field("board_name", _("Naam van het bestuur"), TextField())
        form.field("board_address", _("Adres van het bestuur"), TextField(), beside=True)
        form.field("dpo_name", _("Functionaris gegevensbescherming (FG)"), TextField())
        form.field("dpo_email", _("E-mail van de FG"), TextField(), beside=True)
        form.section(_("Brieven en nieuwsbrief"))
        form.field("newsletter", _("Naam van de nieuwsbrief"), TextField())
        windows = [(WindowPreset.LEFT, _("links")), (WindowPreset.RIGHT, _("rechts")), (WindowPreset.NONE, _("geen"))]
        form.field("window", _("Venster van de envelop"), ChipsField(windows, WindowPreset.LEFT), beside=True)
        form.field("preprinted", "", CheckField(_("Wij drukken op voorbedrukt briefpapier")))
        form.add(holder(row(button(_("Proefblad voor de envelop"), "printer", self.save_window_sheet), 1, gap=0)))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise Unavailable("imports.not_readable") from None
