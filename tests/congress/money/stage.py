"""Budget sheets as offices write them: the real input, and copies with one thing changed."""

import io
from collections.abc import Callable, Sequence

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from huitang.congress.accounts.actor import Actor
from huitang.congress.money import commands, queries
from huitang.congress.money.findings import Finding, Level
from huitang.congress.roster.import_plan import ImportOutcome
from huitang.web.terminal import qinghe

REAL = qinghe.read("budget-2024-2025.xlsx")
NAME = "预算表.xlsx"


def changed(change: Callable[[Worksheet], object], content: bytes = REAL) -> bytes:
    """The real file with one thing changed by hand."""
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    change(workbook.worksheets[0])
    return saved(workbook)


def saved(workbook: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def corrected() -> bytes:
    """The real file with its one wrong total put right."""
    return changed(lambda sheet: sheet.__setitem__("E9", 6502))


def book(**sheets: Sequence[Sequence[object]]) -> bytes:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return saved(workbook)


def preview(content: bytes, office: Actor, now, name: str = NAME) -> queries.ImportPage:
    import_id = commands.upload_accounts(filename=name, content=content, actor=office, now=now)
    return queries.get_import(import_id, town_id=office.town_id)


def bring_in(content: bytes, office: Actor, now, reason: str = "") -> ImportOutcome:
    page = preview(content, office, now)
    return commands.commit_import(import_id=page.upload.id, seal=page.plan.seal, reason=reason, actor=office, now=now)


def sentences(findings: Sequence[Finding], level: Level) -> list[str]:
    return [finding.sentence for finding in findings if finding.level is level]
