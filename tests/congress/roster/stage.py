"""A term of Qinghe, and rolls written as the office writes them."""

from datetime import date, datetime
from pathlib import Path

from huitang.adapters.spreadsheets.writing import write_xlsx
from huitang.congress.accounts.actor import Actor
from huitang.congress.roster import commands, import_commands, pages
from huitang.congress.roster.import_plan import ImportOutcome
from huitang.congress.roster.preview import PreviewRow
from huitang.web.terminal import qinghe
from tests.played_once import played_once

INPUTS = Path(qinghe.__file__).parent
ROSTER_95 = (INPUTS / "roster-95.xlsx").read_bytes()
ROSTER_106 = (INPUTS / "roster-106-gbk.csv").read_bytes()
BEGAN = date(2021, 11, 20)
TODAY = date(2025, 3, 31)
HEADINGS = ("序号", "姓名", "性别", "出生年月", "代表团", "联系电话", "备注")


@played_once
def open_sixth_term(office: Actor, now: datetime, quota: int = 96) -> int:
    return commands.open_term(number=6, quota=quota, began_on=BEGAN, actor=office, now=now)


def roll_of(*lines: str) -> bytes:
    """An xlsx from lines such as "1 王伟 男 1970.12 一团 10000000001"; a dash leaves the cell blank."""
    rows = [["" if cell == "-" else cell for cell in line.split(" ")] for line in lines]
    return write_xlsx(HEADINGS, rows)


def preview(term_id: int, content: bytes, office: Actor, now: datetime) -> pages.ImportPage:
    import_id = import_commands.upload_roll(
        term_id=term_id, filename="名册.xlsx", content=content, actor=office, now=now
    )
    return pages.get_import(import_id, town_id=office.town_id)


@played_once
def bring_in(term_id: int, content: bytes, office: Actor, now: datetime) -> ImportOutcome:
    page = preview(term_id, content, office, now)
    return import_commands.commit_import(
        import_id=page.upload.id, seal=page.plan.seal, in_office_from=BEGAN, actor=office, now=now
    )


def told(page, row: int) -> tuple[str, ...]:
    """What is said of the wrong cells of one row."""
    return tuple(one.sentence for one in row_of(page, row).errors)


def row_of(page: pages.ImportPage, row: int) -> PreviewRow:
    return next(each for each in page.plan.rows if each.row == row)
