"""Deputies' files: gathered from the record, the two-absences rule told and never applied, nothing private made public."""

from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime

import pytest

from huitang.congress.accounts.actor import Actor, DeedIsNotYours
from huitang.congress.accounts.deeds import Role
from huitang.congress.attendance.models import Leave, SignIn
from huitang.congress.journal.unchanged import SomebodyWasQuicker
from huitang.congress.performance import commands, queries, scheme
from huitang.congress.performance.suggestions_seam import SuggestionLine
from huitang.congress.roster import commands as roster
from huitang.congress.roster import mandate_commands
from huitang.congress.roster import queries as roll
from huitang.congress.roster.models import Deputy, MandateChange
from huitang.congress.roster.refusals import DeputyIsUnknown
from huitang.congress.sittings.models import CongressSession, Sitting
from huitang.rules.absence import AbsenceState
from huitang.rules.mandate import EndCause
from tests import between
from tests.stage import Play, finished_spring

NOW = between.LATER


@pytest.fixture
def play(db) -> Play:
    return finished_spring()


@pytest.fixture
def deputies(play) -> list[int]:
    return between.deputies_of(play)


def file_of(play: Play, deputy: int, **more) -> queries.DeputyFile:
    asked = {"town_id": play.town_id, "chain": "qinghe", "year": None, "now": NOW, **more}
    return queries.get_file(deputy, **asked)


def held_before(play: Play, number: int, on: date, present: list[int]) -> int:
    """An earlier session with one plenary, closed; these deputies came."""
    session = CongressSession.objects.create(
        term_id=play.term_id, number=number, playbook="midyear", opens_on=on, closes_on=on, place="", state="CLOSED"
    )
    at = datetime(on.year, on.month, on.day, 1, tzinfo=UTC)
    sitting = Sitting.objects.create(
        session=session, kind="PLENARY", number=1, position=1, starts_at=at, stage="CLOSED"
    )
    SignIn.objects.bulk_create(SignIn(sitting=sitting, deputy_id=one, at=at, by="") for one in present)
    return session.pk


def suggestions(*, town_id: int, since: date, until: date):
    deputy = Deputy.objects.get(number=2, term__town_id=town_id).pk
    return {deputy: [SuggestionLine(5, "修好东河桥", date(2025, 4, 1), is_public=True)]}


def test_a_file_gathers_sittings_activities_and_suggestions(play, deputies):
    between.held(play.office, kind="VISIT", topic="视察供水", on=date(2025, 5, 12), deputies=deputies[:3])
    between.held(play.office, kind="TRAINING", topic="学习班", on=date(2025, 4, 25), deputies=deputies[1:3])
    file = file_of(play, deputies[1], suggestions=suggestions)
    assert (file.present, file.due) == (3, 3)
    assert [row.topic for row in file.activities] == ["学习班", "视察供水"]
    assert {part.kind: part.times for part in file.parts if part.times} == {"VISIT": 1, "TRAINING": 1}
    assert [line.title for line in file.suggestions] == ["修好东河桥"]
    assert file.points is None


def test_where_no_suggestions_are_kept_the_file_says_none_and_not_nought(play, deputies):
    assert file_of(play, deputies[1]).suggestions is None


def test_a_year_holds_what_happened_in_it(play, deputies):
    held_before(play, 7, date(2024, 12, 30), deputies)
    assert file_of(play, deputies[1]).due == 4
    assert file_of(play, deputies[1], year=2024).due == 1
    assert file_of(play, deputies[1], year=2025).due == 3


def test_leave_is_no_absence(play):
    on_leave = Leave.objects.filter(state="APPROVED").values_list("deputy_id", flat=True)[0]
    file = file_of(play, on_leave)
    assert {presence.mark for presence in file.presences} == {"ON_LEAVE"}
    assert file.absent_from == ()
    assert file.absence.state is AbsenceState.IN_ORDER


def test_two_sessions_running_are_told_with_the_article_and_nothing_is_done(play, deputies):
    absent = deputies[1]
    held_before(play, 6, date(2024, 3, 1), [one for one in deputies if one != absent])
    held_before(play, 7, date(2024, 12, 30), [one for one in deputies if one != absent])
    changes = MandateChange.objects.count()
    file = file_of(play, absent)
    assert file.absence.state is AbsenceState.REACHED
    assert [session.title.number for session in file.absent_from] == [6, 7]
    assert file.absence.citations[0].label_zh == "《代表法》第六十二条"
    assert MandateChange.objects.count() == changes
    assert file.deputy.deputy.may_vote


def test_two_sessions_apart_are_for_the_county_to_say(play, deputies):
    absent = deputies[1]
    others = [one for one in deputies if one != absent]
    held_before(play, 5, date(2023, 3, 1), others)
    held_before(play, 6, date(2024, 3, 1), deputies)
    held_before(play, 7, date(2024, 12, 30), others)
    assert file_of(play, absent).absence.state is AbsenceState.ASK


def test_coming_to_one_sitting_is_no_absence_from_the_session(play, deputies):
    SignIn.objects.filter(deputy_id=deputies[1], sitting__number=2).delete()
    file = file_of(play, deputies[1])
    assert (file.present, file.absent_from) == (2, ())


def test_sittings_before_the_mandate_and_during_a_suspension_are_not_held_against_a_deputy(play, deputies):
    mandate_commands.suspend_deputy(
        deputy_id=deputies[1], on=date(2025, 3, 30), reason="通知", actor=play.office, now=NOW
    )
    file = file_of(play, deputies[1])
    assert (file.due, file.absent_from) == (0, ())
    new = mandate_commands.seat_by_elected(
        term_id=play.term_id,
        number=None,
        name="新代表",
        delegation_id=Deputy.objects.get(pk=deputies[1]).delegation_id,
        details={},
        on=date(2025, 5, 20),
        reason="公告",
        actor=play.office,
        now=NOW,
    )
    assert file_of(play, new).presences == ()


def test_points_are_off_until_turned_on_and_every_line_adds_up(play, deputies):
    between.held(play.office, kind="VISIT", topic="视察供水", on=date(2025, 5, 12), deputies=deputies[:3])
    assert not scheme.get_scheme(town_id=play.town_id, chain="qinghe").is_on
    commands.set_points(is_on=True, weights={"SITTING": 5, "VISIT": 4, "SUGGESTION": 7}, actor=play.office, now=NOW)
    file = file_of(play, deputies[1], suggestions=suggestions)
    lines = {line.name: (line.times, line.weight, line.points) for line in file.points if line.times}
    assert lines == {"出席会议": (3, 5, 15), "视察": (1, 4, 4), "提出建议": (1, 7, 7)}
    assert file.total == 26 == sum(line.points for line in file.points)
    commands.set_points(is_on=False, weights={}, actor=play.office, now=NOW)
    assert file_of(play, deputies[1]).points is None


def test_a_weight_out_of_bounds_is_refused_and_nothing_changes(play):
    for weight in (-1, 101):
        with pytest.raises(commands.WeightIsWrong):
            commands.set_points(is_on=True, weights={"VISIT": weight}, actor=play.office, now=NOW)
    assert not scheme.get_scheme(town_id=play.town_id, chain="qinghe").is_on


def test_two_clerks_do_not_overwrite_each_others_points(play):
    seen = scheme.get_scheme(town_id=play.town_id, chain="qinghe").version
    commands.set_points(is_on=True, weights={}, actor=play.office, now=NOW, seen=seen)
    with pytest.raises(SomebodyWasQuicker):
        commands.set_points(is_on=False, weights={}, actor=play.office, now=NOW, seen=seen)


def test_only_the_office_sets_points(play):
    for role in (Role.CHAIR, Role.TELLER, Role.DEPUTY):
        with pytest.raises(DeedIsNotYours):
            commands.set_points(is_on=True, weights={}, actor=Actor(play.town_id, "qinghe", "别人", role), now=NOW)


# what may be published

SECRET = {
    "phone": "19988776655",
    "born": "1971-08",
    "education": "大专学历密",
    "party": "某政治面貌",
    "ethnicity": "某民族",
    "post": "某单位某职务",
}
ALLOWED = {
    *("town", "term", "name", "delegation", "district", "in_office_since", "sittings_due", "sittings_present"),
    *("activities", "parts", "suggestions", "until", "on", "kind_name", "topic", "title"),
}


def walk(value, found):
    """Every field's name and every value of a page."""
    if is_dataclass(value):
        for field in fields(value):
            found[0].add(field.name)
            walk(getattr(value, field.name), found)
    elif isinstance(value, tuple):
        for one in value:
            walk(one, found)
    else:
        found[1].append(str(value))
    return found


def test_the_public_file_holds_nothing_private(play, deputies):
    deputy = Leave.objects.filter(state="APPROVED").values_list("deputy_id", flat=True)[0]
    Deputy.objects.filter(pk=deputy).update(**SECRET)
    Leave.objects.filter(deputy_id=deputy).update(reason="住院手术")
    between.held(play.office, kind="VOTERS", topic="走访困难户牛翠花", on=date(2025, 5, 15), deputies=[deputy], met=1)
    between.held(play.office, kind="VISIT", topic="视察供水", on=date(2025, 5, 12), deputies=[deputy])
    commands.set_points(is_on=True, weights={}, actor=play.office, now=NOW)
    public = queries.public_file(deputy, town_id=play.town_id, now=NOW)
    names, told = walk(public, (set(), []))
    assert names == ALLOWED - {"title"}
    everything = "\n".join(told)
    for secret in (*SECRET.values(), "住院手术", "牛翠花", "ON_LEAVE", "ABSENT", "ILLNESS", "请假"):
        assert secret not in everything
    assert "视察供水" in told
    assert (public.sittings_due, public.sittings_present) == (3, 0)
    assert dict(public.parts)["接待、走访选民"] == 1


def test_whoever_came_back_is_in_office_since_the_by_election(play, deputies):
    told = {"deputy_id": deputies[1], "reason": "公告", "actor": play.office, "now": NOW}
    mandate_commands.end_mandate(on=date(2025, 4, 10), cause=EndCause.RESIGNED, **told)
    mandate_commands.seat_again(on=date(2025, 6, 1), **told)
    assert queries.public_file(deputies[1], town_id=play.town_id, now=NOW).in_office_since == date(2025, 6, 1)


def test_the_public_file_tells_the_suggestions_by_title_and_day(play):
    deputy = Deputy.objects.get(number=2).pk
    public = queries.public_file(deputy, town_id=play.town_id, now=NOW, suggestions=suggestions)
    assert [(one.on, one.title) for one in public.suggestions] == [(date(2025, 4, 1), "修好东河桥")]
    assert walk(public, (set(), []))[0] <= ALLOWED


def test_a_suggestion_that_is_not_public_is_in_the_file_only(play):
    def kept_back(**_span):
        return {deputy: [SuggestionLine(6, "某户的低保", date(2025, 4, 2))]}

    deputy = Deputy.objects.get(number=2).pk
    assert file_of(play, deputy, suggestions=kept_back).suggestions[0].title == "某户的低保"
    assert queries.public_file(deputy, town_id=play.town_id, now=NOW, suggestions=kept_back).suggestions == ()


def test_another_town_finds_no_file(play, deputies):
    town = roster.found_town(code="baihe", name="白河镇", province="", now=NOW)
    with pytest.raises(DeputyIsUnknown):
        file_of(play, deputies[1], town_id=town, chain="baihe")
    with pytest.raises(DeputyIsUnknown):
        queries.public_file(deputies[1], town_id=town, now=NOW)


# the list


def listing(play: Play, **more) -> queries.FileList:
    asked = {"town_id": play.town_id, "chain": "qinghe", "year": None, "order": "number", "now": NOW, **more}
    return queries.list_files(**asked)


def test_the_list_says_what_each_file_says(play, deputies):
    between.held(play.office, kind="VISIT", topic="视察供水", on=date(2025, 5, 12), deputies=deputies[:3])
    commands.set_points(is_on=True, weights={}, actor=play.office, now=NOW)
    lines = listing(play, suggestions=suggestions).lines
    assert [line.deputy.id for line in lines] == [row.id for row in roll.list_roll(play.term_id, on=date(2025, 7, 15))]
    for line in lines[:6]:
        file = file_of(play, line.deputy.id, suggestions=suggestions)
        assert (line.present, line.due, line.parts) == (file.present, file.due, file.parts)
        assert (line.points, line.suggestions) == (file.total, len(file.suggestions))


def test_the_list_is_sorted_as_asked(play, deputies):
    between.held(play.office, kind="VISIT", topic="视察供水", on=date(2025, 5, 12), deputies=[deputies[50]])
    held_before(play, 7, date(2024, 12, 30), [one for one in deputies if one != deputies[60]])
    assert listing(play, order="activities").lines[0].deputy.id == deputies[50]
    assert listing(play, order="absences").lines[0].deputy.id == deputies[60]
    assert listing(play, order="nonsense").lines[0].deputy.number == 1


def test_the_list_takes_the_same_queries_however_much_was_done(play, deputies, django_assert_max_num_queries):
    between.many_held(play.town_id, 10, deputies=deputies)
    with django_assert_max_num_queries(14):
        listing(play)
    between.many_held(play.town_id, 90, deputies=deputies)
    with django_assert_max_num_queries(14):
        assert sum(line.activities for line in listing(play).lines) == 500


def test_a_town_without_a_term_has_an_empty_list(play):
    town = roster.found_town(code="baihe", name="白河镇", province="", now=NOW)
    assert listing(play, town_id=town, chain="baihe").lines == ()
