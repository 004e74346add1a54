"""Papers of the year say what is tracked: an answer to each proposer, a report in numbers, an opinion and its reply form."""

from datetime import date

import pytest

from huitang.adapters.papers.paper import Paper
from huitang.adapters.texts.of_paper import paragraphs_of_paper
from huitang.congress.documents import catalogue, drawing, wording, year_papers
from huitang.congress.documents.making import Format
from huitang.congress.documents.refusals import OpinionIsNotWritten, SignerIsUnknown
from huitang.congress.documents.wording import Wording
from huitang.congress.proofreading.known import NOTHING
from huitang.congress.proofreading.proofread import proofread
from huitang.congress.suggestions import figures
from huitang.congress.suggestions.models import Suggestion
from huitang.congress.suggestions.refusals import SuggestionIsUnknown
from huitang.congress.supervision import commands as supervision
from huitang.congress.supervision import reply_commands
from huitang.congress.supervision.commands import Plan
from huitang.congress.supervision.models import Activity
from huitang.congress.supervision.refusals import ActivityIsUnknown
from tests.congress.suggestions import stage
from tests.congress.suggestions.stage import Walk, at

YEAR = {"since": date(2025, 1, 1), "until": date(2025, 12, 31)}


@pytest.fixture
def walk(db) -> Walk:
    return stage.begin()


def drawn(key: str, facts: year_papers.YearFacts) -> Paper:
    found = year_papers.attempt(catalogue.kind_of(key), facts, Wording(drawing.default_text(key)))
    assert found.fault is None
    return found.paper


def words(paper: Paper) -> str:
    return "\n".join(one.text for one in paragraphs_of_paper(paper))


@pytest.mark.parametrize("kind", catalogue.YEAR_PAPERS, ids=lambda kind: kind.key)
def test_each_is_drawn_from_its_sample_and_proofread_clean(kind):
    paper = drawn(kind.key, year_papers.sample(kind))
    assert paper.blocks
    assert "{{" not in words(paper)
    assert proofread(paragraphs_of_paper(paper), NOTHING) == ()


def test_every_proposer_gets_a_letter_of_his_own_with_the_form_filled_in(walk):
    found = walk.answered(mark="B", promise="年底前完工", promised_for=date(2025, 12, 1))
    facts = figures.answer_facts(found)
    signers = (facts.lead, *facts.co_signers)
    assert len(signers) == 3
    for place, name in enumerate(signers, start=1):
        told = words(drawn("suggestion_answer", year_papers.answer_letter(found, place, town_id=walk.play.town_id)))
        others = "、".join(other for other in signers if other != name)
        assert f"{name}代表：" in told
        assert f"您和{others}代表2025年4月7日提出的《关于修路的建议》收悉。" in told
        assert "已经修好。" in told
        assert "我单位承诺：年底前完工（2025年12月1日前）。" in told
        assert told.count(facts.number) == 2, "in the letter's title and on the form"
    with pytest.raises(SignerIsUnknown):
        year_papers.answer_letter(found, 4, town_id=walk.play.town_id)


def test_a_letter_waits_for_the_answer_and_stays_in_its_town(walk):
    assigned = walk.assigned()
    with pytest.raises(SuggestionIsUnknown):
        year_papers.answer_letter(assigned, 1, town_id=walk.play.town_id)
    walk.answer(assigned)
    with pytest.raises(SuggestionIsUnknown):
        year_papers.answer_letter(assigned, 1, town_id=walk.play.town_id + 1)


def test_an_imported_answer_has_no_text_and_its_letter_leaves_room_for_one(walk):
    stage.bring_in(walk)
    found = Suggestion.objects.get(number="2025001").pk
    told = words(drawn("suggestion_answer", year_papers.answer_letter(found, 1, town_id=walk.play.town_id)))
    assert "（办理情况；不能马上解决的原因和打算）" in told
    assert "冯春玲代表：" in told


def test_the_report_tells_the_counted_numbers_and_every_suggestion(walk):
    stage.bring_in(walk)
    counts = figures.counts(walk.play.town_id, **YEAR)
    told = words(drawn("suggestion_report", year_papers.suggestion_report(town_id=walk.play.town_id, **YEAR)))
    assert f"交办{counts.assigned.number}件" in told
    assert f"答复{counts.answered.number}件" in told
    assert f"满意{counts.satisfied.number}件" in told
    assert counts.satisfied_percent in told
    for one in Suggestion.objects.all():
        assert one.number in told
        assert one.title in told


def test_a_report_of_a_year_without_suggestions_divides_by_nothing(walk):
    told = words(drawn("suggestion_report", year_papers.suggestion_report(town_id=walk.play.town_id, **YEAR)))
    assert "答复0件。" in told
    assert "%" not in told


def an_activity(walk: Walk) -> int:
    plan = Plan(Activity.Kind.ENFORCEMENT, "安全生产法实施情况", planned_month=5, basis="《安全生产法》")
    return supervision.plan_activity(year=2025, plan=plan, actor=walk.actor(), now=at(date(2025, 1, 10)))


def test_an_opinion_is_a_letter_and_a_form_for_the_reply(walk):
    found = an_activity(walk)
    who = {"town_id": walk.play.town_id, "chain": "qinghe", "now": at(date(2025, 6, 1))}
    with pytest.raises(OpinionIsNotWritten, match="还没有送出审议意见"):
        year_papers.opinion(found, **who)
    told = {"actor": walk.actor(), "now": at(date(2025, 6, 1))}
    deputies = tuple(walk.deputies[:3])
    supervision.hold_activity(
        activity_id=found, held_on=date(2025, 5, 20), place="花炮厂", deputy_ids=deputies, people_met=0, **told
    )
    reply_commands.write_problems(activity_id=found, problems="两家没有预案。", **told)
    reply_commands.send_opinion(
        activity_id=found,
        opinion="一个月内补齐。",
        unit="镇应急办",
        sent_on=date(2025, 5, 26),
        reply_due=date(2025, 7, 26),
        **told,
    )
    text = words(drawn("supervision_opinion", year_papers.opinion(found, **who)))
    assert "镇应急办：" in text
    assert "组织3名代表，在花炮厂开展了安全生产法实施情况执法检查" in text
    assert "两家没有预案。" in text
    assert "一个月内补齐。" in text
    assert "2025年7月26日前" in text
    with pytest.raises(ActivityIsUnknown):
        year_papers.opinion(found, **{**who, "town_id": walk.play.town_id + 1})


def test_it_is_made_as_word_with_the_wording_in_force(walk):
    found = walk.answered()
    facts = year_papers.answer_letter(found, 1, town_id=walk.play.town_id)
    made = year_papers.make("suggestion_answer", facts, town_id=walk.play.town_id, format=Format.DOCX, fonts=None)
    assert made.filename == f"{facts.name}.docx"
    assert made.content.startswith(b"PK")
    assert set(wording.wordings(walk.play.town_id, facts.on)) >= {kind.key for kind in catalogue.YEAR_PAPERS}
