"""The office words its papers itself: versions, days, faults told by line, and a way back to ours."""

from datetime import date

import pytest

from huitang.congress.accounts.actor import DeedIsNotYours
from huitang.congress.documents import commands, making, queries, refusals, template_desk, wording
from huitang.congress.documents.drawing import default_text
from huitang.congress.documents.making import Format
from huitang.congress.documents.models import PaperTemplate
from huitang.congress.journal import queries as journal
from huitang.congress.journal.refusal import TextIsTooLong
from huitang.congress.journal.unchanged import SomebodyWasQuicker

OWN = "# {{ 会议 }}/议程\n\n{% for 项 in 议程 %}\n{{ 项.序号 }}. {{ 项.全文 }}\n\n{% endfor %}\n"
OPENS = date(2025, 3, 31)


def save(play, text=OWN, *, on=date(2025, 1, 1), key="agenda", reason="按本镇习惯", actor=None, seen=None):
    return commands.save_template(
        key=key,
        text=text,
        effective_from=on,
        reason=reason,
        actor=actor or play.office,
        now=play.clock.tick(),
        seen=seen,
    )


def give_back(play, *, on=date(2025, 1, 1), key="agenda", reason="不再需要"):
    return commands.return_to_ours(key=key, effective_from=on, reason=reason, actor=play.office, now=play.clock.tick())


def drawn(play) -> str:
    view = queries.get_paper(play.session_id, "agenda", "session", town_id=play.town_id)
    return "\n".join(getattr(block, "text", "") for block in view.attempt.paper.blocks)


def test_our_wording_is_in_force_until_the_office_writes_its_own(play):
    assert wording.template_in_force(play.town_id, "agenda", OPENS) is None
    assert "一、" in drawn(play)
    assert save(play) == 1
    assert wording.template_in_force(play.town_id, "agenda", OPENS) == OWN
    assert "一、" not in drawn(play)


def test_a_wording_holds_from_its_day_and_never_before(play):
    save(play, on=date(2025, 4, 1))
    assert wording.template_in_force(play.town_id, "agenda", OPENS) is None
    assert wording.template_in_force(play.town_id, "agenda", date(2025, 4, 1)) == OWN


def test_versions_are_added_and_never_overwritten(play):
    save(play)
    assert save(play, OWN + "\n完\n") == 2
    texts = [row.text for row in wording.list_versions(play.town_id, "agenda")]
    assert texts == [OWN + "\n完\n", OWN]
    changed = template_desk.compare("agenda", 2, town_id=play.town_id)
    assert [line.text for line in changed if line.sign == "+"] == ["", "完"]


def test_the_way_back_to_ours_is_a_version_too(play):
    save(play)
    assert give_back(play, on=OPENS) == 2
    assert wording.template_in_force(play.town_id, "agenda", OPENS) is None
    assert wording.template_in_force(play.town_id, "agenda", date(2025, 2, 1)) == OWN
    with pytest.raises(refusals.NothingToReturnFrom):
        give_back(play, on=OPENS)


def test_it_is_written_down_who_changed_a_wording_and_why(play):
    save(play)
    entry = journal.list_entries(chain="qinghe", area="papers")[0]
    assert (entry.event, entry.subject) == ("papers.template_saved", "paper:agenda")
    assert entry.facts["reason"] == "按本镇习惯"
    assert entry.facts["sha256"] == wording.sha256_of(OWN)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("# 题\n\n{{ 会仪 }}\n", 3, "没有“会仪”这个名称"),
        ("# 题\n{% for 项 in 议程 %}\n", 2, "没有配上结尾"),
        ("# 题\n\n::: 名章\n张三\n:::\n", 3, "没有叫“名章”的框"),
        ("# 题\n\n::: 表\n不是表\n:::\n", 3, "放了它不能放的东西"),
        ("# 题\n\n{{ 会议|大写 }}\n", 3, "“|”后面的“大写”不认识"),
        ("# 题\n\n{% 如果 %}\n", 3, "“如果”"),
        ("# 题\n\n{% for 项 in 议程 %}\n{% endfr %}\n", 4, "不认识“endfr”"),
        ("# 题\n\n{{ 会议 }\n", 3, "括号没有配齐"),
        ("# 题\n\n{{ 会议 会议 }}\n", 3, "括号没有配齐"),
        ("# 题\n\n{{ 届 / 0 }}\n", 3, "读不懂"),
    ],
)
def test_a_wrong_template_is_refused_with_its_line_in_words(play, text, line, told):
    with pytest.raises(refusals.TemplateIsBroken) as refused:
        save(play, text)
    assert refused.value.facts["line"] == line
    assert told in str(refused.value)
    assert not PaperTemplate.objects.exists()
    assert [one.line for one in template_desk.preview("agenda", text, town_id=play.town_id).faults] == [line]


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"text": " \n"}, refusals.TemplateIsEmpty),
        ({"text": default_text("agenda")}, refusals.WordingIsUnchanged),
        ({"reason": "  "}, refusals.ReasonIsMissing),
        ({"reason": "长" * 201}, TextIsTooLong),
        ({"text": "长" * 20_001}, TextIsTooLong),
        ({"key": "nothing"}, refusals.PaperIsUnknown),
        ({"key": "seating_plan"}, refusals.PaperIsUnknown),
    ],
)
def test_what_is_no_new_wording_is_refused(play, changes, refusal):
    with pytest.raises(refusal):
        save(play, **changes)
    assert not PaperTemplate.objects.exists()


def test_a_template_broken_later_stops_its_paper_only(play):
    """Names may change between versions of the software: the office is told which line, the other papers are made."""
    save(play)
    PaperTemplate.objects.update(text="# 题\n{{ 从前的名称 }}\n")
    desk = queries.list_papers(play.session_id, town_id=play.town_id)
    broken = [row for row in desk.rows if row.fault]
    assert [(row.key, row.fault.line) for row in broken] == [("agenda", 2)]
    with pytest.raises(refusals.TemplateIsBroken, match=r"会议议程.*第 2 行"):
        making.make_paper(
            session_id=play.session_id,
            town_id=play.town_id,
            key="agenda",
            subject_key="session",
            format=Format.DOCX,
            fonts=None,
        )


def test_ours_has_moved_on_is_told_when_our_wording_changes(play):
    save(play)
    assert not wording.wordings(play.town_id, OPENS)["agenda"].has_moved_on
    PaperTemplate.objects.update(base_sha256=wording.sha256_of("我们从前的写法"))
    assert wording.wordings(play.town_id, OPENS)["agenda"].has_moved_on
    page = template_desk.get_template("agenda", town_id=play.town_id, chain="qinghe", today=OPENS)
    assert any(line.sign == "+" for line in page.from_ours)


def test_the_names_stand_beside_the_editor_with_what_they_are_now(play):
    page = template_desk.get_template("script", town_id=play.town_id, chain="qinghe", today=OPENS)
    names = {row.name: row.value for row in page.names}
    assert names["开幕日"] == "2025年3月31日"
    assert names["代表"].startswith("95项")
    assert names["当选"] == ""
    assert "本次.名称" in names


def test_only_the_office_may_word_and_the_second_clerk_is_told(play):
    with pytest.raises(DeedIsNotYours):
        save(play, actor=play.chair)
    seen = journal.get_sequence("qinghe")
    save(play, seen=seen)
    with pytest.raises(SomebodyWasQuicker):
        save(play, OWN + "\n完\n", seen=seen)


def test_another_town_keeps_our_wording(play):
    save(play)
    assert wording.template_in_force(play.town_id + 1, "agenda", OPENS) is None


def test_every_wording_of_ours_can_be_previewed(play):
    for kind in wording.kinds_with_text():
        assert template_desk.preview(kind.key, default_text(kind.key), town_id=play.town_id).faults == (), kind.key
