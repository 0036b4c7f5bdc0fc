"""The command line: ``meldboek VERB STORE ...``, for those who script; without a verb the window opens.

Exit codes: 0 done, 1 refused or invalid (the reason stands on stderr), 2 wrong usage.
With ``--json`` exactly one JSON document stands on stdout.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app import sentences
from app.application import Meldboek, open_meldboek
from app.consents.answers.workbook_rows import HEADS
from app.consents.matrix.listing import answers_as_json, matrix_as_json
from app.consents.rules import Medium
from app.consents.texts import REASONS
from app.dossiers.texts import doubts_told
from app.imports.process.grid import read_grid
from app.imports.report import as_json, remarks
from app.imports.results import result_of
from app.kernel.clock import SystemClock
from app.kernel.errors import MeldboekError, Refused, Unavailable
from app.kernel.mishap import described
from app.kernel.names import full
from app.kernel.terms import Sector, TermResult
from app.kernel.texts import _, ngettext
from app.people.listing import people_as_json
from app.people.spelling import normal_group
from app.protocol.service import load_protocol
from app.protocol.terms import term
from app.sample import school as sample
from app.usage import Parser, ask_who, secret
from app.vault.copies import keeping, restore

Answer = tuple[object, str]
YEAR = 4  # figures

if TYPE_CHECKING:
    Verbs = argparse._SubParsersAction[Parser]  # noqa: SLF001 - argparse has no public name for it


def main(arguments: list[str]) -> int:
    """Do what the arguments say; gives the exit code."""
    options = _parser().parse_args(arguments)
    verb: Callable[[argparse.Namespace], Answer] = options.verb
    try:
        document, words = verb(options)
    except MeldboekError as error:
        print(sentences.sentence(error), file=sys.stderr)
        for finding in getattr(error, "findings", ()):
            print(f"- {sentences.sentence(finding)}", file=sys.stderr)
        return 1
    except Exception as error:  # noqa: BLE001 - a bug of ours: its own words may hold a name, so only its place is told
        print(_("Er ging iets mis in Meldboek"), file=sys.stderr)
        print(described(type(error), error.__traceback__), file=sys.stderr)
        return 1
    _say(json.dumps(document, ensure_ascii=False, indent=1, default=str) if options.json else words)
    return 0


def _say(words: str) -> None:
    """Print, also to a reader that has heard enough (``| head -1``): what it no longer takes is let go in silence."""
    try:
        print(words, flush=True)
    except BrokenPipeError:
        sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115 - Python writes to it once more at its end


def _demo(options: argparse.Namespace) -> Answer:
    made = sample.build(options.dir, SystemClock(), pupils=options.pupils, seed=options.seed)
    users = [{"name": user.name, "role": user.role.value, "passphrase": user.passphrase} for user in made.users]
    document = {"store": str(options.dir), "users": users, "recovery_key": made.recovery_key}
    lines = [f"{user['name']} ({user['role']}): {user['passphrase']}" for user in users]
    return document, "\n".join([_("De voorbeeldschool staat in {dir}.").format(dir=options.dir), *lines])


def _import(options: argparse.Namespace) -> Answer:
    with _opened(options) as meldboek:
        reading = meldboek.imports.read(options.file)
        proposal = meldboek.imports.compare(reading)
        if options.dry_run:
            result = result_of(proposal)
        else:
            keeping.keep_if_changed(meldboek.store)
            result = meldboek.imports.apply(proposal)
    if not options.json:
        for line in remarks(result, reading.doubts):
            print(line, file=sys.stderr)
    document = as_json(result)
    told = _("{new} nieuw, {changed} gewijzigd, {unchanged} gelijk, {missing} niet op de lijst, {rejected} geweigerd")
    return document, told.format(**{name: _count(value) for name, value in document.items()})


def _import_consents(options: argparse.Namespace) -> Answer:
    with _opened(options) as meldboek:
        grid = read_grid(options.file, HEADS[0])
        proposal = meldboek.consents.answer_lists.compare(grid.file_name, grid.rows)
        result = proposal.result if options.dry_run else meldboek.consents.answer_lists.apply(proposal)
    document = answers_as_json(result)
    told = _("{new} nieuw, {changed} gewijzigd, {unchanged} gelijk, {missing} niet in het werkblad")
    return document, told.format(**{name: _count(value) for name, value in document.items()})


def _consents(options: argparse.Namespace) -> Answer:
    with _opened(options) as meldboek:
        document = matrix_as_json(meldboek.consents.answers(options.group, options.on))
    lines = [f"{one['number']}\t{' '.join(_allowed(one['answers']))}" for one in document]
    return document, "\n".join(lines)


def _allowed(answers: dict[str, dict[str, object]]) -> list[str]:
    return [code for code, answer in answers.items() if answer["allowed"]]


def _people(options: argparse.Namespace) -> Answer:
    with _opened(options) as meldboek:
        _check_group(meldboek, options.group)
        pupils = people_as_json(meldboek.people, options.group)
    names = [" ".join(filter(None, (one["first_name"], one["infix"], one["surname"]))) for one in pupils]
    lines = [f"{one['number']}\t{name}\t{one['group']}" for one, name in zip(pupils, names, strict=True)]
    return pupils, "\n".join(lines)


def _check_group(meldboek: Meldboek, group: str | None) -> None:
    known = [line.name for line in meldboek.people.groups()]
    if group is not None and normal_group(group) not in known:
        raise Refused("people.unknown_group", group=group, groups=", ".join(known))


def _may(options: argparse.Namespace) -> Answer:
    with _opened(options) as meldboek:
        codes = [line.code for line in meldboek.consents.catalogue.of_pupils()]
        if options.purpose not in codes:
            raise Refused("consents.unknown_code", name=options.purpose, codes=", ".join(codes))
        pupils = [meldboek.people.pupil_by_number(number) for number in options.pupil]
        ids = [pupil.id for pupil in pupils]
        lines = meldboek.consents.may(options.purpose, Medium(options.medium), ids, options.on)
        by_id = {line.pupil_id: line for line in lines}
    document = [
        {"number": pupil.number, "allowed": by_id[pupil.id].allowed, "reason": by_id[pupil.id].reason.value}
        for pupil in pupils
    ]
    told = [(pupil.number, by_id[pupil.id]) for pupil in pupils]
    words = {True: _("ja"), False: _("nee")}
    return document, "\n".join(f"{number}\t{words[line.allowed]}\t{_(REASONS[line.reason])}" for number, line in told)


def _terms(options: argparse.Namespace) -> Answer:
    sector = Sector(options.sector) if options.sector else None
    if options.user is None:
        protocol, sector = load_protocol(), sector or Sector.PRIVATE
    else:
        with _opened(options) as meldboek:
            protocol = meldboek.protocol
            sector = sector or Sector(meldboek.school.profile().school_type.value)
    result = term(protocol, options.key, options.date, sector)
    return _term_document(result), f"{result.key}: {result.last_day}"


def _term_document(result: TermResult) -> dict[str, object]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(result).items()}


def _dossier(options: argparse.Namespace) -> Answer:
    with _opened(options) as meldboek:
        if meldboek.casework is None:
            raise Unavailable("dossiers.no_access")
        dossier = meldboek.casework.dossiers.compile(_person(meldboek, options))
        pdf = meldboek.casework.dossiers.export(dossier)
    try:
        options.out.write_bytes(pdf)
    except OSError:
        raise Unavailable("dossiers.not_saved", file=options.out) from None
    for told in doubts_told(dossier.doubts):
        print(told, file=sys.stderr)
    return {"out": str(options.out), "doubtful": list(dossier.doubtful)}, str(options.out)


def _person(meldboek: Meldboek, options: argparse.Namespace) -> int:
    if options.pupil is not None:
        return meldboek.people.pupil_by_number(options.pupil).id
    if options.employee.isdigit():
        return meldboek.people.employee(int(options.employee)).id
    for employee in meldboek.people.employees():
        if options.employee == full(employee.name):
            return employee.id
    raise Refused("people.unknown")


def _verify(options: argparse.Namespace) -> Answer:
    with _opened(options) as meldboek:
        verdict = meldboek.store.verify()
    if not verdict.is_sound:
        wrong = {*verdict.damaged, *verdict.broken_logs, *verdict.rolled_back, *verdict.altered_rows}
        raise Unavailable("vault.not_sound", drawers=", ".join(sorted(wrong)))
    document = {"sound": True, **asdict(verdict)}
    rows = sum(sum(tables.values()) for tables in verdict.counts.values())
    told = ngettext("{n} regel", "{n} regels", rows), ngettext("{n} la", "{n} laden", len(verdict.counts))
    return document, _("Alles klopt: {rows} in {drawers}.").format(rows=told[0], drawers=told[1])


def _backup(options: argparse.Namespace) -> Answer:
    with _opened(options) as meldboek:
        kept = keeping.keep(meldboek.store)
    document = {"backup": str(kept.line.path), "size": kept.line.size, "rows": kept.line.rows}
    return document | {"second_place": kept.elsewhere}, str(kept.line.path)


def _restore(options: argparse.Namespace) -> Answer:
    done = restore.restore(options.store, options.file, options.user, secret(options), SystemClock())
    document = {"made_at": done.made_at.isoformat(), "rows": done.rows, "kept_in": str(done.kept_in)}
    told = _("De reservekopie van {when} is teruggezet. Wat er stond, ligt in {folder}.")
    if done.only_keys:
        told = _("Uit de reservekopie van {when} is alleen keys.json teruggezet. De gegevens in {folder} zijn heel.")
    return document, told.format(when=f"{done.made_at:%d-%m-%Y %H:%M}", folder=done.kept_in)


def _count(value: object) -> object:
    return len(value) if isinstance(value, list | tuple) else value


@contextmanager
def _opened(options: argparse.Namespace) -> Iterator[Meldboek]:
    meldboek = open_meldboek(options.store, options.user, secret(options), SystemClock())
    try:
        meldboek.settle()
        yield meldboek
    finally:
        meldboek.store.close()


def _parser() -> Parser:
    parser = Parser(prog="meldboek", description=_("Meldboek op de opdrachtregel."))
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    demo = _verb(verbs, "demo", _demo, _("maak een voorbeeldschool"))
    demo.add_argument("dir", type=Path)
    demo.add_argument("--pupils", type=int, default=240)
    demo.add_argument("--seed", type=int, default=1)
    imports = _on_store(verbs, "import", _import, _("lees een klassenlijst in"))
    imports.add_argument("file", type=Path)
    imports.add_argument("--dry-run", action="store_true")
    people = _on_store(verbs, "people", _people, _("toon de leerlingen"))
    people.add_argument("--group")
    answers = _on_store(verbs, "import-consents", _import_consents, _("lees antwoorden op toestemming in"))
    answers.add_argument("file", type=Path)
    answers.add_argument("--dry-run", action="store_true")
    consents = _on_store(verbs, "consents", _consents, _("toon wie waarvoor op beeld mag"))
    consents.add_argument("--group")
    consents.add_argument("--on", type=_day)
    may = _on_store(verbs, "may", _may, _("mag dit kind op beeld"))
    may.add_argument("--purpose", required=True)
    may.add_argument("--medium", required=True, choices=["photo", "film", "sound"])
    may.add_argument("--pupil", required=True, nargs="+", action="extend")
    may.add_argument("--on", type=_day)
    terms = _on_store(verbs, "terms", _terms, _("reken een termijn uit"))
    terms.add_argument("key")
    terms.add_argument("date", type=_day)
    terms.add_argument("--sector", choices=["private", "public"])
    dossier = _on_store(verbs, "dossier", _dossier, _("maak het dossier van een persoon"))
    who = dossier.add_mutually_exclusive_group(required=True)
    who.add_argument("--pupil")
    who.add_argument("--employee")
    dossier.add_argument("--out", type=Path, required=True)
    _on_store(verbs, "verify", _verify, _("controleer het Meldboek"))
    _on_store(verbs, "backup", _backup, _("maak een reservekopie"))
    back = _on_store(verbs, "restore", _restore, _("zet een reservekopie terug"))
    back.add_argument("file", type=Path)
    return parser


def _day(text: str) -> date:
    """A day as it is written here: ``2026-11-16`` or ``16-11-2026``."""
    parts = text.split("-")
    return date.fromisoformat(text if len(parts[0]) == YEAR else "-".join(part.zfill(2) for part in reversed(parts)))


def _verb(verbs: Verbs, name: str, work: Callable[..., Answer], text: str) -> Parser:
    parser = verbs.add_parser(name, help=text)
    parser.set_defaults(verb=work)
    parser.add_argument("--json", action="store_true")
    return parser


def _on_store(verbs: Verbs, name: str, work: Callable[..., Answer], text: str) -> Parser:
    parser = _verb(verbs, name, work, text)
    parser.add_argument("store", type=Path)
    ask_who(parser, required=name != "terms")
    return parser
