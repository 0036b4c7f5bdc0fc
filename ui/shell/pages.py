"""All pages, in the order of the navigation; the only place that knows every one."""

from __future__ import annotations

import importlib
from functools import cache

from app.vault.keys.keyring import Role
from ui.kit.page import Page

ORDER = (
    ("ui.agenda.page", "AgendaPage"),
    ("ui.people.page", "PeoplePage"),
    ("ui.consents.page", "ConsentsPage"),
    ("ui.cases.page", "CasesPage"),
    ("ui.measures.page", "MeasuresPage"),
    ("ui.inspector.page", "InspectorPage"),
    ("ui.police.page", "PolicePage"),
    ("ui.letters.page", "LettersPage"),
    ("ui.dossiers.page", "DossiersPage"),
    ("ui.access_requests.page", "AccessRequestsPage"),
    ("ui.insights.page", "InsightsPage"),
    ("ui.school.page", "SchoolPage"),
    ("ui.imports.page", "ImportsPage"),
)


@cache
def page_classes() -> tuple[type[Page], ...]:
    """Every page there is, in order."""
    return tuple(found for module, name in ORDER if (found := _page_class(module, name)) is not None)


def pages_for(role: Role) -> tuple[type[Page], ...]:
    """The pages that a role sees; the others are absent, not grey."""
    return tuple(page for page in page_classes() if role in page.roles)


def _page_class(module: str, name: str) -> type[Page] | None:
    try:
        found = getattr(importlib.import_module(module), name)
    except ModuleNotFoundError as error:
        if error.name in {module, module.rpartition(".")[0]}:
            return None
        raise
    return found if isinstance(found, type) and issubclass(found, Page) else None
