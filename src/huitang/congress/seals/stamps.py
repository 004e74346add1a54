"""The stamp on the office's papers that say what the public reads: its check code, address and QR."""

from huitang.adapters.papers.paper import Stamp
from huitang.congress.documents import texts
from huitang.congress.documents.attempts import Attempt
from huitang.congress.documents.source import Source
from huitang.congress.publication.models import Release
from huitang.congress.seals import records
from huitang.congress.seals.models import LogLeaf


def find_stamp(attempt: Attempt, source: Source) -> Stamp | None:
    """None unless a text in force says word for word what this paper says now."""
    draft = texts.draft_of(attempt, source)
    if draft is None:
        return None
    in_force = LogLeaf.objects.filter(deed=LogLeaf.Deed.RELEASED, release__state=Release.State.RELEASED)
    about = {"release__kind": draft.kind, "release__subject": draft.subject}
    leaf = in_force.filter(release__session_id=source.session.id, **about).select_related("release").first()
    if leaf is None or (leaf.release.title, leaf.release.blocks) != (draft.title, list(draft.blocks)):
        return None
    return records.stamp_of(leaf.record)
