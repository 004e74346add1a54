"""What one paper is about when a kind is made several times: a sitting, an election, a round, a resolution."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from huitang.congress.documents import days, vocabulary, voting_words, year_words
from huitang.congress.documents.catalogue import PaperKind, Per
from huitang.congress.documents.gaps import Asked, Gap, Missing
from huitang.congress.documents.source import Source
from huitang.congress.elections.queries import ElectionRow
from huitang.congress.resolutions.queries import HandVoteRow

Names = vocabulary.Names


@dataclass(frozen=True)
class Subject:
    """`key` stands in addresses ("sitting-3", "session"); `title` tells papers of one kind apart, empty for one only."""

    key: str
    title: str = ""

    @property
    def kind(self) -> str:
        """What the number in the key counts: sitting, election, ballot …"""
        return self.key.partition("-")[0]

    @property
    def id(self) -> int:
        """The row it is about; not for the session itself."""
        return int(self.key.rpartition("-")[2])


SESSION = Subject("session")


def list_subjects(kind: PaperKind, source: Source) -> tuple[Subject, ...]:
    """What this kind is made for in this session, in the order of the session."""
    if kind.per is Per.ITEM:
        return tuple(
            Subject(f"item-{item.id}", item.title) for item in source.record.agenda if item.subject in kind.items
        )
    return tuple(_LISTED[kind.per](source))


def paper_name(kind: PaperKind, subject: Subject) -> str:
    """What the paper is called, on the list and as a file; a report is called what the agenda calls it."""
    if kind.per is Per.ITEM:
        return subject.title
    return f"{kind.title.zh}（{subject.title}）" if subject.title else kind.title.zh


def names_of(subject: Subject, source: Source, asked: Asked) -> Names:
    """What a template of this subject may use beside the names of the session: 本次, 本选举, 本决议 …"""
    found = _NAMED.get(subject.kind)
    return {} if found is None else found(subject.id, source, asked)


def _sitting(row_id: int, source: Source, asked: Asked) -> Names:
    row = next(one for one in source.record.sittings if one.id == row_id)
    steps = [step for step in source.steps if step.sitting_id == row_id]
    told = [{"标题": step.title, "词": step.words, "事": step.deed} for step in steps]
    return {"本次": vocabulary.sitting(row) | {"流程": told or Gap(Missing("STEPS"), asked)}}


def _election(row_id: int, source: Source, _asked: Asked) -> Names:
    return {"本选举": voting_words.election(next(e for e in source.record.elections if e.id == row_id))}


def _item(row_id: int, source: Source, asked: Asked) -> Names:
    item = next(one for one in source.record.agenda if one.id == row_id)
    money = year_words.money(source.figures, item.subject) if source.figures else []
    reporter = item.reporter or "＿＿＿＿"
    return {
        "财政": money or Gap(Missing("MONEY"), asked),
        "本报告": {
            "标题": item.title,
            "报告人": reporter,
            "种类": item.subject,
            "日期": days.day(source.session.opens_on),
        },
    }


def _ballot(row_id: int, source: Source, asked: Asked) -> Names:
    sheet = next(one for one in source.tallies if one.ballot.id == row_id)
    told = voting_words.tally_sheet(sheet)
    return {
        "本票": told if sheet.tally else told | dict.fromkeys(("有效", "得票", "测评"), Gap(Missing("TALLY"), asked))
    }


def _resolution(row_id: int, source: Source, _asked: Asked) -> Names:
    vote = next(one for one in source.record.hand_votes if one.id == row_id)
    return {"本决议": voting_words.hand_vote(vote, source.record)}


def _announced_election(row_id: int, source: Source, _asked: Asked) -> Names:
    row = next(one for one in source.record.elections if one.id == row_id)
    declared = [held.declared_at for held in row.rounds if held.declared_at]
    return {
        "本公告": {
            "选人": True,
            "号": number_of(Subject(f"result-{row_id}"), source),
            "职务": row.post_text.zh.removeprefix("镇"),
            "选出": list(row.elected),
            "日期": days.day(days.local(max(declared))) if declared else days.day(source.session.closes_on),
            "轮次": [voting_words.paper_round(held) for held in row.rounds if held.outcome],
        }
    }


def _announced_projects(_row_id: int, source: Source, _asked: Asked) -> Names:
    vote = source.record.project_vote
    rounds = [held for held in vote.rounds if held.outcome] if vote else []
    declared = [held.declared_at for held in rounds if held.declared_at]
    return {
        "本公告": {
            "选人": False,
            "号": number_of(Subject("projects-1"), source),
            "日期": days.day(days.local(max(declared))) if declared else days.day(source.session.closes_on),
            "轮次": [voting_words.paper_round(held) for held in rounds],
        }
    }


def number_of(subject: Subject, source: Source) -> int:
    """Announcements of a session are numbered in the order their results were declared."""
    return [one.key for one in _results(source)].index(subject.key) + 1


def _results(source: Source) -> list[Subject]:
    record = source.record
    told: list[tuple[datetime, Subject]] = [
        (_first_declared(row), Subject(f"result-{row.id}", row.post_text.zh)) for row in record.elections if row.elected
    ]
    vote = record.project_vote
    if vote is not None and vote.is_complete and vote.adopted:
        first = min(held.declared_at for held in vote.rounds if held.declared_at)
        told.append((first, Subject("projects-1", "民生实事项目")))
    return [subject for _at, subject in sorted(told, key=lambda pair: pair[0])]


def _first_declared(row: ElectionRow) -> datetime:
    return min(held.declared_at for held in row.rounds if held.declared_at)


def _sittings(source: Source, *kinds: str) -> Iterator[Subject]:
    chosen = (row for row in source.record.sittings if not kinds or row.kind in kinds)
    return (Subject(f"sitting-{row.id}", row.title.zh) for row in chosen)


def _ballots(source: Source, *, rated: bool | None = None) -> Iterator[Subject]:
    """Every round of papers; only those of a rating, or none of them, where that is asked."""
    sheets = (sheet for sheet in source.tallies if rated is None or sheet.is_rating == rated)
    return (Subject(f"ballot-{sheet.ballot.id}", sheet.thing.what.zh) for sheet in sheets)


def _resolutions(source: Source) -> Iterator[Subject]:
    return (Subject(f"resolution-{vote.id}", vote.title) for vote in adopted_resolutions(source))


def adopted_resolutions(source: Source) -> tuple[HandVoteRow, ...]:
    return tuple(vote for vote in source.record.decided_votes if vote.is_passed and vote.matter == "RESOLUTION")


def _once(is_there: bool) -> tuple[Subject, ...]:
    return (SESSION,) if is_there else ()


def _has_projects(source: Source) -> bool:
    return source.record.project_vote is not None


def _has_rating(source: Source) -> bool:
    return source.record.rating is not None and bool(source.record.rating.items)


_Listing = Callable[[Source], "Iterator[Subject] | tuple[Subject, ...] | list[Subject]"]
_LISTED: dict[Per, _Listing] = {
    Per.SESSION: lambda _source: (SESSION,),
    Per.SITTING: lambda source: _sittings(source),
    Per.PLENARY: lambda source: _sittings(source, "PREPARATORY", "PLENARY"),
    Per.PRESIDIUM: lambda source: _sittings(source, "PRESIDIUM"),
    Per.ELECTION: lambda source: (Subject(f"election-{row.id}", row.post_text.zh) for row in source.record.elections),
    Per.ELECTIONS: lambda source: _once(bool(source.record.elections)),
    Per.PROJECTS: lambda source: _once(_has_projects(source)),
    Per.RATING: lambda source: _once(_has_rating(source) or _has_projects(source)),
    Per.COUNT: lambda source: _once(bool(source.record.elections) or _has_projects(source) or _has_rating(source)),
    Per.BALLOT: lambda source: _ballots(source),
    Per.COUNTED: lambda source: _ballots(source, rated=False),
    Per.RATED: lambda source: _ballots(source, rated=True),
    Per.RESOLUTION: _resolutions,
    Per.RESULT: _results,
}
_NAMED: dict[str, Callable[[int, Source, Asked], Names]] = {
    "sitting": _sitting,
    "election": _election,
    "item": _item,
    "ballot": _ballot,
    "resolution": _resolution,
    "result": _announced_election,
    "projects": _announced_projects,
}
