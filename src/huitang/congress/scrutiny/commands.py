"""The list of scrutineers, the tellers, and the relatives candidates declare."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import InputIsWrong, Refusal, must_fit
from huitang.congress.resolutions import queries as resolutions
from huitang.congress.resolutions.commands import Matter
from huitang.congress.roster import namesakes
from huitang.congress.roster import queries as roster
from huitang.congress.scrutiny.models import DeclaredRelative, Scrutineer, Teller
from huitang.congress.sittings import queries as sessions

_NAME = 60  # characters, as the columns hold
_RELATION = 20


class ListIsAdopted(Refusal):
    text = _("监票人名单已经大会通过，不能再改。如需更换，请退回该项表决并写明理由。")


class ScrutineersAreNotAdopted(Refusal):
    text = _("监票人名单还没有经大会通过，不能开始投票。请先表决通过监票人名单。")


class ChiefIsMissing(InputIsWrong):
    text = _("请指定一名总监票人，而且只能一名。")


class ScrutineerIsNoDeputy(InputIsWrong):
    text = _("监票人须从本届代表中推选。请从名册里选人。")


class NameIsMissing(InputIsWrong):
    text = _("请写全候选人、亲属的姓名和关系。")


@transaction.atomic
def name_scrutineers(*, session_id: int, chief: int | None, others: Sequence[int], actor: Actor, now: datetime) -> None:
    """Replace the draft list; `chief` and `others` are deputy ids.

    :raises ListIsAdopted: :raises ChiefIsMissing:
    """
    actor.must_be_allowed_to(Deed.KEEP_SCRUTINEERS)
    session = sessions.get_session(session_id, town_id=actor.town_id)
    if resolutions.is_adopted(session_id, Matter.SCRUTINEERS):
        raise ListIsAdopted()
    if chief is None or chief in others:
        raise ChiefIsMissing()
    if not all(roster.is_of_term(deputy, term_id=session.term_id) for deputy in (chief, *others)):
        raise ScrutineerIsNoDeputy()
    Scrutineer.objects.filter(session_id=session_id).delete()
    duties = [(chief, Scrutineer.Duty.CHIEF), *((deputy, Scrutineer.Duty.SCRUTINEER) for deputy in others)]
    Scrutineer.objects.bulk_create(
        Scrutineer(session_id=session_id, deputy_id=deputy, duty=duty, position=place)
        for place, (deputy, duty) in enumerate(duties, start=1)
    )
    facts = {"chief": chief, "others": list(others)}
    journal.append("scrutineers.named", actor=actor, at=now, subject=f"session:{session_id}", facts=facts)


@transaction.atomic
def appoint_tellers(*, session_id: int, names: Sequence[str], actor: Actor, now: datetime) -> None:
    """Replace the tellers; the first is the chief teller. They are announced, not voted on. :raises NameIsShared:"""
    actor.must_be_allowed_to(Deed.KEEP_SCRUTINEERS)
    session = sessions.get_session(session_id, town_id=actor.town_id)
    for name in names:
        must_fit(name, _NAME)
    namesakes.must_be_clear(session.term_id, names)
    Teller.objects.filter(session_id=session_id).delete()
    Teller.objects.bulk_create(
        Teller(session_id=session_id, name=name, is_chief=place == 0) for place, name in enumerate(names)
    )
    journal.append(
        "tellers.appointed",
        actor=actor,
        at=now,
        subject=f"session:{session_id}",
        facts={"names": list(names)},
    )


@transaction.atomic
def declare_relative(
    *, session_id: int, candidate_name: str, relative_name: str, relation: str, actor: Actor, now: datetime
) -> None:
    """Note a near relative a candidate has declared. :raises NameIsMissing: :raises NameIsShared:"""
    actor.must_be_allowed_to(Deed.KEEP_SCRUTINEERS)
    session = sessions.get_session(session_id, town_id=actor.town_id)
    if not (candidate_name.strip() and relative_name.strip()):
        raise NameIsMissing()
    for told, room in ((candidate_name, _NAME), (relative_name, _NAME), (relation, _RELATION)):
        must_fit(told.strip(), room)
    namesakes.must_be_clear(session.term_id, (candidate_name, relative_name))
    DeclaredRelative.objects.create(
        session_id=session_id,
        candidate_name=candidate_name.strip(),
        relative_name=relative_name.strip(),
        relation=relation.strip(),
    )
    facts = {"candidate": candidate_name.strip(), "relative": relative_name.strip()}
    journal.append("relative.declared", actor=actor, at=now, subject=f"session:{session_id}", facts=facts)
