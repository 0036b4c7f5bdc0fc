"""The services that only those who hold the key of casework have, together."""

from __future__ import annotations

from dataclasses import dataclass

from app.access_requests.accounts import Accounts
from app.access_requests.service import AccessRequests
from app.cases.service import Cases
from app.dossiers.service import Dossiers
from app.inspector.service import Inspector
from app.letters.service import Letters
from app.measures.service import Measures
from app.police.service import Police


@dataclass(frozen=True)
class Casework:
    """What only those who hold the key of casework have."""

    cases: Cases
    measures: Measures
    inspector: Inspector
    police: Police
    letters: Letters
    dossiers: Dossiers
    access_requests: AccessRequests
    accounts: Accounts
