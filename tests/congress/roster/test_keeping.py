"""Terms, delegations, corrections; finding deputies and the make-up of the roll."""

from datetime import date

import pytest

from huitang.congress.roster import commands, composition, pages, queries, refusals
from huitang.congress.roster.models import Deputy
from tests.congress.roster.stage import BEGAN, TODAY


def test_a_term_is_opened_once_and_the_latest_open_one_is_current(term, office, now, town):
    with pytest.raises(commands.TermIsThere):
        commands.open_term(number=6, quota=96, began_on=BEGAN, actor=office, now=now)
    with pytest.raises(commands.QuotaIsWrong):
        commands.open_term(number=7, quota=0, began_on=BEGAN, actor=office, now=now)
    fifth = commands.open_term(number=5, quota=90, began_on=date(2016, 11, 20), actor=office, now=now)
    commands.close_term(term_id=fifth, ended_on=date(2021, 11, 19), actor=office, now=now)
    current = queries.find_current_term(town.pk)
    assert current is not None
    assert (current.name, current.quota) == ("第六届", 96)


def test_a_town_without_terms_has_no_current_one(town):
    assert queries.find_current_term(town.pk) is None


def test_the_quota_is_changed_only_with_a_reason(term, office, now, town):
    with pytest.raises(refusals.ReasonIsMissing):
        commands.change_quota(term_id=term, quota=98, reason="", actor=office, now=now)
    commands.change_quota(term_id=term, quota=98, reason="县人大常委会决定", actor=office, now=now)
    assert queries.get_term(term, town.pk).quota == 98


def test_delegations_are_kept_in_order_and_dropped_only_when_empty(roll, office, now):
    sixth = commands.add_delegation(term_id=roll, name="第六代表团", actor=office, now=now)
    with pytest.raises(commands.DelegationIsThere):
        commands.add_delegation(term_id=roll, name="第六 代表团", actor=office, now=now)
    first = queries.list_delegations(roll, on=TODAY)[0]
    with pytest.raises(commands.DelegationHasDeputies, match="还有 19 名代表"):
        commands.drop_delegation(delegation_id=first.id, actor=office, now=now)
    commands.rename_delegation(delegation_id=sixth, name="直属代表团", actor=office, now=now)
    with pytest.raises(commands.DelegationIsThere):
        commands.rename_delegation(delegation_id=sixth, name="第一代表团", actor=office, now=now)
    assert queries.list_delegations(roll, on=TODAY)[-1].name == "直属代表团"
    commands.drop_delegation(delegation_id=sixth, actor=office, now=now)
    assert len(queries.list_delegations(roll, on=TODAY)) == 5


def test_the_head_is_one_of_the_delegation_and_goes_when_moved(roll, office, now):
    first, second = queries.list_delegations(roll, on=TODAY)[:2]
    member, stranger = Deputy.objects.get(number=2), Deputy.objects.get(number=30)
    with pytest.raises(commands.HeadIsNotOfDelegation):
        commands.name_head(delegation_id=first.id, deputy_id=stranger.pk, actor=office, now=now)
    commands.name_head(delegation_id=first.id, deputy_id=member.pk, actor=office, now=now)
    assert queries.list_delegations(roll, on=TODAY)[0].head == "郝露珠"
    correct(member, office, now, delegation_id=second.id)
    assert [d.head for d in queries.list_delegations(roll, on=TODAY)] == [""] * 5
    assert [d.in_office for d in queries.list_delegations(roll, on=TODAY)[:2]] == [18, 20]


def correct(deputy, office, now, **changed):
    commands.correct_deputy(
        **{
            "deputy_id": deputy.pk,
            "number": deputy.number,
            "name": deputy.name,
            "delegation_id": deputy.delegation_id,
            "details": {},
            **changed,
        },
        actor=office,
        now=now,
    )


def test_a_correction_keeps_names_clean_and_numbers_single(roll, office, now):
    deputy = Deputy.objects.get(number=2)
    correct(deputy, office, now, name="单　露珠", details={"phone": "10000000000"})
    row = queries.list_roll(roll, on=TODAY)[1]
    assert (row.name, row.phone, row.sex) == ("单露珠", "10000000000", "女")
    assert row.initials.startswith("slz")
    with pytest.raises(refusals.NumberIsTaken, match="编号 3 已经是“王伟（第一代表团）”的"):
        correct(deputy, office, now, number=3)
    with pytest.raises(commands.NameIsMissing):
        correct(deputy, office, now, name=" ")


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("3", [3]),
        ("003", [3]),
        ("王伟", [3, 41]),
        ("欧阳 明", [95]),
        ("ww", [3, 41]),
        ("WW", [3, 41]),
        ("oym", [95]),
        ("ly", [74]),
        ("阿依", [61]),
        ("ayglahmt", [61]),
        ("zz", [11, 15]),
        ("qqq", []),
        ("999", []),
        ("?!", []),
        ("²", []),
        ("３", [3]),
    ],
)
def test_a_deputy_is_found_by_number_name_or_initials(roll, typed, numbers):
    found = [row.number for row in queries.find_deputies(roll, typed, on=TODAY)]
    assert found == numbers


def test_the_make_up_adds_up_to_the_roll(roll):
    parts = composition.make_up(queries.list_roll(roll, on=TODAY), on=TODAY)
    assert [part.title for part in parts] == ["性别", "年龄", "民族", "政治面貌", "文化程度"]
    assert all(sum(share.number for share in part.shares) == 95 for part in parts)
    women = parts[0].shares[0]
    assert (women.label, women.number, women.percent) == ("女", 33, "34.7%")
    assert [(s.label, s.number) for s in parts[2].shares] == [("汉族", 93), ("维吾尔族", 2)]


@pytest.mark.parametrize(
    ("born", "age"), [("1970-03", 55), ("1970-04", 54), ("1970-12", 54), ("", None), ("1970", None)]
)
def test_age_is_completed_with_the_month_of_birth(born, age):
    assert composition.age_on(born, TODAY) == age


def test_the_page_of_the_roll_shows_those_searched_for_and_counts_all(roll, town):
    page = pages.get_roll(roll, town_id=town.pk, on=TODAY, text="ww")
    assert len(page.rows) == 2
    assert (page.count.in_office, page.count.quota, page.count.vacant) == (95, 96, 1)
    first = page.delegations[0].id
    assert len(pages.get_roll(roll, town_id=town.pk, on=TODAY, delegation_id=first).rows) == 19
