"""The keys of EDEXML: the number of a pupil while the school knows no other, and never in the place of that one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from app.imports.matching import doubts
from app.imports.readings import Place, Reading, ReadPupil, Rejection
from app.imports.rules import ProposalLine
from app.kernel.names import full
from app.people.rules import PupilCard

Namesakes = Callable[[ReadPupil], Sequence[PupilCard]]


def without_strange(
    pupils: Iterable[ReadPupil], by_number: Mapping[str, PupilCard], namesakes: Namesakes
) -> tuple[ReadPupil, ...]:
    """The pupils, without a key that happens to be the number of somebody else."""
    return tuple(
        one._replace(number="") if (card := by_number.get(one.number)) and _is_other(one, card, namesakes) else one
        for one in pupils
    )


def _is_other(pupil: ReadPupil, card: PupilCard, namesakes: Namesakes) -> bool:
    doubt = doubts.of_number(pupil, card, namesakes(pupil))
    return doubt is not None and not doubt.cards


def kept(reading: Reading, lines: Iterable[ProposalLine]) -> tuple[Rejection, ...]:
    """Told once: the file has other numbers than the register, and the register keeps its own."""
    said = {pupil.place.row: pupil.number for pupil in reading.pupils if pupil.number}
    differing = (line for line in lines if line.read and said.get(line.read.place.row, line.number) != line.number)
    first = next(differing, None)
    if first is None or first.read is None:
        return ()
    row = first.read.place.row
    return (Rejection(Place(row, "key"), "imports.key_kept_out", name=full(first.name), value=said[row]),)
