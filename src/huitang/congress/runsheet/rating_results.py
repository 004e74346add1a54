"""The result of a rating as the hall, the chair and the texts show it."""

from dataclasses import replace
from itertools import accumulate
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from huitang.congress.ratings.grades import following_text, grade_text, percent
from huitang.congress.ratings.queries import RatingCountSheet, RatingRoundRow, RatingRow
from huitang.congress.runsheet.results import Result, ResultLine, ResultPart
from huitang.rules.rating import Grade

_COUNTS = (("SATISFIED", "satisfied"), ("BASICALLY_SATISFIED", "basically"), ("NOT_SATISFIED", "dissatisfied"))


def of_rating(rating: RatingRow) -> Result | None:
    """The last declared round; None before the first."""
    held = next((one for one in reversed(rating.rounds) if one.outcome), None)
    return of_rating_round(held) if held else None


def of_counted(sheet: RatingCountSheet) -> Result:
    """What will be declared: for the chair alone, before the button is pressed."""
    return of_rating_round(replace(sheet.round, outcome={**sheet.outcome, "tally": sheet.tally}))


def of_rating_round(held: RatingRoundRow) -> Result:
    """One declared round; or one counted, with the outcome it would have."""
    outcome = held.outcome or {}
    grades = [line["grade"] for line in outcome["items"]]
    return Result(
        title=f"{held.title}{held.kind_text.zh}",
        is_good=bool(grades) and Grade.NOT_SATISFIED not in grades and None not in grades,
        state=outcome["state"],
        headline=_headline(outcome["state"], grades),
        lines=tuple(_line(line) for line in outcome["items"]),
        base=held.electorate.deputies_in_office if held.base == "ALL" else held.electorate.deputies_present,
        present=held.electorate.deputies_present,
        needed=outcome["votes_needed"],
        issued=held.ballot.papers_issued,
        collected=held.ballot.papers_collected,
        void=outcome["tally"]["papers_void"],
        words=_tell(held),
        outcome=outcome,
    )


def _line(line: dict[str, Any]) -> ResultLine:
    counts = [line[key] for _tone, key in _COUNTS]
    starts = [0, *accumulate(counts)]
    parts = (
        ResultPart(start, count, tone)
        for start, count, (tone, _key) in zip(starts, counts, _COUNTS, strict=False)
        if count
    )
    grade, rate = grade_text(line["grade"]), percent(line["rate_in_tenths_of_percent"])
    name = grade.en if (get_language() or "").startswith("en") else grade.zh
    return ResultLine(
        label=line["name"],
        votes=line["satisfied"],
        tone=line["grade"] or "",
        parts=tuple(parts),
        told=f"{name} {rate}" if line["grade"] else _("没有评出"),
    )


def _headline(state: str, grades: list[str | None]) -> str:
    if state == "VOID_ROUND":
        return _("本轮无效，重新测评")
    if state == "COUNT_ERROR":
        return _("计票有误，重新计票")
    if None in grades:
        return _("有未评出项")
    if Grade.NOT_SATISFIED in grades:
        return _("有不满意项")
    return _("都是满意") if set(grades) == {Grade.SATISFIED} else _("满意或基本满意")


def _tell(held: RatingRoundRow) -> str:
    """The announcement is always in Chinese: it is read out in the hall."""
    outcome, ballot = held.outcome or {}, held.ballot
    papers = f"{held.title}{held.kind_text.zh}：发出测评票{ballot.papers_issued}张，收回{ballot.papers_collected}张"
    if outcome["state"] == "VOID_ROUND":
        return f"{papers}，收回的多于发出的，本轮测评无效，应当重新测评。"
    tally = outcome["tally"]
    told = [f"{papers}，有效{tally['papers_valid']}张，无效{tally['papers_void']}张，测评有效。"]
    return "\n".join([*told, *(_tell_line(line) for line in outcome["items"])])


def _tell_line(line: dict[str, Any]) -> str:
    votes = f"满意{line['satisfied']}票、基本满意{line['basically']}票、不满意{line['dissatisfied']}票"
    if not line["grade"]:
        return f"{line['name']}：没有可以计算的票，没有评出等次。"
    rate, following = percent(line["rate_in_tenths_of_percent"]), following_text(line["next_acts"]).zh
    below = "，没有达到标准" if line["reaches_threshold"] is False else ""
    after = f"，{following}" if following else ""
    return f"{line['name']}：{votes}，满意率{rate}{below}，评为“{grade_text(line['grade']).zh}”{after}。"
