"""Web pages that call themselves .xls: the large ones, and those that Excel itself saves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.imports.formats.web_pages import sheets
from app.imports.reading import read_file

TODAY = date(2026, 11, 16)
BY_EXCEL = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><title>Lijst</title>
<!--[if !mso]><style>v\\:* {behavior:url(#default#VML);}</style><![endif]-->
<style><!--table {mso-displayed-decimal-separator:"\\,";} .xl65 {mso-number-format:"\\@";}--></style>
<body><script>if (1 < 2) document.write("<td>niet");</script><table><col width=64 span=3>
<![if supportMisalignedColumns]>
 <tr><td rowspan=2>Nr</td><td colspan="2">Leerling</td></tr><tr><td>Roepnaam</td><td>Achternaam</td></tr>
 <tr style='height:15pt'><td class=xl65 x:fmla="=A1>0">7</td>
  <td><a href="x?a=1&b">Zo&euml;</a><span style='mso-spacerun:yes'>&nbsp;</span></td><td title=a's>O&#39;Neill &amp; Zn
 <tr><td>8<td>Pim<td>1 < 2</tr>
<![endif]></table></html>"""


def test_a_page_as_excel_saves_it_gives_its_cells(tmp_path: Path) -> None:
    path = tmp_path / "lijst.xls"
    path.write_text(BY_EXCEL, "utf-8")
    rows = [[str(cell).strip() for cell in row] for row in sheets(path)[0].rows]
    assert rows == [
        ["Nr", "Leerling", ""],
        ["", "Roepnaam", "Achternaam"],
        ["7", "Zoë", "O'Neill & Zn"],
        ["8", "Pim", "1 < 2"],
    ]


def test_an_honest_page_of_three_megabytes_is_read_whole(tmp_path: Path) -> None:
    head = "<html><table><tr><td>Nr</td><td>Roepnaam</td><td>Achternaam</td><td>Geboortedatum</td><td>Groep</td></tr>"
    row = "<tr style='height:15pt'><td class=xl65>{}</td><td>Noor</td><td>Bos{}</td><td>3-4-2018</td><td>5A</td></tr>\n"
    path = tmp_path / "lijst.xls"
    path.write_text(head + "".join(row.format(number, number) for number in range(32_000)) + "</table></html>", "utf-8")
    assert path.stat().st_size > 3_000_000
    assert len(read_file(path, TODAY).pupils) == 32_000
