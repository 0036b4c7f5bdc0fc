"""The school's profile, mandates and signatories on the real encrypted register."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.kernel.clock import FixedClock
from app.kernel.errors import Invalid, Refused
from app.protocol.service import load_protocol
from app.school.rules import Mandate, Signatory
from app.school.service import School
from app.vault.drawers.database import Drawer
from app.vault.keys.keyring import Role
from app.vault.store import open_store
from tests.builders import ADMINISTRATOR, PROFILE

SUSPENSION = load_protocol().rung("pupil.SUSPENSION")


def drawn(wide: int, high: int) -> bytes:
    file = BytesIO()
    Image.new("1", (wide, high)).save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def school(register: Drawer, clock: FixedClock) -> School:
    return School(register, clock)


def test_a_new_store_has_an_empty_profile(school: School) -> None:
    assert school.profile().name == ""
    assert school.logo() is None


def test_a_saved_profile_comes_back_tidy(school: School) -> None:
    school.save_profile(replace(PROFILE, brin="12ab", postcode="7512ab", phone="053 - 123 45 67", preprinted=True))
    profile = school.profile()
    assert (profile.brin, profile.postcode, profile.phone) == ("12AB", "7512 AB", "0531234567")
    assert profile.preprinted


def test_a_wrong_field_changes_nothing(school: School) -> None:
    school.save_profile(PROFILE)
    with pytest.raises(Invalid):
        school.save_profile(replace(PROFILE, name="Andere school", brin="X"))
    assert school.profile().name == PROFILE.name


def test_the_letterhead_keeps_its_picture_when_the_profile_changes(school: School) -> None:
    school.save_profile(PROFILE)
    school.set_logo(drawn(40, 20), "logo.png", "image/png")
    school.save_profile(replace(PROFILE, city="Hengelo"))
    assert school.logo() == drawn(40, 20)


def test_a_logo_must_be_a_small_picture(school: School) -> None:
    with pytest.raises(Refused, match=r"school\.no_profile"):
        school.set_logo(drawn(4, 2), "logo.png", "image/png")
    with pytest.raises(Invalid, match=r"school\.logo_type"):
        school.set_logo(b"x", "logo.svg", "image/svg+xml")
    with pytest.raises(Invalid, match=r"school\.logo_size"):
        school.set_logo(b"x" * 40_000_000, "logo.png", "image/png")


@pytest.mark.parametrize(
    "broken", [b"", b"x", b"<svg/>", drawn(400, 200)[:60], drawn(8000, 8000), drawn(20_000, 20_000)]
)
def test_a_logo_that_cannot_be_read_is_said_and_the_old_one_stays(school: School, broken: bytes) -> None:
    school.save_profile(PROFILE)
    school.set_logo(drawn(40, 20), "logo.png", "image/png")
    with pytest.raises(Invalid, match=r"school\.logo_broken"):
        school.set_logo(broken, "logo.png", "image/png")
    assert school.logo() == drawn(40, 20)


def test_a_mandate_lets_the_director_suspend_a_pupil(school: School) -> None:
    assert not school.may_decide(SUSPENSION, Role.DIRECTOR)
    mandate = Mandate("pupil.SUSPENSION", "director")
    school.set_mandates([mandate, Mandate("employee.SUSPENSION", "director")])
    assert school.may_decide(SUSPENSION, Role.DIRECTOR)
    school.set_mandates([mandate])
    assert school.mandates() == (mandate,)


def test_a_signatory_is_the_user_until_another_name_is_kept(school: School, register: Drawer) -> None:
    user = register.user
    assert school.signatory(user) == Signatory("E. Terpstra", "directeur")
    school.set_signatory(user.id, Signatory(" Els Terpstra ", "directeur-bestuurder"))
    assert school.signatory(user) == Signatory("Els Terpstra", "directeur-bestuurder")
    with pytest.raises(Invalid):
        school.set_signatory(user.id, Signatory(" ", ""))


def test_an_administrator_reads_the_profile_but_cannot_change_it(folder: Path, clock: FixedClock) -> None:
    store = open_store(folder, ADMINISTRATOR.name, ADMINISTRATOR.passphrase, clock)
    school = School(store.register, clock)
    assert school.profile().name == ""
    with pytest.raises(Refused, match=r"school\.only_leadership"):
        school.save_profile(PROFILE)
    with pytest.raises(Refused):
        school.set_mandates(())
    store.close()
