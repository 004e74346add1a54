"""Names, labels, packs and the refusal of impossible numbers."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from huitang.rules import (
    ballot,
    budget,
    budget_year,
    candidates,
    citation,
    deadline,
    district_election,
    election,
    election_method,
    joint_signature,
    law_names,
    legal_text,
    majority,
    mandate,
    next_act_names,
    office,
    papers,
    presidium,
    presidium_list,
    project_vote,
    province,
    province_packs,
    provincial_citation,
    quorum,
    rating,
    recall,
    resolution,
    statute,
    suggestion,
    tally,
    tie_vote,
)
from huitang.rules.ballot import BallotMethod, Mark, Paper, RawMark, WriteIn
from huitang.rules.tally import Votes

LAW = statute.at(date(2025, 4, 1))


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (25, "二十五"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (1000, "一千"),
        (1005, "一千零五"),
        (1010, "一千零一十"),
        (1105, "一千一百零五"),
        (1259, "一千二百五十九"),
        (110, "一百一十"),
        (115, "一百一十五"),
        (120, "一百二十"),
        (209, "二百零九"),
    ],
)
def test_numbers_are_written_as_statutes_write_them(number: int, written: str) -> None:
    assert legal_text.chinese_number(number) == written


@pytest.mark.parametrize(
    ("found", "zh", "en", "key"),
    [
        (citation.QUORUM, "《地方组织法》第十四条第四款", "Organic Law art. 14(4)", "ZZF-14.4"),
        (citation.PROJECTS, "《地方组织法》第十二条第三项", "Organic Law art. 12 item 3", "ZZF-12-item-3"),
        (
            citation.VOID_ROUND,
            "《选举法》第四十四条（参照）",
            "Electoral Law art. 44 (by analogy)",
            "XJF-44",
        ),
        (citation.SEAL, "本次会议通过的办法", "the method this session adopted", "METHOD"),
        (
            provincial_citation.CQ_INTERIM,
            "《重庆市乡镇人民代表大会工作条例》第三十二条第十项",
            "Chongqing Township Congress Regulations art. 32 item 10",
            "CQ-32-item-10",
        ),
    ],
)
def test_a_citation_reads_as_a_reader_cites_it(found: legal_text.Citation, zh: str, en: str, key: str) -> None:
    assert (found.label_zh, found.label_en, found.key) == (zh, en, key)


ONE_ROUND: dict[str, Any] = {
    "deputies_in_office": 95,
    "deputies_present": 91,
    "papers_issued": 91,
    "papers_collected": 91,
    "valid_papers": 91,
    "void_papers": 0,
}
SHOW: dict[str, Any] = {
    "deputies_in_office": 95,
    "deputies_present": 91,
    "votes_for": 91,
    "votes_against": 0,
    "abstentions": 0,
    "not_voting": 0,
}
BY_BALLOT: dict[str, Any] = {
    "deputies_in_office": 95,
    "deputies_present": 91,
    "papers_issued": 91,
    "papers_collected": 91,
    "void_papers": 0,
    "votes_for": 91,
    "votes_against": 0,
    "abstentions": 0,
}
DISTRICT: dict[str, Any] = {
    "voters_registered": 1000,
    "voters_taking_part": 800,
    "papers_collected": 800,
    "valid_papers": 800,
    "void_papers": 0,
    "seats": 1,
}
NATIONAL = province.NATIONAL
REFUSERS: list[tuple[Callable[..., Any], dict[str, Any], tuple[str, ...]]] = [
    (majority.two_thirds, {"number": 3}, ("number",)),
    (majority.majority_of_all, {"number": 3}, ("number",)),
    (majority.one_fifth, {"number": 3}, ("number",)),
    (majority.one_third, {"number": 3}, ("number",)),
    (majority.half_or_more, {"number": 3}, ("number",)),
    (
        quorum.check_quorum,
        {"deputies_in_office": 95, "deputies_present": 91},
        ("deputies_in_office", "deputies_present"),
    ),
    (quorum.bound_quorum, {"deputies_present": 91}, ("deputies_present",)),
    (
        quorum.reconcile_attendance,
        {"deputies_in_office": 95, "present": 91, "on_leave": 4, "absent": 0, "suspended": 0},
        ("deputies_in_office", "present", "on_leave", "absent", "suspended"),
    ),
    (
        quorum.count_present,
        {"signed_in": 80, "suspended_among_them": 1},
        ("signed_in", "suspended_among_them"),
    ),
    (resolution.decide_resolution, SHOW, tuple(SHOW)),
    (resolution.decide_resolution_by_ballot, BY_BALLOT, tuple(BY_BALLOT)),
    (
        papers.check_issue,
        {"deputies_present": 91, "papers_issued": 91},
        ("deputies_present", "papers_issued"),
    ),
    (papers.check_papers, {k: v for k, v in ONE_ROUND.items() if k != "deputies_in_office"}, ()),
    (
        election.decide_election,
        {**ONE_ROUND, "seats": 1, "votes": (Votes("A", 50),)},
        (*ONE_ROUND, "seats"),
    ),
    (
        project_vote.decide_project_vote,
        {**ONE_ROUND, "places": 1, "votes": (Votes("A", 50), Votes("B", 41))},
        (*ONE_ROUND, "places"),
    ),
    (
        candidates.check_candidates,
        {"post": office.Post.HEAD, "occasion": office.Occasion.FULL_TERM, "seats": 1, "nominees": 1},
        ("seats", "nominees"),
    ),
    (
        recall.check_recall,
        {
            "deputies_in_office": 95,
            "signers": 19,
            "by_presidium": False,
            "reasons_given": True,
            "defence_offered": True,
        },
        ("deputies_in_office", "signers"),
    ),
    (district_election.decide_district_election, {**DISTRICT, "votes": ()}, tuple(DISTRICT)),
    (district_election.check_recall_petition, {"petitioners": 30}, ("petitioners",)),
    (
        district_election.is_recalled_by_voters,
        {"voters_registered": 1000, "votes_for": 501},
        ("voters_registered", "votes_for"),
    ),
    (district_election.seats_of_congress, {"population": 30_000}, ("population",)),
    (
        district_election.district_candidates,
        {"seats": 1, "occasion": office.Occasion.BY_ELECTION},
        ("seats",),
    ),
    (
        presidium.decide_presidium_vote,
        {"members": 11, "present": 8, "votes_for": 6},
        ("members", "present", "votes_for"),
    ),
    (
        presidium_list.check_presidium_size,
        {"members": 9, "deputies_in_office": 95, "population": 0, "pack": NATIONAL},
        ("members", "deputies_in_office", "population"),
    ),
    (
        rating.decide_rating,
        {
            "members": 95,
            "present": 91,
            "satisfied": 60,
            "basically": 25,
            "dissatisfied": 4,
            "void_papers": 2,
        },
        ("members", "present", "satisfied", "basically", "dissatisfied", "void_papers"),
    ),
    (
        joint_signature.check_motion,
        {"signers": 5, "suspended_signers": 0, "form_complete": True, "law": LAW},
        ("signers", "suspended_signers"),
    ),
    (
        joint_signature.withdraw_motion,
        {"before_vote": True, "presidium_consents": True, "movers_insisting": 0},
        ("movers_insisting",),
    ),
    (
        joint_signature.withdraw_from_inquiry,
        {"signers_left": 9, "deputies_in_office": 95, "presidium_consents": True, "pack": NATIONAL},
        ("signers_left",),
    ),
    (
        joint_signature.check_second_answer,
        {"signers": 10, "dissatisfied": 5, "law": LAW, "pack": NATIONAL},
        ("signers", "dissatisfied"),
    ),
    (
        joint_signature.check_extra_session,
        {"deputies_in_office": 95, "proposers": 19, "by_presidium": False},
        ("deputies_in_office", "proposers"),
    ),
    (budget.check_balance, {"income": 1, "spending": 1}, ("income", "spending")),
    (budget.check_reserve, {"general_spending": 100, "reserve": 1}, ("general_spending", "reserve")),
    (budget.check_debt, {"amount": 1, "debt": budget.Debt.OWN}, ("amount",)),
    (
        budget.check_adjustment,
        {
            "from_stabilisation_fund": 0,
            "key_spending_cut": 0,
            "debt_added": 0,
            "earmarked_without_matching": 0,
        },
        ("from_stabilisation_fund", "key_spending_cut", "debt_added", "earmarked_without_matching"),
    ),
    (budget.plan_disaster, {"needed": 1, "reserve": 1}, ("needed", "reserve")),
    (
        budget_year.check_early_spending,
        {"kind": budget_year.EarlySpending.DISASTER, "amount": 1, "same_period_last_year": 1},
        ("amount", "same_period_last_year"),
    ),
    (deadline.add_days, {"start": date(2025, 1, 1), "days": 1}, ("days",)),
    (deadline.add_months, {"start": date(2025, 1, 1), "months": 1}, ("months",)),
    (
        deadline.add_working_days,
        {"start": date(2025, 1, 1), "days": 1, "calendar": deadline.Calendar()},
        ("days",),
    ),
    (deadline.give_notice_by, {"opens_on": date(2025, 1, 1), "notice_days": 7}, ("notice_days",)),
]


@pytest.mark.parametrize(
    ("rule", "facts", "name"),
    [(rule, facts, name) for rule, facts, names in REFUSERS for name in (names or tuple(facts))],
    ids=lambda value: getattr(value, "__name__", None) or (value if isinstance(value, str) else "facts"),
)
@pytest.mark.parametrize("wrong", [-1, "3", True])
def test_numbers_no_count_can_produce_are_refused_by_name(
    rule: Callable[..., Any], facts: dict[str, Any], name: str, wrong: Any
) -> None:
    rule(**facts)
    with pytest.raises(ValueError, match=r"must be a whole number of at least 0") as refusal:
        rule(**{**facts, name: wrong})
    assert repr(wrong) in str(refusal.value)
    expected = "number" if (rule.__name__, name) in NAMED_FURTHER_IN else name
    assert str(refusal.value).split()[0] == expected


NAMED_FURTHER_IN = {
    ("is_recalled_by_voters", "voters_registered"),
    ("check_extra_session", "deputies_in_office"),
    ("decide_rating", "members"),
}


def test_zero_is_a_number_a_count_can_produce() -> None:
    legal_text.refuse_impossible(first=0, second=5)
    with pytest.raises(legal_text.ImpossibleNumber, match=r"^second must be .* not -5$"):
        legal_text.refuse_impossible(first=0, second=-5)


@pytest.mark.parametrize("vote", [Votes("A", -1), Votes("A", 1, -1), Votes("A", 1, 0, -1)])
def test_negative_votes_are_refused(vote: Votes) -> None:
    fewest = {**ONE_ROUND, "votes": (vote,)}
    with pytest.raises(legal_text.ImpossibleNumber, match=r"votes_for|votes_against|abstentions"):
        election.decide_election(**fewest, seats=1)
    with pytest.raises(legal_text.ImpossibleNumber, match=r"votes_for|votes_against|abstentions"):
        project_vote.decide_project_vote(**fewest, places=1)


def test_a_count_of_people_cannot_be_smaller_than_none() -> None:
    with pytest.raises(legal_text.ImpossibleNumber, match=r"^present "):
        quorum.count_present(signed_in=1, suspended_among_them=2)
    with pytest.raises(legal_text.ImpossibleNumber, match=r"^signers_counted "):
        joint_signature.check_motion(signers=1, suspended_signers=2, form_complete=True, law=LAW)
    assert quorum.count_present(signed_in=2, suspended_among_them=2) == 0


def test_calls_that_make_no_sense_are_refused() -> None:
    twice = (Votes("A", 1), Votes("A", 2))
    with pytest.raises(ValueError, match=r"^an election needs at least one seat$"):
        election.decide_election(**ONE_ROUND, seats=0, votes=(Votes("A", 1),))
    with pytest.raises(ValueError, match=r"^a candidate appears twice in the votes$"):
        election.decide_election(**ONE_ROUND, seats=1, votes=twice)
    with pytest.raises(ValueError, match=r"^a project appears twice in the votes$"):
        project_vote.decide_project_vote(**ONE_ROUND, places=1, votes=twice)
    with pytest.raises(ValueError, match=r"^a repeated vote needs more persons than seats$"):
        tie_vote.decide_tie_vote(**ONE_ROUND, seats=1, votes=(Votes("A", 1),))
    with pytest.raises(ValueError, match=r"^only the tied stand in a repeated vote$"):
        tie_vote.decide_tie_vote(**ONE_ROUND, seats=1, votes=(Votes("A", 1), Votes("B", 1, is_write_in=True)))
    for keep in (0, 2, 3):
        with pytest.raises(ValueError, match=r"^a primary needs more persons than places"):
            candidates.decide_primary(votes=(("A", 1), ("B", 2)), keep=keep)
    with pytest.raises(legal_text.ImpossibleNumber, match=r"^votes_for_A "):
        candidates.decide_primary(votes=(("A", -1), ("B", 2)), keep=1)
    with pytest.raises(legal_text.ImpossibleNumber, match=r"^keep "):
        candidates.decide_primary(votes=(("A", 1), ("B", 2)), keep=-1)
    with pytest.raises(ValueError, match=r"^1 printed names but 2 marks$"):
        ballot.read_ballot(Paper((RawMark.BLANK, RawMark.BLANK)), BallotMethod(("A",), 1))
    with pytest.raises(ValueError, match=r"^money cannot be unspent before its year$"):
        budget_year.classify_unspent(budgeted_for=2025, end_of_year=2024)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ([("RESTORED", None)], "2025-01-01: RESTORED cannot follow NOT_YET"),
        ([("ELECTED", None), ("ENDED", None)], "2025-01-02: an end names its cause, and nothing else does"),
        ([("ELECTED", "DIED")], "2025-01-01: an end names its cause, and nothing else does"),
        ([("ELECTED", None), ("BY_ELECTED", None)], "2025-01-02: BY_ELECTED cannot follow IN_OFFICE"),
        (
            [("ELECTED", None), ("ENDED", "DIED"), ("SUSPENDED", None)],
            "2025-01-03: SUSPENDED cannot follow ENDED",
        ),
    ],
)
def test_a_history_no_mandate_can_have_is_refused(changes: list[tuple[str, str | None]], words: str) -> None:
    history = [
        mandate.MandateChange(
            mandate.ChangeKind(kind), date(2025, 1, day), None if cause is None else mandate.EndCause(cause)
        )
        for day, (kind, cause) in enumerate(changes, 1)
    ]
    with pytest.raises(mandate.ImpossibleHistory) as refusal:
        mandate.standing_on(history, date(2025, 1, 9))
    assert str(refusal.value) == words


def test_ordered_resignation_is_a_cause_only_since_2025() -> None:
    old, new = date(2025, 3, 10), date(2025, 3, 11)
    lawful = {cause for cause in mandate.EndCause if mandate.is_lawful_cause(cause, old)}
    assert set(mandate.EndCause) - lawful == {mandate.EndCause.ORDERED_RESIGNATION}
    assert all(mandate.is_lawful_cause(cause, new) for cause in mandate.EndCause)
    assert set(mandate.CAUSE_NAMES) == set(mandate.EndCause)


def test_a_tally_counts_each_paper_once_and_hands_on_its_votes() -> None:
    method = BallotMethod(candidates=("A", "B"), seats=1)
    cross = (RawMark.CROSS, RawMark.BLANK)
    counted = tally.count_papers(
        [
            Paper((RawMark.CIRCLE, RawMark.CROSS)),
            Paper((RawMark.CIRCLE, RawMark.CIRCLE)),
            Paper((RawMark.BLANK, RawMark.BLANK)),
            Paper((RawMark.TICK, RawMark.CROSS)),
            Paper(cross, (WriteIn("Y", True),)),
            Paper(cross, (WriteIn("X", True),)),
            Paper(cross, (WriteIn("X", True),)),
            Paper((RawMark.BLANK, RawMark.BLANK), (WriteIn("Z", True),)),
        ],
        method=method,
    )
    assert (counted.papers_valid, counted.papers_void, counted.papers_blank) == (7, 1, 1)
    assert counted.candidates == (
        tally.CandidateTally("A", 1, 3, 2, 1),
        tally.CandidateTally("B", 0, 2, 5, 0),
    )
    assert counted.write_ins == (("X", 2), ("Y", 1))
    assert counted.void_write_ins == (("Z", 1),)
    assert counted.votes() == (
        Votes("A", 1, 3, 2),
        Votes("B", 0, 2, 5),
        Votes("X", 2, is_write_in=True),
        Votes("Y", 1, is_write_in=True),
    )


def test_a_session_method_hands_its_choices_to_the_reading_of_papers() -> None:
    method = election_method.SessionMethod(
        scheme=ballot.Scheme.BLANK,
        accepted_marks=((RawMark.TICK, Mark.FOR),),
        unclear=ballot.Unclear.WHOLE,
        write_ins_allowed=False,
        writein_requires_against=False,
        writein_breach=ballot.WriteInBreach.VOID_BALLOT,
        seal_required=True,
    )
    assert method.ballot_method(candidates=("A", "B"), seats=2) == BallotMethod(
        candidates=("A", "B"),
        seats=2,
        scheme=ballot.Scheme.BLANK,
        accepted_marks=((RawMark.TICK, Mark.FOR),),
        unclear=ballot.Unclear.WHOLE,
        write_ins_allowed=False,
        writein_requires_against=False,
        writein_breach=ballot.WriteInBreach.VOID_BALLOT,
        seal_required=True,
    )


def test_a_pack_is_chosen_by_province_and_day_and_unknown_stays_unknown() -> None:
    packs = province_packs.PACKS
    assert province.choose(packs, code="ZJ", day=date(2023, 7, 27)) is province_packs.ZHEJIANG_2016
    assert province.choose(packs, code="ZJ", day=date(2023, 7, 28)) is province_packs.ZHEJIANG_2023
    assert province.choose(packs, code="ZJ", day=date(2016, 7, 28)) is province.NATIONAL
    assert province.choose(packs, code="XX", day=date(2025, 4, 1)) is province.NATIONAL
    jiangxi = province.choose(packs, code="JX", day=date(2025, 4, 1))
    assert jiangxi.unknown() == province.MAY_BE_UNKNOWN
    assert province_packs.CHONGQING.unknown() == ("extra_without_notice",)
    assert province_packs.SHANDONG.unknown() == (
        *("presidium_quorum", "government_ban", "notice_days"),
        "extra_without_notice",
    )
    assert all(pack.notes for pack in packs if len(pack.unknown()) > 8)


def test_every_number_in_a_pack_comes_with_its_provision() -> None:
    for pack in province_packs.PACKS:
        assert (pack.notice_days is None) == (pack.notice_citation is None)
        assert (pack.government_ban is None) == (pack.government_ban_citation is None)
        assert pack.presidium_quorum is None or pack.presidium_citations


def test_a_clock_that_has_not_started_has_no_last_day() -> None:
    facts: dict[str, Any] = {"difficult": False, "calendar": deadline.Calendar()}
    shandong = province_packs.SHANDONG
    for made_in_session in (True, False):
        for pack in (shandong, province.NATIONAL):
            days = suggestion.Days(received_on=date(2025, 4, 1))
            assert suggestion.reply_by(days=days, made_in_session=made_in_session, pack=pack, **facts) is None


def test_a_make_up_working_day_beats_a_holiday() -> None:
    saturday, monday = date(2026, 2, 28), date(2026, 3, 2)
    calendar = deadline.Calendar(holidays=frozenset({monday}), working_days=frozenset({saturday}))
    assert not calendar.is_rest_day(saturday)
    assert calendar.is_rest_day(monday)
    assert calendar.is_rest_day(date(2026, 3, 1))
    assert calendar.next_working_day(date(2026, 3, 1)) == date(2026, 3, 3)
    both = deadline.Calendar(holidays=frozenset({saturday}), working_days=frozenset({saturday}))
    assert not both.is_rest_day(saturday)
    assert deadline.add_working_days(monday, 0, calendar) == monday


def test_a_citation_takes_the_edition_that_was_read_unless_told_otherwise() -> None:
    assert law_names.cite("ZZF", "25", "中文", "English") == legal_text.Citation(
        law="ZZF",
        article="25",
        edition="2022-03-11",
        name=legal_text.Text("《地方组织法》", "Organic Law"),
        gist=legal_text.Text("中文", "English"),
        by_analogy=False,
    )
    older = law_names.cite("DBF", "11", "中文", "English", edition="2015-08-29", by_analogy=True)
    assert (older.edition, older.by_analogy) == ("2015-08-29", True)


def test_a_step_holds_its_two_sentences() -> None:
    assert legal_text.step("中文", "English").text == legal_text.Text(zh="中文", en="English")


@pytest.mark.parametrize(
    ("day", "law", "edition"),
    [
        (None, "DBF", "2025-03-11"),
        (date(2025, 3, 11), "DBF", "2025-03-11"),
        (date(2025, 3, 10), "METHOD", ""),
    ],
)
def test_a_write_in_without_a_vote_against_is_void_by_the_text_of_the_day(
    day: date | None, law: str, edition: str
) -> None:
    method = election_method.SessionMethod().ballot_method(candidates=("A",), seats=1, on=day)
    reading = ballot.read_ballot(Paper((RawMark.CIRCLE,), (WriteIn("X", True),)), method)
    assert [(c.law, c.edition) for c in reading.citations] == [(law, edition)]


def test_every_next_act_has_a_name_of_its_own_in_both_languages() -> None:
    assert set(next_act_names.NAMES) == set(legal_text.NextAct)
    assert len({text.zh for text in next_act_names.NAMES.values()}) == len(legal_text.NextAct)
    assert len({text.en for text in next_act_names.NAMES.values()}) == len(legal_text.NextAct)


def test_a_size_rule_without_a_larger_size_never_allows_one() -> None:
    size = province.SizeRule(5, 9, True, 11, True, province.Larger.NEVER, 0, provincial_citation.BJ_SIZE)
    pack = province.ProvincePack("BJ", legal_text.Text("北京市", "Beijing"), date(2025, 1, 1), size)
    found = presidium_list.check_presidium_size(members=10, deputies_in_office=95, pack=pack)
    assert (found.state, found.most) == (presidium_list.SizeState.OVER_LIMIT, 9)


def test_a_removal_keeps_the_vote_it_rests_on() -> None:
    vote = resolution.decide_resolution(**SHOW)
    assert recall.conclude_recall(vote).vote is vote


@pytest.mark.parametrize(
    ("changed", "state", "missing", "cited", "acts"),
    [
        ({"papers_collected": 90, "valid_papers": 90}, "IN_ORDER", 1, ["XJF-44"], []),
        ({"papers_collected": 92}, "VOID_ROUND", 0, ["METHOD", "XJF-44"], ["VOTE_AGAIN"]),
        ({"valid_papers": 90}, "COUNT_ERROR", 0, ["XJF-43"], ["RECOUNT"]),
        (
            {"papers_issued": 92, "over_issue": papers.OverIssue.VOID_ROUND},
            "VOID_ROUND",
            0,
            ["METHOD"],
            ["VOTE_AGAIN"],
        ),
    ],
)
def test_a_set_of_papers_is_in_order_or_says_what_is_wrong(
    changed: dict[str, Any], state: str, missing: int, cited: list[str], acts: list[str]
) -> None:
    facts = {k: v for k, v in ONE_ROUND.items() if k != "deputies_in_office"}
    found = papers.check_papers(**{**facts, **changed})
    assert (found.state, found.papers_not_returned) == (state, missing)
    assert [c.key for c in found.citations] == cited
    assert list(found.next_acts) == acts
