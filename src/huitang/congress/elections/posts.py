"""The legal names of posts and rounds. 镇人民代表大会主席, never 主席团主席."""

from huitang.congress.elections.models import Election, ElectionRound
from huitang.rules.legal_text import Text

POSTS = {
    Election.Post.CHAIR: Text("镇人民代表大会主席", "chair of the town people's congress"),
    Election.Post.VICE_CHAIR: Text("镇人民代表大会副主席", "vice-chair of the town people's congress"),
    Election.Post.HEAD: Text("镇人民政府镇长", "head of the town government"),
    Election.Post.DEPUTY_HEAD: Text("镇人民政府副镇长", "deputy head of the town government"),
}
ROUNDS = {
    ElectionRound.Kind.FIRST: Text("", ""),
    ElectionRound.Kind.VOTE_AGAIN: Text("（重新投票）", " (vote again)"),
    ElectionRound.Kind.TIE_BALLOT: Text("（再次投票）", " (tie ballot)"),
    ElectionRound.Kind.FURTHER: Text("（另行选举）", " (further election)"),
}


def ballot_title(election: Election, kind: str) -> str:
    town = election.session.term.town.name
    post = POSTS[Election.Post(election.post)].zh.removeprefix("镇")
    return f"{town}{post}选举票{ROUNDS[ElectionRound.Kind(kind)].zh}"
