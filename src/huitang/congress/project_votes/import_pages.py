"""What the desk's pages of an import of candidates show."""

from dataclasses import dataclass

from django.db.models import QuerySet

from huitang.congress.project_votes.models import CandidateImport, ProjectRound
from huitang.congress.project_votes.plan import Plan, plan_of
from huitang.congress.project_votes.refusals import ProjectsAreFixed
from huitang.congress.roster import file_import
from huitang.congress.roster.file_import import ImportRow
from huitang.congress.sittings import queries as sittings
from huitang.congress.sittings.queries import SessionRow


@dataclass(frozen=True)
class ImportPage:
    """`barred` says why the list cannot be replaced any more."""

    upload: ImportRow
    session: SessionRow
    to_choose: int
    plan: Plan
    barred: tuple[str, ...]

    @property
    def is_too_short(self) -> bool:
        return len(self.plan.rows) < self.to_choose


def imports_of(town_id: int) -> QuerySet[CandidateImport]:
    return CandidateImport.objects.select_related("vote").filter(vote__session__term__town_id=town_id)


def get_import(import_id: int, *, town_id: int) -> ImportPage:
    """The preview, made anew from the kept bytes and the candidates as they are now.

    :raises ImportIsUnknown: none of this town
    :raises ImportIsSettled: it was written or given up, so there is nothing to preview
    """
    found = file_import.find_open(imports_of(town_id), import_id)
    return ImportPage(
        upload=file_import.row_of(found),
        session=sittings.get_session(found.vote.session_id, town_id=town_id),
        to_choose=found.vote.to_choose,
        plan=plan_of(found),
        barred=(str(ProjectsAreFixed()),) if ProjectRound.objects.filter(vote_id=found.vote_id).exists() else (),
    )


def session_of(import_id: int, *, town_id: int) -> int:
    """Whether it is settled or not. :raises ImportIsUnknown:"""
    return int(file_import.find(imports_of(town_id).defer("content"), import_id).vote.session_id)


def list_open(session_id: int) -> tuple[ImportRow, ...]:
    """Uploads of the session nobody has settled."""
    return file_import.list_open(CandidateImport.objects.filter(vote__session_id=session_id))
