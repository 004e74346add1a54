"""From the declared vote to the acceptance: taken over, begun, reported, paid, finished, accepted."""

from datetime import date, timedelta

import pytest

from huitang.congress.accounts.actor import Actor, DeedIsNotYours
from huitang.congress.accounts.deeds import Role
from huitang.congress.journal import queries as journal
from huitang.congress.journal.unchanged import SomebodyWasQuicker
from huitang.congress.projects import building_commands, change_commands, commands, photo_commands, queries, refusals
from huitang.congress.projects.building_commands import Milestone
from huitang.congress.projects.commands import Described, Promised
from huitang.congress.projects.models import Project, ProjectPhoto
from huitang.congress.roster import commands as roster
from huitang.congress.roster import queries as roll
from huitang.congress.supervision.photos import PhotoIsNoPicture
from tests.adapters.photos import pictures
from tests.congress.projects import built
from tests.congress.projects.built import DUE, LATER, TODAY
from tests.stage import finished_spring, spring_session


@pytest.fixture
def who(office):
    return {"actor": office, "now": LATER}


@pytest.fixture
def project(office) -> int:
    return built.building(office)


def row_of(office, project: int, on: date = TODAY):
    return queries.get_project(project, town_id=office.town_id, on=on).row


def page_of(office, project: int, on: date = TODAY):
    return queries.get_project(project, town_id=office.town_id, on=on, chain=office.chain)


# taken from the vote


def test_the_chosen_projects_come_once_with_votes_ranks_and_days(db):
    play = finished_spring()
    assert built.take(play) == 10
    assert built.take(play) == 0
    kept = list(Project.objects.order_by("number"))
    assert [one.adopted_from.name for one in kept] == [one.name for one in kept]
    assert sorted(one.rank for one in kept) == list(range(1, 11))
    assert {one.votes for one in kept} == {91, 60}
    canteen = next(one for one in kept if one.name == "镇中心小学食堂改建")
    assert (canteen.total_yuan, canteen.unit, canteen.field) == (1_425_000, "镇农业办", "教育")
    assert (canteen.starts_on, canteen.due_on, canteen.due_words) == (
        date(2025, 4, 1),
        date(2025, 11, 30),
        "2025年11月底前",
    )
    entry = journal.list_entries(chain="qinghe", subject=f"project:{canteen.pk}")[0]
    assert entry.facts == {"name": canteen.name, "year": 2025, "votes": canteen.votes, "rank": canteen.rank}


def test_before_the_result_is_declared_nothing_is_taken(db):
    play = spring_session()
    with pytest.raises(refusals.NothingIsChosen):
        built.take(play)


def test_a_project_entered_by_hand_with_the_same_name_stops_the_taking(db):
    play = finished_spring()
    built.entered(play.office, "镇中心小学食堂改建")
    with pytest.raises(refusals.NameIsTaken, match="镇中心小学食堂改建"):
        built.take(play)
    assert Project.objects.count() == 1


# entered and corrected


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"name": " "}, refusals.NameIsMissing),
        ({"year": 25}, refusals.YearIsWrong),
        ({"due_on": date(2025, 3, 1)}, refusals.DueIsBeforeStart),
        ({"year_yuan": 2_000_000}, refusals.MoneyIsWrong),
        ({"total_yuan": 10**13}, refusals.MoneyIsTooMuch),
    ],
)
def test_what_cannot_be_is_not_entered(office, wrong, refusal):
    with pytest.raises(refusal):
        built.entered(office, **wrong)


def test_a_name_stands_once_in_a_year(office):
    built.entered(office)
    built.entered(office, year=2024)
    with pytest.raises(refusals.NameIsTaken):
        built.entered(office)


def test_corrections_are_journaled_without_the_contact(office, who, project):
    described = Described(place="东桥村、石门村", unit="镇村镇办", contact="李某 139", starts_on=built.START)
    seen = page_of(office, project).version
    commands.correct_project(project_id=project, described=described, seen=seen, **who)
    facts = journal.list_entries(chain="qinghe", subject=f"project:{project}")[0].facts
    assert facts == {"place": "东桥村、石门村", "unit": "镇村镇办"}
    assert page_of(office, project).contact == "李某 139"
    with pytest.raises(SomebodyWasQuicker):
        commands.correct_project(project_id=project, described=described, seen=seen, **who)


def test_one_entered_in_error_goes_as_long_as_nothing_hangs_below_it(office, who, project):
    empty = built.entered(office, "写错的")
    assert page_of(office, empty).may_be_removed
    commands.remove_project(project_id=empty, reason="重复登记", **who)
    assert not page_of(office, project).may_be_removed
    with pytest.raises(refusals.ProjectIsAtWork):
        commands.remove_project(project_id=project, reason="重复登记", **who)


def test_supervising_deputies_are_in_office(db):
    play = spring_session()
    project = built.entered(play.office)
    people = [row.id for row in roll.list_roll(play.term_id, on=TODAY)]
    who = {"actor": play.office, "now": LATER}
    commands.name_supervisors(project_id=project, deputy_ids=people[:2], contact_id=people[5], **who)
    page = page_of(play.office, project)
    assert [one.id for one in page.supervisors] == people[:2]
    assert page.presidium_contact.id == people[5]
    town = play.town_id
    assert [queries.list_supervised(one, town_id=town) for one in (people[0], people[5], people[9])] == [
        {project},
        {project},
        frozenset(),
    ]
    with pytest.raises(refusals.DeputyIsNotInOffice, match="？"):
        commands.name_supervisors(project_id=project, deputy_ids=[999_999], contact_id=None, **who)


# built


def test_planned_and_actual_follow_milestones_and_reports(office, who, project):
    assert (row_of(office, project).planned, row_of(office, project).actual) == (63, 0)  # 44 of 92 days from 40 to 90
    building_commands.report(project_id=project, on=date(2025, 7, 10), percent=55, note="", by_deputies=False, **who)
    row = row_of(office, project)
    assert (row.actual, row.variance, row.colour, row.band.words.zh) == (55, -8, "YELLOW", "略慢于计划")
    assert row_of(office, project, date(2025, 7, 9)).actual == 0
    milestone = page_of(office, project).milestones[0]
    building_commands.mark_milestone(milestone_id=milestone.id, done_on=date(2025, 6, 3), **who)
    assert row_of(office, project, date(2025, 7, 9)).actual == 40


def test_it_is_overdue_from_the_day_after_until_it_is_finished(office, who, project):
    assert not row_of(office, project, DUE).is_overdue
    late = row_of(office, project, DUE + timedelta(days=3))
    assert (late.is_overdue, late.days_over, late.planned) == (True, 3, 100)
    building_commands.finish(project_id=project, on=TODAY, **who)
    assert not row_of(office, project, DUE + timedelta(days=3)).is_overdue


def test_shares_of_milestones_never_fall(office, who, project):
    def plan(share: int, day: date, title: str = "绿化") -> None:
        building_commands.plan_milestone(project_id=project, milestone=Milestone(title, share, day), **who)

    with pytest.raises(refusals.SharesDoNotRise, match="路面"):
        plan(95, date(2025, 8, 1))
    with pytest.raises(refusals.SharesDoNotRise, match="路基"):
        plan(30, date(2025, 7, 1))
    with pytest.raises(refusals.ShareIsWrong):
        plan(0, date(2025, 7, 1))
    with pytest.raises(refusals.NameIsMissing):
        plan(50, date(2025, 7, 1), " ")
    plan(60, date(2025, 7, 1))
    middle = page_of(office, project).milestones[1]
    changed = Milestone("护坡", 70, date(2025, 8, 1))
    building_commands.change_milestone(milestone_id=middle.id, milestone=changed, **who)
    assert [(one.title, one.share) for one in page_of(office, project).milestones] == [
        ("路基", 40),
        ("护坡", 70),
        ("路面", 90),
    ]
    building_commands.remove_milestone(milestone_id=middle.id, **who)
    assert len(page_of(office, project).milestones) == 2


def test_reports_are_of_a_begun_project_on_a_day_that_came(office, who):
    project = built.entered(office)
    report = {"project_id": project, "percent": 10, "note": "", "by_deputies": False, **who}
    with pytest.raises(refusals.ProjectIsNotThere, match="已票决，未开工"):
        building_commands.report(on=TODAY, **report)
    building_commands.begin(project_id=project, on=date(2025, 4, 10), **who)
    with pytest.raises(refusals.DayIsTooEarly):
        building_commands.report(on=date(2025, 4, 9), **report)
    with pytest.raises(refusals.DayHasNotCome):
        building_commands.report(on=date(2025, 7, 16), **report)
    with pytest.raises(refusals.PercentIsWrong):
        building_commands.report(on=TODAY, **{**report, "percent": 101})
    row = building_commands.report(on=TODAY, **report)
    building_commands.remove_report(report_id=row, reason="填错项目", **who)
    assert page_of(office, project).reports == ()


def test_payments_stay_within_the_total_or_say_why(office, who, project):
    def pay(yuan: int, beyond: str = "") -> int:
        told = {"payee": "清河路桥公司", "note": "进度款", "beyond_because": beyond}
        return building_commands.pay(project_id=project, on=TODAY, yuan=yuan, **told, **who)

    pay(1_860_000, "用不着的理由")
    row = row_of(office, project)
    assert (row.paid, row.paid_share, page_of(office, project).payments[0].beyond_because) == ("186.00", "100.0%", "")
    with pytest.raises(refusals.PaymentIsBeyond, match=r"186\.0001 万元，超过总投资 186\.00 万元"):
        pay(1)
    extra = pay(1, "变更签证")
    assert row_of(office, project).paid_yuan == 1_860_001
    building_commands.remove_payment(payment_id=extra, reason="重复", **who)
    assert row_of(office, project).paid_yuan == 1_860_000
    with pytest.raises(refusals.PaymentIsNothing):
        pay(0)
    assert "清河路桥公司" not in str(
        [e.facts for e in journal.list_entries(chain="qinghe", subject=f"project:{project}")]
    )


# finished and accepted


def accept(project: int, who, conclusion="ACCEPTED", *, on=TODAY, by="镇验收组", to_mend="") -> None:
    change_commands.accept(project_id=project, on=on, by=by, conclusion=conclusion, to_mend=to_mend, **who)


def test_a_finished_project_is_accepted_and_turns_blue(office, who):
    project = built.finished(office)
    assert row_of(office, project).state_name == "已完工，待验收"
    accept(project, who, "WITH_DEFECTS", to_mend="路肩补植")
    row = row_of(office, project)
    assert (row.state, row.colour, row.actual, row.accepted_on) == ("ACCEPTED", "BLUE", 100, TODAY)
    assert page_of(office, project).acceptances[0].to_mend == "路肩补植"
    assert row_of(office, project, date(2025, 7, 14)).state == "FINISHED"
    change_commands.take_acceptance_back(project_id=project, reason="点错了", **who)
    assert row_of(office, project).state == "FINISHED"
    assert page_of(office, project).acceptances == ()


def test_a_refused_acceptance_sends_it_back_to_be_built(office, who):
    project = built.finished(office)
    with pytest.raises(refusals.MendingIsMissing):
        accept(project, who, "REFUSED")
    accept(project, who, "REFUSED", to_mend="路面开裂，返工")
    row = row_of(office, project)
    assert (row.state, row.finished_on) == ("BUILDING", None)
    building_commands.finish(project_id=project, on=TODAY, **who)
    accept(project, who)
    assert [one.conclusion for one in page_of(office, project).acceptances] == ["REFUSED", "ACCEPTED"]


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        ({"conclusion": "WELL"}, refusals.ConclusionIsUnknown),
        ({"by": " "}, refusals.InspectorIsMissing),
        ({"on": date(2025, 6, 30)}, refusals.DayIsTooEarly),
        ({"on": date(2025, 7, 16)}, refusals.DayHasNotCome),
    ],
)
def test_an_acceptance_that_cannot_be_is_refused(office, who, told, refusal):
    with pytest.raises(refusal):
        accept(built.finished(office), who, **told)


def test_what_is_not_finished_is_not_accepted_and_nothing_happens_twice(office, who, project):
    with pytest.raises(refusals.ProjectIsNotThere, match="建设中"):
        accept(project, who)
    with pytest.raises(refusals.ProjectIsNotThere):
        building_commands.begin(project_id=project, on=TODAY, **who)
    building_commands.finish(project_id=project, on=TODAY, **who)
    with pytest.raises(refusals.ProjectIsNotThere):
        building_commands.finish(project_id=project, on=TODAY, **who)
    building_commands.take_finish_back(project_id=project, reason="还差护栏", **who)
    assert row_of(office, project).state == "BUILDING"


# photos, other towns, other roles


def test_photos_are_cleaned_and_kept_once(office, who, project):
    facts = {"project_id": project, "caption": "路基", "taken_on": TODAY, "is_public": True, **who}
    photo = photo_commands.add_photo(content=pictures.jpeg(about=pictures.exif()), **facts)
    kept, media_type = queries.get_photo(photo, town_id=office.town_id)
    assert media_type == "image/jpeg"
    assert pictures.PLACE not in kept
    with pytest.raises(refusals.PhotoIsThere):
        photo_commands.add_photo(content=pictures.jpeg(about=pictures.exif()), **facts)
    with pytest.raises(PhotoIsNoPicture):
        photo_commands.add_photo(content=b"text", **facts)
    photo_commands.remove_photo(photo_id=photo, **who)
    assert not ProjectPhoto.objects.exists()


def test_another_town_finds_nothing(office, project):
    town = roster.found_town(code="baihe", name="白河镇", province="", now=LATER)
    who = {"actor": Actor(town, "baihe", "白河", Role.OFFICE), "now": LATER}
    with pytest.raises(refusals.ProjectIsUnknown):
        building_commands.finish(project_id=project, on=TODAY, **who)
    with pytest.raises(refusals.ProjectIsUnknown):
        queries.get_project(project, town_id=town, on=TODAY)
    with pytest.raises(refusals.RowIsUnknown):
        building_commands.remove_milestone(milestone_id=page_of(office, project).milestones[0].id, **who)
    assert queries.get_year(town, year=2025, on=TODAY).everything == ()


def test_only_the_office_keeps_projects(project, chair, teller_a, town):
    for actor in (chair, teller_a, Actor(town.pk, "qinghe", "代表", Role.DEPUTY)):
        with pytest.raises(DeedIsNotYours):
            building_commands.finish(project_id=project, on=TODAY, actor=actor, now=LATER)
        with pytest.raises(DeedIsNotYours):
            promised, described = Promised("路"), Described()
            commands.enter_project(
                year=2025, promised=promised, described=described, adopted_on=TODAY, actor=actor, now=LATER
            )


# the year


def test_the_year_counts_filters_and_sorts(office, who, project):
    done = built.finished(office, "食堂改建", unit="镇农业办", total_yuan=1_425_000, year_yuan=0)
    idle = built.entered(office, "路灯", due_on=date(2025, 6, 30))
    town = office.town_id

    def shown(**choice) -> list[int]:
        page = queries.get_year(town, year=None, on=TODAY, choice=queries.Choice(**choice))
        return [row.id for row in page.rows]

    page = queries.get_year(town, year=2025, on=TODAY)
    assert (page.finished, page.accepted, page.overdue, page.behind) == (1, 0, 1, 2)
    assert (page.total, page.paid, page.units) == ("514.50", "0.00", ("镇农业办", "镇社会事务办"))
    assert shown() == [project, done, idle]
    assert shown(stage="BUILDING") == [project]
    assert shown(stage="OVERDUE") == [idle]
    assert shown(stage="BEHIND", order="variance") == [idle, project]
    assert shown(unit="镇农业办") == [done]
    assert shown(colour="GREEN") == [done]
    assert shown(order="due") == [idle, project, done]
    assert shown(text="食堂") == [done]


def test_a_board_of_many_asks_no_more_than_a_board_of_few(office, django_assert_max_num_queries):
    built.many(office.town_id, 60)
    with django_assert_max_num_queries(12):
        assert len(queries.get_year(office.town_id, year=2025, on=TODAY).rows) == 60
