"""Importing accounts: upload, then write the very bytes that were previewed, or give up."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import must_fit
from huitang.congress.money import lookup, refusals
from huitang.congress.money.account_file import AccountFile, read_account_file
from huitang.congress.money.models import AccountLine, MoneyImport, YearAccount
from huitang.congress.money.plan import Plan, PlannedAccount, make_plan, needs_reason
from huitang.congress.roster import file_import
from huitang.congress.roster import lookup as roster
from huitang.congress.roster.import_plan import Fate, ImportOutcome

LONGEST_REASON = 200


@transaction.atomic
def upload_accounts(*, filename: str, content: bytes, actor: Actor, now: datetime) -> int:
    """Keep a file for its preview; the accounts themselves are not touched. Returns the import's id.

    :raises InputIsWrong: it is no spreadsheet, or holds no accounts; nothing is kept
    """
    actor.must_be_allowed_to(Deed.KEEP_MONEY)
    read_account_file(content, filename)
    kept = file_import.uploaded(filename, content, now=now)
    uploaded = MoneyImport.objects.create(town_id=actor.town_id, **kept)
    facts = {"file": uploaded.filename, "sha256": uploaded.sha256}
    journal.append("money.uploaded", actor=actor, at=now, subject=f"money_import:{uploaded.pk}", facts=facts)
    return int(uploaded.pk)


@transaction.atomic
def commit_import(*, import_id: int, seal: str, reason: str, actor: Actor, now: datetime) -> ImportOutcome:
    """Write the previewed file, all of it or nothing. Unchanged accounts are not touched.

    `seal` is that of the plan the office has seen; `reason` says why figures are kept whose totals do not add up.

    :raises ImportIsSettled: written or given up before
    :raises TableIsWrong: a cell cannot be read
    :raises FiguresChangedMeanwhile: the accounts changed after the preview
    :raises ReasonIsMissing: a total does not add up, and nobody says why it is kept
    :raises ApprovedFiguresDiffer: an approved account would change (Budget Law art. 69)
    """
    actor.must_be_allowed_to(Deed.KEEP_MONEY)
    found = file_import.claim(lookup.imports_of(actor.town_id), import_id, now=now)
    roster.hold_town(actor.town_id)
    file, plan = plan_of(found)
    _refuse(file, plan, seal=seal, reason=reason.strip())
    changing = [planned for planned in plan.accounts if planned.fate is not Fate.UNCHANGED]
    for planned in changing:
        _write(planned, found, reason=reason.strip(), now=now)
    counts = plan.counts
    outcome = ImportOutcome(counts[Fate.NEW], counts[Fate.CHANGED], counts[Fate.UNCHANGED])
    facts = {"file": found.filename, "sha256": found.sha256, **asdict(outcome), **_told(plan, reason.strip())}
    journal.append("money.imported", actor=actor, at=now, subject=f"money_import:{import_id}", facts=facts)
    return outcome


@transaction.atomic
def give_up_import(*, import_id: int, actor: Actor, now: datetime) -> None:
    """Put an uploaded file aside; its bytes are not kept. :raises ImportIsSettled:"""
    actor.must_be_allowed_to(Deed.KEEP_MONEY)
    found = file_import.give_up(lookup.imports_of(actor.town_id), import_id, now=now)
    facts = {"file": found.filename, "sha256": found.sha256}
    journal.append("money.import_given_up", actor=actor, at=now, subject=f"money_import:{import_id}", facts=facts)


def plan_of(found: MoneyImport) -> tuple[AccountFile, Plan]:
    """Read the kept bytes again and compare them with the accounts as they are now."""
    file = read_account_file(bytes(found.content), found.filename)
    kept = lookup.kept_accounts(found.town_id)
    facts = {lookup.key_of(account): lookup.facts_of(account) for account in kept}
    return file, make_plan(file, lookup.known_accounts(kept), facts)


def _refuse(file: AccountFile, plan: Plan, *, seal: str, reason: str) -> None:
    file.wrong.refuse()
    if plan.seal != seal:
        raise refusals.FiguresChangedMeanwhile()
    if plan.wrong and not reason:
        cells = _("、").join(f"{one.sheet}!{one.cell}" for one in plan.wrong)
        raise refusals.ReasonIsMissing(file=file.filename, count=len(plan.wrong), cells=cells)
    must_fit(reason, LONGEST_REASON)


def _write(planned: PlannedAccount, source: MoneyImport, *, reason: str, now: datetime) -> None:
    key = planned.account.key
    fields = {
        "unit": planned.account.unit,
        "source": source,
        "kept_at": now,
        "reason": reason if needs_reason(planned.account) else "",
    }
    own = YearAccount.objects.filter(town_id=source.town_id, **key._asdict())
    if planned.fate is Fate.NEW:
        YearAccount.objects.create(town_id=source.town_id, **key._asdict(), **fields)
    elif not own.filter(approved_on=None).update(**fields):
        raise refusals.ApprovedFiguresDiffer(account=key.label, day=own.get().approved_on)
    account_id = own.get().pk
    AccountLine.objects.filter(account_id=account_id).delete()
    AccountLine.objects.bulk_create(
        AccountLine(account_id=account_id, **asdict(line)) for line in planned.account.lines
    )


def _told(plan: Plan, reason: str) -> dict[str, object]:
    """The corrections and the wrong totals as the journal keeps them."""
    changes = [
        [*planned.account.key, change.name, change.old, change.new]
        for planned in plan.accounts
        if planned.fate is Fate.CHANGED
        for change in planned.changes
    ]
    wrong = [[finding.sheet, finding.cell] for finding in plan.wrong]
    return {"changes": changes, "wrong_totals": wrong, "reason": reason if wrong else ""}
