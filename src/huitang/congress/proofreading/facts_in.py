"""Everything countable that a text says, read once: what the round trip from record to paper and back compares."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from huitang.adapters.texts.text import TextParagraph
from huitang.congress.proofreading import (
    attendance_words,
    composition_words,
    date_words,
    election_words,
    list_words,
    money_words,
    passages,
    roll_words,
    schedule_words,
    session_words,
    tally_words,
    vote_words,
)
from huitang.congress.proofreading.attendance_words import AttendanceSaid, PapersSaid
from huitang.congress.proofreading.composition_words import CompositionSaid, SeatSaid
from huitang.congress.proofreading.date_words import DateSaid
from huitang.congress.proofreading.election_words import ElectedSaid, ProjectsSaid, ResultSaid
from huitang.congress.proofreading.list_words import CountSaid
from huitang.congress.proofreading.money_words import MoneySaid
from huitang.congress.proofreading.roll_words import RollSaid
from huitang.congress.proofreading.schedule_words import ScheduleRow
from huitang.congress.proofreading.session_words import SessionMention
from huitang.congress.proofreading.tally_words import TallyRow
from huitang.congress.proofreading.vote_words import VoteSaid, VotesGot

_TITLE = re.compile(r"《((?:[^《》]|《[^《》]*》)+)》")
_ADOPTED = re.compile(r"(?:表决)?通过了(?P<titles>[^。]+)。")


@dataclass(frozen=True)
class FoundFacts:
    """What was found, in the order of the text. `adopted` and `titles` are words, the others carry their places."""

    sessions: tuple[SessionMention, ...]
    attendance: tuple[AttendanceSaid, ...]
    papers: tuple[PapersSaid, ...]
    votes: tuple[VoteSaid, ...]
    votes_got: tuple[VotesGot, ...]
    elected: tuple[ElectedSaid, ...]
    projects: tuple[ProjectsSaid, ...]
    project_rows: tuple[tuple[str, str], ...]
    results: tuple[ResultSaid, ...]
    dates: tuple[DateSaid, ...]
    counts: tuple[CountSaid, ...]
    sums: tuple[MoneySaid, ...]
    rolls: tuple[RollSaid, ...]
    compositions: tuple[CompositionSaid, ...]
    seats: tuple[SeatSaid, ...]
    schedule: tuple[ScheduleRow, ...]
    tally_rows: tuple[TallyRow, ...]
    adopted: tuple[str, ...]
    titles: tuple[str, ...]


def facts_found(paragraphs: Iterable[TextParagraph]) -> FoundFacts:
    """Every fact of a text."""
    text = passages.read(paragraphs)
    return FoundFacts(
        sessions=session_words.list_mentions(text),
        attendance=attendance_words.list_attendance(text),
        papers=attendance_words.list_papers(text),
        votes=vote_words.list_votes(text),
        votes_got=vote_words.list_votes_got(text),
        elected=election_words.list_elected(text),
        projects=election_words.list_chosen_projects(text),
        project_rows=election_words.project_rows(text),
        results=election_words.list_results(text),
        dates=date_words.list_dates(text),
        counts=list_words.list_counts(text),
        sums=tuple(said for line in text.lines for said in money_words.sums_in(line)),
        rolls=roll_words.list_rolls(text),
        compositions=composition_words.list_compositions(text),
        seats=composition_words.list_seats(text),
        schedule=schedule_words.list_schedule(text),
        tally_rows=tally_words.list_tally_rows(text),
        adopted=tuple(title for _, found in text.matches(_ADOPTED) for title in found["titles"].split("；")),
        titles=tuple(found[1] for _, found in text.matches(_TITLE)),
    )
