"""The school: its profile and letterhead, who signs, and who may decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from io import BytesIO

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.kernel.formats import phone_digits, postcode
from app.kernel.texts import _
from app.protocol.rules import Rung
from app.school import rules
from app.school.conduct import Conduct
from app.school.rules import Mandate, NewProfile, SchoolType, Signatory, WindowPreset
from app.school.tables import MandateRow, ProfileRow, SignatoryRow
from app.school.texts import JOB_TITLES
from app.vault import attachments
from app.vault.drawers.database import Drawer
from app.vault.keys.keyring import Role, User

LOGO_TYPES = ("image/png", "image/jpeg")
LOGO_PIXELS = 40_000_000
LOGO_LIMIT = 2_000_000  # bytes; a letterhead needs no more, and it goes into every PDF


@dataclass(frozen=True)
class SchoolProfile(NewProfile):
    """The school as letters and forms show it."""

    logo_id: int | None = None


class School:
    """Use cases on the school itself; lives in the register drawer."""

    def __init__(self, register: Drawer, clock: Clock) -> None:
        self._drawer = register
        self._clock = clock
        self._known: SchoolProfile | None = None
        self.conduct = Conduct(register, clock)
        register.listeners.append(self._forget)

    @property
    def register(self) -> Drawer:
        """The drawer in which the school is kept, for who counts what is in it."""
        return self._drawer

    def profile(self) -> SchoolProfile:
        """The school as it is now; empty names before the first run is finished. Kept until it changes."""
        if self._known is None:
            with self._drawer.read() as session:
                row = _profile_row(session)
                self._known = _profile(row) if row else SchoolProfile(name="", board_name="")
        return self._known

    def _forget(self, topics: frozenset[str]) -> None:
        if ProfileRow.__topic__ in topics:
            self._known = None

    def save_profile(self, profile: NewProfile) -> None:
        """Keep what the school tells about itself; raises ``Invalid`` for a field that cannot be right."""
        self._drawer.user.must_lead("school.only_leadership")
        rules.check_profile(profile)
        with self._drawer.write("profile.saved", "school") as session:
            row = _profile_row(session)
            if row is None:
                row = ProfileRow(logo_id=None)
                session.add(row)
            for field in fields(NewProfile):
                value = getattr(profile, field.name)
                setattr(row, field.name, value if isinstance(value, bool) else str(value).strip())
            row.brin = row.brin.upper()
            row.phone = phone_digits(row.phone)
            row.postcode = postcode(row.postcode)

    def set_logo(self, data: bytes, name: str, mime: str) -> None:
        """Put this picture on the letterhead."""
        self._drawer.user.must_lead("school.only_leadership")
        if mime not in LOGO_TYPES:
            raise Invalid("logo", "school.logo_type")
        if len(data) > LOGO_LIMIT:
            raise Invalid("logo", "school.logo_size")
        if not _is_picture(data):
            raise Invalid("logo", "school.logo_broken")
        with self._drawer.write("logo.changed", "school") as session:
            row = _profile_row(session)
            if row is None:
                raise Refused("school.no_profile")
            row.logo_id = attachments.add(session, data, name, mime)

    def logo(self) -> bytes | None:
        """The picture on the letterhead, if there is one."""
        with self._drawer.read() as session:
            row = _profile_row(session)
            if row is None or row.logo_id is None:
                return None
            return attachments.load(session, row.logo_id).data

    def mandates(self) -> tuple[Mandate, ...]:
        """What the board lets others decide."""
        with self._drawer.read() as session:
            rows = session.scalars(select(MandateRow).order_by(MandateRow.rung, MandateRow.role))
            return tuple(Mandate(row.rung, row.role) for row in rows)

    def set_mandates(self, mandates: Iterable[Mandate]) -> None:
        """Replace the mandates by these."""
        self._drawer.user.must_lead("school.only_leadership")
        wanted = set(mandates)
        with self._drawer.write("mandates.changed", "school") as session:
            for row in session.scalars(select(MandateRow)).all():
                if Mandate(row.rung, row.role) in wanted:
                    wanted.discard(Mandate(row.rung, row.role))
                else:
                    session.delete(row)
            session.add_all(MandateRow(rung=mandate.rung, role=mandate.role) for mandate in sorted(wanted, key=_order))

    def may_decide(self, rung: Rung, role: Role) -> bool:
        """Whether a user in this role may decide on this rung of a ladder."""
        return rules.may_decide(rung, self.mandates(), role)

    def signatory(self, user: User) -> Signatory:
        """The name and position under this user's letters."""
        with self._drawer.read() as session:
            row = session.scalars(select(SignatoryRow).where(SignatoryRow.user_id == user.id)).one_or_none()
            if row is not None:
                return Signatory(row.name, row.job_title)
        return Signatory(user.name, _(JOB_TITLES[user.role]))

    def set_signatory(self, user_id: str, signatory: Signatory) -> None:
        """Keep the name and position under this user's letters."""
        self._drawer.user.must_lead("school.only_leadership")
        if not signatory.name.strip():
            raise Invalid("name", "school.signatory_missing")
        with self._drawer.write("signatory.changed", f"user:{user_id}") as session:
            row = session.scalars(select(SignatoryRow).where(SignatoryRow.user_id == user_id)).one_or_none()
            if row is None:
                row = SignatoryRow(user_id=user_id)
                session.add(row)
            row.name, row.job_title = signatory.name.strip(), signatory.job_title.strip()


def _order(mandate: Mandate) -> tuple[str, str]:
    return mandate.rung, mandate.role


def _is_picture(data: bytes) -> bool:
    """Whether every dot of it can be read, and it is no picture of more dots than any letterhead needs."""
    from PIL import Image  # noqa: PLC0415 - takes long to load, and few days bring a new logo

    try:
        with Image.open(BytesIO(data)) as picture:
            if picture.width * picture.height > LOGO_PIXELS:
                return False
            picture.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
    return True


def _profile_row(session: Session) -> ProfileRow | None:
    return session.scalars(select(ProfileRow)).first()


def _profile(row: ProfileRow) -> SchoolProfile:
    values = {field.name: getattr(row, field.name) for field in fields(SchoolProfile)}
    values["school_type"] = SchoolType(row.school_type)
    values["window"] = WindowPreset(row.window)
    return SchoolProfile(**values)
