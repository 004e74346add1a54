"""The percentages a sheet states itself, computed again from its own figures and last year's."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from django.utils.translation import gettext as _

from huitang.congress.money.account import Account, Line, matching
from huitang.congress.money.account_file import Claim
from huitang.congress.money.comparisons import Accounts, plan_in_force, year_before
from huitang.congress.money.findings import Finding, Level
from huitang.congress.money.sheet_words import Comparison, plain
from huitang.rules import proportion

_WRITTEN = re.compile(r"(-?\d{1,9})(?:\.(\d{1,20}))?(%?)")
_NEARLY = 3  # a cell that is formatted as per cent comes as a long fraction: compared to so many places


def check_claims(claims: Iterable[Claim], account: Account, after: Accounts) -> Iterator[Finding]:
    """A finding for each percentage that is wrong, and one that counts those that are right."""
    right = 0
    for claim in claims:
        measured = _measured(claim, account, after)
        if claim.percentage.key != account.key or measured is None:
            continue
        part, base, by = measured
        if _agrees(claim.percentage.said, part, base.yuan or 0):
            right += 1
        else:
            yield _wrong(claim, account, base, by, part)
    if right:
        sentence = _("{account}：表上写的 {count} 个百分比都算得对。").format(account=account.key.label, count=right)
        yield Finding(Level.AGREES, account.key, account.lines[0].sheet, "", sentence)


def _measured(claim: Claim, account: Account, after: Accounts) -> tuple[int, Line, Account] | None:
    """The share's part, the line it is measured by and that line's account; None where one is not known."""
    line = _line_of(claim, account)
    is_growth = claim.percentage.comparison is Comparison.GROWTH
    by = year_before(account, after) if is_growth else plan_in_force(account.key.year, account.key.fund, after)
    base = matching(by.lines, line) if by and line else None
    if line is None or line.yuan is None or by is None or base is None or not base.yuan:
        return None
    return (line.yuan - base.yuan if is_growth else line.yuan), base, by


def _line_of(claim: Claim, account: Account) -> Line | None:
    wanted = (claim.side, claim.kind, claim.code, claim.name)
    return next((line for line in account.lines if (line.side, line.kind, line.code, line.name) == wanted), None)


def _agrees(said: str, part: int, whole: int) -> bool:
    found = _WRITTEN.fullmatch(plain(said).replace(",", ""))
    if found is None:
        return False
    decimals = found[2] or ""
    number = Fraction(f"{found[1]}.{decimals or 0}")
    if proportion.is_told_right(number, places=min(len(decimals), _NEARLY), part=part, whole=whole):
        return True
    return not found[3] and proportion.is_told_right(
        number * 100, places=max(0, min(len(decimals) - 2, _NEARLY)), part=part, whole=whole
    )


def _wrong(claim: Claim, account: Account, base: Line, by: Account, part: int) -> Finding:
    sentence = {
        Comparison.GROWTH: _("“{sheet}”表 {cell}：“{name}”的增幅写 {said}，比{by}的 {base} 算出来是 {share}"),
        Comparison.SHARE_OF_PLAN: _("“{sheet}”表 {cell}：“{name}”写的是{by} {base} 的 {said}，算出来是 {share}"),
    }[claim.percentage.comparison]
    told = sentence.format(
        sheet=claim.sheet,
        cell=claim.percentage.cell,
        name=claim.name,
        said=claim.percentage.said,
        by=by.key.label,
        base=account.told(base.yuan or 0),
        share=proportion.tell_share(part, base.yuan or 0),
    )
    return Finding(Level.WARNING, account.key, claim.sheet, claim.percentage.cell, told)
