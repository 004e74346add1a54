"""Runs one worked case of the law: a rule's name and its facts in, the outcome out."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from huitang.rules import (
    ballot,
    budget,
    budget_year,
    by_election,
    candidates,
    deadline,
    district_election,
    election,
    further_election,
    joint_signature,
    majority,
    papers,
    presidium,
    presidium_list,
    project_papers,
    project_vote,
    quorum,
    rating,
    recall,
    resignation,
    resolution,
    scrutineers,
    statute,
    suggestion,
    tie_vote,
)
from huitang.rules.office import Occasion, Post
from huitang.rules.papers import CompareWith, OverIssue
from huitang.rules.tally import Votes
from tests.rules.statute_case_more import CALENDAR, MORE_RULES, Given, pack


def votes_from(given: Any) -> tuple[Votes, ...]:
    if isinstance(given, Mapping):
        return tuple(Votes(key, number) for key, number in given.items())
    return tuple(Votes(**row) for row in given)


def round_of(given: Given) -> dict[str, Any]:
    facts = dict(given)
    collected = facts.setdefault("papers_collected", facts.get("papers_issued"))
    facts.setdefault("void_papers", 0)
    facts.setdefault("valid_papers", collected - facts["void_papers"])
    facts["votes"] = votes_from(facts["votes"])
    if "rank_points" in facts:
        facts["rank_points"] = tuple(facts["rank_points"])
    return with_paper_rules(facts)


def with_paper_rules(facts: dict[str, Any]) -> dict[str, Any]:
    if "compare_with" in facts:
        facts["compare_with"] = CompareWith(facts["compare_with"])
    if "over_issue" in facts:
        facts["over_issue"] = OverIssue(facts["over_issue"])
    return facts


def run_quorum(given: Given) -> Any:
    if "signed_in" not in given:
        return quorum.check_quorum(**given)
    present = quorum.count_present(signed_in=given["signed_in"], suspended_among_them=given["suspended_among_them"])
    return quorum.check_quorum(deputies_in_office=given["deputies_in_office"], deputies_present=present)


def run_ballot(given: Given) -> Any:
    method = ballot.BallotMethod(
        candidates=tuple(given["candidates"]),
        seats=given["seats"],
        scheme=ballot.Scheme(given.get("scheme", "CIRCLE")),
        accepted_marks=tuple(
            (ballot.RawMark(raw), ballot.Mark(mark)) for raw, mark in given.get("accepted_marks", {}).items()
        ),
        unclear=ballot.Unclear(given.get("unclear", "PART")),
        write_ins_allowed=given.get("write_ins_allowed", True),
        writein_requires_against=given.get("writein_requires_against", True),
        writein_breach=ballot.WriteInBreach(given.get("writein_breach", "VOID_WRITEIN")),
        seal_required=given.get("seal_required", False),
    )
    paper = ballot.Paper(
        marks=tuple(ballot.RawMark(m) for m in given["marks"]),
        write_ins=tuple(ballot.WriteIn(**w) for w in given.get("write_ins", ())),
        sealed=given.get("sealed", True),
    )
    return ballot.read_ballot(paper, method)


def run_candidates(given: Given) -> Any:
    facts = dict(given)
    return candidates.check_candidates(
        post=Post(facts.pop("post")), occasion=Occasion(facts.pop("occasion", "FULL_TERM")), **facts
    )


def run_further(given: Given) -> Any:
    facts = dict(given)
    return further_election.check_further_election(
        post=Post(facts.pop("post")),
        occasion=Occasion(facts.pop("occasion", "FULL_TERM")),
        decided_by=further_election.DecidedBy(facts.pop("decided_by", "CONGRESS")),
        **facts,
    )


def run_by_election(given: Given) -> Any:
    return by_election.check_by_election(
        post=Post(given["post"]),
        seats=given["seats"],
        vacancy=by_election.Vacancy(given["vacancy"]),
        nominees=tuple(given["nominees"]),
        deputies=frozenset(given.get("deputies", ())),
        most=given.get("most"),
    )


def run_project_vote(given: Given) -> Any:
    facts = round_of(given)
    facts["votes"] = tuple(Votes(f"P{n}", v) for n, v in enumerate(facts.pop("numbers"), 1)) or facts["votes"]
    facts["mode"] = project_papers.ProjectMode(facts.get("mode", "MAJORITY"))
    return project_vote.decide_project_vote(**facts)


def run_project_paper(given: Given) -> Any:
    method = project_papers.ProjectMethod(tuple(given["projects"]), given["places"])
    paper = project_papers.ProjectPaper(tuple(given["choices"]))
    return {"state": project_papers.read_project_paper(paper, method)}


def run_rating(given: Given) -> Any:
    facts = dict(given)
    if "threshold" in facts:
        facts["threshold"] = Fraction(*facts["threshold"])
    facts["base"] = rating.RatingBase(facts.get("base", "ALL"))
    return rating.decide_rating(**facts)


def resolution_of(given: Given) -> resolution.ResolutionOutcome:
    facts = {"votes_against": 0, "abstentions": 0, "not_voting": 0, **given}
    return resolution.decide_resolution(**with_day(facts))


def with_day(facts: dict[str, Any]) -> dict[str, Any]:
    day = facts.pop("day", None)
    return facts if day is None else {**facts, "law": statute.at(day)}


def run_resignation(given: Given) -> Any:
    office = given.get("office")
    return resignation.conclude_resignation(
        resolution_of(given["vote"]),
        resigned=resignation.Resigned(given["resigned"]),
        office=None if office is None else Post(office),
    )


def run_presidium_vote(given: Given) -> Any:
    facts = dict(given)
    return presidium.decide_presidium_vote(quorum=presidium.PresidiumQuorum(facts.pop("quorum", "HALF")), **facts)


def run_offices(given: Given) -> Any:
    return presidium_list.check_offices(
        seat=presidium_list.Seat(given["seat"]),
        post=presidium_list.StatePost(given["post"]),
        pack=pack(given["province"]),
    )


def with_pack(rule: Callable[..., Any], given: Given) -> Any:
    facts = dict(given)
    return rule(pack=pack(facts.pop("province", "CN")), **facts)


def with_law(rule: Callable[..., Any], given: Given) -> Any:
    facts = dict(given)
    return rule(law=statute.at(facts.pop("day", date(2025, 4, 1))), **facts)


def run_second_answer(given: Given) -> Any:
    return joint_signature.check_second_answer(
        signers=given["signers"],
        dissatisfied=given["dissatisfied"],
        law=statute.at(date(2025, 4, 1)),
        pack=pack(given.get("province", "CN")),
    )


def run_reply(given: Given) -> Any:
    return suggestion.reply_by(
        days=suggestion.Days(**given["days"]),
        difficult=given.get("difficult", False),
        made_in_session=given.get("made_in_session", False),
        pack=pack(given.get("province", "CN")),
        calendar=CALENDAR,
    )


def run_notice(given: Given) -> Any:
    days = given["notice_days"] if "notice_days" in given else pack(given["province"]).notice_days
    assert days is not None
    return {"last_day": deadline.give_notice_by(opens_on=given["opens_on"], notice_days=days)}


def run_district(given: Given) -> Any:
    return district_election.decide_district_election(**round_of(given))


def run_thresholds(given: Given) -> Any:
    number = given["deputies_in_office"]
    return {
        "quorum": majority.two_thirds(number),
        "majority": majority.majority_of_all(number),
        "fifth": majority.one_fifth(number),
    }


RULES: dict[str, Callable[[Given], Any]] = {
    "thresholds": run_thresholds,
    "quorum": run_quorum,
    "quorum_bound": lambda g: quorum.bound_quorum(**g),
    "attendance": lambda g: quorum.reconcile_attendance(**g),
    "resolution": resolution_of,
    "resolution_by_ballot": lambda g: resolution.decide_resolution_by_ballot(**with_day(with_paper_rules(dict(g)))),
    **MORE_RULES,
    "candidates": run_candidates,
    "primary": lambda g: candidates.decide_primary(votes=g["votes"].items(), keep=g["keep"]),
    "ballot": run_ballot,
    "election": lambda g: election.decide_election(**round_of(g)),
    "tie_vote": lambda g: tie_vote.decide_tie_vote(**round_of(g)),
    "further_election": run_further,
    "by_election": run_by_election,
    "project_vote": run_project_vote,
    "project_paper": run_project_paper,
    "issue": lambda g: papers.check_issue(**g),
    "next_in_line": lambda g: further_election.take_by_first_vote(votes=g["votes"].items(), keep=g["keep"]),
    "size_of_congress": lambda g: {"seats": district_election.seats_of_congress(**g)},
    "unlisted_motion": lambda g: joint_signature.file_unlisted_motion(pack(g["province"])),
    "reply_to_departments": lambda g: deadline.reply_to_departments_by(calendar=CALENDAR, **g),
    "rating": run_rating,
    "rating_paper": lambda g: {"grade": rating.read_choices(tuple(rating.Grade(c) for c in g["choices"]))},
    "recall": lambda g: recall.check_recall(**g),
    "removal": lambda g: recall.conclude_recall(resolution_of(g)),
    "resignation": run_resignation,
    "interim_resignation": lambda g: with_pack(resignation.check_interim_resignation, g),
    "district_candidates": lambda g: district_election.district_candidates(
        seats=g["seats"], occasion=Occasion(g.get("occasion", "FULL_TERM"))
    ),
    "district": run_district,
    "district_further": lambda g: district_election.decide_district_further_election(**round_of(g)),
    "recall_petition": lambda g: district_election.check_recall_petition(**g),
    "recall_by_voters": lambda g: {"recalled": district_election.is_recalled_by_voters(**g)},
    "presidium_vote": run_presidium_vote,
    "presidium_size": lambda g: with_pack(presidium_list.check_presidium_size, g),
    "offices": run_offices,
    "motion": lambda g: with_law(joint_signature.check_motion, {"form_complete": True, **g}),
    "withdraw_motion": lambda g: joint_signature.withdraw_motion(**g),
    "inquiry": lambda g: with_pack(joint_signature.check_inquiry, g),
    "withdraw_from_inquiry": lambda g: with_pack(joint_signature.withdraw_from_inquiry, g),
    "second_answer": run_second_answer,
    "extra_session": lambda g: joint_signature.check_extra_session(**g),
    "scrutineers": lambda g: scrutineers.check_scrutineers(
        scrutineers=tuple(g["scrutineers"]),
        candidates=tuple(g["candidates"]),
        relatives=tuple((a, b) for a, b in g.get("relatives", ())),
    ),
    "balance": lambda g: budget.check_balance(**g),
    "reserve": lambda g: budget.check_reserve(**g),
    "debt": lambda g: budget.check_debt(amount=g["amount"], debt=budget.Debt(g["debt"])),
    "adjustment": lambda g: budget.check_adjustment(**g),
    "disaster": lambda g: budget.plan_disaster(**g),
    "early_spending": lambda g: budget_year.check_early_spending(**{**g, "kind": budget_year.EarlySpending(g["kind"])}),
    "excess_income": lambda g: budget_year.check_excess_income(
        fund=budget.Fund(g["fund"]), use=budget_year.ExcessUse(g["use"])
    ),
    "unspent": lambda g: {"state": budget_year.classify_unspent(**g)},
    "publish_budget": lambda g: deadline.publish_budget_by(calendar=CALENDAR, **g),
    "file_accounts": lambda g: deadline.file_accounts_by(calendar=CALENDAR, **g),
    "first_session": lambda g: deadline.first_session_by(calendar=CALENDAR, **g),
    "reply": run_reply,
    "notice": run_notice,
}


def plain(value: Any) -> Any:
    """Turn an outcome's field into what YAML can hold."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Fraction):
        return f"{value.numerator}:{value.denominator}"
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(v) for v in value]
    return value


def found_in(outcome: Any, key: str) -> Any:
    if key == "cites" and not isinstance(outcome, Mapping):
        return sorted({c.key for c in outcome.citations})
    value = outcome[key] if isinstance(outcome, Mapping) else getattr(outcome, key)
    return plain(value)
