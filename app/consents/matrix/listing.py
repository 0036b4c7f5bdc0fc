"""Answers as plain data, for the command line."""

from __future__ import annotations

from typing import Any

from app.consents.answers.workbook import AnswerResult, told
from app.consents.matrix.overview import CellState, Matrix


def matrix_as_json(matrix: Matrix) -> list[dict[str, Any]]:
    """Per pupil and purpose whether everything is allowed, and why; what is allowed for some media only is not."""
    codes = [purpose.code for purpose in matrix.purposes]
    return [
        {
            "number": row.pupil.number,
            "answers": {
                code: {"allowed": cell.state is CellState.YES, "reason": cell.reason.value}
                for code, cell in zip(codes, row.cells, strict=True)
            },
        }
        for row in matrix.rows
    ]


def answers_as_json(result: AnswerResult) -> dict[str, Any]:
    """Counts, rejected cells, dropped columns and groups, in the shape of an import of a class list."""
    return {
        "new": result.new,
        "changed": result.changed,
        "unchanged": result.unchanged,
        "missing": result.missing,
        "rejected": [
            {"row": one.row, "column": one.column, "code": one.code, "text": told(one)} for one in result.rejected
        ],
        "dropped_columns": [{"header": header, "code": code} for header, code in result.dropped],
        "groups": list(result.groups),
    }
