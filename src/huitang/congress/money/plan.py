"""What an uploaded file would change, account by account, before anything is written."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from huitang.adapters.spreadsheets.amount import tell_amount
from huitang.congress.money.account import Account, AccountKey, Line, matching
from huitang.congress.money.account_file import AccountFile, Claim
from huitang.congress.money.checks import check_account, wrong_totals
from huitang.congress.money.claims import check_claims
from huitang.congress.money.comparisons import AdjustmentFacts, compare
from huitang.congress.money.findings import Finding, Level
from huitang.congress.roster.import_plan import Fate, seal_of


@dataclass(frozen=True)
class FigureChange:
    """A line whose figure is not the one that is kept; None where one of the two has no such line."""

    name: str
    cell: str
    old: int | None
    new: int | None

    @property
    def old_told(self) -> str:
        """In 万元."""
        return "" if self.old is None else tell_amount(self.old)

    @property
    def new_told(self) -> str:
        return "" if self.new is None else tell_amount(self.new)


@dataclass(frozen=True)
class PlannedAccount:
    account: Account
    fate: Fate
    changes: tuple[FigureChange, ...]
    findings: tuple[Finding, ...]

    @property
    def wrong(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.level is Level.WRONG)

    @property
    def wrong_cells(self) -> frozenset[str]:
        return frozenset(finding.cell for finding in self.wrong)


@dataclass(frozen=True)
class Plan:
    accounts: tuple[PlannedAccount, ...]

    @property
    def counts(self) -> Mapping[Fate, int]:
        return Counter(planned.fate for planned in self.accounts)

    @property
    def changes_nothing(self) -> bool:
        return all(planned.fate is Fate.UNCHANGED for planned in self.accounts)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Of all accounts, the gravest first."""
        levels = list(Level)
        found = (finding for planned in self.accounts for finding in planned.findings)
        return tuple(sorted(found, key=lambda finding: levels.index(finding.level)))

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """Totals that do not add up in what would be written; unchanged accounts had their reason before."""
        return tuple(f for planned in self.accounts if planned.fate is not Fate.UNCHANGED for f in planned.wrong)

    @property
    def seal(self) -> str:
        told = [[planned.fate, planned.account.key, asdict(planned.account)] for planned in self.accounts]
        return seal_of(told)


def make_plan(
    file: AccountFile, known: Mapping[AccountKey, Account], facts: Mapping[AccountKey, AdjustmentFacts]
) -> Plan:
    """Compare the file with what is kept; the findings see the figures as they would be afterwards."""
    after = {**known, **{account.key: account for account in file.accounts}}
    return Plan(tuple(_plan(account, known, after, facts, file.claims) for account in file.accounts))


def _plan(
    account: Account,
    known: Mapping[AccountKey, Account],
    after: Mapping[AccountKey, Account],
    facts: Mapping[AccountKey, AdjustmentFacts],
    claims: Sequence[Claim],
) -> PlannedAccount:
    kept = known.get(account.key)
    told = facts.get(account.key, AdjustmentFacts())
    findings = (*check_account(account), *compare(account, after, told), *check_claims(claims, account, after))
    if kept is None:
        return PlannedAccount(account, Fate.NEW, (), findings)
    changes = _changes(account, kept)
    is_same = not changes and _shape(account) == _shape(kept)
    return PlannedAccount(account, Fate.UNCHANGED if is_same else Fate.CHANGED, changes, findings)


def _shape(account: Account) -> list[tuple[str, str, str, int | None]]:
    """What makes an account the same one though it comes from another place in another sheet."""
    return [(line.side, line.kind, line.name, line.yuan) for line in account.lines]


def _changes(account: Account, kept: Account) -> tuple[FigureChange, ...]:
    changed = [_change(line, matching(kept.lines, line)) for line in account.lines]
    gone = [
        FigureChange(line.name, "", line.yuan, None) for line in kept.lines if matching(account.lines, line) is None
    ]
    return (*(change for change in changed if change.old != change.new), *gone)


def _change(line: Line, old: Line | None) -> FigureChange:
    return FigureChange(line.name, line.cell, old.yuan if old else None, line.yuan)


def needs_reason(account: Account) -> bool:
    return bool(wrong_totals(account))
