"""The office types what stands at the foot of its public pages."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from huitang.adapters.verifying import furniture
from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import InputIsWrong, Refusal, must_fit
from huitang.congress.publication.models import SiteFacts
from huitang.congress.roster import queries as roster

_ADDRESS, _NAME, _CODE, _OTHER = 100, 60, 20, 40  # characters
_LENGTHS = {"address": _ADDRESS, "organiser": _NAME, "operator": _NAME, "contact": _NAME, "site_code": _CODE}


class SiteWasChanged(Refusal):
    text = _("网站信息刚刚由另一位同事改过。请刷新，看过再改。")


class NameIsNotPlain(InputIsWrong):
    text = _(
        "“{name}”不像姓名，也不像本镇的办公室，核对程序会把写着它的网页判为改动过，没有写入。"
        "请写两到四个字的姓名（少数民族姓名加间隔号，外文姓名首字母大写），几位之间用顿号，最多三位，或者留空。"
    )


@dataclass(frozen=True)
class SiteWords:
    """What the office types of its site; anything may be left empty."""

    organiser: str = ""
    operator: str = ""
    contact: str = ""
    address: str = ""
    icp_number: str = ""
    police_number: str = ""
    site_code: str = ""
    editor: str = ""
    reviewer: str = ""


@transaction.atomic
def keep_site(*, words: SiteWords, seen: int, actor: Actor, now: datetime) -> None:
    """Say who runs the site, how to reach them, its registrations (《政府网站发展指引》). `seen` is the version the writer saw.

    :raises SiteWasChanged: :raises TextIsTooLong: :raises NameIsNotPlain:
    """
    actor.must_be_allowed_to(Deed.DRAFT)
    told = {name: str(value).strip() for name, value in asdict(words).items()}
    for name, value in told.items():
        must_fit(value, _LENGTHS.get(name, _OTHER))
    _must_be_names((told["editor"], told["reviewer"]), roster.find_town(actor.town_id))
    signed = {"changed_at": now, "changed_by": actor.label}
    if seen == 0:
        made = SiteFacts.objects.get_or_create(town_id=actor.town_id, defaults={**told, **signed})[1]
    else:
        held = SiteFacts.objects.filter(town_id=actor.town_id, version=seen)
        made = bool(held.update(version=F("version") + 1, **told, **signed))
    if not made:
        raise SiteWasChanged()
    facts = {name: value for name, value in told.items() if value}
    journal.append("publication.site_told", actor=actor, at=now, subject=f"town:{actor.town_id}", facts=facts)


def _must_be_names(names: tuple[str, ...], town: str) -> None:
    """What the verifier would take for words put into the text cannot be typed."""
    for name in filter(None, names):
        if not furniture.is_name(name, town):
            raise NameIsNotPlain(name=name)
