"""What the protocol says where a case names an article of it: one click away from the step."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.kernel.texts import _
from app.protocol.rules import Protocol
from ui.kit.buttons import button
from ui.kit.labels import label
from ui.kit.layouts import holder, row
from ui.kit.sheet import Sheet

_CODE = re.compile(r"\b[A-D]\d{1,2}\b")


def source_line(source: str, show: Callable[[str], object]) -> QWidget:
    """The source as words, or as a link when it names articles of the protocol."""
    if not _CODE.search(source):
        return label(source, "secondary", wrap=True)
    link = button(source, "", partial(show, source), "link")
    link.setAccessibleName(_("Lees {source}").format(source=source))
    return holder(row(link, 1))


def article_sheet(protocol: Protocol, source: str) -> Sheet:
    """The articles that a source such as ``protocol D4, D6`` names, in full."""
    codes = _CODE.findall(source)
    sheet = Sheet(_("Uit het protocol"), width=600)
    for article in protocol.articles:
        if article.code in codes:
            sheet.body.addWidget(label(f"{article.code}  {article.title}", "section", wrap=True))
            sheet.body.addWidget(label(article.text, "quiet", wrap=True, selectable=True))
    sheet.add_button(_("Sluiten"), sheet.dismiss, "primary")
    return sheet
