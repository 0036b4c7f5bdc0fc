"""One sample school for all tests of it, open as its director."""

from collections.abc import Iterator

import pytest

from app.application import Meldboek, open_meldboek
from app.kernel.clock import FixedClock, at
from app.sample.school import Sample, build
from tests.builders import CHEAP

MOMENT = FixedClock(at(2026, 11, 16, 14, 5))
PUPILS = 240


@pytest.fixture(scope="package")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """The school with as many pupils as in the pictures."""
    return build(tmp_path_factory.mktemp("sample") / "school", MOMENT, pupils=PUPILS, cost=CHEAP)


@pytest.fixture
def director(sample: Sample) -> Iterator[Meldboek]:
    """The school as its director opens it."""
    user = sample.users[0]
    meldboek = open_meldboek(sample.folder, user.name, user.passphrase, MOMENT)
    yield meldboek
    meldboek.store.close()
