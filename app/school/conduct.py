"""The rules of conduct: how users deal with what they read here, and who has read them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from app.kernel.clock import Clock
from app.kernel.texts import N_
from app.school.tables import ConductReading
from app.vault.drawers.database import Drawer
from app.vault.keys.keyring import RECOVERY

VERSION = 1  # one more when the rules change: then everybody reads them again
RULES = (
    N_("Kijk alleen in gegevens die u voor uw werk nodig hebt. Het logboek bewaart welke zaak u opent."),
    N_("Wat u hier leest, blijft hier. Vertel het alleen aan wie het voor het werk moet weten, ook na uw vertrek."),
    N_("Schrijf op wat u zag en hoorde, zonder oordeel. Leerlingen, ouders en collega's mogen hun dossier opvragen."),
    N_("Houd uw wachtzin voor uzelf. Vergrendel Meldboek als u wegloopt."),
    N_("Druk af en exporteer alleen wat nodig is. Berg papier veilig op en wis bestanden na gebruik."),
    N_("Gaat een zaak over uzelf of over familie? Zeg het, en doe een stap opzij."),
    N_("Hoort u dat iemand van school een kind seksueel misbruikt? Zeg het meteen tegen het bestuur (WPO artikel 4a)."),
    N_("Is een laptop, papier of bestand kwijt of bij de verkeerde gekomen? Zeg het dezelfde dag tegen de directeur."),
)


class Conduct:
    """Every user reads the rules once per version; lives in the register drawer."""

    def __init__(self, register: Drawer, clock: Clock) -> None:
        self._drawer = register
        self._clock = clock

    def is_due(self) -> bool:
        """Whether the user at work still has to read the rules; not asked in a copy, nor of who recovers the school."""
        user = self._drawer.user
        return not self._drawer.read_only and user.id != RECOVERY and user.id not in self.readers()

    def readers(self) -> dict[str, datetime]:
        """Per user (id) when they said that they read the rules as they are now."""
        query = select(ConductReading.user_id, ConductReading.at).where(ConductReading.version == VERSION)
        with self._drawer.read() as session:
            return {row.user_id: row.at for row in session.execute(query)}

    def accept(self) -> None:
        """The user at work says so; saying it twice changes nothing."""
        if self.is_due():
            with self._drawer.write("conduct.read", f"user:{self._drawer.user.id}") as session:
                session.add(ConductReading(user_id=self._drawer.user.id, version=VERSION, at=self._clock.now()))
