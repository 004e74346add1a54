"""Rows of every list of the desk, as many as asked for, straight into the tables."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

from huitang.congress.accounts.actor import Actor
from huitang.congress.attendance.models import SignIn
from huitang.congress.journal import commands as journal
from huitang.congress.money.models import AccountLine, MoneyImport, YearAccount
from huitang.congress.publication.models import Release
from huitang.congress.roster.models import Delegation, Deputy, MandateChange, Term
from huitang.congress.sittings.models import CongressSession, Sitting
from huitang.congress.suggestions.models import (
    Answer,
    Assignment,
    ProposerNotice,
    ResponsibleUnit,
    Signature,
    Suggestion,
)
from huitang.congress.supervision.models import Activity, Participant
from huitang.congress.targets.models import Target, TargetActual, TaskProgress, YearTask

NOW = datetime(2025, 9, 1, 2, tzinfo=UTC)
BEGAN = date(2021, 1, 4)
STATES = ("TABLED", "ASSIGNED", "ANSWERED", "CLOSED")
NAME_OF_TROUBLE = '=HYPERLINK("http://x","点我")'


class Town:
    """A town while its lists grow."""

    def __init__(self, town_id: int) -> None:
        self.id = town_id
        self.term = Term.objects.create(town_id=town_id, number=6, quota=160, began_on=BEGAN)
        self.delegation = Delegation.objects.create(term=self.term, name="第一代表团", position=1)
        self.unit = ResponsibleUnit.objects.create(town_id=town_id, name="财政所")
        self.source = MoneyImport.objects.create(
            town_id=town_id, filename="a.xlsx", sha256="0" * 64, content=b"", uploaded_at=NOW, committed_at=NOW
        )
        self.numbers = count(1)

    def grow(self, more: int) -> None:
        """So many more of everything."""
        numbers = [next(self.numbers) for _ in range(more)]
        deputies = self.add_deputies(numbers)
        self.add_sessions(numbers[:3], deputies)
        self.add_suggestions(numbers, deputies)
        self.add_activities(numbers, deputies)
        self.add_targets(numbers)
        self.add_account_lines(numbers)

    def add_deputies(self, numbers: list[int]) -> list[Deputy]:
        made = Deputy.objects.bulk_create(
            Deputy(term=self.term, delegation=self.delegation, number=n, name=f"代表{n}", phone="+86 1")
            for n in numbers
        )
        MandateChange.objects.bulk_create(MandateChange(deputy=one, kind="ELECTED", on=BEGAN) for one in made)
        return made

    def add_sessions(self, numbers: list[int], deputies: list[Deputy]) -> None:
        for n in numbers:
            opens = date(2025, 1, 4) + timedelta(days=n)
            session = CongressSession.objects.create(
                term=self.term,
                number=n,
                playbook="spring",
                state="CLOSED",
                place="礼堂",
                opens_on=opens,
                closes_on=opens,
            )
            at = datetime(2025, 1, 4, 2, tzinfo=UTC) + timedelta(days=n)
            sitting = Sitting.objects.create(
                session=session,
                kind="PLENARY",
                number=1,
                position=0,
                starts_at=at,
                stage="CLOSED",
                deputies_in_office=9,
                deputies_present=9,
                deputies_required=6,
            )
            SignIn.objects.bulk_create(SignIn(sitting=sitting, deputy=one, at=at, by="办公室") for one in deputies)
            for subject in ("hand_vote:1", "hand_vote:2"):
                Release.objects.create(
                    town_id=session.term.town_id,
                    session=session,
                    kind="RESOLUTION",
                    subject=subject,
                    title="决议",
                    blocks=[],
                    facts={},
                    sha256=f"{n}{subject}",
                    state="RELEASED",
                    drafted_at=at,
                    released_at=at,
                )

    def add_suggestions(self, numbers: list[int], deputies: list[Deputy]) -> None:
        made = Suggestion.objects.bulk_create(
            Suggestion(
                town_id=self.id,
                term=self.term,
                number=f"{n:07}",
                kind="SUGGESTION",
                title=NAME_OF_TROUBLE if n == 1 else f"关于第{n}条路的建议",
                state=STATES[n % 4],
                tabled_on=date(2025, 1, 20),
                assigned_on=date(2025, 8, 1) if n % 4 else None,
                answered_on=date(2025, 8, 20) if n % 4 > 1 else None,
                answer_mark="A" if n % 4 > 1 else "",
                result="SATISFIED" if n % 4 == 3 else "",
            )
            for n in numbers
        )
        signatures = [Signature(suggestion=s, deputy=d, position=p) for s in made for p, d in enumerate(deputies[:3])]
        Signature.objects.bulk_create(signatures)
        held = [one for one in made if one.assigned_on]
        Assignment.objects.bulk_create(
            Assignment(suggestion=one, unit=self.unit, is_lead=True, assigned_on=one.assigned_on) for one in held
        )
        Answer.objects.bulk_create(
            Answer(suggestion=one, number=1, unit=self.unit, on=one.answered_on, mark="A", text="已办。")
            for one in made
            if one.answered_on
        )
        ProposerNotice.objects.bulk_create(
            ProposerNotice(deputy=deputies[0], suggestion=one, event="tabled", at=NOW) for one in made
        )

    def add_activities(self, numbers: list[int], deputies: list[Deputy]) -> None:
        told = {"town_id": self.id, "year": 2025, "kind": "VISIT", "state": "AWAITING", "unit": "供电所"}
        made = Activity.objects.bulk_create(
            Activity(**told, topic=f"视察{n}", held_on=date(2025, 5, n % 27 + 1), reply_due=date(2025, 8, 1))
            for n in numbers
        )
        Participant.objects.bulk_create(Participant(activity=one, deputy=d) for one in made for d in deputies[:3])

    def add_targets(self, numbers: list[int]) -> None:
        told = {"town_id": self.id, "year": 2025}
        targets = Target.objects.bulk_create(
            Target(**told, position=n, name=f"指标{n}", thousandths=5500, unit="%") for n in numbers
        )
        TargetActual.objects.bulk_create(
            TargetActual(target=one, period="HALF_YEAR", thousandths=5600, source="统计站", entered_at=NOW)
            for one in targets
        )
        tasks = YearTask.objects.bulk_create(
            YearTask(**told, position=n, title=f"任务{n}", owner=f"单位{n % 3}", due_on=date(2025, n % 12 + 1, 1))
            for n in numbers
        )
        TaskProgress.objects.bulk_create(TaskProgress(task=one, on=date(2025, 6, 1), percent=50) for one in tasks)

    def add_account_lines(self, numbers: list[int]) -> None:
        told = {"town_id": self.id, "year": 2025, "stage": "BUDGET", "source": self.source}
        account, _new = YearAccount.objects.get_or_create(**told, defaults={"unit": 10_000, "kept_at": NOW})
        AccountLine.objects.bulk_create(
            AccountLine(account=account, position=n, side="EXPENSE", kind="ITEM", name=f"科目{n}", yuan=n, cell=f"B{n}")
            for n in numbers
        )

    def write_journal(self, actor: Actor, links: int) -> None:
        for n in range(links):
            journal.append("task.added", actor=actor, at=NOW, subject=f"task:{n}", facts={"title": f"=任务{n}"})
