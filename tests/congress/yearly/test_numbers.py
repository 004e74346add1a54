"""The numbers of the yearly report: counted from records, frozen for the report, written as its sentence."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection

from huitang.congress.accounts.actor import Actor, DeedIsNotYours
from huitang.congress.accounts.deeds import Role
from huitang.congress.journal import queries as journal
from huitang.congress.performance.suggestions_seam import SuggestionLine
from huitang.congress.roster import commands as roster
from huitang.congress.roster import mandate_commands
from huitang.congress.roster.models import Delegation
from huitang.congress.sittings.models import CongressSession
from huitang.congress.supervision import commands as supervision
from huitang.congress.supervision.commands import Plan
from huitang.congress.yearly import commands, queries
from huitang.congress.yearly.models import FrozenNumbers
from huitang.congress.yearly.numbers import Behind, Key, Number, YearNumbers
from huitang.congress.yearly.sentence import sentence
from tests import between
from tests.stage import Play, finished_spring

NOW = datetime(2025, 3, 20, 2, 0, tzinfo=UTC)
REPORTED = date(2025, 3, 31)


def ten(*, town_id: int, since: date, until: date) -> list[SuggestionLine]:
    """The seam of suggestions: ten in 2024."""
    return [SuggestionLine(n, f"第{n}号建议", date(2024, 4, n)) for n in range(1, 11)] if since.year == 2024 else []


@pytest.fixture
def play(db) -> Play:
    """Qinghe with a spring session of 2025, and its whole 2024."""
    play = finished_spring()
    for number, day in ((6, date(2024, 3, 28)), (7, date(2024, 12, 30))):
        CongressSession.objects.create(
            term_id=play.term_id,
            number=number,
            playbook="spring",
            opens_on=day,
            closes_on=day,
            place="",
            state="CLOSED",
        )
    CongressSession.objects.create(  # prepared and never held: it is no session of the year
        term_id=play.term_id,
        number=12,
        playbook="spring",
        opens_on=date(2024, 7, 1),
        closes_on=date(2024, 7, 1),
        place="",
    )
    deputies = between.deputies_of(play, date(2024, 1, 5))
    for place, (kind, times) in enumerate((("ENFORCEMENT", 3), ("VISIT", 8), ("SURVEY", 5), ("VOTERS", 2))):
        for time in range(times):
            between.held(
                play.office,
                kind=kind,
                topic=f"{kind} {time}",
                on=date(2024, 2 + time, 3 + place),
                deputies=deputies[time : time + 4],
                met=6 if kind == "VOTERS" else 0,
                now=NOW,
            )
    supervision.plan_activity(year=2024, plan=Plan("ENFORCEMENT", "没有开展的检查", 9), actor=play.office, now=NOW)
    for number in range(4):
        seat(play, f"补选{number}", date(2024, 6, 1 + number))
    for name in ("周文秀", "郑立新"):
        commands.seat_county_deputy(
            name=name, district="第十一选区", elected_on=date(2024, 6, 9), actor=play.office, now=NOW
        )
    return play


def seat(play: Play, name: str, on: date) -> int:
    return mandate_commands.seat_by_elected(
        term_id=play.term_id,
        number=None,
        name=name,
        delegation_id=Delegation.objects.filter(term_id=play.term_id).values_list("pk", flat=True)[0],
        details={},
        on=on,
        reason="选举委员会公告",
        actor=play.office,
        now=NOW,
    )


def year_of(play: Play, year: int = 2024, **more) -> queries.YearlyPage:
    return queries.get_year(**{"town_id": play.town_id, "year": year, "now": NOW, "suggestions": ten, **more})


def counted(page: queries.YearlyPage) -> dict[Key, int]:
    return {line.number.key: line.number.count for line in page.lines}


def freeze(play: Play, **more) -> int:
    told = {"year": 2024, "reported_on": REPORTED, "actor": play.office, "now": NOW, "suggestions": ten, **more}
    return commands.freeze_numbers(**told)


def ask(sql: str, *values: object) -> int:
    """One number from the tables, by no query of the program."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return int(cursor.fetchone()[0])


def test_the_sentence_is_the_one_of_the_report(play):
    assert year_of(play).sentence == (
        "2024年，共召开镇人民代表大会2次，依法补选县、镇人大代表6人次，开展专项执法检查3次，"
        "组织专题视察和集中调研13次，交办代表建议10件。"
    )


def test_the_sentence_equals_a_count_of_the_tables_that_knows_nothing_of_the_program(play):
    year = ("2024-01-01", "2024-12-31")
    town = play.town_id
    sessions = ask(
        "select count(*) from sittings_congresssession s join roster_term t on t.id = s.term_id "
        "where t.town_id = %s and s.opens_on between %s and %s and s.state <> 'PREPARING'",
        town,
        *year,
    )
    seats = ask(
        "select count(*) from roster_mandatechange m join roster_deputy d on d.id = m.deputy_id "
        "join roster_term t on t.id = d.term_id "
        "where t.town_id = %s and m.kind = 'BY_ELECTED' and m.\"on\" between %s and %s",
        town,
        *year,
    )
    county = ask(
        "select count(*) from yearly_countyseat where town_id = %s and elected_on between %s and %s", town, *year
    )
    held = "select count(*) from supervision_activity where town_id = %s and held_on between %s and %s and kind in "
    checks = ask(held + "('ENFORCEMENT')", town, *year)
    tours = ask(held + "('VISIT', 'SURVEY')", town, *year)
    assert year_of(play).sentence == (
        f"2024年，共召开镇人民代表大会{sessions}次，依法补选县、镇人大代表{seats + county}人次，"
        f"开展专项执法检查{checks}次，组织专题视察和集中调研{tours}次，交办代表建议{len(ten(town_id=0, since=date(2024, 1, 1), until=date.max))}件。"
    )


def test_every_number_is_the_sum_of_the_records_it_opens_onto(play):
    for line in year_of(play).lines:
        assert line.number.count == sum(record.amount for record in line.number.records)
        assert all(record.label and record.on.startswith("2024") for record in line.number.records)
    counts = counted(year_of(play))
    assert (counts[Key.VOTERS], counts[Key.VOTERS_MET], counts[Key.PARTS_TAKEN]) == (2, 12, 18 * 4)


def test_the_rate_of_attendance_is_that_of_the_plenaries_as_opened(play):
    line = next(line for line in year_of(play, 2025).lines if line.number.key is Key.ATTENDANCE)
    assert (line.number.count, line.number.out_of, line.percent) == (182, 190, "95.8%")
    assert counted(year_of(play, 2025))[Key.PROJECTS] == 10


def test_where_suggestions_are_not_kept_nothing_is_claimed(play):
    page = queries.get_year(town_id=play.town_id, year=2024, now=NOW)
    assert "建议" not in page.sentence
    assert not next(line for line in page.lines if line.number.key is Key.SUGGESTIONS).number.is_kept


def test_frozen_numbers_stay_while_the_record_goes_on(play):
    before = journal.get_sequence("qinghe")
    freeze(play)
    frozen = year_of(play)
    assert (frozen.frozen.sequence, frozen.frozen.reported_on, frozen.differences) == (before, REPORTED, ())
    deputies = between.deputies_of(play, date(2024, 1, 5))
    late = between.held(
        play.office, kind="VISIT", topic="补登的视察", on=date(2024, 11, 5), deputies=deputies[:3], now=NOW
    )
    gone = year_of(play).county_seats[0]
    commands.remove_county_deputy(seat_id=gone.id, actor=play.office, now=NOW)
    after = year_of(play)
    assert (after.sentence, counted(after)) == (frozen.sentence, counted(frozen))
    assert "14次" in after.sentence_now
    told = {line.difference.key: line.difference for line in after.differences}
    assert set(told) == {Key.VISITS, Key.PARTS_TAKEN, Key.COUNTY_SEATS}
    assert (told[Key.VISITS].frozen, told[Key.VISITS].now, told[Key.VISITS].came[0].id) == (8, 9, late)
    assert [record.label for record in told[Key.COUNTY_SEATS].gone] == [gone.name]


def test_numbers_are_frozen_once_and_anew_after_a_withdrawal_with_its_reason(play):
    freeze(play)
    with pytest.raises(commands.NumbersAreFrozen):
        freeze(play)
    with pytest.raises(commands.ReasonIsMissing):
        commands.withdraw_numbers(year=2024, reason=" ", actor=play.office, now=NOW)
    commands.withdraw_numbers(year=2024, reason="漏登一次视察", actor=play.office, now=NOW)
    with pytest.raises(commands.NumbersAreNotFrozen):
        commands.withdraw_numbers(year=2024, reason="再撤一次", actor=play.office, now=NOW)
    freeze(play)
    page = year_of(play)
    assert page.frozen is not None
    assert len(page.withdrawn) == 1
    assert FrozenNumbers.objects.count() == 2


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        ({"year": 2026}, commands.YearHasNotBegun),
        ({"year": 0}, commands.YearHasNotBegun),
        ({"reported_on": date(2023, 12, 31)}, commands.ReportIsTooEarly),
    ],
)
def test_numbers_of_no_year_are_not_frozen(play, told, refusal):
    with pytest.raises(refusal):
        freeze(play, **told)
    assert not FrozenNumbers.objects.exists()


@pytest.mark.parametrize(
    ("name", "on", "refusal"),
    [
        (" ", date(2024, 6, 9), commands.SeatIsIncomplete),
        ("新人", date(2025, 3, 21), commands.SeatIsInFuture),
        ("周文秀", date(2024, 6, 9), commands.SeatIsThere),
    ],
)
def test_a_county_by_election_is_recorded_once_and_after_it_happened(play, name, on, refusal):
    with pytest.raises(refusal):
        commands.seat_county_deputy(name=name, district="", elected_on=on, actor=play.office, now=NOW)


@pytest.mark.parametrize("role", [Role.CHAIR, Role.TELLER, Role.DEPUTY])
def test_only_the_office_freezes_and_withdraws(play, role):
    other = Actor(play.town_id, "qinghe", "别人", role)
    with pytest.raises(DeedIsNotYours):
        freeze(play, actor=other)
    with pytest.raises(DeedIsNotYours):
        commands.withdraw_numbers(year=2024, reason="x", actor=other, now=NOW)
    with pytest.raises(DeedIsNotYours):
        commands.seat_county_deputy(name="甲", district="", elected_on=date(2024, 6, 9), actor=other, now=NOW)


def test_another_town_counts_its_own(play):
    freeze(play)
    town = roster.found_town(code="baihe", name="白河乡", province="", now=NOW)
    stranger = Actor(town, "baihe", "白河办公室", Role.OFFICE)
    page = queries.get_year(town_id=town, year=2024, now=NOW)
    assert set(counted(page).values()) == {0}
    assert (page.frozen, page.sentence) == (None, "2024年，还没有可以写进报告的数字。")
    with pytest.raises(commands.NumbersAreNotFrozen):
        commands.withdraw_numbers(year=2024, reason="撤", actor=stranger, now=NOW)
    with pytest.raises(commands.SeatIsUnknown):
        commands.remove_county_deputy(seat_id=year_of(play).county_seats[0].id, actor=stranger, now=NOW)


def test_a_year_takes_the_same_queries_however_full_it_is(play, django_assert_max_num_queries):
    deputies = between.deputies_of(play, date(2024, 1, 5))
    with django_assert_max_num_queries(25):
        year_of(play)
    between.many_held(play.town_id, 90, deputies=deputies, year=2024)
    with django_assert_max_num_queries(25):
        assert counted(year_of(play))[Key.ENFORCEMENT] == 18


def numbers(town: str = "清河镇", **counts: int) -> YearNumbers:
    found = (Number(Key(key), (Behind("x", 1, "x", "2024-01-01", amount),)) for key, amount in counts.items())
    return YearNumbers(town, 2024, tuple(found))


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (numbers(SESSIONS=1), "2024年，共召开镇人民代表大会1次。"),
        (numbers("白河乡", SESSIONS=1, TOWN_SEATS=2), "2024年，共召开乡人民代表大会1次，依法补选乡人大代表2人次。"),
        (numbers(COUNTY_SEATS=1), "2024年，依法补选县人大代表1人次。"),
        (numbers(VISITS=4), "2024年，组织专题视察4次。"),
        (numbers(SURVEYS=2, SUGGESTIONS=7), "2024年，组织集中调研2次，交办代表建议7件。"),
    ],
)
def test_what_was_not_done_is_not_in_the_sentence(found, words):
    assert sentence(found) == words


@pytest.mark.parametrize(("count", "of", "rate"), [(1, 3, 333), (2, 3, 667), (1, 2000, 1), (1, 2001, 0), (7, 7, 1000)])
def test_rates_are_rounded_half_up_in_whole_numbers(count, of, rate):
    assert Number(Key.ATTENDANCE, (Behind("sitting", 1, "x", "2024-01-01", count, of),)).per_mille == rate
