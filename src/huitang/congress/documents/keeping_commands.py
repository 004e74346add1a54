"""Keeping a paper as it goes out, Word and PDF, byte for byte: of a session, or of the year."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from huitang.adapters.papers.fonts import FontSet
from huitang.congress.accounts.actor import Actor
from huitang.congress.accounts.deeds import Deed
from huitang.congress.documents import attempts, catalogue, making, refusals, wording, year_papers
from huitang.congress.documents.attempts import Attempt
from huitang.congress.documents.making import Format, MadePaper, Stamping, unstamped
from huitang.congress.documents.models import KeptPaper, KeptYearPaper
from huitang.congress.documents.year_papers import YearFacts
from huitang.congress.journal import commands as journal

_NAME = 200  # characters


@transaction.atomic
def keep_paper(
    *,
    session_id: int,
    key: str,
    subject_key: str,
    fonts: FontSet,
    actor: Actor,
    now: datetime,
    card_address: str = "",
    stamping: Stamping = unstamped,
) -> tuple[MadePaper, ...]:
    """Keep a paper of a session; returns what was kept.

    :raises PaperIsUnknown: :raises PaperIsNotReady: :raises TemplateIsBroken: :raises PaperIsKeptAlready:
    """
    actor.must_be_allowed_to(Deed.KEEP_PAPERS)
    source, words = making.gathered(session_id, actor.town_id, card_address)
    drawn = attempts.find_attempt(key, subject_key, source, words)
    stamp = stamping(drawn, source)
    made = {format: making.make(drawn, format, fonts, stamp) for format in Format}
    return _keep(KeptPaper, "session", session_id, drawn, made, actor, now)


@transaction.atomic
def keep_year_paper(
    *, key: str, facts: YearFacts, fonts: FontSet, actor: Actor, now: datetime
) -> tuple[MadePaper, ...]:
    """Keep a paper of the year; returns what was kept.

    :raises TemplateIsBroken: :raises PaperCannotBeDrawn: :raises PaperIsKeptAlready:
    """
    actor.must_be_allowed_to(Deed.KEEP_PAPERS)
    drawn = year_papers.attempt(catalogue.kind_of(key), facts, wording.wordings(actor.town_id, facts.on)[key])
    made = {format: making.make(drawn, format, fonts) for format in Format}
    return _keep(KeptYearPaper, "town", actor.town_id, drawn, made, actor, now)


def _keep(
    model: type[KeptPaper] | type[KeptYearPaper],
    owner: str,
    owner_id: int,
    drawn: Attempt,
    made: Mapping[Format, MadePaper],
    actor: Actor,
    now: datetime,
) -> tuple[MadePaper, ...]:
    """As the next version of the owner's paper, unless the last is the same."""
    about = {f"{owner}_id": owner_id, "key": drawn.kind.key, "subject": drawn.subject.key}
    kept = model.objects.filter(**about)
    last = kept.aggregate(last=Max("version"))["last"] or 0
    before = set(kept.filter(version=last).values_list("sha256", flat=True))
    if before == {paper.sha256 for paper in made.values()}:
        raise refusals.PaperIsKeptAlready(name=drawn.name, version=last)
    for format, paper in made.items():
        model.objects.create(
            **about,
            version=last + 1,
            name=paper.name[:_NAME],
            format=format.value,
            content=paper.content,
            sha256=hashlib.sha256(paper.content).hexdigest(),
            parts_sha256=drawn.parts_sha256,
            kept_at=now,
            kept_by=actor.label,
        )
    told = {"name": drawn.name, "version": last + 1, "sha256": {f.value: made[f].sha256 for f in made}}
    journal.append("papers.kept", actor=actor, at=now, subject=f"{owner}:{owner_id}", facts=told)
    return tuple(made.values())
