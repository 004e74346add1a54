"""The papers of Qinghe's spring session: each is drawn, or says what it waits for; nothing in them differs from the record."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation

from huitang.adapters.papers.paper import Names, Paragraph, Signature, Table, Title
from huitang.congress.documents import catalogue, days, drawing, queries, source, subjects
from huitang.congress.documents.gaps import Missing
from huitang.congress.documents.models import PaperTemplate
from huitang.congress.documents.source import Source
from huitang.congress.journal import queries as journal
from tests.stage import finished_spring, spring_session

pytestmark = pytest.mark.django_db

DETAILS = {
    "报到时间": "2025年3月31日8:00前",
    "报到地点": "镇政府一楼大厅",
    "着装": "正装",
    "请假截止": "2025年3月28日",
    "会前准备": "征求选民意见。\n起草建议。",
    "联系人": "沈青",
    "联系电话": "5550123",
    "通知日期": "2025年3月20日",
    "审查报告日期": "2025年3月31日",
    "座位排数": "9",
    "每排座位": "14",
    "过道": "4,10",
    "工作人员": "沈青 会务组\n方文 材料组",
    "补选代表人次": "6",
    "去年会议次数": "2",
    "执法检查次数": "3",
    "视察调研次数": "13",
    "交办建议件数": "10",
    "民生实事项目情况": "2024年民生实事项目10个。",
    "领誓人": "陆文清",
    "主席团会议主持人": "顾长河",
    "记录人": "沈青",
}
WAITING = {"deputy_cards", "attendee_list", "attendee_cards", "report_government", "report_budget", "rating_ballot"}


@pytest.fixture
def before() -> Source:
    play = spring_session()
    return source.gather(play.session_id, town_id=play.town_id)


@pytest.fixture
def after() -> Source:
    play = finished_spring()
    return replace(source.gather(play.session_id, town_id=play.town_id), details=DETAILS)


def papers(found: Source):
    for kind in catalogue.PAPERS:
        for subject in subjects.list_subjects(kind, found):
            yield drawing.draw(kind, subject, found)


def paper(key: str, found: Source, number: int = 0):
    kind = catalogue.kind_of(key)
    return drawing.draw(kind, subjects.list_subjects(kind, found)[number], found)


def text_of(drawn) -> str:
    return "\n".join(getattr(block, "text", "") for block in drawn.paper.blocks)


def test_all_twenty_six_rows_of_the_pack_are_there():
    assert {kind.row for kind in catalogue.PAPERS} == set(range(1, 27))


def test_every_template_belongs_to_a_paper_and_every_written_paper_has_one():
    files = {path.stem for path in drawing._DEFAULTS.glob("*.md")}
    assert files == {kind.key for kind in (*catalogue.PAPERS, *catalogue.YEAR_PAPERS) if not kind.is_laid_out}


def test_after_the_session_every_paper_is_drawn_but_those_whose_facts_the_office_never_entered(after):
    drawn = list(papers(after))
    assert len(drawn) > 50
    assert {one.kind.key for one in drawn if one.paper is None} == WAITING
    assert all(one.missing == () or one.paper is None for one in drawn)


@pytest.mark.parametrize(
    ("key", "need"),
    [
        ("announcement", None),
        ("tally_report", None),
        ("certificates", Missing("ELECTED")),
        ("statement", Missing("ELECTED")),
        ("closing_speech", Missing("ATTENDANCE")),
        ("attendee_list", Missing("ATTENDEES")),
        ("notice", Missing("DETAIL", "报到时间")),
        ("seating_plan", Missing("DETAIL", "座位排数")),
        ("deputy_cards", Missing("CARDS")),
        ("report_budget", Missing("MONEY")),
        ("report_government", Missing("TARGETS")),
        ("rating_ballot", Missing("EARLIER_PROJECTS")),
    ],
)
def test_before_the_session_a_paper_says_what_it_waits_for(before, key, need):
    kind = catalogue.kind_of(key)
    found = subjects.list_subjects(kind, before)
    if need is None:
        assert found == ()
    else:
        drawn = drawing.draw(kind, found[0], before)
        assert drawn.paper is None
        assert need in drawn.missing
        assert need.sentence.endswith("。")


def test_the_news_tells_the_session_as_it_was(after):
    told = text_of(paper("news", after))
    assert "3月31日至4月1日，清河镇第六届人民代表大会第八次会议在镇政府三楼会议室召开。" in told
    assert "应到代表95名，因事、因病请假4名，实到代表91名，符合法定人数。" in told
    assert "选举陆文清为清河镇人民政府副镇长。" in told
    assert told.endswith("大会在雄壮的国歌声中闭幕。")


def test_announcements_are_numbered_in_the_order_of_their_results(after):
    assert [paper("announcement", after, place).paper.head.number for place in (0, 1)] == ["第1号", "第2号"]
    projects, election = (paper("announcement", after, place).paper for place in (0, 1))
    assert len(next(block for block in projects.blocks if isinstance(block, Table)).rows) == 10
    assert next(block for block in election.blocks if isinstance(block, Table)).rows == (("陆文清", "88", "当选"),)
    declared = days.day(days.local(after.record.elections[0].rounds[0].declared_at))
    assert election.blocks[-1] == Signature("清河镇第六届人民代表大会第八次会议主席团", declared, has_seal=True)


ADOPTED = {
    "agenda": ("议程", "预备会议通过）"),
    "presidium_list": ("主席团名单", "预备会议通过）"),
    "election_method": ("选举办法", "\n清河镇第六届人民代表大会第八次会议通过）"),
    "project_method": ("票决办法", "\n清河镇第六届人民代表大会第八次会议通过）"),
    "scrutineer_list": ("总监票人、监票人名单", "\n清河镇第六届人民代表大会第八次会议通过）"),
}


def test_what_nobody_adopted_yet_is_a_draft(before):
    for key, (title, _note) in ADOPTED.items():
        assert paper(key, before).paper.blocks[0].text.endswith(f"{title}（草案）")


def test_what_was_adopted_is_a_draft_no_more_and_says_who_adopted_it(after):
    for key, (title, note) in ADOPTED.items():
        said, who = paper(key, after).paper.blocks[:2]
        assert said.text.endswith(title)
        assert who.text.endswith(note)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("2025年3月28日", "应当在2025年3月28日前提出书面请假"),
        ("3月28日下午5:00前", "应当在3月28日下午5:00前提出书面请假"),
    ],
)
def test_the_day_for_leave_is_told_once_with_its_before(after, typed, printed):
    assert printed in text_of(paper("notice", replace(after, details=DETAILS | {"请假截止": typed})))


def test_the_minutes_do_not_repeat_what_the_chair_said(after):
    assert "请审议" not in text_of(paper("presidium_minutes", after))


def test_the_box_for_another_name_is_called_as_the_method_calls_it_and_asks_for_no_mark(after):
    ballot = paper("election_ballot", after).paper
    assert (ballot.write_ins, ballot.write_in_label, ballot.write_ins_have_boxes) == (1, "另选他人", False)


def test_whom_a_voter_only_wrote_in_is_not_announced(after):
    (held,) = after.record.elections[0].rounds
    outcome = {**held.outcome, "ranking": [*held.outcome["ranking"], ["陶然", 1]]}
    election = replace(after.record.elections[0], rounds=(replace(held, outcome=outcome),))
    told = paper("announcement", replace(after, record=replace(after.record, elections=(election,))), 1).paper
    assert next(block for block in told.blocks if isinstance(block, Table)).rows == (("陆文清", "88", "当选"),)


def test_the_tally_report_says_what_the_count_says(after):
    drawn = paper("tally_report", after, 1)
    assert "发出91张，收回91张，其中有效票91张，无效票0张。当选须获得全体代表的过半数，即48票。" in text_of(drawn)
    assert next(b for b in drawn.paper.blocks if isinstance(b, Table)).rows == (("陆文清", "88", "3", "0", "当选"),)


def test_the_presidium_list_counts_its_names(after):
    drawn = paper("presidium_list", after)
    names = next(block for block in drawn.paper.blocks if isinstance(block, Names)).names
    assert names == tuple(row.name for row in after.record.presidium)
    assert f"（主席团共{len(names)}人，按姓名笔画为序）" in text_of(drawn)


def test_a_script_leaves_blanks_for_the_numbers_of_the_meeting(before):
    assert "＿＿" in text_of(paper("script", before))


def test_after_the_meeting_its_script_has_the_numbers(after):
    told = text_of(paper("script", after, 5))
    assert "＿＿＿＿" not in told.partition("一、")[2]
    assert "应选1名，候选人：陆文清。" in told


def test_papers_are_chinese_on_an_english_screen(after):
    with translation.override("en"):
        shown = text_of(paper("credentials_report", after))
    assert "按性别分：女33名" in shown
    assert all(
        not (isinstance(b, Title) and "Report" in b.text) for b in paper("credentials_report", after).paper.blocks
    )


def test_the_office_may_choose_the_local_layout_for_its_text_papers(after):
    assert paper("agenda", after).paper.profile == "gbt9704"
    chosen = replace(after, details={**DETAILS, "版式": "本地"})
    assert paper("agenda", chosen).paper.profile == "local"


def test_a_ballot_carries_its_style_and_no_number_of_its_own(after):
    ballot = paper("election_ballot", after).paper
    assert ballot.style == "HT1-E1-R1"
    assert [candidate.name for candidate in ballot.candidates] == ["陆文清"]


def test_drawing_writes_nothing():
    play = finished_spring()
    before = journal.get_sequence("qinghe")
    found = source.gather(play.session_id, town_id=play.town_id)
    assert [one.name for one in papers(found)]
    assert journal.get_sequence("qinghe") == before


@pytest.mark.parametrize("word", ["上午", "None", "Gap(", "Undefined", "{{", "{%"])
def test_nothing_of_the_machinery_shows(after, word):
    for drawn in papers(after):
        if drawn.paper is not None and not drawn.kind.is_laid_out:
            shown = [block for block in drawn.paper.blocks if isinstance(block, Paragraph | Title)]
            assert not any(word in block.text for block in shown), drawn.name


def test_what_the_public_reads_is_in_the_offices_own_wording(now):
    play = finished_spring()
    PaperTemplate.objects.create(
        town_id=play.town_id,
        key="news",
        version=1,
        text="# {{ 会议 }}闭幕\n\n本镇自己的写法。",
        effective_from=date(2025, 1, 1),
        base_sha256="",
        made_at=now,
        made_by="办公室",
    )
    (news,) = (one for one in queries.list_drafts(play.session_id) if one.kind == "NEWS")
    assert news.title == "清河镇第六届人民代表大会第八次会议闭幕"
    assert news.blocks == ({"type": "p", "text": "本镇自己的写法。"},)
