"""All the desk's page of the accounts shows, in one query."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from huitang.adapters.spreadsheets.amount import tell_amount
from huitang.adapters.working_days.china import published_calendar
from huitang.congress.money import lookup, queries, tables
from huitang.congress.money.account import Account, Side
from huitang.congress.money.queries import KeptAccount, YearAccounts
from huitang.congress.money.tables import Chart, YearTable
from huitang.congress.roster.file_import import ImportRow
from huitang.congress.sittings.calendar import local_day
from huitang.rules import proportion
from huitang.rules.budget import Fund


@dataclass(frozen=True)
class Headline:
    """One large figure in 万元, and what is to be said below it."""

    label: str
    wan: str
    note: str


@dataclass(frozen=True)
class MoneyPage:
    accounts: YearAccounts
    headlines: tuple[Headline, ...]
    tables: tuple[YearTable, ...]
    charts: tuple[Chart, ...]
    open_imports: tuple[ImportRow, ...]


def find_year_of(account_id: int, *, town_id: int) -> int:
    """:raises AccountIsUnknown: also for one of another town"""
    return int(lookup.account_of(town_id, account_id).year)


def get_money(town_id: int, *, year: int | None, now: datetime) -> MoneyPage:
    """The year asked for, or the latest there is, or this one."""
    today = local_day(now)
    years = queries.list_years(town_id)
    wanted = year or (years[0] if years else today.year)
    accounts = queries.get_accounts(town_id, year=wanted, today=today, calendar=published_calendar().calendar)
    return MoneyPage(
        accounts=accounts,
        headlines=_headlines(accounts),
        tables=tables.tables_of(accounts),
        charts=tables.charts_of(accounts),
        open_imports=queries.list_open_imports(town_id),
    )


def _headlines(page: YearAccounts) -> tuple[Headline, ...]:
    """Income, expense and what is left or missing, of the latest account of the general public budget."""
    own = [kept for kept in page.accounts if kept.key.fund == Fund.GENERAL]
    if not own:
        return ()
    account = own[-1].account
    pair = tables.comparable(own[-1:], page.last_year)
    income, expense = (account.total_of(side) for side in Side)
    labels = {Side.INCOME: _("{account}：收入总计"), Side.EXPENSE: _("{account}：支出总计")}
    sides = [
        Headline(
            labels[side].format(account=own[-1].label),
            tell_amount(account.total_of(side)),
            _growth(account, pair[1], side) if pair else "",
        )
        for side in Side
    ]
    word = _("收支相抵") if income >= expense else _("支出多于收入")
    return (*sides, Headline(word, tell_amount(abs(income - expense)), ""))


def _growth(account: Account, last: KeptAccount, side: str) -> str:
    sentence = _("比{last}变动 {growth}")
    growth = proportion.tell_growth(account.total_of(side), last.account.total_of(side))
    return sentence.format(last=last.label, growth=growth)
