"""The smallest parts: clock, findings and texts."""

from datetime import UTC, date, datetime

from app.kernel import texts
from app.kernel.clock import FixedClock, SystemClock, at
from app.kernel.findings import Finding, Severity, blocks


def test_a_fixed_clock_tells_dutch_time() -> None:
    clock = FixedClock(datetime(2026, 11, 15, 23, 30, tzinfo=UTC))
    assert clock.today() == date(2026, 11, 16)
    assert clock.now() == at(2026, 11, 16, 0, 30)


def test_the_clock_of_the_computer_carries_the_dutch_zone() -> None:
    now = SystemClock().now()
    assert str(now.tzinfo) == "Europe/Amsterdam"
    assert abs((SystemClock().today() - now.date()).days) <= 1


def test_only_blocks_stop_finalising() -> None:
    stop, warn = Finding("a.b", Severity.BLOCK), Finding("a.c", Severity.WARN)
    assert blocks((warn, stop)) == (stop,)


def test_dutch_is_the_language_of_the_source() -> None:
    assert texts.language() == "nl"
    assert texts._("Nieuwe melding") == "Nieuwe melding"
    assert texts.N_("Zaken") == "Zaken"
    assert texts.ngettext("{n} dag", "{n} dagen", 1) == "1 dag"
    assert texts.ngettext("{n} dag", "{n} dagen", 3) == "3 dagen"


def test_a_language_without_a_catalogue_falls_back_to_dutch() -> None:
    texts.use_language("xx")
    try:
        assert texts._("Nieuwe melding") == "Nieuwe melding"
    finally:
        texts.use_language("nl")


def test_one_can_write_dutch_while_the_screen_is_english() -> None:
    texts.use_language("en")
    try:
        shown = texts._("Zaak geopend")
        with texts.speaking("nl"):
            assert (texts.language(), texts._("Zaak geopend")) == ("nl", "Zaak geopend")
            with texts.speaking("en"):
                assert texts._("Zaak geopend") == shown
            assert texts.ngettext("{n} dag", "{n} dagen", 2) == "2 dagen"
        assert (texts.language(), texts._("Zaak geopend")) == ("en", shown)
        assert shown != "Zaak geopend"
    finally:
        texts.use_language("nl")
