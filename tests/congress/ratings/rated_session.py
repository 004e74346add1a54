"""Qinghe's spring session with something to rate, and piles of papers."""

from huitang.congress.ratings.standing import RatedItem
from huitang.congress.runsheet import rating
from tests.stage import Play, spring_session

ITEMS = (RatedItem("农村道路改造", "project:1"), RatedItem("路灯亮化", "project:2"), RatedItem("镇人民政府专项工作"))
GOOD, FAIR, POOR, NONE, SEVERAL = "SATISFIED", "BASICALLY_SATISFIED", "NOT_SATISFIED", "BLANK", "SEVERAL"
# 91 papers: 60/25/4 with 2 void, 40/45/6, 20/27/44, as the worked cases have them
PAPERS = (
    [(GOOD, GOOD, GOOD)] * 20
    + [(GOOD, GOOD, FAIR)] * 20
    + [(GOOD, FAIR, FAIR)] * 7
    + [(GOOD, FAIR, POOR)] * 13
    + [(FAIR, FAIR, POOR)] * 25
    + [(POOR, POOR, POOR)] * 4
    + [(NONE, POOR, POOR), (SEVERAL, POOR, POOR)]
)


def rated_session(items: tuple[RatedItem, ...] = ITEMS) -> Play:
    play = spring_session()
    rating.set_items(session_id=play.session_id, items=items, actor=play.office, now=play.clock.tick())
    return play
