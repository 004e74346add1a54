"""The table of every kind of paper: what of it is held against the record, and by what."""

from collections.abc import Callable
from dataclasses import dataclass

from huitang.congress.documents.drawing import Drawn
from huitang.congress.documents.source import Source
from tests.congress.proofreading import compared_before as before
from tests.congress.proofreading import compared_laid_out as laid_out
from tests.congress.proofreading import compared_meeting as meeting
from tests.congress.proofreading import compared_voting as voting
from tests.congress.proofreading.read_back import ReadBack


@dataclass(frozen=True)
class Compared:
    """`facts` in words, for people; one of the two functions asserts them."""

    facts: str
    text: Callable[[ReadBack], None] | None = None
    layout: Callable[[Drawn, Source], None] | None = None

    def compare(self, drawn: Drawn, source: Source) -> None:
        if self.text:
            self.text(ReadBack(drawn, source))
        if self.layout:
            self.layout(drawn, source)


COMPARED: dict[str, Compared] = {
    "notice": Compared(
        "session, dates, length, place, agenda in order, number of deputies, what was typed", before.notice
    ),
    "rules_of_conduct": Compared("session, contact", before.rules_of_conduct),
    "agenda": Compared("session, every item in order", before.agenda),
    "schedule": Compared("session; each row: day, weekday, time, meeting, place, chair", before.schedule),
    "presidium_list": Compared("session, count and every name, secretary-general", before.presidium_list),
    "delegation_list": Compared("session, numbers, heads and every name by delegation", before.delegation_list),
    "attendee_list": Compared("session, counts, every name and post by category", before.attendee_list),
    "credentials_report": Compared(
        "quota, in office, suspended, vacant; every part of every division, sums, shares; changes, dates",
        before.credentials_report,
    ),
    "suggestion_form": Compared("congress, term and session", before.suggestion_form),
    "script": Compared(
        "session, sitting, day, weekday, time, place, chair, attendance, every step, seats, candidates, projects",
        meeting.script,
    ),
    "sign_in_sheet": Compared(
        "session, sitting, time, place, every number and name by delegation", meeting.sign_in_sheet
    ),
    "report_government": Compared("session, day, reporter, targets promised and reached", meeting.report_government),
    "report_presidium": Compared("session, day, sessions of last year, five counts, seats", meeting.report_presidium),
    "report_budget": Compared("session, day, every sum, share, growth and row", meeting.report_budget),
    "report_projects": Compared("session, day, projects: number and rows", meeting.report_projects),
    "closing_speech": Compared(
        "session, day, length, attendance, resolutions, projects, elected by post", meeting.closing_speech
    ),
    "election_method": Compared("session, posts, seats", voting.election_method),
    "scrutineer_list": Compared("session, count, chief, scrutineers, tellers", voting.scrutineer_list),
    "project_method": Compared("town, year, projects and places, majority", voting.project_method),
    "rating_method": Compared("town, year, base, grades, threshold", voting.rating_method),
    "rating_report": Compared(
        "session, rating, day, six figures, majority and base, every row, what follows; void rounds",
        voting.rating_report,
    ),
    "papers_report": Compared("session, vote, day, four figures, validity", voting.papers_report),
    "tally_report": Compared(
        "session, vote, day, six figures, majority, every row with result, write-ins, chosen, tied; void rounds",
        voting.tally_report,
    ),
    "oath_plan": Compared("session, who by post, place, leader", voting.oath_plan),
    "oath_text": Compared("the oath of 2018 to the letter", voting.oath_text),
    "statement": Compared("session, elected and posts", voting.statement),
    "resolution": Compared("session, day, report, title", voting.resolution),
    "announcement": Compared(
        "session, day, elected, papers and votes of each round; projects: rows", voting.announcement
    ),
    "presidium_minutes": Compared(
        "session, time, place, chair, members, leave, recorder, steps", meeting.presidium_minutes
    ),
    "news": Compared(
        "session, days, attendance, reports, resolutions, elected, projects, grades of a rating", voting.news
    ),
    "answer_letter": Compared("session", before.answer_letter),
    "opinion_form": Compared("town", before.opinion_form),
    "seating_plan": Compared("one seat for everybody", layout=laid_out.seating_plan),
    "deputy_cards": Compared("name, number, delegation, code of every deputy", layout=laid_out.deputy_cards),
    "attendee_cards": Compared("every name and post", layout=laid_out.attendee_cards),
    "staff_cards": Compared("every name and duty", layout=laid_out.staff_cards),
    "count_staff_cards": Compared("every name and duty", layout=laid_out.count_staff_cards),
    "election_ballot": Compared("session, post, candidates in order, seats", layout=laid_out.election_ballot),
    "project_ballot": Compared("projects in order, sums, time limits, places", layout=laid_out.project_ballot),
    "rating_ballot": Compared("projects in order", layout=laid_out.rating_ballot),
    "certificates": Compared("name, session, day, post of everybody elected", layout=laid_out.certificates),
}
