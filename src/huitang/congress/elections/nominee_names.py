"""Under which name a nominee is listed: a deputy as the roll tells namesakes apart, anybody else as typed."""

from huitang.adapters.names import apart
from huitang.congress.elections import refusals
from huitang.congress.elections.models import Election, Nomination
from huitang.congress.roster import namesakes
from huitang.congress.roster import queries as roster


def name_to_list(election: Election, *, typed: str, deputy_id: int | None) -> str:
    """A deputy chosen from the roll is called as there, also where the bare name was typed beside.

    :raises NomineeIsNoDeputy: :raises NomineeIsListed: :raises NomineeIsMissing: :raises NameIsShared:
    """
    term_id, name = election.session.term_id, apart.tidy(typed)
    if deputy_id is None:
        if not name:
            raise refusals.NomineeIsMissing()
        namesakes.must_be_clear(term_id, [name])
        return name
    called = roster.names_of(term_id, [deputy_id]).get(deputy_id)
    if called is None:
        raise refusals.NomineeIsNoDeputy()
    if election.nominations.filter(deputy_id=deputy_id).exists():
        raise refusals.NomineeIsListed(name=called, bare=apart.without_note(called))
    bare = apart.without_note(called)
    is_meant = name in ("", bare) or (called != bare and apart.without_note(name) == bare)
    return called if is_meant else name


def call_as_on_roll(election: Election) -> None:
    """Before the candidates are fixed: whoever got a namesake, or another note, since the nomination is called so."""
    with_namesakes = election.nominations.exclude(deputy=None).exclude(deputy__shown_note="")
    wanted = {
        nomination: nomination.deputy.called
        for nomination in with_namesakes.select_related("deputy")
        if nomination.deputy and apart.without_note(nomination.name) == nomination.deputy.name
    }
    changed = [nomination for nomination, called in wanted.items() if nomination.name != called]
    for names in ([str(nomination.pk) for nomination in changed], [wanted[nomination] for nomination in changed]):
        for nomination, name in zip(changed, names, strict=True):  # two may exchange their notes: a name stands once
            nomination.name = name
            nomination.save(update_fields=["name"])


def called_now(session_id: int, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of these candidates and, where the roll has given one another note since, the name of today."""
    listed = Nomination.objects.filter(election__session_id=session_id, name__in=names).exclude(deputy=None)
    with_namesakes = listed.exclude(deputy__shown_note="").select_related("deputy")
    today = (nomination.deputy.called for nomination in with_namesakes if nomination.deputy)
    return tuple(dict.fromkeys((*names, *today)))
