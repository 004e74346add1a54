"""Finding targets and tasks inside the actor's own town; every other is unknown."""

from django.db.models import QuerySet

from huitang.congress.journal.one_look import once
from huitang.congress.targets import refusals
from huitang.congress.targets.models import Target, TargetImport, TargetTolerance, YearTask

USUAL_TOLERANCE = 500  # thousandths: half a percentage point until the office says otherwise


def target_of(town_id: int, target_id: int) -> Target:
    found = Target.objects.filter(pk=target_id, town_id=town_id).first()
    if found is None:
        raise refusals.TargetIsUnknown()
    return found


def task_of(town_id: int, task_id: int) -> YearTask:
    found = YearTask.objects.filter(pk=task_id, town_id=town_id).first()
    if found is None:
        raise refusals.TaskIsUnknown()
    return found


def imports_of(town_id: int) -> QuerySet[TargetImport]:
    return TargetImport.objects.filter(town_id=town_id)


@once
def tolerance_of(town_id: int) -> int:
    found = TargetTolerance.objects.filter(town_id=town_id).values_list("thousandths", flat=True).first()
    return USUAL_TOLERANCE if found is None else found
