"""A heading that says how many follow, and another number that follows."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from huitang.congress.proofreading import election_words, list_words, marking
from huitang.congress.proofreading.finding import Finding, Kind
from huitang.congress.proofreading.known import Known
from huitang.congress.proofreading.list_words import CountSaid
from huitang.congress.proofreading.passages import Reading

FOLLOW = _("这里写“{says}”，后面数出来是{found}。")
RECORD = _("这里写{says}，会议记录是{should}。")


def check(text: Reading, known: Known) -> Iterator[Finding]:
    """A list may only look too long: a comma inside an item counts for one between items."""
    for said in list_words.list_counts(text):
        if said.found == said.number or (said.found > said.number and not said.is_exact):
            continue
        if not _is_of_known_projects(text, said, known):
            line = text.lines[said.paragraph]
            yield marking.doubt(line, (said.start, said.end), Kind.COUNT, FOLLOW, facts={"found": said.found})
    yield from _projects(text, known)


def _is_of_known_projects(text: Reading, said: CountSaid, known: Known) -> bool:
    """Projects of the record are counted by their names, whatever commas these hold."""
    sentence = text.lines[said.paragraph].sentence_at(said.start).text
    named = sum(project.name in sentence for project in known.projects if project.is_adopted)
    return bool(named) and named == said.number


def _projects(text: Reading, known: Known) -> Iterator[Finding]:
    """How many projects were chosen, and of how many, as the record has it."""
    adopted = sum(project.is_adopted for project in known.projects)
    if not adopted:
        return
    for said in election_words.list_chosen_projects(text):
        line = text.lines[said.passage.paragraph]
        for number, place, right in (
            (said.of, said.of_place, len(known.projects)),
            (said.chosen, said.chosen_place, adopted),
        ):
            if number != right:
                yield marking.error(line, place, Kind.COUNT, RECORD, should=str(right), correction=str(right))
