"""The rules page: what holds on the session's day, what the province says, what nobody has confirmed."""

import json
from datetime import date

import pytest

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Role
from huitang.congress.journal.models import JournalEntry
from huitang.congress.journal.refusal import Refusal
from huitang.congress.journal.unchanged import SomebodyWasQuicker
from huitang.congress.roster import commands as roster
from huitang.congress.roster import queries as rows
from huitang.congress.sittings import province_words, statutes
from huitang.rules.open_points import OPEN_POINTS
from huitang.rules.province import MAY_BE_UNKNOWN, NATIONAL
from huitang.rules.province_packs import PACKS

ADDRESS = "/desk/rules/"
PROVINCE = "/desk/rules/province/"


def shown(house, address=ADDRESS) -> str:
    return house.office.get(address).content.decode()


def choose(house, code, **more):
    return house.office.post(PROVINCE, {"province": code, **more})


def test_the_page_is_for_the_office_only(house):
    assert house.public.get(ADDRESS).status_code == 302
    for client in (house.chair, house.teller_a):
        assert client.get(ADDRESS).status_code == 403
        assert client.post(PROVINCE, {"province": "ZJ"}).status_code == 403
    assert house.office.get(PROVINCE).status_code == 405


def test_without_a_province_the_national_rules_are_said_and_nothing_is_made_up(house):
    page = shown(house)
    assert "省级规定：没有选定" in page
    assert "由本单位选定，程序不替您决定" in page
    assert page.count("未确认，由本单位选定") == len(MAY_BE_UNKNOWN)
    assert "《代表法》第十七条" in page
    assert "按 2025-03-31 有效的法律判断" in page


def test_every_open_point_is_shown_as_the_offices_choice_with_its_source(house):
    page = shown(house)
    for point in OPEN_POINTS:
        assert point.question.zh in page
        assert point.citation.label_zh in page
    house.office.cookies["django_language"] = "en"
    english = house.office.get(ADDRESS).content.decode()
    assert OPEN_POINTS[0].question.en in english
    assert "not confirmed: the office&#x27;s choice" in english or "not confirmed: the office's choice" in english


def test_a_province_is_chosen_shown_with_its_articles_and_written_into_the_journal(house):
    answer = choose(house, "ZJ")
    assert (answer.status_code, answer["Location"]) == (302, ADDRESS)
    page = shown(house)
    assert "省级规定：浙江省" in page
    assert "7 至 13 人；经济发达或者人口多的可以到 17 人" in page
    assert "《浙江省乡镇人民代表大会工作条例》第八条" in page
    assert "本次会议的通知最迟 2025-03-24 发出" in page
    assert page.count("未确认，由本单位选定") == 1  # replies to suggestions made in session
    entry = JournalEntry.objects.get(event="town.province_set")
    assert json.loads(entry.body)["facts"] == {"old": "", "new": "ZJ"}
    assert "选定省级规定" in shown(house, "/desk/journal/")


def test_choosing_the_same_again_writes_nothing_and_the_choice_can_be_taken_back(house):
    choose(house, "ZJ")
    choose(house, "ZJ")
    assert JournalEntry.objects.filter(event="town.province_set").count() == 1
    choose(house, "")
    assert "省级规定：没有选定" in shown(house)


def test_a_province_nobody_read_is_refused_beside_the_field(house):
    answer = choose(house, "XX")
    assert answer.status_code == 422
    assert "没有代码为“XX”的省级规定" in answer.content.decode()
    assert not JournalEntry.objects.filter(event="town.province_set").exists()


def test_whoever_looked_at_an_older_page_is_told(house):
    seen = statutes.get_rules(town_id=house.play.town_id, chain="qinghe", now=house.play.clock.tick()).version
    choose(house, "ZJ", seen=seen)
    answer = choose(house, "CQ", seen=seen)
    assert answer.status_code == SomebodyWasQuicker.status
    assert "已经改过这里" in answer.content.decode()
    assert rows.find_province(house.play.town_id) == "ZJ"


def test_a_town_is_told_its_own_province(house):
    choose(house, "ZJ")
    other = house.stranger()
    assert "省级规定：没有选定" in other.get(ADDRESS).content.decode()
    other.post(PROVINCE, {"province": "CQ"})
    assert "省级规定：浙江省" in shown(house)


def test_the_presidium_page_follows_the_province(house):
    address = f"/desk/sessions/{house.session_id}/presidium/"
    assert "没有选定省级规定，人数由本单位把握" in shown(house, address)
    choose(house, "ZJ")
    assert "没有选定省级规定" not in shown(house, address)
    assert "《浙江省乡镇人民代表大会工作条例》第八条" in shown(house, address)


def test_the_law_of_the_day_is_the_law_of_the_sessions_opening(office, now, term):
    """Before any session it is the law of today."""
    found = statutes.get_rules(town_id=office.town_id, chain=office.chain, now=now)
    assert found.session is None
    assert found.last_day_of_notice is None
    assert {row.law: row.edition for row in found.statutes}["DBF"] == found.law.voting.edition
    older = statutes.get_rules(town_id=office.town_id, chain=office.chain, now=now.replace(year=2024))
    assert older.law.voting.edition == "2015-08-29"
    assert {row.law: row.edition for row in older.statutes}["DBF"] == "2015-08-29"
    older_still = statutes.get_rules(town_id=office.town_id, chain=office.chain, now=now.replace(year=2021))
    assert older_still.law.organic_law_not_read


def test_a_pack_not_yet_in_force_leaves_national_law(office, now, term):
    roster.set_province(province="JS", actor=office, now=now)
    found = statutes.get_rules(town_id=office.town_id, chain=office.chain, now=now.replace(year=2021))
    assert found.is_national
    assert found.code == "JS"


def test_only_who_plans_sessions_sets_the_province(office, now):
    teller = Actor(office.town_id, office.chain, "计票人", Role.TELLER)
    with pytest.raises(Refusal):
        roster.set_province(province="ZJ", actor=teller, now=now)
    with pytest.raises(roster.ProvinceIsUnknown):
        roster.found_town(code="x", name="临江镇", province="QQ", now=now)


@pytest.mark.parametrize("pack", [NATIONAL, *PACKS], ids=lambda pack: f"{pack.code}-{pack.from_day}")
def test_every_pack_is_told_with_a_provision_or_as_not_confirmed(pack):
    told = {one.name: one for one in province_words.describe(pack)}
    assert {name for name in MAY_BE_UNKNOWN if told[name].value is None} == set(pack.unknown())
    for one in told.values():
        assert one.label.zh
        assert one.label.en
        if one.value is not None and one.name != "preparatory_meeting":
            assert one.citations, one.name
            assert one.value.zh != one.value.en


def test_the_links_of_the_desk_lead_to_the_page(house):
    assert f'href="{ADDRESS}"' in shown(house, "/desk/")
    assert (
        date(2025, 3, 31)
        == statutes.get_rules(town_id=house.play.town_id, chain="qinghe", now=house.play.clock.tick()).day
    )
