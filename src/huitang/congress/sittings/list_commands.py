"""Putting one list of names into an order by hand, with a reason, and giving it back to the strokes."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import InputIsWrong, Refusal, must_fit
from huitang.congress.sittings import queries
from huitang.congress.sittings.list_order import Row
from huitang.congress.sittings.models import ListOrder

_REASON = 200  # characters, as the column holds


class OrderNeedsReason(InputIsWrong):
    text = _("请写明为什么不按笔画排：这份名单怎么排、谁定的，会记入日志。")


class OrderIsNotOfThisList(InputIsWrong):
    text = _("交来的顺序和名单上的人对不上，没有写入。请重新打开这一页再排。")


class ListHasChanged(Refusal):
    text = _("您打开这一页以后，这份名单或它的顺序已经变了，您刚才的改动没有写入。请看最新的顺序，再决定要不要改。")


class ListGoesByStrokes(Refusal):
    text = _("这份名单已经是按笔画排的。")


@transaction.atomic
def order_by_hand(
    *,
    session_id: int,
    list_name: str,
    rows: Sequence[Row],
    wanted: Sequence[int],
    seen: Sequence[int],
    reason: str,
    actor: Actor,
    now: datetime,
) -> None:
    """Put the rows of a list (in their present order) as `wanted`; `seen` is the order the page showed.

    :raises OrderNeedsReason: :raises OrderIsNotOfThisList: :raises ListHasChanged: :raises SessionIsUnknown:
    """
    actor.must_be_allowed_to(Deed.ORDER_NAMES)
    queries.get_session(session_id, town_id=actor.town_id)
    names = {row.key: row.name for row in rows}
    if list(seen) != list(names):
        raise ListHasChanged()
    if sorted(wanted) != sorted(names):
        raise OrderIsNotOfThisList()
    if not reason.strip():
        raise OrderNeedsReason()
    must_fit(reason.strip(), _REASON)
    ListOrder.objects.update_or_create(
        session_id=session_id,
        list_name=list_name,
        defaults={"rows": list(wanted), "reason": reason.strip(), "by": actor.label, "at": now},
    )
    facts = {"list": list_name, "names": [names[key] for key in wanted], "reason": reason.strip()}
    journal.append("list.ordered_by_hand", actor=actor, at=now, subject=f"session:{session_id}", facts=facts)


@transaction.atomic
def order_by_strokes(*, session_id: int, list_name: str, actor: Actor, now: datetime) -> None:
    """Give a list back to the strokes. :raises ListGoesByStrokes: :raises SessionIsUnknown:"""
    actor.must_be_allowed_to(Deed.ORDER_NAMES)
    queries.get_session(session_id, town_id=actor.town_id)
    deleted, _kinds = ListOrder.objects.filter(session_id=session_id, list_name=list_name).delete()
    if not deleted:
        raise ListGoesByStrokes()
    facts = {"list": list_name}
    journal.append("list.ordered_by_strokes", actor=actor, at=now, subject=f"session:{session_id}", facts=facts)
