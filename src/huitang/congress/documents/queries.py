"""Every text the record has the facts for."""

from huitang.congress.documents import source, texts
from huitang.congress.documents.texts import Draft


def list_drafts(session_id: int) -> tuple[Draft, ...]:
    """Resolutions adopted, announcements of declared results, and the news item. :raises SessionIsUnknown:"""
    return texts.drafts(source.gather(session_id))
