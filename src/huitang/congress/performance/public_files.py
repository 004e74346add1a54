"""The public file of every deputy in office, for one page: the same as `queries.public_file`, read at once."""

from datetime import date

from huitang.congress.attendance import by_deputy
from huitang.congress.performance import queries, suggestions_seam
from huitang.congress.performance.queries import PublicFile, PublicSuggestion
from huitang.congress.performance.suggestions_seam import SuggestionsByDeputy
from huitang.congress.roster import queries as roster
from huitang.congress.roster.queries import TermRow
from huitang.congress.supervision import queries as supervision


def list_public_files(
    term: TermRow,
    *,
    town_id: int,
    on: date,
    suggestions: SuggestionsByDeputy = suggestions_seam.none_by_deputy,
) -> tuple[PublicFile, ...]:
    """By number on the roll; the number of queries does not grow with the roll."""
    until = min(on, term.ended_on or on)
    span = {"since": term.began_on, "until": max(until, term.began_on)}
    presence = by_deputy.list_presence(term.id, town_id=town_id)
    held = supervision.list_held_by_deputy(town_id=town_id, **span)
    made = suggestions(town_id=town_id, **span) or {}
    seated = roster.list_seated(term.id)
    return tuple(
        PublicFile(
            town=term.town,
            term=term.name,
            name=row.name,
            delegation=row.delegation,
            district=row.district,
            in_office_since=seated.get(row.id, term.began_on),
            sittings_due=sum(one.is_due for one in presence.get(row.id, ())),
            sittings_present=sum(one.mark == "PRESENT" for one in presence.get(row.id, ())),
            activities=tuple(queries.public_activity(one) for one in held.get(row.id, ()) if one.held_on),
            parts=tuple((part.name, part.times) for part in queries.parts_of(held.get(row.id, ()))),
            suggestions=tuple(PublicSuggestion(one.on, one.title) for one in made.get(row.id, ()) if one.is_public),
            until=until,
        )
        for row in roster.list_roll(term.id, on=until)
    )
