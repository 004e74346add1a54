"""Every change of a character is found in its place; no change of form alone is."""

import random
import time

import pytest

from huitang.adapters.verifying.suspect import read_suspect
from huitang.adapters.verifying.verdict import Answer, Change, judge, judge_best
from tests.adapters.verifying import pages
from tests.adapters.verifying.pages import ANNOUNCEMENT, NEWS, RECORDS, RESOLUTION, page_of

BRAND = "星湖大赌场_星湖国际官网"


def verdict_of(record, page: str | bytes):
    return judge(record, read_suspect(page.encode() if isinstance(page, str) else page))


def told(verdict) -> list[tuple[str, str, str]]:
    return [(one.change, one.ours, one.theirs) for one in verdict.differences]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.title[-4:])
def test_the_page_itself_is_whole(record):
    verdict = verdict_of(record, page_of(record))
    assert (verdict.answer, verdict.differences) == (Answer.WHOLE, ())
    assert verdict.found == verdict.total


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.title[-4:])
def test_every_changed_character_is_found_in_its_piece_and_nothing_else(record):
    chance = random.Random(6962)
    page = page_of(record)
    tried = 0
    while tried < 80:
        made = pages.alter(record, page, chance)
        if made is None:
            continue
        altered, piece = made
        verdict = verdict_of(record, altered)
        assert verdict.answer is Answer.ALTERED, altered
        assert len(verdict.differences) == 1, verdict.differences
        one = verdict.differences[0]
        assert abs((one.piece or 0) - piece) <= 1
        assert max(len(one.ours), len(one.theirs)) <= 2
        tried += 1


@pytest.mark.parametrize("name", pages.REFORMATTINGS)
def test_no_change_of_form_alone_is_told(name):
    chance = random.Random(8785)
    for record in RECORDS:
        for _ in range(6):
            verdict = verdict_of(record, pages.REFORMATTINGS[name](page_of(record), chance))
            assert verdict.answer is Answer.WHOLE, verdict.differences


def test_a_table_of_words_put_for_others_is_found_everywhere_it_stands():
    page = page_of(NEWS).replace("关于", f"{BRAND}:").replace("首页", f"{BRAND}:")
    page = page.replace("<header>", f"<header><p>{BRAND}</p>")
    text = read_suspect(page.encode())
    verdict = judge(NEWS, text)
    assert verdict.answer is Answer.ALTERED
    assert told(verdict) == [
        (Change.REPEATED, "", BRAND),
        (Change.REPEATED, "", BRAND),
        *[(Change.REPLACED, "关于", f"{BRAND}:")] * 3,
    ]
    assert [text[one.start : one.end].rstrip(":") for one in verdict.differences] == [BRAND] * 5


def test_a_number_moved_from_one_cell_into_the_next_is_found():
    page = page_of(ANNOUNCEMENT).replace("<td>陆文清</td><td>70</td>", "<td>陆文清7</td><td>0</td>")
    assert told(verdict_of(ANNOUNCEMENT, page)) == [(Change.PARTED, "70", "7\n\n0")]
    table = {"type": "table", "caption": "得票", "head": ["甲", "乙"], "rows": [["70", "17"]]}
    numbers = pages.record_of("得票情况表", [table])
    assert verdict_of(numbers, page_of(numbers)).answer is Answer.WHOLE
    moved = page_of(numbers).replace("<td>70</td><td>17</td>", "<td>701</td><td>7</td>")
    assert [one.change for one in verdict_of(numbers, moved).differences] == [Change.JOINED, Change.PARTED]


def test_a_line_put_in_between_is_found_unless_it_is_furniture():
    page = page_of(RESOLUTION)
    for words, is_told in (("点击进入星湖官网", True), ("打印 关闭 分享到：微信", False), ("100", True)):
        changed = page.replace("<p>会议充分", f"<p>{words}</p><p>会议充分")
        assert [one.theirs for one in verdict_of(RESOLUTION, changed).differences] == ([words] if is_told else [])


@pytest.mark.parametrize(("editor", "reviewer"), pages.NAMES)
def test_whoever_is_named_as_editor_on_the_line_of_facts_changes_nothing(editor, reviewer):
    for record in RECORDS:
        for labels in ({}, {"edited": "责任编辑", "reviewed": "校对"}, {"edited": "Editor", "reviewed": "Reviewer"}):
            page = pages.named(page_of(record), editor, reviewer, **labels)
            for text in (page, page.replace("</span>", "</span><br>"), pages.pasted(page, random.Random(3))):
                assert verdict_of(record, text).differences == ()


def test_a_long_source_that_the_record_names_changes_nothing():
    source = "清河镇第六届人民代表大会第八次会议主席团和清河镇人民代表大会主席团办公室"
    record = pages.record_of(RESOLUTION.title, RESOLUTION.told["blocks"], source=source)
    page = pages.named(page_of(record), "张三", "李四").replace(f"来源：{pages.SOURCE}", f"来源：{source}")
    assert verdict_of(record, page).answer is Answer.WHOLE
    assert verdict_of(record, page.replace("主席团和", "主席团或")).answer is Answer.ALTERED


@pytest.mark.parametrize("words", [*pages.HIDDEN, "编辑：张三", "责任编辑：张三 2025-04-01"])
def test_no_label_hides_words_inside_the_text(words):
    page = page_of(RESOLUTION).replace("<p>会议充分", f"<p>{words}</p><p>会议充分")
    assert [one.theirs for one in verdict_of(RESOLUTION, page).differences] == [words]
    page = page_of(RESOLUTION).replace("过去一年", f"过去{words}一年")
    assert verdict_of(RESOLUTION, page).answer is Answer.ALTERED
    table = page_of(ANNOUNCEMENT).replace("<tr><td>方志远", f"<tr><td>{words}</td></tr><tr><td>方志远")
    assert verdict_of(ANNOUNCEMENT, table).answer is Answer.ALTERED


@pytest.mark.parametrize("words", pages.HIDDEN)
def test_below_the_title_a_label_hides_nothing_but_a_name(words):
    for record in RECORDS:
        for page in (
            pages.below_title(page_of(record), f"<p>{pages.FACTS}</p><p>{words}</p>"),
            pages.below_title(page_of(record), f"<p>{pages.FACTS} {words}</p>"),
            pages.below_title(page_of(record), f"<p>{words}</p>"),
        ):
            assert verdict_of(record, page).answer is Answer.ALTERED, page


def test_a_name_without_the_line_of_facts_is_told():
    page = pages.below_title(page_of(NEWS), "<p>编辑：张三</p>")
    assert [one.theirs for one in verdict_of(NEWS, page).differences] == ["编辑：张三"]


def test_the_disclosure_header_below_the_title_is_furniture_and_inside_the_text_it_is_told():
    for record in RECORDS:
        page = pages.below_title(page_of(record), f"{pages.HEADER}<p>{pages.FACTS}</p>")
        assert verdict_of(record, page).differences == ()
        for ours, theirs in (("qinghe.example", "xinghu.example"), (pages.SOURCE, "临江镇人民代表大会")):
            assert verdict_of(record, page.replace(ours, theirs)).answer is Answer.ALTERED
    page = page_of(RESOLUTION).replace("<p>会议充分", f"{pages.HEADER}<p>会议充分")
    assert verdict_of(RESOLUTION, page).answer is Answer.ALTERED


def test_a_line_made_to_take_hours_is_answered_at_once():
    for line in ("1" * 3000 + "汉", "编辑：" * 1000 + "汉", "大中小" * 1000 + "汉", "编辑：" + "Ab" * 1500):
        began = time.perf_counter()
        page = pages.below_title(page_of(RESOLUTION), f"<p>{pages.FACTS}{line}</p>")
        page = page.replace("<title>", "<meta charset=utf-8><title>")
        assert verdict_of(RESOLUTION, page).answer is Answer.ALTERED
        assert time.perf_counter() - began < 5


def test_a_row_put_into_a_table_is_found_even_if_it_reads_like_furniture():
    page = page_of(ANNOUNCEMENT).replace("<tr><td>方志远", "<tr><td>浏览</td><td>99</td><td>次</td></tr><tr><td>方志远")
    verdict = verdict_of(ANNOUNCEMENT, page)
    assert [one.change for one in verdict.differences] == [Change.INSERTED]


def test_the_head_of_a_table_comes_again_on_a_new_page_and_no_other_row_does():
    again, row = "<tr><td>姓名</td><td>得票</td><td>结果</td></tr>", "<tr><td>方志远"
    for words, answer in (
        (again, Answer.WHOLE),
        (f"<tr><td>— 1 —</td></tr>{again}", Answer.WHOLE),
        (again.replace("得票", "选票"), Answer.ALTERED),
        ("<tr><td>陆文清</td><td>70</td><td>当选</td></tr>", Answer.ALTERED),
    ):
        assert verdict_of(ANNOUNCEMENT, page_of(ANNOUNCEMENT).replace(row, f"{words}{row}")).answer is answer
    page = page_of(ANNOUNCEMENT).replace("<td>方志远</td>", "<td>方志远</td><td>姓名</td><td>得票</td><td>结果</td>")
    assert verdict_of(ANNOUNCEMENT, page).answer is Answer.ALTERED


def test_another_source_than_the_record_names_is_told():
    page = page_of(RESOLUTION).replace("来源：清河镇人民代表大会", "来源：临江镇人民代表大会")
    assert [one.theirs for one in verdict_of(RESOLUTION, page).differences]


def test_a_paragraph_taken_out_is_told_whole():
    page = page_of(RESOLUTION)
    start, end = page.index("<p>会议充分"), page.index("决定予以批准。</p>") + len("决定予以批准。</p>")
    verdict = verdict_of(RESOLUTION, page[:start] + page[end:])
    assert told(verdict) == [(Change.REMOVED, RESOLUTION.pieces[-1], "")]


def test_words_before_the_title_on_its_line_are_told():
    page = page_of(NEWS).replace("<h1>", f"<h1>{BRAND} ")
    assert BRAND in verdict_of(NEWS, page).differences[0].theirs


def test_full_and_half_width_are_two_things_unless_asked_otherwise():
    page = page_of(NEWS).replace("，", ",").replace("：", ":")
    assert verdict_of(NEWS, page).answer is Answer.ALTERED
    assert judge(NEWS, read_suspect(page.encode()), fold_width=True).answer is Answer.WHOLE


def test_a_text_of_somebody_else_is_not_ours():
    other = "临江镇召开夏季防汛工作会议。会议要求各村落实责任，加强巡查。" * 8
    for record in RECORDS:
        assert judge(record, other).answer is Answer.NOT_OURS


def test_of_several_records_the_nearest_is_held_against():
    page = page_of(NEWS).replace("95名", "96名")
    verdict = judge_best(RECORDS, read_suspect(page.encode()))
    assert verdict.record is NEWS
    assert told(verdict) == [(Change.REPLACED, "5", "6")]
    assert judge_best((), "没有") is None


def test_the_place_told_is_the_place_in_the_text_that_was_given():
    text = pages.pasted(page_of(NEWS), random.Random(1)).replace("副镇长", "正镇长")
    (one,) = judge(NEWS, text).differences
    assert (one.ours, text[one.start : one.end]) == ("副", "正")
    assert text.startswith("镇长", one.end)


def test_a_repeated_title_on_the_page_confuses_nothing():
    page = page_of(NEWS).replace("<header>", f"<header><p>{NEWS.title}</p><p>今日推荐：{NEWS.title}</p>")
    assert verdict_of(NEWS, page).answer is Answer.WHOLE


def test_page_numbers_between_the_lines_are_furniture():
    text = "\n".join(NEWS.pieces).replace("因事、", "因事、\n— 1 —\n")
    assert judge(NEWS, text).answer is Answer.WHOLE


def test_nothing_and_the_very_short_are_answered():
    for text in ("", " ", "。"):
        assert judge(NEWS, text).answer is Answer.NOT_OURS
    short = pages.record_of("公告", [pages.p("散会。")])
    assert judge(short, "公告\n散会。").answer is Answer.WHOLE
    assert judge(short, "公告\n散会！").answer is Answer.ALTERED


@pytest.mark.parametrize(("page", "answer", "title"), pages.suggestion_pages())
def test_one_suggestion_is_held_against_its_part_and_the_page_of_all_against_the_whole(page, answer, title):
    verdict = judge_best([NEWS, pages.SUGGESTIONS], read_suspect(page.encode()))
    assert (verdict.answer, verdict.record.title) == (answer, title)
    assert verdict.record.part_of == ("" if title == pages.SUGGESTIONS.title else pages.SUGGESTIONS.title)


def test_only_suggestions_have_parts():
    assert [len(record.parts) for record in (*pages.RECORDS, pages.SUGGESTIONS)] == [0, 0, 0, 4]
    assert pages.SUGGESTIONS.parts[0].parts == ()
