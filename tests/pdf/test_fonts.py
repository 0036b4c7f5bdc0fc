"""The faces are registered once, whoever comes first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.pdf import fonts


def test_two_threads_register_every_face_once(monkeypatch: pytest.MonkeyPatch) -> None:
    fonts._register.cache_clear()
    names: list[str] = []
    keep = pdfmetrics.registerFont

    def count(font: TTFont) -> None:
        names.append(font.fontName)
        keep(font)

    monkeypatch.setattr(pdfmetrics, "registerFont", count)
    together = Barrier(2)

    def work() -> float:
        together.wait()
        return fonts.width("Łukasz", fonts.REGULAR, 10)

    with ThreadPoolExecutor(2) as pool:
        widths = {pool.submit(work).result for _turn in range(2)}
        assert len({result() for result in widths}) == 1
    assert len(names) == 4
