"""Read an xls file in a process of its own.

The reader of this old format sets aside as much memory as a damaged file tells it to and then
aborts the whole process. Here only the child dies, and the file is refused as corrupt.
"""

import json
import os
import subprocess
import sys

from huitang.adapters.spreadsheets import calamine_sheets
from huitang.adapters.spreadsheets.refusal import Fault, SpreadsheetIsRefused
from huitang.adapters.spreadsheets.sheet import Row, Sheet

LONGEST_SECONDS = 30
MAX_MEMORY_BYTES = 2 * 1024**3


def read_sheets_apart(content: bytes) -> tuple[Sheet, ...]:
    """:raises SpreadsheetIsRefused: with the fault the child found, or CORRUPT when it died."""
    try:
        child = subprocess.run(
            [sys.executable, "-m", "huitang.adapters.spreadsheets.separate_process"],
            input=content,
            capture_output=True,
            timeout=LONGEST_SECONDS,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            check=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as died:
        raise SpreadsheetIsRefused(Fault.CORRUPT) from died
    answer = json.loads(child.stdout)
    if "fault" in answer:
        raise SpreadsheetIsRefused(Fault(answer["fault"]))
    return tuple(
        Sheet(name, tuple(Row(number, tuple(cells)) for number, cells in enumerate(lines, start=1)))
        for name, lines in answer["sheets"]
    )


def _answer_for(content: bytes) -> dict[str, object]:
    try:
        sheets = calamine_sheets.read_sheets(content)
    except SpreadsheetIsRefused as refused:
        return {"fault": refused.code}
    return {"sheets": [(sheet.name, [row.cells for row in sheet.rows]) for sheet in sheets]}


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY_BYTES, MAX_MEMORY_BYTES))


if __name__ == "__main__":
    _limit_memory()
    sys.stdout.write(json.dumps(_answer_for(sys.stdin.buffer.read())))
