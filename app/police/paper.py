"""The pack for the police as a PDF: the story, who is concerned, and every piece of evidence with its hash."""

from __future__ import annotations

from reportlab.platypus import Flowable, Spacer

from app.kernel.formats import long_time, short_time
from app.kernel.texts import _
from app.pdf.frame import Meta, build, page_of, report_look
from app.pdf.parts import facts, heading, table, title
from app.pdf.styles import BODY, TEXT_WIDTH
from app.pdf.text import paragraph
from app.police.lines import Pack, Piece
from app.police.texts import KINDS

_PEOPLE = (0.34, 0.26, 0.40)


def pack_pdf(pack: Pack, school: str, address: str) -> bytes:
    """The whole pack; ``address`` is that of the school, so that nobody's own address is needed."""
    name = _("Stukken voor de politie")
    story: list[Flowable] = [
        *title(name, _("{school}, kenmerk {number}").format(school=school, number=pack.case_number)),
        *facts([*pack.facts, *_sender(pack, school, address)], 130),
        *heading(_("Wat er is gebeurd")),
        *paragraph(pack.story, BODY),
    ]
    if pack.people:
        heads = (_("Naam"), _("Rol"), _("Functie of groep"))
        story += [*heading(_("Wie erbij betrokken zijn")), *table(heads, pack.people, _widths(_PEOPLE))]
    if pack.reports:
        rows = [
            (_(KINDS[one.kind]), short_time(one.at), one.unit or "–", one.registration_number or "–")
            for one in pack.reports
        ]
        heads_of = (_("Soort"), _("Wanneer"), _("Bureau"), _("Nummer"))
        story += [*heading(_("Eerder aan de politie verteld")), *table(heads_of, rows, _widths((0.2, 0.3, 0.25, 0.25)))]
    story += [*heading(_("Bewijs met controlegetal")), *_evidence(pack)]
    foot = _("Vertrouwelijk, gemaakt op {moment}").format(moment=long_time(pack.made_at))
    look = report_look(school, name, foot, page_of)
    return build(story, Meta(name, school, pack.made_at), look)


def _sender(pack: Pack, school: str, address: str) -> list[tuple[str, str]]:
    told = (
        (_("Namens"), school),
        (_("Adres voor de politie"), address),
        (_("Contactpersoon"), pack.contact or pack.made_by),
    )
    return [(label, text) for label, text in told if text]


def _evidence(pack: Pack) -> list[Flowable]:
    if pack.is_imagery:
        warned = _(
            "In deze zaak gaat het om seksueel beeld. De school heeft dat niet bekeken, gekopieerd of bewaard; "
            "wat er is, wordt hier alleen beschreven."
        )
        return [*paragraph(warned, BODY), Spacer(0, 8), *_pieces(pack)]
    if not pack.pieces:
        return paragraph(_("Er zijn geen bestanden bij dit pakket gekozen."), BODY)
    told = _(
        "Het controlegetal (SHA-256) is berekend toen het bestand in Meldboek kwam. "
        "Een bestand met hetzelfde getal is niet veranderd."
    )
    if pack.has_files:
        told = " ".join([told, _("De bestanden zitten bij dit stuk, onder de naam die erbij staat.")])
    return [*paragraph(told, BODY), Spacer(0, 8), *_pieces(pack)]


def _pieces(pack: Pack) -> list[Flowable]:
    made: list[Flowable] = []
    for number, piece in enumerate(pack.pieces, 1):
        made += paragraph(f"{number}. {piece.description}", BODY)
        made += facts(_about(piece), 130)
        made.append(Spacer(0, 8))
    return made


def _about(piece: Piece) -> list[tuple[str, str]]:
    told = (
        (_("Bestand"), _("{name}, {size} bytes").format(name=piece.name, size=f"{piece.size:,}".replace(",", "."))),
        (_("In dit pakket"), piece.file),
        (_("Gemaakt op"), short_time(piece.captured_at) if piece.captured_at else ""),
        (_("Bewaard op"), short_time(piece.filed_at) if piece.filed_at else ""),
        (_("Afkomstig van"), piece.source),
        ("SHA-256", " ".join(piece.sha256[at : at + 8] for at in range(0, 64, 8))),
    )
    return [(label, text) for label, text in told if text]


def _widths(shares: tuple[float, ...]) -> list[float]:
    return [TEXT_WIDTH * share for share in shares]
