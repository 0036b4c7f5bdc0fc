"""Devices in custody and messages that their owner removes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.kernel.clock import FixedClock, at
from app.kernel.errors import Invalid, Refused
from app.measures.lines import NewContent, NewDevice
from tests.measures.conftest import House

TODAY = date(2026, 11, 16)


def _device(house: House) -> NewDevice:
    return NewDevice(house.cast.stijn, "Telefoon, zwart, barst in het glas", "J. Hartog", kept_where="kluis")


def test_a_device_goes_back_the_same_day(house: House, clock: FixedClock) -> None:
    device_id = house.measures.devices.take(_device(house))
    (held,) = house.measures.devices.held()
    assert held.return_on == TODAY
    assert not held.is_late(TODAY)
    assert held.is_late(TODAY + timedelta(days=1))
    (item,) = house.measures.dated(TODAY)
    assert (item.code, item.target) == ("measures.due.device", ("device", device_id))
    clock.at = at(2026, 11, 16, 15)
    house.measures.devices.give_back(device_id, "vader")
    assert house.measures.devices.held() == ()
    assert house.measures.devices.of_person(house.cast.stijn)[0].returned_to == "vader"


def test_a_receipt_says_what_and_by_whom(house: House, clock: FixedClock) -> None:
    devices, stijn = house.measures.devices, house.cast.stijn
    for device, code in (
        (NewDevice(stijn, "", "J. Hartog"), "device_what"),
        (NewDevice(stijn, "tablet", " "), "device_by"),
        (NewDevice(stijn, "tablet", "J. Hartog", taken_at=clock.now() + timedelta(hours=1)), "in_future"),
        (NewDevice(stijn, "tablet", "J. Hartog", return_on=TODAY - timedelta(days=1)), "device_before"),
    ):
        with pytest.raises(Invalid, match=code):
            devices.take(device)


def test_a_device_is_given_back_once_and_after_it_was_taken(house: House, clock: FixedClock) -> None:
    devices = house.measures.devices
    device_id = devices.take(_device(house))
    with pytest.raises(Invalid, match="device_to_whom"):
        devices.give_back(device_id, "")
    with pytest.raises(Invalid, match="device_before"):
        devices.give_back(device_id, "vader", clock.now() - timedelta(hours=1))
    devices.give_back(device_id, "vader")
    with pytest.raises(Refused, match="device_returned"):
        devices.give_back(device_id, "moeder")
    with pytest.raises(Refused, match="device_unknown"):
        devices.give_back(99, "moeder")


def test_a_message_is_asked_to_go_and_gone(house: House) -> None:
    contents = house.measures.contents
    content_id = contents.ask(NewContent(house.pupil_case, house.cast.stijn, "groep '8B rules'", "WhatsApp"))
    assert contents.open()[0].asked_by == "E. Terpstra"
    contents.gone(content_id, "zijn vader", "schermafdruk")
    assert contents.open() == ()
    assert contents.of_case(house.pupil_case)[0].gone_on == TODAY
    with pytest.raises(Refused, match="content_gone"):
        contents.gone(content_id)


def test_a_message_needs_a_place_and_a_day_that_can_be(house: House) -> None:
    contents, later = house.measures.contents, TODAY + timedelta(days=1)
    with pytest.raises(Invalid, match="content_where"):
        contents.ask(NewContent(house.pupil_case, house.cast.stijn, ""))
    with pytest.raises(Invalid, match="in_future"):
        contents.ask(NewContent(house.pupil_case, house.cast.stijn, "app", asked_on=later))
    content_id = contents.ask(NewContent(house.pupil_case, house.cast.stijn, "app"))
    with pytest.raises(Invalid, match="in_future"):
        contents.gone(content_id, on=later)
    with pytest.raises(Refused, match="content_unknown"):
        contents.gone(99)
