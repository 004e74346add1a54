"""Random sessions with everything a pack is drawn from: the sittings of a playbook, counts, accounts, targets, the roll."""

from dataclasses import fields, replace
from datetime import date, datetime, time, timedelta
from random import Random

from hypothesis import strategies as st

from huitang.congress.agenda.models import AgendaItem
from huitang.congress.agenda.queries import VERBS, ItemRow
from huitang.congress.attendance.queries import Attendance, AttendeeRow, Figures, LeaveRow
from huitang.congress.documents.source import Source
from huitang.congress.elections.queries import ElectionRow
from huitang.congress.record.queries import SessionRecord
from huitang.congress.roster.queries import ChangeRow, DelegationRow, RollCount, RollRow
from huitang.congress.runsheet import playbook, words
from huitang.congress.runsheet.queries import StepRow
from huitang.congress.scrutiny.queries import ScrutineerRow, Scrutiny
from huitang.congress.sittings.queries import PresidiumRow, SessionRow, SittingRow
from huitang.congress.sittings.titles import SessionTitle
from huitang.rules import quorum
from huitang.rules.mandate import ChangeKind, Standing
from tests.congress.proofreading import counted_rounds, rated_rounds, year_figures
from tests.congress.proofreading.sessions import GIVEN, PLACES, SURNAMES, WORKS, ZONE, roll_row, sources

MIDDLE = ("镇人民政府副镇长", "司法所所长", "财政所所长", "卫生院院长", "中心小学校长")
STANDINGS = ("BY_LAW", "BY_DECISION", "HIGHER_DEPUTY", "RESIDENT")
DELEGATIONS = ("第一代表团", "第二代表团", "第三代表团", "第四代表团")
WHOLE_DETAILS = {
    "工作人员": "马小川 会务组\n孙立 材料组",
    "座位排数": "30",
    "每排座位": "20",
}


class WholeSource(Source):
    """Told in one line where a test fails: a whole session in full is 70 kB."""

    def __repr__(self) -> str:
        return f"<{self.session.title.zh}>"

    def _repr_pretty_(self, printer, _cycle) -> None:
        """Hypothesis asks this before __repr__."""
        printer.text(repr(self))


@st.composite
def whole_sources(draw) -> Source:
    """Hypothesis draws the session as before; the rest hangs on one number, so that a whole pack is drawn in no time."""
    source = draw(sources())
    whole = completed(source, Random(draw(st.integers(0, 2**32))))
    return WholeSource(**{field.name: getattr(whole, field.name) for field in fields(whole)})


def completed(source: Source, chance: Random) -> Source:
    people = _people(source.record, chance)
    roll = _roll(people, chance)
    delegations, roll = _delegations(roll, chance)
    record = _record(source.record, roll, chance)
    quota = len(roll) + chance.randint(0, 3)
    suspended = sum(row.standing is Standing.SUSPENDED for row in roll)
    earlier = _earlier(record.session, chance)
    return replace(
        source,
        record=record,
        roll=roll,
        count=RollCount(quota, len(roll), suspended, 0),
        delegations=delegations,
        delegation_names={
            one.id: tuple(sorted(row.name for row in roll if row.delegation_id == one.id)) for one in delegations
        },
        steps=_steps(record),
        details={**source.details, **WHOLE_DETAILS},
        changes=_changes(record.session, roll, chance),
        tallies=(*counted_rounds.tallies(record, chance), *rated_rounds.tally(record, _apart(record))),
        last_year=earlier,
        figures=year_figures.figures(record.session, chance),
        targets=year_figures.targets(record.session.opens_on.year, chance),
        targets_before=year_figures.targets(record.session.opens_on.year - 1, chance),
        card_codes={row.id: f"https://example.cn/card/{row.id}" for row in roll},
        projects_before=(earlier[-1].title.zh, counted_rounds.some_projects(chance, PLACES, WORKS))
        if earlier
        else None,
    )


def _people(record: SessionRecord, chance: Random) -> tuple[str, ...]:
    """Names enough for a town; those of the drawn record come first."""
    kept = [row.name for row in record.presidium]
    taken = {name for row in record.elections for name in (*row.elected, *(one.name for one in row.nominations))}
    taken |= {row.name for row in record.attendees}
    found = dict.fromkeys(kept)
    while len(found) < len(kept) + 130:
        name = chance.choice(SURNAMES) + "".join(chance.choice(GIVEN) for _ in range(chance.randint(1, 2)))
        if name not in taken:
            found[name] = None
    return tuple(found)


def _roll(people: tuple[str, ...], chance: Random) -> tuple[RollRow, ...]:
    size = chance.randint(40, len(people) - 20)
    return tuple(_deputy(number, name, chance) for number, name in enumerate(people[:size], start=1))


def _deputy(number: int, name: str, chance: Random) -> RollRow:
    standing = Standing.SUSPENDED if number > 30 and chance.random() < 0.03 else Standing.IN_OFFICE
    return replace(
        roll_row(number, name),
        sex=chance.choice(("男", "男", "女")),
        ethnicity=chance.choice(("汉族", "汉族", "汉族", "回族", "壮族")),
        born=chance.choice(("1958-02", "1966-11", "1975-06", "1988-09", "1999-01", "")),
        education=chance.choice(("本科", "大专", "高中", "初中", "")),
        party=chance.choice(("中共党员", "中共党员", "群众", "民盟盟员")),
        standing=standing,
        standing_name="暂停职务" if standing is Standing.SUSPENDED else "在任",
    )


def _delegations(roll: tuple[RollRow, ...], chance: Random) -> tuple[tuple[DelegationRow, ...], tuple[RollRow, ...]]:
    names = DELEGATIONS[: chance.randint(1, len(DELEGATIONS))]
    placed = tuple(
        replace(row, delegation_id=number % len(names) + 1, delegation=names[number % len(names)])
        for number, row in enumerate(roll)
    )
    rows = []
    for id_, name in enumerate(names, start=1):
        members = [row for row in placed if row.delegation_id == id_]
        head = chance.choice((members[0].name, ""))
        rows.append(DelegationRow(id_, name, id_, members[0].id if head else None, head, len(members)))
    return tuple(rows), placed


def _record(drawn: SessionRecord, roll: tuple[RollRow, ...], chance: Random) -> SessionRecord:
    session = replace(drawn.session, playbook=chance.choice(playbook.NAMES))
    able = [row for row in roll if row.may_vote]
    sittings = _sittings(session, roll, chance)
    present = min((row.deputies_present for row in sittings if row.deputies_present is not None), default=len(able))
    presidium = [
        PresidiumRow(row.id, row.name, "秘书长" if place == 1 else "", row.delegation)
        for place, row in enumerate(able[: chance.randint(3, 9)])
    ]
    return replace(
        drawn,
        session=session,
        sittings=sittings,
        agenda=_agenda(drawn.agenda, session, chance),
        presidium=tuple(presidium),
        leaves=tuple(_leave(row, chance) for row in able[1:12] if chance.random() < 0.3),
        attendees=tuple(
            replace(one, id=place, name=name, post=chance.choice(MIDDLE), standing=chance.choice(STANDINGS))
            for place, (one, name) in enumerate(_attending(drawn, chance))
        ),
        scrutiny=_scrutiny(able, chance),
        elections=tuple(_with_rounds(row, present, len(roll), chance) for row in drawn.elections),
        project_vote=counted_rounds.project_vote(drawn.project_vote, present, len(roll), chance),
        rating=rated_rounds.some_rating(session, present, len(roll), _apart(drawn)),
    )


def _apart(record: SessionRecord) -> Random:
    """Chance of its own, so that what else is drawn stays as it was."""
    return Random(f"{record.session.title.number} {record.session.opens_on} {len(record.elections)}")


def _attending(drawn: SessionRecord, chance: Random) -> list[tuple[AttendeeRow, str]]:
    one = drawn.attendees[0]
    return [(one, one.name), *((one, f"欧阳{sign}") for sign in chance.sample(GIVEN[:20], chance.randint(0, 9)))]


def _with_rounds(row: ElectionRow, present: int, due: int, chance: Random) -> ElectionRow:
    return replace(
        row, candidates_fixed_at=row.rounds[0].opened_at, rounds=counted_rounds.of(row, present, due, chance)
    )


def _sittings(session: SessionRow, roll: tuple[RollRow, ...], chance: Random) -> tuple[SittingRow, ...]:
    """Those of the playbook, each at its time, some opened and some to come."""
    planned = playbook.get_playbook(session.playbook).sittings
    opened = chance.randint(0, len(planned))
    rows = []
    for id_, plan in enumerate(planned, start=1):
        day = session.opens_on + timedelta(days=min(plan.day - 1, (session.closes_on - session.opens_on).days))
        at = datetime.combine(day, time(chance.randint(8, 19), chance.choice((0, 30))), tzinfo=ZONE)
        is_opened = id_ <= opened
        counted = _counted(roll, chance) if is_opened and plan.kind in ("PREPARATORY", "PLENARY") else {}
        rows.append(
            SittingRow(
                id=id_,
                session_id=1,
                kind=plan.kind,
                number=plan.number,
                title=plan.name,
                starts_at=at,
                place=chance.choice(("", "镇政府二楼小会议室")),
                presider=chance.choice(("", roll[0].name, f"{roll[0].name}、{roll[1].name}")),
                stage="CLOSED" if is_opened else "PLANNED",
                opened_at=at if is_opened else None,
                closed_at=at if is_opened else None,
                **{**dict.fromkeys(_COUNTED), **counted},
            )
        )
    return tuple(rows)


_COUNTED = ("deputies_in_office", "deputies_present", "deputies_on_leave", "deputies_required")


def _counted(roll: tuple[RollRow, ...], chance: Random) -> dict[str, int]:
    """The suspended are away without leave; enough come for a quorum."""
    due = len(roll)
    suspended = sum(not row.may_vote for row in roll)
    required = quorum.check_quorum(deputies_in_office=due, deputies_present=due).deputies_required
    away = min(due - required, suspended + chance.choice((0, 0, 2)))
    leave = chance.randint(0, min(6, due - required - away))
    return dict(zip(_COUNTED, (due, due - leave - away, leave, required), strict=True))


def _agenda(items: tuple[ItemRow, ...], session: SessionRow, chance: Random) -> tuple[ItemRow, ...]:
    """The five drawn before and the reports of other seasons, in any order."""
    town, year = session.title.town, session.opens_on.year
    more = (
        ("HEAR_AND_DELIBERATE", "ECONOMIC_REPORT", f"{town}{year}年上半年经济社会发展情况的报告"),
        ("EXAMINE_AND_APPROVE", "FINAL_ACCOUNTS", f"{town}{year - 1}年财政决算的报告"),
        ("HEAR_AND_DELIBERATE", "BUDGET_EXECUTION", f"{town}{year}年上半年预算执行情况的报告"),
        ("EXAMINE_AND_APPROVE", "BUDGET_ADJUSTMENT", f"{town}{year}年预算调整方案（草案）的报告"),
        ("HEAR", "PROJECT_PROGRESS", f"关于{town}民生实事项目推进情况的报告"),
        ("VOTE_PROJECTS", "PROJECTS", f"{town}{year}年民生实事项目"),
        ("ELECT", "ELECTION", f"{town}人民政府副镇长"),
    )
    rows = [replace(item, verb_text=VERBS[AgendaItem.Verb(item.verb)]) for item in items]
    rows += [
        ItemRow(100 + n, 100 + n, verb, VERBS[AgendaItem.Verb(verb)], subject, title, "", True)
        for n, (verb, subject, title) in enumerate(more)
        if chance.random() < 0.6
    ]
    chance.shuffle(rows)
    return tuple(rows)


def _leave(row: RollRow, chance: Random) -> LeaveRow:
    cause, state = chance.choice(("ILLNESS", "AFFAIRS", "OTHER")), chance.choice(("APPROVED", "APPROVED", "ASKED"))
    at = datetime(2025, 3, 1, 9, 0, tzinfo=ZONE)
    return LeaveRow(row.id, row.id, row.number, row.name, row.delegation, cause, "", state, at, "")


def _scrutiny(able: list[RollRow], chance: Random) -> Scrutiny:
    named = able[-chance.randint(3, 7) :]
    rows = tuple(ScrutineerRow(row.id, row.name, row.delegation, place == 0) for place, row in enumerate(named))
    return Scrutiny(rows, tuple(f"沈{sign}{sign}" for sign in chance.sample(GIVEN, chance.randint(2, 5))), (), True)


def _steps(record: SessionRecord) -> tuple[StepRow, ...]:
    """The run sheet of the playbook with its words filled as the run sheet fills them."""
    general = words.session_facts(record)
    planned = playbook.get_playbook(record.session.playbook).sittings
    rows = []
    for sitting, plan in zip(record.sittings, planned, strict=True):
        facts = general | words.attendance_facts(_attendance(sitting))
        for step in plan.steps:
            item = next((one for one in record.agenda if step.item and one.subject == step.item), None)
            own = facts | ({"项目": item.title, "报告人": item.reporter} if item else {})
            if step.deed == "ELECTION":
                own |= words.election_facts(record.elections[0]) if record.elections else {}
            if step.item and item is None:
                continue
            rows.append(
                StepRow(
                    id=len(rows) + 1,
                    position=len(rows) + 1,
                    deed=step.deed,
                    title=words.fill(step.title, own) or "宣布",
                    words=words.fill(step.words, own),
                    raw_words=step.words,
                    sitting_id=sitting.id,
                    sitting=sitting.title,
                    item_id=item.id if item else None,
                    state="PENDING",
                    done_at=None,
                )
            )
    return tuple(rows)


def _attendance(sitting: SittingRow) -> Attendance | None:
    if sitting.deputies_in_office is None:
        return None
    due, present, leave = sitting.deputies_in_office, sitting.deputies_present or 0, sitting.deputies_on_leave or 0
    counted = Figures("", due, present, leave, 0)
    return Attendance(sitting, counted, (), (), sitting.deputies_required or 0, True, {})


def _changes(session: SessionRow, roll: tuple[RollRow, ...], chance: Random) -> tuple[tuple[str, ChangeRow], ...]:
    day = session.opens_on - timedelta(days=chance.randint(20, 200))
    told = ((ChangeKind.BY_ELECTED, "补选", ""), (ChangeKind.SUSPENDED, "暂停职务", "被羁押"))
    chosen = chance.sample(told, chance.randint(0, 2))
    return tuple(
        (roll[20 + n].name, ChangeRow(n, kind, name, cause or "补选当选", day, "", ()))
        for n, (kind, name, cause) in enumerate(chosen)
    )


def _earlier(session: SessionRow, chance: Random) -> tuple[SessionRow, ...]:
    """The sessions of the year before, as many as the numbers of this term leave room for."""
    title = session.title
    numbers = range(max(1, title.number - chance.randint(0, 2)), title.number)
    year = session.opens_on.year - 1
    return tuple(
        replace(
            session,
            id=number + 10,
            title=SessionTitle(title.town, title.term, number),
            opens_on=date(year, 3 + 3 * place, 20),
            closes_on=date(year, 3 + 3 * place, 21),
        )
        for place, number in enumerate(numbers)
    )
