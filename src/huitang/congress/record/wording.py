"""What a resolution says when the office has written no words of its own."""

from huitang.congress.record.queries import SessionRecord
from huitang.congress.resolutions.queries import HandVoteRow


def resolution_body(record: SessionRecord, vote: HandVoteRow) -> str:
    """The adopted text; the hall and the published resolution show the same."""
    if vote.text:
        return vote.text
    session = record.session.title.zh
    item = next((item for item in record.agenda if item.id == vote.item_id), None)
    if item is None:
        return f"{session}通过{vote.title}。"
    reporter = f"{item.reporter}作的" if item.reporter else ""
    if item.verb == "EXAMINE_AND_APPROVE":
        return f"{session}审查了{reporter}《{item.title}》。会议同意这个报告，决定予以批准。"
    return f"{session}听取和审议了{reporter}《{item.title}》。会议同意这个报告，决定予以通过。"
