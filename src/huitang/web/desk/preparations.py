"""Where each thing on the checklist is done."""

from dataclasses import dataclass

from huitang.congress.runsheet.desk import Overview
from huitang.congress.runsheet.preparation import Matter, Preparation

_PAGES = {
    Matter.ROLL: "/desk/roll/",
    Matter.QUOTA: "/desk/roll/",
    Matter.LEAVE: "/desk/sessions/{id}/leave/",
    Matter.PRESIDIUM: "/desk/sessions/{id}/presidium/",
    Matter.REPORTERS: "/desk/sessions/{id}/agenda/",
    Matter.SCRUTINEERS: "/desk/sessions/{id}/scrutineers/",
    Matter.METHOD: "/desk/sessions/{id}/elections/",
    Matter.CANDIDATES: "/desk/sessions/{id}/elections/",
    Matter.PROJECTS: "/desk/sessions/{id}/projects/",
    Matter.RATING: "/desk/sessions/{id}/rating/",
    Matter.CARDS: "/desk/sessions/{id}/cards/",
}


@dataclass(frozen=True)
class LinkedPreparation:
    told: Preparation
    url: str
    is_next: bool


def with_links(overview: Overview) -> list[LinkedPreparation]:
    coming = overview.next_preparation
    return [
        LinkedPreparation(one, _PAGES[one.matter].format(id=overview.session.id), one is coming)
        for one in overview.preparations
    ]
