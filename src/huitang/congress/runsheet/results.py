"""A result as the hall, the chair and the texts show it: a headline, lines with numbers, and the words to announce."""

from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from huitang.congress.elections.models import ElectionRound
from huitang.congress.elections.posts import ROUNDS
from huitang.congress.elections.queries import CountSheet, ElectionRow, RoundRow
from huitang.congress.project_votes.queries import ProjectCountSheet, ProjectRoundRow, ProjectVoteRow
from huitang.congress.resolutions.queries import HandVoteRow
from huitang.congress.runsheet import words


@dataclass(frozen=True)
class ResultLine:
    """One bar: `tone` is FOR, AGAINST, ABSTAIN, NOT_VOTING for hands; ELECTED, TIED or "" for names."""

    label: str
    votes: int
    tone: str
    parts: tuple["ResultPart", ...] = ()  # of a rating: the grades, one after the other
    told: str = ""  # of a rating: the grade and the rate


@dataclass(frozen=True)
class ResultPart:
    """A piece of a bar: `tone` is SATISFIED, BASICALLY_SATISFIED or NOT_SATISFIED."""

    start: int
    votes: int
    tone: str


@dataclass(frozen=True)
class Result:
    title: str
    is_good: bool  # adopted, elected, chosen
    state: str
    headline: str
    lines: tuple[ResultLine, ...]
    base: int  # the frozen number in office: the length of a full bar
    present: int
    needed: int
    issued: int | None
    collected: int | None
    void: int | None
    words: str
    outcome: dict[str, Any]


def of_hand_vote(vote: HandVoteRow) -> Result:
    lines = [
        ResultLine(_("赞成"), vote.votes_for or 0, "FOR"),
        ResultLine(_("反对"), vote.votes_against or 0, "AGAINST"),
        ResultLine(_("弃权"), vote.abstentions or 0, "ABSTAIN"),
    ]
    if vote.not_voting:
        lines.append(ResultLine(_("未表决"), vote.not_voting, "NOT_VOTING"))
    return Result(
        title=vote.title,
        is_good=bool(vote.is_passed),
        state="PASSED" if vote.is_passed else "FAILED",
        headline=_("通过") if vote.is_passed else _("未通过"),
        lines=tuple(lines),
        base=vote.in_office or 0,
        present=vote.present or 0,
        needed=vote.votes_needed or 0,
        issued=None,
        collected=None,
        void=None,
        words=words.tell_hand_vote(vote),
        outcome=vote.outcome or {},
    )


def of_election(election: ElectionRow) -> Result | None:
    """The last declared round; None before the first."""
    held = next((one for one in reversed(election.rounds) if one.outcome), None)
    return of_election_round(held) if held else None


def of_election_round(held: RoundRow) -> Result:
    """One declared round; or one counted, with the outcome it would have."""
    outcome = held.outcome or {}
    title = f"{held.post_text.zh}{held.kind_text.zh}"
    return _of_round(held, title, good=outcome["elected"], tied=outcome["tied"], good_word=_("当选"))


def of_project_vote(vote: ProjectVoteRow) -> Result | None:
    """The last declared round; None before the first."""
    held = next((one for one in reversed(vote.rounds) if one.outcome), None)
    return of_project_round(held) if held else None


def of_project_round(held: ProjectRoundRow) -> Result:
    """One declared round; or one counted, with the outcome it would have."""
    outcome = held.outcome or {}
    title = f"民生实事项目票决{ROUNDS[ElectionRound.Kind(held.kind)].zh}"
    return _of_round(held, title, good=outcome["adopted"], tied=outcome["tied"], good_word=_("入选"))


def of_counted(sheet: CountSheet | ProjectCountSheet) -> Result:
    """What will be declared: for the chair alone, before the button is pressed."""
    outcome = {**sheet.outcome, "tally": sheet.tally}
    if isinstance(sheet, CountSheet):
        return of_election_round(replace(sheet.round, outcome=outcome))
    return of_project_round(replace(sheet.round, outcome=outcome))


def _of_round(
    held: RoundRow | ProjectRoundRow, title: str, *, good: list[str], tied: list[str], good_word: str
) -> Result:
    outcome = held.outcome or {}
    return Result(
        title=title,
        is_good=bool(good),
        state=outcome["state"],
        headline=_headline(outcome["state"], good, good_word),
        lines=tuple(ResultLine(name, votes, _tone(name, good, tied)) for name, votes in outcome["ranking"]),
        base=held.electorate.deputies_in_office,
        present=held.electorate.deputies_present,
        needed=outcome["votes_needed"],
        issued=held.ballot.papers_issued,
        collected=held.ballot.papers_collected,
        void=outcome["tally"]["papers_void"],
        words=_tell_round(held, title, good, good_word),
        outcome=outcome,
    )


def _headline(state: str, good: list[str], good_word: str) -> str:
    others = {
        "VOID_ROUND": _("本轮无效，重新投票"),
        "TIED": _("票数相等，再次投票"),
        "COUNT_ERROR": _("计票有误，重新计票"),
    }
    if state in others:
        return others[state]
    if state == "SHORT" and good:
        return _("名额没有选满")
    return good_word if good else _("都没有过半数")


def _tone(name: str, good: list[str], tied: list[str]) -> str:
    if name in good:
        return "ELECTED"
    return "TIED" if name in tied else ""


def _tell_round(held: RoundRow | ProjectRoundRow, title: str, good: list[str], good_word: str) -> str:
    """The announcement is always in Chinese: it is read out in the hall."""
    outcome, ballot = held.outcome or {}, held.ballot
    papers = f"发出选票{ballot.papers_issued}张，收回{ballot.papers_collected}张"
    if outcome["state"] == "VOID_ROUND":
        return f"{title}：{papers}，收回的多于发出的，本轮投票无效，应当重新投票。"
    valid, void = outcome["tally"]["papers_valid"], outcome["tally"]["papers_void"]
    votes = "、".join(f"{name}{number}票" for name, number in outcome["ranking"])
    told = [f"{title}：{papers}，有效{valid}张，无效{void}张，投票有效。", f"得票：{votes}。"]
    if good:
        told.append(f"{'、'.join(good)}{'当选' if 'elected' in outcome else '入选'}。")
    if outcome["tied"]:
        told.append(f"{'、'.join(outcome['tied'])}票数相等，现在就票数相等的再次投票。")
    elif outcome.get("seats_short") or outcome.get("places_short"):
        told.append(f"尚缺{outcome.get('seats_short') or outcome.get('places_short')}名。")
    return "".join(told)
