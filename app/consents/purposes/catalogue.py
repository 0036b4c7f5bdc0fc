"""The school's catalogue of purposes: change, add, switch on and off, and how long a yes holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.consents.answers import reading
from app.consents.purposes import lines as purposes
from app.consents.purposes.lines import (
    OWN,
    PERSONAL_ACCOUNT,
    SOCIAL,
    AskedOf,
    Edit,
    PurposeChange,
    PurposeLine,
    Validity,
)
from app.consents.purposes.lines import PurposeVersion as Version
from app.consents.rules import Policy, PurposeRule
from app.consents.tables import ConsentSetting, PurposeEdit
from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.protocol.rules import Audience, Protocol
from app.vault.drawers.once import once

if TYPE_CHECKING:
    from app.vault.drawers.database import Drawer

_EDITS = select(PurposeEdit.__table__).order_by(PurposeEdit.id)  # built once: nearly every screen asks it


class Catalogue:
    """The purposes of this school; only who leads the school changes them."""

    def __init__(self, register: Drawer, protocol: Protocol, clock: Clock) -> None:
        self._drawer = register
        self._protocol = protocol
        self._clock = clock

    def all(self, on: date | None = None) -> tuple[PurposeLine, ...]:
        """Every purpose on a day, in order, also those that the school does not use."""
        day = on or self._clock.today()
        with self._drawer.read() as session:
            return purposes.laid_over(
                purposes.shipped(self._protocol, day), once(session, "purposes", lambda: _edits(session)), day
            )

    def of_pupils(self, on: date | None = None) -> tuple[PurposeLine, ...]:
        """What is asked about pupils, used or not."""
        return tuple(line for line in self.all(on) if line.of_pupils)

    def purpose(self, code: str, on: date | None = None) -> PurposeLine:
        """One purpose. Raises Invalid when there is none of that code."""
        for line in self.all(on):
            if line.code == code:
                return line
        raise Invalid("purpose", "consents.purpose_unknown", purpose=code)

    def channels(self) -> tuple[PurposeLine, ...]:
        """The social media, used or not."""
        return tuple(line for line in self.all() if line.code.startswith(SOCIAL))

    def change(self, code: str, change: PurposeChange) -> int:
        """Say from today something else of a purpose; gives its new version."""
        self._drawer.user.must_lead("consents.leader_only")
        purposes.check(change)
        with self._drawer.write("purpose.changed", f"purpose:{code}") as session:
            return self._write(session, self.purpose(code), change)

    def add(self, change: PurposeChange, asked_of: AskedOf = AskedOf.PUPILS) -> str:
        """Ask consent for something of the school's own; gives its code."""
        self._drawer.user.must_lead("consents.leader_only")
        purposes.check(change)
        with self._drawer.write("purpose.added") as session:
            number = 1 + max((_own_number(edit.code) for edit in _edits(session)), default=0)
            rule = PurposeRule(change.policy, audience=change.audience)
            line = PurposeLine(f"{OWN}{number}", "", "", change.audience, rule, version=0, asked_of=asked_of)
            self._write(session, line, change)
            return line.code

    def switch(self, code: str, in_use: bool, *, confirmed: bool = False) -> None:
        """Use a purpose from today, or no longer; a private account of staff only when that is confirmed."""
        self._drawer.user.must_lead("consents.leader_only")
        line = self.purpose(code)
        if line.rule.in_use == in_use:
            return
        if in_use and code == PERSONAL_ACCOUNT and not confirmed:
            raise Refused("consents.personal_account")
        same = PurposeChange(line.label, line.short, line.channel, line.audience, line.rule.policy, line.note)
        with self._drawer.write("purpose.switched", f"purpose:{code}") as session:
            self._write(session, line, same, in_use=in_use)

    def history(self, code: str) -> tuple[Version, ...]:
        """The versions of a purpose, newest first; the first came with the program."""
        with self._drawer.read() as session:
            own = [edit for edit in _edits(session) if edit.code == code]
        first = [
            Version(1, one.valid_from, one.label, Policy(one.policy), one.default_on, asks_again=False,
                    recorded_at=None, recorded_by="")
            for one in self._protocol.purposes
            if one.code == code
        ]  # fmt: skip
        return (*(_version(edit) for edit in reversed(own)), *reversed(first))

    def changed_since_asked(self) -> tuple[PurposeLine, ...]:
        """What is used now and was never asked, or changed so much since that it must be asked again."""
        with self._drawer.read() as session:
            said = reading.last_answers(session)
        return tuple(
            line
            for line in self.of_pupils()
            if line.rule.in_use and (line.code not in said or said[line.code] < (line.rule.asks_since or date.min))
        )

    def validity(self, on: date | None = None) -> Validity:
        """How long a yes of that day holds."""
        day = on or self._clock.today()
        query = select(ConsentSetting.validity).where(ConsentSetting.valid_from <= day)
        with self._drawer.read() as session:
            found = session.scalar(query.order_by(ConsentSetting.valid_from.desc(), ConsentSetting.id.desc()).limit(1))
        return Validity(found) if found else Validity.UNTIL_CHANGED

    def set_validity(self, validity: Validity) -> None:
        """Let a yes that is given from today hold until it changes, or for its school year."""
        self._drawer.user.must_lead("consents.leader_only")
        with self._drawer.write("consent_setting.changed") as session:
            session.add(
                ConsentSetting(
                    valid_from=self._clock.today(),
                    validity=validity.value,
                    recorded_at=self._clock.now(),
                    recorded_by=self._drawer.user.name,
                )
            )

    def _write(self, session: Session, line: PurposeLine, change: PurposeChange, *, in_use: bool | None = None) -> int:
        today = self._clock.today()
        row = PurposeEdit(
            code=line.code,
            version=line.version + 1,
            valid_from=today,
            label=change.label.strip(),
            short=change.short.strip(),
            channel=change.channel.strip(),
            audience=change.audience.value,
            policy=change.policy.value,
            note=change.note.strip(),
            in_use=line.rule.in_use if in_use is None else in_use,
            asked_of=line.asked_of.value,
            asks_since=today if change.asks_again else line.rule.asks_since,
            recorded_at=self._clock.now(),
            recorded_by=self._drawer.user.name,
        )
        session.add(row)
        return row.version


def _edits(session: Session) -> Sequence[Edit]:
    return [
        Edit(
            code=row.code,
            version=row.version,
            from_day=row.valid_from,
            label=row.label,
            short=row.short,
            channel=row.channel,
            audience=Audience(row.audience),
            policy=Policy(row.policy),
            note=row.note,
            in_use=row.in_use,
            asked_of=AskedOf(row.asked_of),
            asks_since=row.asks_since,
            recorded_at=row.recorded_at,
            recorded_by=row.recorded_by,
        )
        for row in session.execute(_EDITS).all()
    ]


def _version(edit: Edit) -> Version:
    again = edit.asks_since == edit.from_day
    return Version(
        edit.version, edit.from_day, edit.label, edit.policy, edit.in_use, again, edit.recorded_at, edit.recorded_by
    )


def _own_number(code: str) -> int:
    tail = code.removeprefix(OWN)
    return int(tail) if tail != code and tail.isdigit() else 0
