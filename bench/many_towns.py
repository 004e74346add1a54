"""Fills a database with towns nobody lives in, straight into its tables: what stands there after years of work.

Deterministic: the same number of towns and years gives the same rows. A town has one term of 60 to 110 deputies; in each
year two sessions of three sittings with their sign-ins and leaves, 30 suggestions with signatures, assignments, answers,
verdicts and notices, 16 activities, 3 accounts, 7 targets, 20 tasks, 5 released texts a session, and 600 links of the
journal. A real town writes more into its journal (each sign-in and each paper is a link); 600 is what the disk of a laptop
bears two hundred times, and the chain is whole.
"""

import hashlib
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import town_words as words
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model
from town_projects import projects_of

from huitang.congress.accounts.models import Account, DeputyCard
from huitang.congress.attendance.models import Leave, NonVotingAttendee, SignIn
from huitang.congress.journal.commands import canonical_body
from huitang.congress.journal.models import ChainHead, JournalEntry
from huitang.congress.money.models import AccountLine, MoneyImport, YearAccount
from huitang.congress.projects.models import Project
from huitang.congress.publication.models import Release
from huitang.congress.roster.models import Delegation, Deputy, MandateChange, Term, Town
from huitang.congress.sittings.models import CongressSession, PresidiumMember, Sitting
from huitang.congress.suggestions.models import (
    Answer,
    AnswerEvaluation,
    Assignment,
    KeptPromise,
    ProposerNotice,
    ResponsibleUnit,
    Signature,
    Suggestion,
)
from huitang.congress.supervision.models import Activity, FollowUp, Participant
from huitang.congress.targets.models import Target, TargetActual, TaskProgress, YearTask

FIRST_YEAR = 2021
LAST_DAY = date(2025, 11, 12)  # the day the bench asks its pages on
JOURNAL_A_YEAR = 600
SUGGESTIONS_A_YEAR = 30
ACTIVITIES_A_YEAR = 16
AT_ONCE = 10  # towns written in one transaction


class Rows:
    """Rows to be written, by table; each has its number before it is written, so that others can name it."""

    def __init__(self) -> None:
        self.held: dict[type[Model], list[Model]] = defaultdict(list)
        self.numbers: dict[type[Model], Iterator[int]] = defaultdict(lambda: count(1))

    def add(self, model: type[Model], **fields: Any) -> int:
        number = next(self.numbers[model])
        self.held[model].append(model(pk=number, **fields))
        return number

    def write(self) -> None:
        with transaction.atomic():
            for model, rows in self.held.items():
                model._default_manager.bulk_create(rows, batch_size=2000)
        self.held.clear()

    def begin_after(self) -> None:
        """PostgreSQL counts on from the last row."""
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), list(self.numbers)):
                cursor.execute(statement)


@dataclass
class Place:
    """One town while its years are written."""

    rows: Rows
    chance: random.Random
    town: int
    code: str
    name: str
    term: int
    deputies: list[int]
    units: list[int]
    source: int


def fill(towns: int, years: int, *, tell: bool = True) -> None:
    rows = Rows()
    for number in range(1, towns + 1):
        place = found(rows, number)
        for year in range(FIRST_YEAR, FIRST_YEAR + years):
            write_year(place, year)
        write_journal(place, years)
        if number % AT_ONCE == 0 or number == towns:
            rows.write()
            if tell:
                print(f"\r{number} towns of {towns}", end="", flush=True)
    rows.begin_after()
    if tell:
        print()


def at(day: date, hour: int = 9) -> datetime:
    return datetime(day.year, day.month, day.day, hour - 8, tzinfo=UTC)


def found(rows: Rows, number: int) -> Place:
    chance = random.Random(number)
    code = f"town{number:03}"
    name = f"{words.SYLLABLES[number % 36]}{words.SYLLABLES[(number * 7 + number // 36 + 5) % 36]}镇"
    town = rows.add(Town, code=code, name=name)
    rows.add(Account, town_id=town, name=f"office{number:03}", label="办公室", role="OFFICE", password="!")
    seats = chance.randint(60, 110)
    term = rows.add(Term, town_id=town, number=6, quota=seats, began_on=date(FIRST_YEAR, 1, 4))
    groups = [
        rows.add(Delegation, term_id=term, name=f"第{mark}代表团", position=n) for n, mark in enumerate("一二三四五", 1)
    ]
    deputies = [_deputy(rows, chance, term, groups, n) for n in range(1, seats + 1)]
    units = [rows.add(ResponsibleUnit, town_id=town, name=unit) for unit in words.UNITS]
    told = {"filename": "accounts.xlsx", "sha256": "0" * 64, "content": b"", "uploaded_at": at(LAST_DAY)}
    source = rows.add(MoneyImport, town_id=town, committed_at=at(LAST_DAY), **told)
    return Place(rows, chance, town, code, name, term, deputies, units, source)


def _deputy(rows: Rows, chance: random.Random, term: int, groups: list[int], number: int) -> int:
    name = chance.choice(words.SURNAMES) + "".join(chance.sample(words.GIVEN, chance.choice((1, 2, 2))))
    found = rows.add(
        Deputy,
        term_id=term,
        delegation_id=groups[number % 5],
        number=number,
        name=name,
        initials="zwm",
        sex=chance.choice("男男女"),
        born="1972-05",
        district=f"第{number % 20 + 1}选区",
        party="群众",
        ethnicity="汉族",
        education="大专",
        post="某村村民委员会委员",
        phone="13800000000",
    )
    rows.add(MandateChange, deputy_id=found, kind="ELECTED", on=date(FIRST_YEAR, 1, 4))
    rows.add(DeputyCard, deputy_id=found, serial=f"bench-{found}", issued_at=at(date(FIRST_YEAR, 1, 4)))
    return found


def write_year(place: Place, year: int) -> None:
    for half, (month, playbook) in enumerate(((1, "spring"), (7, "midyear"))):
        opens = date(year, month, 20)
        session = write_session(place, opens, number=2 * (year - FIRST_YEAR) + half + 1, playbook=playbook)
        write_releases(place, session, opens)
        if half == 0:
            for number in range(1, SUGGESTIONS_A_YEAR + 1):
                write_suggestion(place, session, opens, number)
    for number in range(ACTIVITIES_A_YEAR):
        write_activity(place, year, number)
    write_money(place, year)
    write_targets(place, year)
    for fields in projects_of(place.town, year):
        place.rows.add(Project, **fields)


def write_session(place: Place, opens: date, *, number: int, playbook: str) -> int:
    rows, chance = place.rows, place.chance
    told = {"playbook": playbook, "place": "镇政府三楼会议室", "state": "CLOSED"}
    days = {"opens_on": opens, "closes_on": opens + timedelta(days=1)}
    session = rows.add(CongressSession, term_id=place.term, number=number, **told, **days)
    away = chance.sample(place.deputies, 3)
    for deputy in away:
        asked = {"asked_at": at(opens - timedelta(days=3)), "decided_at": at(opens - timedelta(days=2))}
        rows.add(Leave, session_id=session, deputy_id=deputy, cause="ILLNESS", state="APPROVED", **asked)
    for position, deputy in enumerate(place.deputies[:9]):
        rows.add(PresidiumMember, session_id=session, deputy_id=deputy, position=position)
    for guest in range(5):
        rows.add(NonVotingAttendee, session_id=session, name=f"列席{guest}", standing="BY_LAW", is_present=True)
    here = [deputy for deputy in place.deputies if deputy not in away and chance.random() < 0.97]
    for position, (kind, n) in enumerate((("PREPARATORY", 1), ("PLENARY", 1), ("PLENARY", 2))):
        day = opens + timedelta(days=position // 2)
        write_sitting(place, session, here, day=day, kind=kind, number=n, position=position)
    return session


def write_sitting(
    place: Place, session: int, here: list[int], *, day: date, kind: str, number: int, position: int
) -> None:
    counts = {"deputies_in_office": len(place.deputies), "deputies_present": len(here), "deputies_on_leave": 3}
    start = at(day, 9 + position)
    sitting = place.rows.add(
        Sitting,
        session_id=session,
        kind=kind,
        number=number,
        position=position,
        starts_at=start,
        stage="CLOSED",
        opened_at=start,
        closed_at=start + timedelta(minutes=40),
        **{"deputies_required": -(-2 * len(place.deputies) // 3), **counts},
    )
    for deputy in here:
        place.rows.add(SignIn, sitting_id=sitting, deputy_id=deputy, at=start, by="办公室")


def write_releases(place: Place, session: int, opens: date) -> None:
    n = len(place.deputies)
    attendance = {"in_office": n, "on_leave": 3, "present": n - 5, "absent": 2, "required": -(-2 * n // 3)}
    hands = {"for": n - 6, "against": 0, "abstentions": 1, "not_voting": 0}
    vote = {"matter": "RESOLUTION", "in_office": n, "present": n - 5, "needed": n // 2 + 1, "is_passed": True, **hands}
    votes = [{**vote, "id": k, "title": f"关于第{k}项报告的决议"} for k in range(1, 4)]
    news = {"attendance": attendance, "votes": votes, "elections": [], "projects": None, "agenda": [], "sittings": []}
    texts: list[tuple[str, str, dict[str, Any]]] = [("NEWS", "session", news), ("ANNOUNCEMENT", "by", {})]
    texts += [("RESOLUTION", f"hand_vote:{one['id']}", one) for one in votes]
    for kind, subject, facts in texts:
        title = facts.get("title") or f"{place.name}第六届人民代表大会{kind}"
        blocks = [{"type": "paragraph", "runs": [{"text": title}]}] * 12
        told = {"town_id": place.town, "title": title, "blocks": blocks, "facts": facts, "words": title * 12}
        when = {"drafted_at": at(opens), "drafted_by": "办公室", "released_at": at(opens, 17), "released_by": "主席"}
        print_of = hashlib.sha256(f"{session}{kind}{subject}".encode()).hexdigest()
        place.rows.add(
            Release, session_id=session, kind=kind, subject=subject, sha256=print_of, state="RELEASED", **told, **when
        )


def write_suggestion(place: Place, session: int, opens: date, number: int) -> None:
    rows, chance = place.rows, place.chance
    state, course = _course(chance, opens, is_old=opens.year < LAST_DAY.year)
    matter = f"关于{chance.choice(words.MATTERS)}的建议"
    found = rows.add(
        Suggestion,
        town_id=place.town,
        term_id=place.term,
        session_id=session,
        kind="SUGGESTION",
        title=matter,
        number=f"{opens.year}-{number:02}",
        content="现状、问题和理由。" * 30,
        plan="请研究解决。",
        state=state,
        **course,
    )
    signers = chance.sample(place.deputies, 3)
    for position, deputy in enumerate(signers):
        rows.add(Signature, suggestion_id=found, deputy_id=deputy, position=position, consents=True)
    for event in ("tabled", "answered") if course.get("answered_on") else ("tabled",):
        for deputy in signers:
            rows.add(
                ProposerNotice,
                deputy_id=deputy,
                suggestion_id=found,
                event=event,
                facts={"unit": "财政所"},
                at=at(opens),
            )
    if "assigned_on" in course:
        _handle(place, found, course, signers)


def _course(chance: random.Random, opens: date, *, is_old: bool) -> tuple[str, dict[str, Any]]:
    """Old ones are closed but for a few promises; of this year's a third is still under way."""
    day = opens + timedelta(days=1)
    ways = {"CLOSED": 27, "PROMISED": 1, "WITHDRAWN": 1, "REFUSED": 1}
    fresh = {"CLOSED": 18, "ANSWERED": 4, "ASSIGNED": 4, "PROMISED": 2, "TABLED": 1, "REDO": 1}
    state = chance.choices(*zip(*(ways if is_old else fresh).items(), strict=True))[0]
    if state in ("WITHDRAWN", "REFUSED", "TABLED"):
        return state, {"tabled_on": day}
    late = state != "CLOSED" and not is_old
    assigned = date(opens.year, 8, 5) if late else opens + timedelta(days=10)
    course: dict[str, Any] = {"tabled_on": day, "assigned_on": assigned, "received_on": assigned}
    course["contacted_on"] = assigned + timedelta(days=12)
    if state == "ASSIGNED":
        return state, course
    answered = assigned + timedelta(days=chance.randint(40, 95))
    course |= {"answered_on": answered, "answer_mark": "B" if state == "PROMISED" else "A"}
    if state == "ANSWERED":
        return state, course
    course |= {
        "evaluated_on": answered + timedelta(days=2),
        "result": "NOT_SATISFIED" if state == "REDO" else "SATISFIED",
    }
    if state == "REDO":
        return state, course | {"redo_on": answered + timedelta(days=2)}
    if state == "PROMISED":
        return state, course | {"has_promise": True, "promised_for": answered + timedelta(days=200)}
    return state, course | {"closed_on": answered + timedelta(days=3), "is_public": chance.random() < 0.5}


def _handle(place: Place, found: int, course: dict[str, Any], signers: list[int]) -> None:
    rows, (lead, other) = place.rows, place.chance.sample(place.units, 2)
    rows.add(Assignment, suggestion_id=found, unit_id=lead, is_lead=True, assigned_on=course["assigned_on"])
    if place.chance.random() < 0.2:
        rows.add(Assignment, suggestion_id=found, unit_id=other, is_lead=False, assigned_on=course["assigned_on"])
    if "answered_on" not in course:
        return
    told = {"mark": course["answer_mark"], "meaning": "已经解决", "text": "办理情况如下。" * 40, "signed_by": "某主任"}
    answer = rows.add(Answer, suggestion_id=found, number=1, unit_id=lead, on=course["answered_on"], **told)
    if course.get("has_promise"):
        rows.add(KeptPromise, answer_id=answer, text="限期解决", due_on=course["promised_for"])
    if "result" in course:
        verdict = {"attitude": course["result"], "result": course["result"], "on": course["evaluated_on"]}
        rows.add(AnswerEvaluation, answer_id=answer, deputy_id=signers[0], **verdict)


def write_activity(place: Place, year: int, number: int) -> None:
    rows, chance = place.rows, place.chance
    month = number % 12 + 1
    kind = Activity.Kind.values[number % 6]
    day = date(year, month, chance.randint(2, 27))
    told = {
        "town_id": place.town,
        "year": year,
        "kind": kind,
        "topic": f"{chance.choice(words.TOPICS)}（{number + 1}）",
    }
    if day > LAST_DAY:
        rows.add(Activity, **told, planned_month=month)
        return
    state = "CLOSED" if year < LAST_DAY.year else chance.choice(("HELD", "AWAITING", "REPLIED", "CLOSED"))
    reply: dict[str, Any] = {"unit": chance.choice(words.UNITS), "opinion": "审议意见。" * 40, "opinion_sent_on": day}
    reply |= {"reply_due": day + timedelta(days=60), "problems": "发现的问题。" * 30, "held_on": day, "place": "各村"}
    if state in ("REPLIED", "CLOSED"):
        reply |= {"replied_on": day + timedelta(days=50), "reply": "整改情况。" * 40}
    found = rows.add(Activity, **told, planned_month=month, state=state, people_met=30, **reply)
    for deputy in chance.sample(place.deputies, 8):
        rows.add(Participant, activity_id=found, deputy_id=deputy)
    rows.add(FollowUp, activity_id=found, on=day + timedelta(days=70), note="已到现场看过。")


def write_money(place: Place, year: int) -> None:
    stages = ("BUDGET", "HALF_YEAR") if year == LAST_DAY.year else ("BUDGET", "EXECUTED", "FINAL")
    for stage in stages:
        told = {"unit": 10_000, "source_id": place.source, "kept_at": at(LAST_DAY)}
        days = {"approved_on": date(year, 1, 21), "published_on": date(year, 2, 5)}
        account = place.rows.add(YearAccount, town_id=place.town, year=year, stage=stage, **told, **days)
        amounts = [place.chance.randint(50, 900) * 10_000 for _ in words.INCOME]
        _side(place, account, "INCOME", words.INCOME, amounts, 1)
        shares = [sum(amounts) // len(words.EXPENSE)] * len(words.EXPENSE)
        _side(place, account, "EXPENSE", words.EXPENSE, shares, len(amounts) + 2)


def _side(place: Place, account: int, side: str, names: tuple[str, ...], amounts: list[int], first: int) -> None:
    total = first + len(names)
    lines = [(first + n, "ITEM", name, amounts[n], total) for n, name in enumerate(names)]
    lines.append((total, "TOTAL", "收入总计" if side == "INCOME" else "支出总计", sum(amounts), None))
    for position, kind, name, yuan, parent in lines:
        told = {"side": side, "kind": kind, "name": name, "yuan": yuan, "parent": parent, "cell": f"B{position + 1}"}
        place.rows.add(AccountLine, account_id=account, position=position, **told)


def write_targets(place: Place, year: int) -> None:
    rows, chance = place.rows, place.chance
    for position, name in enumerate(words.INDICATORS):
        told = {"measure": "目标增速", "unit": "%", "thousandths": 5500, "qualifier": "左右"}
        target = rows.add(Target, town_id=place.town, year=year, position=position, name=name, **told)
        for period in ("HALF_YEAR", "YEAR") if year < LAST_DAY.year else ("HALF_YEAR",):
            actual = {"thousandths": chance.randint(4800, 6200), "source": "统计站", "entered_at": at(LAST_DAY)}
            rows.add(TargetActual, target_id=target, period=period, **actual)
    for position in range(20):
        due = date(year, position % 12 + 1, 28)
        done = due if due < LAST_DAY and chance.random() < 0.9 else None
        title = f"{words.TASKS[position % 7]}（{position + 1}）"
        task = rows.add(
            YearTask,
            town_id=place.town,
            year=year,
            position=position,
            title=title,
            owner=words.UNITS[position % 10],
            measure="倒排工期",
            due_on=due,
            done_on=done,
        )
        for percent, month in ((30, 4), (60, 6), (90, 9)):
            rows.add(TaskProgress, task_id=task, on=date(year, month, 25), percent=percent)


def write_journal(place: Place, years: int) -> None:
    """One whole chain: each link holds the fingerprint of the one before it."""
    previous, start = "", datetime(FIRST_YEAR, 1, 4, 1, tzinfo=UTC)
    step = timedelta(days=LAST_DAY.toordinal() - start.date().toordinal()) / (JOURNAL_A_YEAR * years)
    for sequence in range(1, JOURNAL_A_YEAR * years + 1):
        event, kind, facts = words.DEEDS[sequence % len(words.DEEDS)]
        told = {"chain": place.code, "sequence": sequence, "event": event, "actor": "办公室"}
        subject, moment = f"{kind}:{place.town * 100 + sequence % 100}", start + step * sequence
        body = canonical_body(at=moment, facts=facts, role="OFFICE", subject=subject, previous=previous, **told)
        previous = hashlib.sha256(body).hexdigest()
        place.rows.add(JournalEntry, at=moment, subject=subject, body=body.decode(), hash=previous, **told)
    place.rows.add(ChainHead, chain=place.code, sequence=JOURNAL_A_YEAR * years, hash=previous)
