"""The news item, as a township writes it: date, attendance, what was heard and adopted, who was elected, the close."""

from huitang.congress.agenda.queries import ItemRow
from huitang.congress.documents.texts import Draft, paragraph
from huitang.congress.record import facts
from huitang.congress.record.queries import SessionRecord


def draft_news(record: SessionRecord) -> Draft:
    """新闻稿 of the whole session."""
    session = record.session.title
    told = [
        _opening(record),
        _heard(record),
        _adopted(record),
        _projects(record),
        _elected(record),
        _closing(record),
    ]
    return Draft(
        kind="NEWS",
        subject="session",
        title=f"{session.zh}召开",
        blocks=tuple(paragraph(text) for text in told if text),
        facts=facts.facts_of(record),
    )


def _opening(record: SessionRecord) -> str:
    session, attended = record.session, record.attended
    sentence = f"{_days(record)}，{session.title.zh}在{session.place}召开。"
    if attended is None:
        return sentence
    absent = f"，缺席{attended.absent}名" if attended.absent else ""
    leave = f"，因事、因病请假{attended.on_leave}名" if attended.on_leave else ""
    return (
        f"{sentence}本次会议应到代表{attended.in_office}名{leave}{absent}，实到代表{attended.present}名，符合法定人数。"
    )


def _days(record: SessionRecord) -> str:
    first, last = record.session.opens_on, record.session.closes_on
    if first == last:
        return f"{first.month}月{first.day}日"
    return (
        f"{first.month}月{first.day}日至{last.month}月{last.day}日"
        if first.month != last.month
        else (f"{first.month}月{first.day}日至{last.day}日")
    )


def _heard(record: SessionRecord) -> str:
    heard = [_reported(item) for item in record.agenda if item.verb in ("HEAR", "HEAR_AND_DELIBERATE")]
    read = [f"《{item.title}》" for item in record.agenda if item.verb in ("DELIBERATE", "EXAMINE_AND_APPROVE")]
    parts = []
    if heard:
        parts.append(f"会议听取了{'；'.join(heard)}")
    if read:
        parts.append(f"审议、审查了{'、'.join(read)}")
    return f"{'，并'.join(parts)}。各代表团进行了分团审议。" if parts else ""


def _reported(item: ItemRow) -> str:
    return f"{item.reporter}作的《{item.title}》" if item.reporter else f"《{item.title}》"


def _adopted(record: SessionRecord) -> str:
    titles = [vote.title for vote in record.decided_votes if vote.is_passed and vote.matter == "RESOLUTION"]
    return f"会议表决通过了{'；'.join(titles)}。" if titles else ""


def _projects(record: SessionRecord) -> str:
    vote = record.project_vote
    if vote is None or not vote.adopted:
        return ""
    names = "、".join(project.name for project in vote.adopted_projects)
    return (
        f"会议以无记名投票方式，从{len(vote.projects)}个候选项目中票决出"
        f"{record.session.opens_on.year}年重点民生实事项目{len(vote.adopted)}个：{names}。"
    )


def _elected(record: SessionRecord) -> str:
    town = record.session.title.town
    told = [
        f"选举{'、'.join(election.elected)}为{town}{election.post_text.zh.removeprefix('镇')}"
        for election in record.elections
        if election.elected
    ]
    return f"会议依法以无记名投票方式{'，'.join(told)}。" if told else ""


def _closing(record: SessionRecord) -> str:
    return "大会在雄壮的国歌声中闭幕。" if record.session.state == "CLOSED" else ""
