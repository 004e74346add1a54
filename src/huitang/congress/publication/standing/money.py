"""预决算公开: what the congress approved of a year's money, within twenty days (YSF 14). Nothing it has not approved."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from huitang.adapters.spreadsheets.amount import tell_amount
from huitang.congress.documents.texts import Draft
from huitang.congress.money import queries as money
from huitang.congress.money import tables
from huitang.congress.money.account import Side
from huitang.congress.money.queries import KeptAccount
from huitang.congress.money.tables import YearTable
from huitang.congress.publication.standing import blocks, money_words
from huitang.congress.publication.standing.blocks import Block, Facts
from huitang.congress.roster import queries as roster


def draft(town_id: int, *, year: int, on: date) -> Draft | None:
    """None while the congress has approved nothing of the year."""
    kept = money.get_accounts(town_id, year=year)
    approved = tuple(one for one in kept.accounts if one.approved_on and one.approved_on <= on)
    if not approved:
        return None
    before = tuple(one for one in kept.last_year if one.approved_on)
    title = f"{roster.find_town(town_id)}{year}年预决算公开"
    facts = {"on": on.isoformat(), "year": year, "unit": "元", "accounts": [_account(one) for one in approved]}
    laid_out = tables.tables_of(replace(kept, accounts=approved, last_year=before))
    return Draft("MONEY", f"year:{year}", title, tuple(_blocks(approved, laid_out, on)), facts)


def _account(kept: KeptAccount) -> Facts:
    """Amounts in whole yuan; nothing of why the office kept a figure."""
    return {
        "label": kept.label,
        "stage": kept.key.stage,
        "fund": kept.key.fund,
        "approved_on": blocks.iso(kept.approved_on),
        "income_yuan": kept.account.total_of(Side.INCOME),
        "expense_yuan": kept.account.total_of(Side.EXPENSE),
        "items": [
            {"side": side.value, "code": line.code, "name": line.name, "yuan": line.yuan or 0}
            for side in Side
            for line in kept.account.items(side)
        ],
    }


def _blocks(approved: Sequence[KeptAccount], laid_out: Sequence[YearTable], on: date) -> list[Block]:
    told = [blocks.paragraph(_sentence(one)) for one in approved]
    told.append(blocks.as_of(on))
    general = [one for one in approved if one.key.fund == "GENERAL"]
    if general:
        told += money_words.in_and_out(general[-1].label, general[-1].account)
    return [*told, *map(_table, laid_out)]


def _sentence(kept: KeptAccount) -> str:
    income, expense = (tell_amount(kept.account.total_of(side)) for side in Side)
    on = blocks.chinese_day(kept.approved_on) if kept.approved_on else ""
    return f"{kept.label}（{on}批准）：收入总计{income}万元，支出总计{expense}万元。"


def _table(found: YearTable) -> Block:
    compared = [found.compared] if found.compared else []
    rows = ([row.name, *(figure.told for figure in row.figures), *(row.growth for _ in compared)] for row in found.rows)
    return blocks.table(f"{found.fund}（万元）", ["科目", *found.columns, *compared], rows)
