"""What only papers ask for is typed once, kept exactly, and proposed again to the next session."""

from datetime import date

import pytest

from huitang.congress.accounts.actor import DeedIsNotYours
from huitang.congress.documents import commands, details, queries, refusals
from huitang.congress.documents.source import gather
from huitang.congress.journal import queries as journal
from huitang.congress.journal.refusal import TextIsTooLong
from huitang.congress.journal.unchanged import SomebodyWasQuicker
from huitang.congress.runsheet import layout
from huitang.congress.sittings.commands import SessionIsUnknown


def fill(play, actor=None, seen=None, **values):
    return commands.fill_details(
        session_id=play.session_id, values=values, actor=actor or play.office, now=play.clock.tick(), seen=seen
    )


def row_of(play, name):
    page = queries.get_details(play.session_id, town_id=play.town_id, chain="qinghe")
    return next(row for row in page.rows if row.detail.name == name)


def test_what_was_typed_is_kept_and_a_date_is_printed_in_words(play):
    assert fill(play, 联系人="孙  丽 ", 通知日期="2025-03-10", 会前准备="带笔 \n\n带证件\n") == 3
    told = gather(play.session_id, town_id=play.town_id).details
    assert told == {"联系人": "孙 丽", "通知日期": "2025年3月10日", "会前准备": "带笔\n\n带证件"}


def test_only_what_changed_is_written_down_and_the_words_stay_out_of_the_journal(play):
    fill(play, 联系人="孙丽", 着装="正装")
    assert fill(play, 联系人="孙丽", 着装="便装") == 1
    entry = journal.list_entries(chain="qinghe", area="papers")[0]
    assert (entry.event, entry.facts) == ("papers.details_filled", {"details": ["着装"]})
    before = journal.get_sequence("qinghe")
    assert fill(play, 联系人="孙丽") == 0
    assert journal.get_sequence("qinghe") == before


def test_an_empty_text_takes_a_detail_back(play):
    fill(play, 着装="正装")
    fill(play, 着装="")
    assert "着装" not in gather(play.session_id, town_id=play.town_id).details


@pytest.mark.parametrize(
    ("name", "text", "refusal"),
    [
        ("通知日期", "2025-02-30", refusals.DayIsNoDay),
        ("座位排数", "十", refusals.NumberIsNoNumber),
        ("座位排数", "-3", refusals.NumberIsNoNumber),
        ("座位排数", "10000", TextIsTooLong),
        ("联系人", "长" * 81, TextIsTooLong),
        ("会前准备", "长" * 2001, TextIsTooLong),
        ("选票符号位置", "背面", refusals.ChoiceIsUnknown),
        ("没有材料用的名称", "x", refusals.DetailIsUnknown),
    ],
)
def test_what_cannot_be_printed_is_refused_and_nothing_is_written(play, name, text, refusal):
    with pytest.raises(refusal) as told:
        fill(play, 着装="正装", **{name: text})
    assert "没有写入" in str(told.value)
    assert details.typed(play.session_id) == {}


def test_the_second_clerk_is_told_who_was_quicker(play):
    seen = journal.get_sequence("qinghe")
    fill(play, 着装="正装", seen=seen)
    with pytest.raises(SomebodyWasQuicker):
        fill(play, 着装="便装", seen=seen)


def test_only_the_office_and_only_its_own_town(play):
    with pytest.raises(DeedIsNotYours):
        fill(play, actor=play.chair, 着装="正装")
    with pytest.raises(SessionIsUnknown):
        commands.fill_details(session_id=play.session_id + 99, values={}, actor=play.office, now=play.clock.tick())


def test_the_page_says_which_papers_wait_for_a_detail(play):
    assert "召开会议通知" in row_of(play, "联系人").waiting
    fill(play, 联系人="孙丽")
    assert row_of(play, "联系人").waiting == ()


def test_an_earlier_session_is_proposed_again_but_not_its_dates(play):
    fill(play, 联系人="孙丽", 请假截止="3月28日前", 通知日期="2025-03-10")
    play.session_id = layout.convene(
        term_id=play.term_id,
        number=9,
        playbook="midyear",
        opens_on=date(2025, 7, 20),
        closes_on=date(2025, 7, 20),
        place="礼堂",
        posts=[],
        projects_to_choose=None,
        from_session_id=play.session_id,
        actor=play.office,
        now=play.clock.tick(),
    )
    contact = row_of(play, "联系人")
    assert (contact.text, contact.proposed, contact.from_before) == ("", "孙丽", True)
    assert row_of(play, "请假截止").proposed == ""
    assert row_of(play, "通知日期").proposed == ""
    assert row_of(play, "报到地点").proposed == "礼堂"
    assert gather(play.session_id, town_id=play.town_id).details == {}


def test_a_name_only_the_offices_own_template_uses_can_be_typed(play):
    text = "# 议程\n\n停车：{{ 填写.停车安排 }}\n"
    commands.save_template(
        key="agenda",
        text=text,
        effective_from=date(2025, 1, 1),
        reason="写明停车",
        actor=play.office,
        now=play.clock.tick(),
    )
    assert row_of(play, "停车安排").waiting == ("会议议程",)
    fill(play, 停车安排="镇政府院内")
    assert row_of(play, "停车安排").text == "镇政府院内"
