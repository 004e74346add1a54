"""The accounts as kept, with everything that is to be said of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from huitang.adapters.spreadsheets.excerpt import Excerpt
from huitang.congress.money import clocks, lookup
from huitang.congress.money.account import Account, AccountKey, account_order
from huitang.congress.money.account_file import AccountFile
from huitang.congress.money.checks import check_account, wrong_totals
from huitang.congress.money.clocks import AccountClock, ClockKind
from huitang.congress.money.commands import plan_of
from huitang.congress.money.comparisons import AdjustmentFacts, compare, decide_adjustment
from huitang.congress.money.findings import Finding, Level
from huitang.congress.money.models import YearAccount
from huitang.congress.money.plan import Plan
from huitang.congress.money.refusals import ApprovedFiguresDiffer
from huitang.congress.roster import file_import
from huitang.congress.roster.file_import import ImportRow
from huitang.congress.roster.import_plan import Fate
from huitang.congress.roster.wrong_cells import WrongCell
from huitang.rules.budget import AdjustmentFinding
from huitang.rules.deadline import Calendar


@dataclass(frozen=True)
class ImportPage:
    """`file.wrong` and what is `barred` bar the deed; `plan.wrong` ask for a reason."""

    upload: ImportRow
    sha256: str
    file: AccountFile
    plan: Plan
    barred: tuple[str, ...]

    @property
    def excerpt(self) -> Excerpt | None:
        """Where the totals stand that do not add up."""
        return self.file.cut_out([WrongCell(one.sheet, one.cell, one.sentence) for one in self.plan.wrong])


@dataclass(frozen=True)
class KeptAccount:
    """One account with its figures, its findings and its clocks. `doubts` are kept totals that do not add up."""

    id: int
    account: Account
    source: str
    kept_at: datetime
    reason: str
    approved_on: date | None
    published_on: date | None
    facts: AdjustmentFacts
    adjustment: AdjustmentFinding | None
    findings: tuple[Finding, ...]
    doubts: tuple[Finding, ...]
    clocks: tuple[AccountClock, ...]

    @property
    def key(self) -> AccountKey:
        return self.account.key

    @property
    def label(self) -> str:
        return self.key.label

    @property
    def is_adjusted(self) -> bool:
        return self.key.stage == YearAccount.Stage.ADJUSTED


@dataclass(frozen=True)
class YearAccounts:
    """The accounts of one year in the order of its stages; `last_year` the year before. `years` are all there are."""

    town_id: int
    year: int
    years: tuple[int, ...]
    accounts: tuple[KeptAccount, ...]
    last_year: tuple[KeptAccount, ...]
    findings: tuple[Finding, ...]

    @property
    def doubtful(self) -> tuple[KeptAccount, ...]:
        """Accounts of either year whose totals were kept though they do not add up."""
        return tuple(kept for kept in (*self.last_year, *self.accounts) if kept.doubts)


def list_open_imports(town_id: int) -> tuple[ImportRow, ...]:
    return file_import.list_open(lookup.imports_of(town_id))


def get_import(import_id: int, *, town_id: int) -> ImportPage:
    """The preview, made anew from the kept bytes and the accounts as they are now.

    :raises ImportIsUnknown: none of this town
    :raises ImportIsSettled: it was written or given up, so there is nothing to preview
    """
    found = file_import.find_open(lookup.imports_of(town_id), import_id)
    file, plan = plan_of(found)
    return ImportPage(file_import.row_of(found), found.sha256, file, plan, _barred(plan, town_id))


def _barred(plan: Plan, town_id: int) -> tuple[str, ...]:
    """The sentence with which each approved account that would change will be refused."""
    approved = YearAccount.objects.filter(town_id=town_id, approved_on__isnull=False)
    days = {lookup.key_of(kept): kept.approved_on for kept in approved}
    changing = [one.account.key for one in plan.accounts if one.fate is Fate.CHANGED and one.account.key in days]
    return tuple(str(ApprovedFiguresDiffer(account=key.label, day=days[key])) for key in changing)


def list_years(town_id: int) -> tuple[int, ...]:
    """The years there are accounts of, the latest first."""
    years = YearAccount.objects.filter(town_id=town_id).values_list("year", flat=True)
    return tuple(sorted(set(years), reverse=True))


@dataclass(frozen=True)
class PublicationDue:
    """An approved account that is not public yet."""

    account_id: int
    label: str
    year: int
    clock: AccountClock


def list_publications_due(town_id: int, *, today: date, calendar: Calendar | None = None) -> tuple[PublicationDue, ...]:
    """What was approved and is not made public yet, the nearest deadline first."""
    approved = YearAccount.objects.filter(town_id=town_id, approved_on__isnull=False, published_on=None)
    due = [
        PublicationDue(kept.pk, lookup.key_of(kept).label, kept.year, clock)
        for kept in approved
        for clock in clocks.clocks_of(kept, today=today, calendar=calendar or Calendar())
        if clock.kind is ClockKind.PUBLISH
    ]
    return tuple(sorted(due, key=lambda one: one.clock.deadline.last_day))


def get_accounts(
    town_id: int, *, year: int, today: date | None = None, calendar: Calendar | None = None
) -> YearAccounts:
    """The accounts of a year and the year before; without `today` no clock is said to be late."""
    kept = lookup.kept_accounts(town_id).filter(year__in=(year - 2, year - 1, year))
    known = lookup.known_accounts(kept)
    told = [_kept(one, known, today=today, calendar=calendar or Calendar()) for one in kept]
    told.sort(key=lambda one: account_order(one.key))
    levels = list(Level)
    accounts = tuple(one for one in told if one.key.year == year)
    findings = sorted(
        (finding for one in accounts for finding in one.findings), key=lambda finding: levels.index(finding.level)
    )
    return YearAccounts(
        town_id=town_id,
        year=year,
        years=list_years(town_id),
        accounts=accounts,
        last_year=tuple(one for one in told if one.key.year == year - 1),
        findings=tuple(findings),
    )


def _kept(
    kept: YearAccount, known: Mapping[AccountKey, Account], *, today: date | None, calendar: Calendar
) -> KeptAccount:
    account = known[lookup.key_of(kept)]
    facts = lookup.facts_of(kept)
    return KeptAccount(
        id=kept.pk,
        account=account,
        source=kept.source.filename,
        kept_at=kept.kept_at,
        reason=kept.reason,
        approved_on=kept.approved_on,
        published_on=kept.published_on,
        facts=facts,
        adjustment=decide_adjustment(account, known, facts),
        findings=(*check_account(account), *compare(account, known, facts)),
        doubts=wrong_totals(account),
        clocks=clocks.clocks_of(kept, today=today, calendar=calendar),
    )
