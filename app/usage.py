"""Command lines in Dutch: the usage, the help and every complaint of argparse."""

from __future__ import annotations

import argparse
import getpass
import re
import sys
from pathlib import Path
from typing import NoReturn

from app.kernel.texts import N_, _
from app.vault.keys import second_factor

_COMPLAINTS = (
    (r"the following arguments are required: (?P<what>.+)", N_("Dit ontbreekt nog: {what}.")),
    (r"argument (?P<what>.+?): invalid choice: (?P<value>.+?) \(choose from (?P<choices>.+)\)",
     N_("Bij {what} kan {value} niet. Kies uit: {choices}.")),
    (r"argument (?P<what>.+?): invalid _day value: (?P<value>.+)",
     N_("Bij {what} kan {value} niet. Schrijf een dag als 2026-11-16 of 16-11-2026.")),
    (r"argument (?P<what>.+?): invalid \w+ value: (?P<value>.+)", N_("Bij {what} kan {value} niet.")),
    (r"argument (?P<what>.+?): expected .+", N_("Bij {what} hoort een waarde.")),
    (r"argument (?P<what>.+?): not allowed with argument (?P<value>.+)", N_("{what} en {value} gaan niet samen.")),
    (r"one of the arguments (?P<what>.+) is required", N_("Kies een van: {what}.")),
    (r"unrecognized arguments: (?P<what>.+)", N_("Dit kent Meldboek niet: {what}.")),
    (r"ambiguous option: (?P<what>\S+) could match (?P<choices>.+)", N_("{what} kan op meer slaan: {choices}.")),
    (r"argument (?P<what>.+?): .+", N_("Bij {what} klopt de waarde niet.")),
)  # fmt: skip


class Parser(argparse.ArgumentParser):
    """A parser that explains itself in Dutch; wrong usage ends the program with exit code 2."""

    def __init__(self, **options: object) -> None:
        super().__init__(add_help=False, **options)  # type: ignore[arg-type]  # handed on as argparse gets them
        self._positionals.title, self._optionals.title = _("gegevens"), _("opties")
        self.add_argument("-h", "--help", action="help", help=_("toon deze uitleg"))

    def format_usage(self) -> str:
        """The usage line."""
        return super().format_usage().replace("usage: ", _("Gebruik: "), 1)

    def format_help(self) -> str:
        """The whole explanation."""
        return super().format_help().replace("usage: ", _("Gebruik: "), 1)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and stop."""
        self.exit(2, f"{self.format_usage()}{complaint(message)}\n")


def ask_who(parser: Parser, *, required: bool) -> None:
    """Add what says who opens the store and with what."""
    parser.add_argument("--user", required=required)
    parser.add_argument("--passphrase-stdin", action="store_true")
    parser.add_argument("--key-file", type=Path)


def secret(options: argparse.Namespace) -> str:
    """The passphrase as it was typed or piped, with the key file if one was named."""
    typed = sys.stdin.readline().rstrip("\r\n") if options.passphrase_stdin else getpass.getpass(_("Wachtzin: "))
    return second_factor.joined(typed, second_factor.read(options.key_file) if options.key_file else "")


def complaint(message: str) -> str:
    """What argparse complains about, in Dutch."""
    for pattern, text in _COMPLAINTS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return _(text).format(**found.groupdict())
    return _("Deze opdracht klopt niet. Vraag met --help hoe het moet.")
