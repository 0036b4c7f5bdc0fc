"""What every table is built on, and the tables that each drawer has for itself: log, search, attachments, drafts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, Dialect, Integer, LargeBinary, MetaData, String, TypeDecorator, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from app.kernel.clock import AMSTERDAM

_NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: kept as sortable UTC text, given back in Dutch local time. Refuses a time without a zone."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy hands it over
        """To UTC text of one fixed width."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(value)
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy hands it over
        """From UTC text to Dutch local time."""
        return None if value is None else datetime.fromisoformat(value).astimezone(AMSTERDAM)


class _Base(DeclarativeBase):
    __abstract__ = True
    __topic__: ClassVar[str] = ""
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: UtcDateTime, dict[str, Any]: JSON, bytes: LargeBinary}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Give every table with one integer key AUTOINCREMENT, so that an id is never used twice."""
        super().__init_subclass__(**kwargs)
        table = cls.__dict__.get("__table__")
        if table is not None:
            keys = list(table.primary_key)
            if len(keys) == 1 and isinstance(keys[0].type, Integer):
                table.dialect_options["sqlite"]["autoincrement"] = True


class RegisterBase(_Base):
    """Base of every table in the register drawer."""

    __abstract__ = True
    metadata = MetaData(naming_convention=_NAMES)


class CaseworkBase(_Base):
    """Base of every table in the casework drawer."""

    __abstract__ = True
    metadata = MetaData(naming_convention=_NAMES)


class AuditMixin:
    """One line of the log; ``mac`` chains it to the line before."""

    __tablename__ = "audit"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    user_id: Mapped[str]
    user_name: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    detail: Mapped[bytes | None] = mapped_column(LargeBinary)
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    mac: Mapped[bytes] = mapped_column(LargeBinary)


class AttachmentMixin:
    """A file kept in the drawer as it came, once per content."""

    __tablename__ = "attachments"
    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    mime: Mapped[str]
    size: Mapped[int]
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class DraftMixin:
    """What somebody was typing: the last version only."""

    __tablename__ = "drafts"

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[UniqueConstraint]:
        return (UniqueConstraint("form", "key", "user_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    form: Mapped[str]
    key: Mapped[str]
    user_id: Mapped[str]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)


class SearchMixin:
    """What can be found: one document per thing; its text lies in the full-text index under the same id."""

    __tablename__ = "search_documents"

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[UniqueConstraint]:
        return (UniqueConstraint("kind", "ref"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    ref: Mapped[str]
    title: Mapped[str]


class PrefixMixin:
    """The first one and two letters of the words in a title, for what is too short for the full-text index."""

    __tablename__ = "search_prefixes"
    prefix: Mapped[str] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(primary_key=True, index=True)


class ChainKeyMixin:
    """The key that chains the log, when it is not derived from the drawer's key any more: that one was renewed."""

    __tablename__ = "chain_key"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[bytes] = mapped_column(LargeBinary)


class RegisterAudit(AuditMixin, RegisterBase):
    """The log of the register."""


class CaseworkAudit(AuditMixin, CaseworkBase):
    """The log of casework."""


class RegisterAttachment(AttachmentMixin, RegisterBase):
    """A file in the register."""


class CaseworkAttachment(AttachmentMixin, CaseworkBase):
    """A file in casework."""


class RegisterDraft(DraftMixin, RegisterBase):
    """An unfinished form of the register."""


class CaseworkDraft(DraftMixin, CaseworkBase):
    """An unfinished form of casework."""


class RegisterSearch(SearchMixin, RegisterBase):
    """A findable thing in the register."""


class CaseworkSearch(SearchMixin, CaseworkBase):
    """A findable thing in casework."""


class RegisterPrefix(PrefixMixin, RegisterBase):
    """A short search key of the register."""


class CaseworkPrefix(PrefixMixin, CaseworkBase):
    """A short search key of casework."""


class RegisterChainKey(ChainKeyMixin, RegisterBase):
    """What chains the log of the register."""


class CaseworkChainKey(ChainKeyMixin, CaseworkBase):
    """What chains the log of casework."""


class VaultTables:
    """The vault's own tables of one drawer."""

    def __init__(self, base: type[RegisterBase] | type[CaseworkBase]) -> None:
        of_register = base is RegisterBase
        self.base = base
        self.audit: type[AuditMixin] = RegisterAudit if of_register else CaseworkAudit
        self.attachments: type[AttachmentMixin] = RegisterAttachment if of_register else CaseworkAttachment
        self.drafts: type[DraftMixin] = RegisterDraft if of_register else CaseworkDraft
        self.search: type[SearchMixin] = RegisterSearch if of_register else CaseworkSearch
        self.prefixes: type[PrefixMixin] = RegisterPrefix if of_register else CaseworkPrefix
        self.chain_key: type[ChainKeyMixin] = RegisterChainKey if of_register else CaseworkChainKey


REGISTER_TABLES = VaultTables(RegisterBase)
CASEWORK_TABLES = VaultTables(CaseworkBase)
