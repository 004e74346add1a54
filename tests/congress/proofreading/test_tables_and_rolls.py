"""Lists of people, divisions of the deputies, schedules and tables of votes: what is wrong is found, what is right is left alone."""

import pytest

from huitang.adapters.texts.text import Cell, Part, TextParagraph
from huitang.congress.proofreading.finding import Kind
from huitang.congress.proofreading.known import NOTHING, Known
from huitang.congress.proofreading.proofread import proofread
from tests.congress.proofreading import qinghe

HEADINGS = "一、第一代表团（{n}人）\n团长：{head}\n单志强、周立本、方志远\n\n二、第二代表团（2人）\n许国、王芳"
DIVISION = (
    "清河镇第六届人民代表大会代表名额96名。\n截至目前，实有代表95名，出缺{vacant}名。\n"
    "按性别分：女{women}名，占{share}%；男67名，占70.5%。"
)


def table(*rows: tuple[str, ...], number: int = 0) -> list[TextParagraph]:
    return [
        TextParagraph(words, Part.CELL, Cell(number, row, column))
        for row, cells in enumerate(rows)
        for column, words in enumerate(cells)
    ]


def told(paragraphs, known: Known = NOTHING) -> list[tuple[str, str, str]]:
    return [(one.kind, one.says, one.sentence) for one in proofread(paragraphs, known)]


def test_a_heading_that_counts_its_people_wrongly_is_found():
    text = HEADINGS.format(n=5, head="单志强")
    assert told(qinghe.paragraphs_of(text)) == [
        (Kind.COUNT, "5", "“第一代表团”写的是5人，名单里数出来是3人。"),
    ]


@pytest.mark.parametrize(("n", "head"), [(3, "单志强"), (4, "何晓东"), (3, "由代表团推选")])
def test_heads_may_stand_in_the_list_or_before_it(n, head):
    assert told(qinghe.paragraphs_of(HEADINGS.format(n=n, head=head))) == []


def test_a_note_counts_the_lists_under_several_headings():
    text = "清河镇名单（草案）\n（共{}人）\n一、总监票人\n方志远\n二、监票人\n许国、王芳\n由各代表团推选。"
    assert told(qinghe.paragraphs_of(text.format(3))) == []
    assert [found[:2] for found in told(qinghe.paragraphs_of(text.format(4)))] == [(Kind.COUNT, "4")]


def test_names_in_a_table_are_counted_under_every_column_of_names():
    heading = "第一代表团（{}人）"
    rows = table(
        ("编号", "姓名", "签名", "编号", "姓名", "签名"),
        ("1", "王芳", "", "2", "许国", ""),
        ("3", "何晓东", "", "", "", ""),
    )
    assert told([TextParagraph(heading.format(3), Part.HEADING), *rows]) == []
    assert [found[:2] for found in told([TextParagraph(heading.format(4), Part.HEADING), *rows])] == [(Kind.COUNT, "4")]


def test_an_empty_form_is_no_wrong_list():
    rows = table(("编号", "姓名"), ("", ""), ("", ""))
    assert told([TextParagraph("第一代表团（2人）", Part.HEADING), *rows]) == []


@pytest.mark.parametrize(
    "text",
    [
        "一、参加人员（12人）\n全体代表应当提前到会。",
        "党员（62人）\n他们来自各村。",
        "受灾群众（3人）\n已全部安置。\n王芳、许国同志到场。",
    ],
)
def test_a_count_with_no_list_behind_it_is_left_alone(text):
    assert told(qinghe.paragraphs_of(text)) == []


def test_divisions_that_add_up_are_left_alone():
    assert told(qinghe.paragraphs_of(DIVISION.format(vacant=1, women=28, share="29.5"))) == []


@pytest.mark.parametrize(
    ("spoilt", "kind", "sentence"),
    [
        ({"women": 29}, Kind.SHARE, "按性别分，各项合计96名，代表共95名，不相等。"),
        ({"share": "39.5"}, Kind.SHARE, "28名占95名的29.5%，这里写39.5%。"),
        ({"vacant": 2}, Kind.COUNT, "代表名额96名，实有95名，出缺应是1名，这里写2名。"),
    ],
)
def test_a_division_that_does_not_add_up_is_found(spoilt, kind, sentence):
    text = DIVISION.format(**({"vacant": 1, "women": 28, "share": "29.5"} | spoilt))
    assert [(found[0], found[2]) for found in told(qinghe.paragraphs_of(text))] == [(kind, sentence)]


def schedule(weekday: str, day: str = "3月31日") -> list[TextParagraph]:
    return [
        TextParagraph("清河镇第六届人民代表大会第八次会议日程", Part.TITLE),
        *table(
            ("日期", "星期", "时间", "会议"),
            (day, weekday, "9:00", "预备会议"),
            ("4月1日", "星期二", "8:30", "第二次全体会议"),
        ),
    ]


@pytest.mark.parametrize(
    ("weekday", "day"), [("星期一", "3月31日"), ("周一", "3月31日"), ("一", "2025年3月31日"), ("", "")]
)
def test_weekdays_of_a_schedule_that_fit_are_left_alone(weekday, day):
    assert told(schedule(weekday, day), qinghe.KNOWN) == []


def test_a_weekday_of_a_schedule_that_does_not_fit_is_found_and_corrected():
    (found,) = proofread(schedule("星期三"), qinghe.KNOWN)
    assert (found.kind, found.says, found.correction) == (Kind.DATE, "三", "一")
    assert found.sentence == "2025年3月31日是星期一，这里写星期三。"
    assert told(schedule("星期三")) == []  # without a year nobody can know


def count(votes: str, valid: int = 90) -> list[TextParagraph]:
    return [
        TextParagraph(f"出席代表91名。发出91张，收回91张，其中有效票{valid}张，无效票{91 - valid}张。"),
        *table(("候选人", "赞成", "反对", "弃权", "结果"), ("陆文清", votes, "3", "1", "当选")),
    ]


def test_votes_up_to_the_valid_papers_are_left_alone():
    assert told(count("86")) == []
    assert told(count("80")) == []  # marks nobody could read


def test_more_votes_than_valid_papers_are_found():
    assert told(count("88")) == [(Kind.VOTE, "88", "“陆文清”的赞成、反对、弃权合计92，比有效票90张多。")]


def test_papers_issued_and_collected_are_read_without_the_word_for_papers():
    assert [one[:2] for one in told([TextParagraph("发出91张，收回93张。")])] == [(Kind.VOTE, "93")]
    assert told([TextParagraph("发出91张，收回93张，本次投票无效，应当重新投票。")]) == []


def test_a_year_told_of_names_its_sessions():
    text = "清河镇第六届人民代表大会第八次会议文件\n2024年，共召开镇人民代表大会2次（第六届第六次会议、第六届第七次会议）。"
    assert told(qinghe.paragraphs_of(text)) == []
