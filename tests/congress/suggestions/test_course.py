"""One suggestion from its tabling to its end, every turn it may take, and who may take it."""

from datetime import date

import pytest

from huitang.congress.accounts.actor import Actor, DeedIsNotYours
from huitang.congress.accounts.deeds import Role
from huitang.congress.journal import queries as journal
from huitang.congress.roster import commands as roster
from huitang.congress.suggestions import (
    answer_commands,
    commands,
    deputy_pages,
    figures,
    handling_commands,
    office_commands,
    one_page,
    refusals,
    terms,
)
from huitang.congress.suggestions.models import KeptPromise, ProposerNotice, Suggestion
from huitang.congress.suggestions.terms import AnswerClass
from tests.congress.suggestions.stage import ASSIGNED, TABLED, at

JUNE = date(2025, 6, 20)


def notices(found: int) -> list[tuple[int, str]]:
    return list(ProposerNotice.objects.filter(suggestion_id=found).order_by("pk").values_list("deputy_id", "event"))


def test_from_tabling_to_the_end_every_signer_is_told(walk):
    found = walk.answered()
    walk.evaluate(found)
    assert walk.row(found).state == "CLOSED"
    told = notices(found)
    for deputy in walk.deputies[:3]:
        events = [event for whom, event in told if whom == deputy]
        assert events == ["tabled", "admitted", "assigned", "answered", "evaluated", "closed"]
    assert {whom for whom, _event in told} == set(walk.deputies[:3])
    assert journal.verify_chain("qinghe").is_whole


def test_numbers_follow_each_other_and_one_is_never_given_twice(walk):
    first, second = walk.row(walk.table()), walk.row(walk.table())
    assert (first.number, second.number) == ("2025001", "2025002")
    with pytest.raises(refusals.NumberIsTaken):
        walk.table(number="2025002")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"lead": ""}, "没有写是哪位代表提出的"),
        ({"lead": "2"}, "同一位代表写了两次"),
        ({"lead": "王伟"}, "名册里有 2 位“王伟”：王伟（第一代表团）、王伟（第三代表团）。请写明是哪一位，或者写编号。"),
        ({"co_signers": "查无此人"}, "名册里没有“查无此人”"),
    ],
)
def test_names_that_are_wrong_are_told(walk, typed, sentence):
    with pytest.raises((refusals.ProposerIsWrong, refusals.SignersAreWrong)) as refused:
        walk.table(**typed)
    assert sentence in str(refused.value)


def test_a_motion_needs_five_and_its_form_or_becomes_a_suggestion(walk):
    found = walk.table(kind="MOTION", co_signers="2、3、4", plan="修")
    chair = walk.actor(Role.CHAIR)
    with pytest.raises(refusals.MotionLacks) as refused:
        commands.put_on_agenda(suggestion_id=found, actor=chair, now=at(TABLED))
    assert "需要5人以上" in str(refused.value)
    with pytest.raises(refusals.MotionComesFirst):
        commands.admit(suggestion_id=found, actor=chair, now=at(TABLED))
    commands.sign(suggestion_id=found, names="5", actor=walk.actor(), now=at(TABLED))
    commands.put_on_agenda(suggestion_id=found, actor=chair, now=at(TABLED))
    assert walk.row(found).state == "ON_AGENDA"
    other = walk.table(kind="MOTION")
    commands.turn_into_suggestion(suggestion_id=other, reason="不属于大会职权", actor=chair, now=at(TABLED))
    row = walk.row(other)
    assert (row.kind, row.was_motion, row.state) == ("SUGGESTION", True, "ADMITTED")
    assert (walk.deputies[0], "turned") in notices(other)


def test_the_next_signer_leads_when_the_first_withdraws(walk):
    found = walk.answered()
    other = walk.assigned()
    commands.withdraw_signature(
        suggestion_id=other, deputy_id=walk.deputies[0], on=ASSIGNED, actor=walk.actor(), now=at(ASSIGNED)
    )
    walk.answer(other)
    with pytest.raises(refusals.EvaluationIsNotYours):
        walk.evaluate(other)
    walk.evaluate(other, deputy=walk.deputies[1])
    assert walk.row(other).state == "CLOSED"
    walk.evaluate(found, deputy=walk.deputies[1])
    assert walk.row(found).state == "ANSWERED"  # a co-signer's verdict is kept, the leading deputy's moves it on


def test_refused_with_a_ground_that_is_told(walk):
    found = walk.table()
    commands.refuse(suggestion_id=found, ground="PERSONAL", reason="", actor=walk.actor(Role.CHAIR), now=at(TABLED))
    last = ProposerNotice.objects.filter(suggestion_id=found).order_by("-pk")[0]
    assert last.facts["reason"] == "属于代表本人及其亲属的个人问题"


def test_merged_ones_are_assigned_together_and_answered_each(walk):
    lead, other = walk.admitted(), walk.admitted(lead="7", co_signers="")
    commands.merge(suggestion_id=other, into_id=lead, actor=walk.actor(), now=at(TABLED))
    with pytest.raises(refusals.IsMerged):
        walk.assign(other)
    with pytest.raises(refusals.MergeIsWrong):
        commands.merge(suggestion_id=lead, into_id=other, actor=walk.actor(), now=at(TABLED))
    walk.assign(lead)
    assert walk.row(other).state == "ASSIGNED"
    walk.answer(lead)
    assert walk.row(other).state == "ASSIGNED"
    walk.answer(other)
    assert (walk.deputies[6], "answered") in notices(other)


def test_handed_back_within_its_days_and_given_to_another(walk):
    found = walk.assigned()
    told = {"suggestion_id": found, "reason": "不归我们管", "actor": walk.actor()}
    late = date(2025, 4, 25)  # ten working days after 10 April end on 24 April
    with pytest.raises(refusals.HandBackIsLate) as refused:
        handling_commands.hand_back(on=late, now=at(late), **told)
    assert "2025-04-24" in str(refused.value)
    last = date(2025, 4, 24)
    handling_commands.hand_back(on=last, now=at(last), **told)
    assert walk.row(found).state == "HANDED_BACK"
    walk.assign(found, on=last)
    page = one_page.get_one(found, town_id=walk.play.town_id, on=last)
    assert [(one.ending, one.reason) for one in page.assignments] == [("退回", "不归我们管"), ("", "")]
    assert next(one for one in page.clocks if one.reading.clock == "REPLY").reading.last_day == date(2025, 7, 24)


def test_given_to_another_unit_the_answer_stays_due_when_it_was(walk):
    found = walk.assigned(assisting=True)
    handling_commands.note_opinion(
        suggestion_id=found, unit_id=walk.units[1], opinion="同意", on=ASSIGNED, actor=walk.actor(), now=at(ASSIGNED)
    )
    assert walk.row(found).assisting_done_on == ASSIGNED
    handling_commands.reassign(
        suggestion_id=found,
        lead_id=walk.units[2],
        assisting_ids=[],
        reason="职能调整",
        on=JUNE,
        actor=walk.actor(),
        now=at(JUNE),
    )
    row = walk.row(found)
    assert (row.assigned_on, row.received_on) == (ASSIGNED, JUNE)


def test_units_must_be_of_this_town_and_each_once(walk):
    found = walk.admitted()
    told = {"suggestion_id": found, "on": ASSIGNED, "actor": walk.actor(), "now": at(ASSIGNED)}
    with pytest.raises(refusals.UnitsAreWrong):
        handling_commands.assign(lead_id=walk.units[0], assisting_ids=[walk.units[0]], **told)
    with pytest.raises(refusals.UnitIsUnknown):
        handling_commands.assign(lead_id=99_999, assisting_ids=[], **told)
    assert walk.row(found).state == "ADMITTED"


def test_not_satisfied_is_done_again_and_may_be_closed_after_talking(walk):
    found = walk.answered()
    with pytest.raises(refusals.ReasonIsMissing):
        answer_commands.evaluate(
            suggestion_id=found,
            deputy_id=walk.deputies[0],
            attitude="SATISFIED",
            result="NOT_SATISFIED",
            reason=" ",
            on=JUNE,
            actor=walk.actor(),
            now=at(JUNE),
        )
    walk.evaluate(found, result="NOT_SATISFIED")
    assert walk.row(found).state == "REDO"
    walk.answer(found, on=JUNE)
    row = walk.row(found)
    assert (row.state, row.answered_on, row.redone_on) == ("ANSWERED", date(2025, 6, 1), JUNE)
    walk.evaluate(found, result="NOT_SATISFIED", on=JUNE)
    chair = walk.actor(Role.CHAIR)
    answer_commands.close_after_redo(suggestion_id=found, reason="已当面说明", actor=chair, now=at(JUNE))
    assert walk.row(found).state == "CLOSED"


def test_a_class_that_promises_is_tracked_to_its_proof(walk):
    found = walk.assigned()
    with pytest.raises(refusals.PromiseIsMissing):
        walk.answer(found, mark="B")
    walk.answer(found, mark="B", promise="年底前修好", promised_for=date(2025, 12, 31))
    walk.evaluate(found)
    assert walk.row(found).state == "PROMISED"
    new_year = date(2026, 1, 5)
    counted = figures.counts(walk.play.town_id, since=date(2025, 1, 1), until=new_year)
    assert counted.overdue.ids == (found,)
    told = {"suggestion_id": found, "on": new_year, "actor": walk.actor(), "now": at(new_year)}
    with pytest.raises(refusals.TextIsMissing):
        answer_commands.keep_promise(proof="", **told)
    answer_commands.keep_promise(proof="验收单第 3 号", **told)
    assert walk.row(found).state == "CLOSED"
    assert KeptPromise.objects.get().proof == "验收单第 3 号"


def test_an_unreturned_form_ends_it_only_after_its_days_and_leaves_the_base(walk):
    found, other = walk.answered(), walk.answered()
    walk.evaluate(other)
    still = date(2025, 6, 30)  # twenty working days after Sunday 1 June end on 30 June
    with pytest.raises(refusals.FeedbackIsStillOpen):
        answer_commands.close_unreturned(suggestion_id=found, actor=walk.actor(), now=at(still))
    over = date(2025, 7, 1)
    answer_commands.close_unreturned(suggestion_id=found, actor=walk.actor(), now=at(over))
    counted = figures.counts(walk.play.town_id, since=date(2025, 1, 1), until=over)
    assert (counted.answered.number, counted.returned.ids, counted.unreturned.ids) == (2, (other,), (found,))
    assert counted.satisfied_rate == 1


def test_a_verdict_is_given_once_to_each_answer(walk):
    found = walk.answered()
    walk.evaluate(found, deputy=walk.deputies[1])
    with pytest.raises(refusals.EvaluationIsMade):
        walk.evaluate(found, deputy=walk.deputies[1])


def test_published_only_when_all_who_stand_under_it_agree(walk):
    found = walk.answered()
    walk.evaluate(found)
    told = {"suggestion_id": found, "actor": walk.actor(), "now": at(JUNE)}
    with pytest.raises(refusals.PublicationNeedsConsent):
        commands.publish(**told)
    for deputy in walk.deputies[:3]:
        agent = {"actor": walk.actor(Role.DEPUTY, deputy), "now": at(JUNE)}
        commands.consent(suggestion_id=found, deputy_id=deputy, consents=True, **agent)
    commands.publish(**told)
    (public,) = figures.list_public(walk.play.town_id)
    assert (public.title, public.answer, public.result) == ("关于修路的建议", "已经修好。", "满意")
    commands.consent(suggestion_id=found, deputy_id=walk.deputies[2], consents=False, **agent)
    assert figures.list_public(walk.play.town_id) == ()


def test_of_two_clerks_one_comes_too_late(walk):
    found = walk.admitted()
    walk.assign(found)
    with pytest.raises(refusals.SuggestionHasMovedOn) as refused:
        walk.assign(found)
    assert "现在是“办理中”" in str(refused.value)
    stale = walk.row(found)
    Suggestion.objects.filter(pk=found).update(version=stale.version + 1)
    from huitang.congress.suggestions import step
    from huitang.rules.suggestion_course import Act

    with pytest.raises(refusals.SuggestionHasMovedOn):
        step.move(stale, Act.CONTACT, contacted_on=JUNE)


def test_another_town_finds_nothing(walk):
    found = walk.answered()
    town = roster.found_town(code="baihe", name="白河镇", province="", now=at(TABLED))
    stranger = Actor(town, "baihe", "白河办公室", Role.OFFICE, account_id=9)
    with pytest.raises(refusals.SuggestionIsUnknown):
        commands.withdraw(suggestion_id=found, reason="x", actor=stranger, now=at(JUNE))
    with pytest.raises(refusals.SuggestionIsUnknown):
        one_page.get_one(found, town_id=town, on=JUNE)
    with pytest.raises(refusals.SuggestionIsUnknown):
        figures.answer_facts(found, town_id=town)
    with pytest.raises(refusals.UnitIsUnknown):
        office_commands.change_unit(unit_id=walk.units[0], name="x", is_active=True, actor=stranger, now=at(JUNE))
    assert figures.counts(town, since=TABLED, until=JUNE).tabled.ids == ()


@pytest.mark.parametrize("role", [Role.TELLER, Role.DEPUTY, Role.CHAIR])
def test_only_the_office_registers_and_assigns(walk, role):
    found = walk.admitted()
    actor = walk.actor(role, walk.deputies[0] if role is Role.DEPUTY else None)
    with pytest.raises(DeedIsNotYours):
        commands.withdraw(suggestion_id=found, reason="x", actor=actor, now=at(JUNE))
    with pytest.raises(DeedIsNotYours):
        handling_commands.assign(suggestion_id=found, lead_id=1, assisting_ids=[], on=JUNE, actor=actor, now=at(JUNE))


def test_a_deputy_evaluates_for_nobody_else(walk):
    found = walk.answered()
    told = {"attitude": "SATISFIED", "result": "SATISFIED", "reason": "", "on": JUNE, "now": at(JUNE)}
    for whom in (walk.deputies[0], walk.deputies[50]):
        with pytest.raises(refusals.EvaluationIsNotYours):
            answer_commands.evaluate(
                suggestion_id=found, deputy_id=whom, actor=walk.actor(Role.DEPUTY, walk.deputies[50]), **told
            )


def test_the_answer_letter_has_its_facts(walk):
    found = walk.assigned(assisting=True)
    with pytest.raises(refusals.SuggestionIsUnknown):
        figures.answer_facts(found)
    walk.answer(found)
    facts = figures.answer_facts(found, town_id=walk.play.town_id)
    assert (facts.number, facts.unit, facts.assisting) == ("2025001", "镇农业办", ("派出所",))
    assert (facts.answered_on, facts.mark, facts.signed_by, len(facts.co_signers)) == (
        date(2025, 6, 1),
        "A",
        "某主任",
        2,
    )


def test_the_classes_are_the_offices_own(walk):
    classes = [AnswerClass("甲", "已经解决", False), AnswerClass("乙", "列入计划", True)]
    told = {"remind_days": 3, "most_signers": 2, "spans": {"feedback": (10, "DAYS")}}
    office_commands.keep_settings(classes=classes, actor=walk.actor(), now=at(TABLED), **told)
    kept = terms.terms_of(walk.play.town_id)
    assert [one.mark for one in kept.classes] == ["甲", "乙"]
    assert (kept.spans.feedback.number, kept.spans.contact.number, kept.has_own) == (10, 20, True)
    with pytest.raises(refusals.SignersAreWrong):
        walk.table()
    found = walk.assigned(co_signers="2")
    with pytest.raises(refusals.ClassIsUnknown):
        walk.answer(found, mark="A")
    walk.answer(found, mark="甲")


@pytest.mark.parametrize(
    "classes", [[], [AnswerClass("甲", "", False)], [AnswerClass("甲", "一", False), AnswerClass("甲", "二", False)]]
)
def test_a_list_of_classes_that_cannot_be_is_refused(walk, classes):
    with pytest.raises(refusals.ClassesAreWrong):
        office_commands.keep_settings(
            spans={}, remind_days=7, most_signers=0, classes=classes, actor=walk.actor(), now=at(TABLED)
        )


def test_notices_are_unread_until_read(walk):
    walk.assigned()
    deputy = walk.actor(Role.DEPUTY, walk.deputies[1])
    page = deputy_pages.get_deputy_page(deputy, on=ASSIGNED)
    assert (page.unread, page.rows[0].says) == (3, "镇农业办正在办理。")
    office_commands.read_notices(up_to=page.last_notice, actor=deputy, now=at(ASSIGNED))
    assert deputy_pages.count_unread(deputy) == 0
    assert deputy_pages.count_unread(walk.actor(Role.DEPUTY, walk.deputies[0])) == 3
