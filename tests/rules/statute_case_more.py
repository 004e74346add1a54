"""Runs worked cases that need a little more: mandates, methods, project papers, terms."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import Any

from huitang.rules import (
    absence,
    ballot,
    election_method,
    further_election,
    mandate,
    nomination,
    project_papers,
    province,
    province_packs,
    statute,
    suggestion,
)
from huitang.rules.deadline import Calendar
from huitang.rules.office import Post

Given = Mapping[str, Any]
CALENDAR = Calendar(
    holidays=frozenset({date(2025, 6, 2), *(date(2025, 10, d) for d in range(1, 9))}),
    working_days=frozenset({date(2026, 2, 28)}),
)


def pack(code: str, day: date = date(2025, 4, 1)) -> province.ProvincePack:
    return province.choose(province_packs.PACKS, code=code, day=day)


def run_project_count(given: Given) -> Any:
    method = project_papers.ProjectMethod(
        projects=tuple(given["projects"]),
        places=given.get("places"),
        mode=project_papers.ProjectMode(given.get("mode", "MAJORITY")),
        rank_points=tuple(given.get("rank_points", ())),
        seal_required=given.get("seal_required", False),
    )
    papers = [
        project_papers.ProjectPaper(
            choices=tuple(p.get("choices", ())),
            marks=tuple((key, ballot.Mark(mark)) for key, mark in p.get("marks", [])),
            sealed=p.get("sealed", True),
        )
        for p in given["papers"]
    ]
    found = project_papers.count_project_papers(papers, method=method)
    return {
        "papers": [found.papers_valid, found.papers_void, found.papers_blank],
        "votes": [[v.candidate_key, v.votes_for, v.votes_against, v.abstentions] for v in found.votes],
    }


class Problems:
    """A finding on a method, with the fields it names."""

    def __init__(self, found: election_method.MethodFinding) -> None:
        self.state, self.steps, self.next_acts = found.state, found.steps, found.next_acts
        self.citations = found.citations
        self.fields = [problem.field for problem in found.problems]
        self.refused = [problem.field for problem in found.problems if problem.refused]


METHOD_ENUMS: dict[str, Callable[[str], Enum]] = {
    "threshold_base": election_method.Base,
    "voting_quorum": election_method.VotingQuorum,
    "further_decided_by": further_election.DecidedBy,
}


def run_method(given: Given) -> Any:
    facts = dict(given)
    on = facts.pop("day", date(2025, 4, 1))
    for name, enum in METHOD_ENUMS.items():
        if name in facts:
            facts[name] = enum(facts[name])
    return Problems(election_method.check_method(election_method.SessionMethod(**facts), on=on))


def run_project_method(given: Given) -> Any:
    facts = dict(given)
    facts["mode"] = project_papers.ProjectMode(facts.get("mode", "MAJORITY"))
    facts["rank_points"] = tuple(facts.get("rank_points", ()))
    return Problems(election_method.check_project_method(election_method.ProjectVoteMethod(**facts)))


class Nominations:
    """The finding on several nominations, side by side."""

    def __init__(self, found: nomination.NominationsFinding) -> None:
        self.established, self.signers_over_cap = found.established, found.signers_over_cap
        self.states = [f.state for f in found.findings]
        self.signers_counted = [f.signers_counted for f in found.findings]
        self.nominees = [f.nominee for f in found.findings]
        self.steps = tuple(step for f in found.findings for step in f.steps)
        self.citations = tuple(dict.fromkeys(c for f in found.findings for c in f.citations))
        self.next_acts = tuple(dict.fromkeys(act for f in found.findings for act in f.next_acts))


def people(given: str | list[str]) -> tuple[str, ...]:
    if isinstance(given, list):
        return tuple(given)
    first, last = given.split("-")
    return tuple(f"d{n}" for n in range(int(first), int(last) + 1))


def run_nominations(given: Given) -> Any:
    found = nomination.check_nominations(
        post=Post(given["post"]),
        seats=given["seats"],
        presidium_nominees=tuple(given.get("presidium", ())),
        joint=tuple(
            nomination.JointNomination(j["nominee"], people(j["signers"]), j.get("in_writing", True))
            for j in given.get("joint", ())
        ),
        deputies=frozenset(people(given.get("deputies", "1-95"))),
        suspended=frozenset(given.get("suspended", ())),
        over_cap=nomination.OverCap(given.get("over_cap", "FIRST_FILED")),
    )
    return Nominations(found)


def changes_from(given: Any) -> list[mandate.MandateChange]:
    return [
        mandate.MandateChange(
            mandate.ChangeKind(row["kind"]),
            row["day"],
            mandate.EndCause(row["cause"]) if "cause" in row else None,
        )
        for row in given
    ]


def run_mandate(given: Given) -> Any:
    changes = changes_from(given["changes"])
    standing = mandate.standing_on(changes, given["day"])
    return {
        "standing": standing,
        "in_base": standing.counts_in_base,
        "may_vote": standing.may_vote,
        "cites": [c.key for change in changes for c in mandate.cite_change(change)],
    }


def run_base(given: Given) -> Any:
    base = mandate.count_base([changes_from(rows) for rows in given["histories"]], given["day"])
    return {"in_office": base.deputies_in_office, "suspended": base.suspended, "able": base.able_to_attend}


def run_absences(given: Given) -> Any:
    law = statute.at(given.get("day", date(2025, 4, 1)))
    return absence.check_absences(absent_without_leave=tuple(given["absent_without_leave"]), law=law)


def run_term(given: Given) -> Any:
    term = getattr(pack(given["province"]), given["term"])
    found = suggestion.term_ends(term=term, days=suggestion.Days(**given["days"]), calendar=CALENDAR)
    return found if found is not None else {"last_day": None}


MORE_RULES: dict[str, Callable[[Given], Any]] = {
    "project_count": run_project_count,
    "project_method": run_project_method,
    "method": run_method,
    "nominations": run_nominations,
    "mandate": run_mandate,
    "base": run_base,
    "absences": run_absences,
    "term": run_term,
}
