"""What is written to who asked: a receipt before the decision, the whole answer after it."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.access_requests.lines import NewRequest, Withheld
from app.access_requests.rules import Capacity, Decision, Ground, Kind
from app.access_requests.service import AccessRequests
from app.application import Meldboek
from app.kernel.clock import FixedClock
from app.letters.templates.wordings import NewWording
from tests.builders import Cast


@pytest.fixture
def requests(meldboek: Meldboek) -> AccessRequests:
    assert meldboek.casework is not None
    return meldboek.casework.access_requests


def asked(requests: AccessRequests, meldboek: Meldboek, cast: Cast, kind: Kind = Kind.ACCESS) -> int:
    mother = meldboek.people.pupil(cast.pien).guardians[0]
    new = NewRequest(kind, cast.pien, "mevrouw C. Mulder", Capacity.REPRESENTATIVE, mother.id, "paspoort")
    return requests.receive(new)


def written(meldboek: Meldboek, number: int) -> str:
    assert meldboek.casework is not None
    return words(meldboek.casework.accounts.answer(number))


def test_before_the_decision_it_is_a_receipt_without_a_term_for_the_court(
    requests: AccessRequests, meldboek: Meldboek, cast: Cast, clock: FixedClock
) -> None:
    number = asked(requests, meldboek, cast)
    letter = written(meldboek, number)
    assert "Ontvangst van uw verzoek: inzage" in letter
    assert "Wij hebben uw verzoek ontvangen" in letter
    assert "uiterlijk op 16 december 2026" in letter
    for word in ("Antwoord op", "rechtbank", "zes weken", "Bijlage"):
        assert word not in letter
    clock.at += timedelta(days=1)
    requests.extend(number, "het dossier is groot")
    later = written(meldboek, number)
    assert "Wij hebben meer tijd nodig: het dossier is groot. U krijgt ons antwoord uiterlijk op 16 februari" in later


def test_the_answer_tells_all_that_the_law_asks_beside_the_copy(
    requests: AccessRequests, meldboek: Meldboek, cast: Cast
) -> None:
    number = asked(requests, meldboek, cast)
    requests.decide(number, Decision.GRANTED)
    letter = written(meldboek, number)
    assert "Antwoord op uw verzoek: inzage" in letter
    assert "over Pien Mulder" in letter
    for part in (
        "Waarvoor:", "Welke gegevens:", "Hoe wij eraan komen:", "Wie ze ziet:", "Hoe lang wij ze bewaren:",
        "Bewijs van toestemming: 2 jaar na de dag van uitschrijving",
        "verbeteren", "te wissen", "bezwaar maken", "Autoriteit Persoonsgegevens",
        "Deze kopie is gratis", "rechtbank", "Kopie van het dossier", "Verder hebben wij niets weggelaten",
    ):  # fmt: skip
        assert part in letter, part
    assert "Berisping" not in letter  # a term for employees


def test_only_what_is_withheld_is_listed_and_no_ground_is_said_twice(
    requests: AccessRequests, meldboek: Meldboek, cast: Cast
) -> None:
    number = asked(requests, meldboek, cast)
    withheld = [
        Withheld("interne aantekeningen", Ground.WORKING_NOTES),
        Withheld("bescherming van anderen", Ground.PROTECTION, "Een kind is bang"),
    ]
    requests.decide(number, Decision.PARTLY, "Anderen worden beschermd", withheld)
    letter = written(meldboek, number)
    assert "interne aantekeningen: bedoeld als geheugensteun voor wie ze schreef." in letter
    assert letter.count("bescherming van anderen") == 1
    assert "Een kind is bang." in letter
    assert "Anderen worden beschermd." in letter
    assert "gesprekken met de vertrouwensinspecteur" not in letter
    assert "Of zulke stukken er zijn, zeggen wij in geen enkel antwoord." in letter


def test_a_refusal_gives_the_reason_and_the_way_to_complain_but_no_copy(
    requests: AccessRequests, meldboek: Meldboek, cast: Cast
) -> None:
    refused = asked(requests, meldboek, cast)
    requests.decide(refused, Decision.REFUSED, "U vroeg dit vorige week ook")
    letter = written(meldboek, refused)
    assert "Wij wijzen uw verzoek af. U vroeg dit vorige week ook." in letter
    assert "rechtbank" in letter
    assert "kopie" not in letter.lower()
    erased = asked(requests, meldboek, cast, Kind.ERASURE)
    requests.decide(erased, Decision.PARTLY, withheld=[Withheld("het besluit", Ground.NEEDED)])
    letter = written(meldboek, erased)
    assert "Wat wij niet doen, en waarom:" in letter
    assert "het besluit: de gegevens zijn nog nodig" in letter
    granted = asked(requests, meldboek, cast, Kind.ERASURE)
    requests.decide(granted, Decision.GRANTED)
    assert "rechtbank" not in written(meldboek, granted)


def test_the_answer_reads_as_the_school_words_it(requests: AccessRequests, meldboek: Meldboek, cast: Cast) -> None:
    template = meldboek.wordings.template("access_answer")
    body = template.body.replace("Deze kopie is gratis.", "Haal de kopie op bij {{ school }}, met groep {{ group }}.")
    closing = "Met hartelijke groet,"
    meldboek.wordings.save(NewWording("access_answer", "nl", "Over {{ first_name }}: {{ request }}", body, closing))
    number = asked(requests, meldboek, cast)
    assert "Ontvangst van uw verzoek: inzage" in written(meldboek, number)
    requests.decide(number, Decision.GRANTED)
    letter = written(meldboek, number)
    assert "Over Pien: inzage" in letter
    assert "Haal de kopie op bij Basisschool De Wilgenhof, met groep 8B." in letter
    assert closing in letter
    assert "gratis" not in letter
    assert "‹" not in letter


def test_what_the_decider_types_is_no_template(requests: AccessRequests, meldboek: Meldboek, cast: Cast) -> None:
    number = asked(requests, meldboek, cast)
    requests.decide(number, Decision.REFUSED, "Zie {{ school }}\n[kopie]\n{% for x in y %}")
    assert "{{ school }}" in written(meldboek, number)


def test_an_employee_reads_of_the_own_data(requests: AccessRequests, meldboek: Meldboek, cast: Cast) -> None:
    number = requests.receive(NewRequest(Kind.ACCESS, cast.hartog, "Jan Hartog", Capacity.SELF, identity="bekend"))
    requests.decide(number, Decision.GRANTED)
    letter = written(meldboek, number)
    assert "Het gaat om de gegevens die wij bewaren over uzelf." in letter
    assert "naam, functie" in letter
    assert "Berisping: 3 jaar na het besluit" in letter


def test_the_papers_say_what_was_decided_and_name_nobody_who_need_not_be_named(
    requests: AccessRequests, meldboek: Meldboek, cast: Cast
) -> None:
    number = asked(requests, meldboek, cast)
    requests.decide(number, Decision.PARTLY, "Deels.", [Withheld("brieven", Ground.THIRD_PARTIES)])
    assert meldboek.casework is not None
    accounts = meldboek.casework.accounts
    answer, record, kept = accounts.answer(number), accounts.processing_record(), accounts.kept_overview()
    assert "Autoriteit Persoonsgegevens" in words(answer)
    assert "Mevrouw C. Mulder Kerkstraat 19 7511 KL ENSCHEDE" in words(answer)
    assert "Geachte mevrouw Mulder" in words(answer)
    assert "artikel 15 lid 4" in words(answer)
    assert "Stichting De Waaier" in words(record)
    assert "Bewaartermijnen" in words(record)
    assert "1 maand " in words(record)
    assert ("leerlingen", 4) in accounts.counts()
    assert not {"Stijn", "Mulder", "Hartog"} & set(words(kept).split())


def test_an_answer_to_somebody_who_is_not_in_the_register_bears_the_name_that_was_written_down(
    requests: AccessRequests, meldboek: Meldboek, cast: Cast
) -> None:
    assert meldboek.casework is not None
    accounts = meldboek.casework.accounts
    lawyer = NewRequest(Kind.ACCESS, cast.pien, "mr. J. Vink", Capacity.PROXY, identity="machtiging")
    letter = words(accounts.answer(requests.receive(lawyer)))
    assert "mr. J. Vink" in letter
    assert "Geachte heer/mevrouw" in letter
    teacher = NewRequest(Kind.ACCESS, cast.hartog, "Jan Hartog", Capacity.SELF, identity="kennen wij")
    assert "Geachte heer Hartog" in words(accounts.answer(requests.receive(teacher)))


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())
