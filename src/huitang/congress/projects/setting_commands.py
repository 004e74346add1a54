"""The town's own choices: colours, the part of the congress in changes, periods, visits."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.journal import commands as journal
from huitang.congress.journal.refusal import must_fit
from huitang.congress.projects import refusals, terms
from huitang.congress.projects.models import ProjectSetting
from huitang.rules import project_progress
from huitang.rules.project_progress import BandFault, Colour

MOST_DAYS = 365
LONGEST_WORDS = 20


@transaction.atomic
def set_terms(
    *,
    bands: Sequence[tuple[int, str, str]],
    change_needs_congress: bool,
    free_percent: int,
    accept_within_days: int,
    remind_days: int,
    visits_each_quarter: bool,
    actor: Actor,
    now: datetime,
) -> None:
    """Keep what the office chose; each band is (at least, colour, words). :raises BandsAreWrong: :raises NumberIsWrong:"""
    actor.must_be_allowed_to(Deed.KEEP_PROJECTS)
    _refuse_wrong_bands(bands)
    numbers = {"free_percent": free_percent, "accept_within_days": accept_within_days, "remind_days": remind_days}
    if not all(0 <= number <= MOST_DAYS for number in numbers.values()):
        raise refusals.NumberIsWrong()
    kept = [[least, colour, words.strip()] for least, colour, words in sorted(bands, reverse=True)]
    chosen = {**numbers, "change_needs_congress": change_needs_congress, "visits_each_quarter": visits_each_quarter}
    ProjectSetting.objects.update_or_create(town_id=actor.town_id, defaults={**chosen, "bands": kept})
    subject, facts = f"town:{actor.town_id}", {**chosen, "bands": kept}
    journal.append("project.settings_changed", actor=actor, at=now, subject=subject, facts=facts)


def _refuse_wrong_bands(bands: Sequence[tuple[int, str, str]]) -> None:
    for _least, colour, words in bands:
        must_fit(words.strip(), LONGEST_WORDS)
        if colour not in set(Colour):
            raise refusals.BandsAreWrong(problem=_("请从列表里选颜色。"))
    fault = project_progress.check_bands([terms.make_band(least, Colour(c), words) for least, c, words in bands])
    if fault is not None:
        raise refusals.BandsAreWrong(problem=_sentence(fault))


def _sentence(fault: BandFault) -> str:
    return {
        BandFault.NONE: _("至少要有一档。"),
        BandFault.REPEATED: _("有两档的起点相同。"),
        BandFault.OPEN_BELOW: _("最低一档的起点要填 -100，这样每个项目都有颜色。"),
        BandFault.BLUE_IS_TAKEN: _("蓝色只表示已验收，请换一种颜色。"),
        BandFault.WITHOUT_WORDS: _("每一档都要写文字，不能只靠颜色。"),
    }[fault]
