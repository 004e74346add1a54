"""Every text the record has the facts for."""

from huitang.congress.documents import news, texts
from huitang.congress.documents.texts import Draft
from huitang.congress.record import queries as record
from huitang.congress.record.queries import SessionRecord


def list_drafts(session_id: int) -> tuple[Draft, ...]:
    """Resolutions adopted, announcements of declared results, and the news item. :raises SessionIsUnknown:"""
    kept = record.get_record(session_id)
    return (*_resolutions(kept), *_announcements(kept), news.draft_news(kept))


def _resolutions(kept: SessionRecord) -> tuple[Draft, ...]:
    adopted = (vote for vote in kept.decided_votes if vote.is_passed and vote.matter == "RESOLUTION")
    return tuple(texts.draft_resolution(kept, vote) for vote in adopted)


def _announcements(kept: SessionRecord) -> tuple[Draft, ...]:
    chosen = kept.project_vote is not None and kept.project_vote.is_complete and kept.project_vote.adopted
    projects = (texts.draft_project_announcement(kept),) if chosen else ()
    elected = tuple(texts.draft_election_announcement(kept, e) for e in kept.elections if e.elected)
    return (*projects, *elected)
