"""The names of accounts and group chats: masked exactly, with the words around them left readable."""

from __future__ import annotations

import pytest

from app.dossiers.circle import account_names
from app.dossiers.masking_rules import Mask, Other
from app.kernel.names import PersonName
from app.people.rules import PersonKind


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("groep '8B rules'", ("8B rules",)),
        ("groepsapp: 8B rules", ("8B rules",)),
        ("“8B rules” en ‘de rest’", ("8B rules", "de rest")),
        ("@stijntje_b", ("@stijntje_b",)),
        ("de groepsapp", ()),
        ("'klas 7'", ()),
        (" ", ()),
    ],
)
def test_of_an_account_only_the_name_is_masked(told: str, names: tuple[str, ...]) -> None:
    assert account_names(told) == names


def test_the_phrase_around_the_name_of_a_group_stays_readable() -> None:
    subject = Other(1, PersonKind.PUPIL, PersonName("Pien", "", "Mulder"))
    hidden = [(name, "[account]") for name in account_names("groep '8B rules'")]
    mask = Mask(subject, (), (), hidden=hidden)
    assert mask.text("Bewerkte foto in de groep '8B rules'.") == "Bewerkte foto in de groep '[account]'."
    assert mask.text("Bewerkte foto in de groep ‘8B rules’ gezet.") == "Bewerkte foto in de groep ‘[account]’ gezet."
