"""Votes that do not add up, and votes the record counted differently."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from huitang.congress.proofreading import attendance_words, marking, vote_words
from huitang.congress.proofreading.attendance_words import Figure, PapersSaid
from huitang.congress.proofreading.finding import Finding, Kind
from huitang.congress.proofreading.known import Known, KnownRound, KnownVote
from huitang.congress.proofreading.passages import Line, Reading
from huitang.congress.proofreading.vote_words import VoteSaid

RECORD = _("这里写{says}，会议记录是{should}。")
MORE_THAN_PRESENT = _("赞成、反对、弃权合计{total}，比{base}{of}多。")
NOT_VALID = _("赞成、反对、弃权合计{total}，有效票是{of}，不相等。")
NOT_ALL = _("写的是“{how}”，却有反对或者弃权。")
COLLECTED = _("收回{says}张，比发出{of}张多。")
VALID_VOID = _("有效{valid}张、无效{void}张，合计{total}张，收回是{of}张。")
FIELDS = ("votes_for", "votes_against", "abstentions", "not_voting")
_ALL = re.compile(r"一致通过|全票通过|全票当选|一致同意")
_VOID = re.compile(r"(?:本次|该次|此次|这次)?(?:投票|选举|票决|测评)无效|重新(?:投票|选举|票决)")
_PRESENT = re.compile(
    r"(?<![应列])(?P<what>实到|出席|到会)(?:会议)?(?:的)?(?:人大)?代表(?:共|为)?(?P<n>\d{1,4})(?:名|人)"
)


def check(text: Reading, known: Known) -> Iterator[Finding]:
    """Hand votes and ballots; what the record holds as it stands is never questioned."""
    for said in vote_words.list_votes(text):
        line = text.lines[said.passage.paragraph]
        if not _is_kept(said, known):
            kept = _same_title(said, line, known)
            yield from _against_record(line, said, kept) if kept else _against_itself(line, said)
            yield from _unanimous(line, said)
    for papers in attendance_words.list_papers(text):
        yield from _papers(text.lines[papers.passage.paragraph], papers)
    yield from _votes_got(text, known)


def _is_kept(said: VoteSaid, known: Known) -> bool:
    return any(vote.figures == said.numbers for vote in known.votes)


def _same_title(said: VoteSaid, line: Line, known: Known) -> KnownVote | None:
    """The vote whose title the paragraph names; the longest where one title holds another."""
    named = [vote for vote in known.votes if len(vote.title) >= 6 and vote.title in line.text]
    return max(named, key=lambda vote: len(vote.title), default=None)


def _against_record(line: Line, said: VoteSaid, kept: KnownVote) -> Iterator[Finding]:
    for name, figure in said.figures.items():
        right = kept.figures[FIELDS.index(name)]
        if figure.number != right:
            yield _record(line, figure, right)


def _against_itself(line: Line, said: VoteSaid) -> Iterator[Finding]:
    total = sum(said.numbers)
    around = line.text
    valid = attendance_words.PAPERS_VALID.search(around)
    present = _PRESENT.search(around)
    for_ = said.votes_for
    if valid and for_ and said.votes_against and said.abstentions and total != int(valid["n"]):
        facts = {"total": total, "of": valid["n"]}
        yield marking.error(line, for_.place, Kind.VOTE, NOT_VALID, facts=facts)
    elif present and for_ and total > int(present["n"]):
        facts = {"total": total, "base": present["what"], "of": present["n"]}
        yield marking.error(line, for_.place, Kind.VOTE, MORE_THAN_PRESENT, facts=facts)


def _unanimous(line: Line, said: VoteSaid) -> Iterator[Finding]:
    whole = _ALL.search(said.passage.text)
    if whole and any(said.numbers[1:3]):
        start = said.passage.start + whole.start()
        yield marking.error(line, (start, start + len(whole[0])), Kind.VOTE, NOT_ALL, facts={"how": whole[0]})


def _papers(line: Line, said: PapersSaid) -> Iterator[Finding]:
    if _VOID.search(line.text):
        return  # more came back than went out, and the text draws the consequence
    if said.issued and said.collected and said.collected.number > said.issued.number:
        facts = {"of": said.issued.number}
        yield marking.error(line, said.collected.place, Kind.VOTE, COLLECTED, facts=facts)
    elif said.collected and said.valid and said.void:
        total = said.valid.number + said.void.number
        if total != said.collected.number:
            facts = {"valid": said.valid.number, "void": said.void.number, "total": total, "of": said.collected.number}
            yield marking.error(line, said.valid.place, Kind.VOTE, VALID_VOID, facts=facts)


def _votes_got(text: Reading, known: Known) -> Iterator[Finding]:
    """So many votes for a name the record knows votes of."""
    rounds = [held for election in known.elections for held in election.rounds] + list(known.project_rounds)
    for said in vote_words.list_votes_got(text):
        kept = _kept_votes(said.name, rounds)
        if kept and said.votes.number not in kept:
            right = kept[-1]
            yield _record(text.lines[said.passage.paragraph], said.votes, right)


def _kept_votes(name: str, rounds: list[KnownRound]) -> list[int]:
    return [votes for held in rounds for candidate, votes in held.votes if name.endswith(candidate)]


def _record(line: Line, figure: Figure, right: int) -> Finding:
    return marking.error(line, figure.place, Kind.VOTE, RECORD, should=str(right), correction=str(right))
