"""Papers of the year kept as they went out: keeping one, which there are, and their bytes."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from huitang.adapters.papers.fonts import FontSet
from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.documents import catalogue, making, refusals, wording, year_papers
from huitang.congress.documents.attempts import Attempt
from huitang.congress.documents.keeping import KeptContent, KeptFile, KeptVersion
from huitang.congress.documents.making import Format, MadePaper, safe_name
from huitang.congress.documents.models import KeptYearPaper
from huitang.congress.documents.year_papers import YearFacts
from huitang.congress.journal import commands as journal


@transaction.atomic
def keep_year_paper(
    *, key: str, facts: YearFacts, fonts: FontSet, actor: Actor, now: datetime
) -> tuple[MadePaper, ...]:
    """Keep a paper as it goes out, Word and PDF, byte for byte; returns what was kept.

    :raises TemplateIsBroken: :raises PaperCannotBeDrawn: :raises PaperIsKeptAlready:
    """
    actor.must_be_allowed_to(Deed.KEEP_PAPERS)
    drawn = year_papers.attempt(catalogue.kind_of(key), facts, wording.wordings(actor.town_id, facts.on)[key])
    made = {format: making.make(drawn, format, fonts) for format in Format}
    kept = KeptYearPaper.objects.filter(town_id=actor.town_id, key=key, subject=facts.key)
    last = kept.aggregate(last=Max("version"))["last"] or 0
    before = set(kept.filter(version=last).values_list("sha256", flat=True))
    if before == {paper.sha256 for paper in made.values()}:
        raise refusals.PaperIsKeptAlready(name=drawn.name, version=last)
    for format, paper in made.items():
        _keep(drawn, format, paper, last + 1, actor, now)
    told = {"name": drawn.name, "version": last + 1, "sha256": {f.value: made[f].sha256 for f in made}}
    journal.append("papers.kept", actor=actor, at=now, subject=f"town:{actor.town_id}", facts=told)
    return tuple(made.values())


def list_kept(town_id: int) -> tuple[KeptVersion, ...]:
    """The latest first."""
    rows = KeptYearPaper.objects.filter(town_id=town_id).defer("content").order_by("-kept_at", "-version", "format")
    versions: dict[tuple[str, str, int], list[KeptYearPaper]] = {}
    for row in rows:
        versions.setdefault((row.key, row.subject, row.version), []).append(row)
    return tuple(_version(files) for files in versions.values())


def get_kept(kept_id: int, *, town_id: int) -> KeptContent:
    """Exactly the bytes that were kept. :raises KeptPaperIsUnknown: also of another town"""
    row = KeptYearPaper.objects.filter(pk=kept_id, town_id=town_id).first()
    if row is None:
        raise refusals.KeptPaperIsUnknown()
    format = Format(row.format)
    name = f"{safe_name(row.name)}_存档第{row.version}版.{format.suffix}"
    return KeptContent(name, format, bytes(row.content), row.sha256)


def _version(files: list[KeptYearPaper]) -> KeptVersion:
    first = files[0]
    return KeptVersion(
        key=first.key,
        subject=first.subject,
        name=first.name,
        version=first.version,
        kept_at=first.kept_at,
        kept_by=first.kept_by,
        parts_sha256=first.parts_sha256,
        files=tuple(KeptFile(row.pk, Format(row.format), row.sha256) for row in files),
    )


def _keep(drawn: Attempt, format: Format, paper: MadePaper, version: int, actor: Actor, now: datetime) -> None:
    KeptYearPaper.objects.create(
        town_id=actor.town_id,
        key=drawn.kind.key,
        subject=drawn.subject.key,
        version=version,
        name=paper.name[:200],
        format=format.value,
        content=paper.content,
        sha256=hashlib.sha256(paper.content).hexdigest(),
        parts_sha256=drawn.parts_sha256,
        kept_at=now,
        kept_by=actor.label,
    )
