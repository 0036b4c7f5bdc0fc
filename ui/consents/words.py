"""How states, answers and events of consent look and read on screen."""

from __future__ import annotations

from collections.abc import Mapping

from app.consents.answers.forms import EVERY_MEDIUM
from app.consents.answers.history import HistoryLine, PersonAnswer, PurposeAnswers
from app.consents.answers.wording import authority_then, taken_out
from app.consents.matrix.overview import Cell, CellState
from app.consents.rules import EventKind, Medium, Standing
from app.consents.texts import (
    HOWS,
    KINDS,
    MEDIA,
    REASONS,
    RELATIONS,
    STANDINGS,
    STATES,
    VERDICTS,
    media_words,
    reason_sentence,
)
from app.kernel.formats import clock_time, short_date
from app.kernel.names import Title, full
from app.kernel.texts import N_, _, ngettext
from app.people.rules import Authority, GuardianLine, PupilLine, RelationKind
from ui.kit.theme import Tone

ICONS = {
    CellState.YES: "check",
    CellState.NO: "x",
    CellState.NO_ANSWER: "minus",
    CellState.DISAGREE: "users",
    CellState.BLOCKED: "shield",
    CellState.PARTLY: "",
}
INKS = {
    CellState.YES: "ok",
    CellState.NO: "danger",
    CellState.NO_ANSWER: "ink2",
    CellState.DISAGREE: "warn",
    CellState.BLOCKED: "ink",
    CellState.PARTLY: "ok",
}
TONES: dict[CellState, Tone] = {
    CellState.YES: "ok",
    CellState.NO: "danger",
    CellState.NO_ANSWER: "neutral",
    CellState.DISAGREE: "danger",
    CellState.BLOCKED: "danger",
    CellState.PARTLY: "warn",
}
STANDING_ICONS = {
    Standing.YES: ("check", "ok"),
    Standing.REFUSED: ("x", "danger"),
    Standing.WITHDRAWN: ("x", "danger"),
    Standing.EXPIRED: ("clock", "warn"),
    Standing.OTHER_MEDIUM: ("minus", "ink2"),
    Standing.SILENT: ("minus", "ink2"),
}
NAMED = 3  # as many purposes stand in the title of an event by name

__all__ = ["HOWS", "MEDIA", "REASONS", "media_words", "reason_sentence"]


def cell_words(cell: Cell) -> str:
    """The word of a square, with its reason: for the tip and for reading aloud."""
    if cell.state is CellState.YES:
        return _("ja")
    if cell.state is CellState.PARTLY:
        return _("alleen {media}").format(media=media_words(cell.media))
    return f"{_(STATES[cell.state])}. {reason_sentence(cell.reason)}"


def short_media(cell: Cell) -> str:
    """What a partly square says instead of a symbol."""
    return _(MEDIA[cell.media[0]]) if len(cell.media) == 1 else _("deels")


def media_icon(cell: Cell) -> str:
    """The symbol of what is allowed, where there is no room for the word."""
    only: dict[tuple[Medium, ...], str] = {(Medium.PHOTO,): "camera", (Medium.FILM,): "video", (Medium.SOUND,): "mic"}
    return only.get(cell.media, "circle-dot")


def verdict_title(cell: Cell) -> str:
    """The first words of the verdict."""
    return _(VERDICTS[cell.state])


def verdict_text(answers: PurposeAnswers) -> str:
    """Why, in one sentence."""
    cell = answers.cell
    if cell.state is CellState.PARTLY:
        return _("Alleen {media}.").format(media=media_words(cell.media))
    if cell.state is CellState.DISAGREE:
        return _("Eén ‘nee’ van een ouder met gezag beslist.")
    return reason_sentence(cell.reason)


def authority_words(guardian: GuardianLine) -> str:
    """What is known of somebody's authority: ``gezag bevestigd 3 sep 2026``."""
    if guardian.authority is Authority.NO:
        return _("geen gezag, telt niet mee")
    if guardian.authority is Authority.ASSUMED:
        return _("gezag nog niet bevestigd")
    if guardian.authority_since:
        return _("gezag bevestigd {date}").format(date=short_date(guardian.authority_since))
    return _("gezag bevestigd")


def person_title(answer: PersonAnswer, pupil: PupilLine) -> str:
    """Who answered."""
    if answer.guardian is None:
        return _("{name} zelf").format(name=pupil.name.first_name)
    return full(answer.guardian.name)


def standing_words(standing: Standing) -> str:
    """What somebody says now."""
    return _(STANDINGS[standing])


def pupil_detail(pupil: PupilLine, age: int | None) -> str:
    """Group, age and number under a name."""
    parts = [_("groep {group}").format(group=pupil.group)] if pupil.group else []
    parts += [ngettext("{n} jaar", "{n} jaar", age)] if age is not None else []
    return " · ".join([*parts, pupil.number]) if pupil.number else " · ".join(parts)


def event_title(line: HistoryLine, shorts: Mapping[str, str], total: int) -> str:
    """What happened, and to which purposes: ``Ingetrokken · Instagram``."""
    kind = _(KINDS[line.kind])
    if not line.purposes:
        return kind
    names = [shorts.get(code, code) for code in line.purposes]
    if len(names) >= total:
        about = _("alle doelen")
    elif len(names) > NAMED:
        about = ngettext("{n} doel", "{n} doelen", len(names))
    else:
        about = ", ".join(names)
    return f"{kind} · {about}"


def event_text(line: HistoryLine, who: str) -> str:
    """When, how, by whom, on what paper."""
    parts = [short_date(line.on)]
    if line.how is not None:
        parts.append(_(HOWS[line.how]))
    if who and line.kind is not EventKind.ASKED:
        parts.append(_("door {name}").format(name=who))
    parts += [told] if (told := authority_then(line)) else []
    if line.form_number:
        parts.append(_("formulier {number}").format(number=line.form_number))
    if line.text_version:
        parts.append(_("versie {version}").format(version=line.text_version))
    if frozenset(line.media) != EVERY_MEDIUM:
        parts.append(_("alleen {media}").format(media=media_words(line.media)))
    tail = [_("bewijs: {place}").format(place=line.evidence)] if line.evidence else []
    tail += [told for told in (taken_out(line), line.note) if told]
    return " · ".join([", ".join(parts), *tail])


def event_purposes(line: HistoryLine, shorts: Mapping[str, str]) -> str:
    """Which purposes, when the title only counts them."""
    names = [shorts.get(code, code) for code in line.purposes]
    return _("Doelen: {names}.").format(names=", ".join(names)) if len(names) > NAMED else ""


def guardian_words(guardian: GuardianLine) -> str:
    """Somebody with what they are to the child: ``Sanne de Graaf (moeder)``."""
    known = {Title.MRS: N_("moeder"), Title.MR: N_("vader")}
    is_parent = guardian.relation is RelationKind.PARENT
    word = known.get(guardian.title, RELATIONS[guardian.relation]) if is_parent else RELATIONS[guardian.relation]
    return f"{full(guardian.name)} ({_(word)})"


def recorded_words(line: HistoryLine) -> str:
    """Who entered it, and when."""
    at = line.recorded_at
    return _("ingevoerd {date} om {time} door {name}").format(
        date=short_date(at.date()), time=clock_time(at), name=line.recorded_by
    )
