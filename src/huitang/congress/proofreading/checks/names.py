"""Names one character off, or that sound like a known one.

A stranger's name is no finding: only a word that stands where a name stands, that no one known bears,
and that differs from a known name by one character (or by none, to the ear). And it is always a doubt: there are
two people of nearly one name in many a town, and whose name is meant a person must say.
"""

import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from huitang.adapters.names import apart, initials
from huitang.congress.proofreading import election_words, marking, person_words
from huitang.congress.proofreading.finding import Finding, Kind
from huitang.congress.proofreading.known import Known
from huitang.congress.proofreading.passages import Reading
from huitang.congress.proofreading.person_words import NameSaid

SOUNDS_ALIKE = _("没有“{says}”，同音的有“{should}”。")
ONE_OFF = _("没有“{says}”，只差一字的有“{should}”。")
ELSEWHERE = _("这里写“{says}”，文中另有{times}处写“{should}”。")
SHARED = _("叫“{says}”的有{count}位：{should}。这里没有写明是哪一位。")
ELECTED = _("当选{post}的，会议记录是{should}，这里写“{says}”。")
_BRACKETED = re.compile(r"（([^（）]+)）")


def check(text: Reading, known: Known) -> Iterator[Finding]:
    """Against the record where it has names, else against the other places of the text."""
    said = person_words.list_names(text)
    names = known.names
    if names:
        yield from _against_record(text, said, names)
    yield from _against_itself(text, said, names)
    yield from _elected(text, known)
    yield from _namesakes(text, known)


def _against_record(text: Reading, said: Iterable[NameSaid], names: frozenset[str]) -> Iterator[Finding]:
    for one in said:
        if _is_known(text, one, names):
            continue
        likely, sounds_alike = _nearest(one.name, names)
        if likely is None or not (sounds_alike or _may_be_doubted(text, one, names)):
            continue
        words = SOUNDS_ALIKE if sounds_alike else ONE_OFF
        line = text.lines[one.paragraph]
        yield marking.doubt(line, (one.start, one.end), Kind.NAME, words, should=likely, correction=likely)


def _may_be_doubted(text: Reading, one: NameSaid, names: frozenset[str]) -> bool:
    """王芳 and 王兰 are two persons more often than one mistyped; a list of strangers is no list of deputies."""
    if len(one.name) < 3 or one.is_beside_post:
        return len(one.name) > 2
    row = [other.name for other in person_words.list_names(Reading((text.lines[one.paragraph],)))]
    return sum(name in names for name in row) * 2 >= len(row)


def _is_known(text: Reading, one: NameSaid, names: frozenset[str]) -> bool:
    """The word is a known name, holds one (许国作), or was cut out of one (欧阳一 of 欧阳一为)."""
    if any(name in one.name for name in names):
        return True
    line = text.lines[one.paragraph].text
    around = ((name, place) for name in names for place in _places(name, line, one.start - len(name), one.end))
    return any(place < one.end and one.start < place + len(name) for name, place in around)


def _places(name: str, line: str, begins: int, ends: int) -> Iterator[int]:
    place = line.find(name, max(0, begins), ends + len(name))
    while place >= 0:
        yield place
        place = line.find(name, place + 1, ends + len(name))


def _nearest(word: str, names: Iterable[str]) -> tuple[str | None, bool]:
    """The one known name that fits, and whether by sound; None where several do."""
    alike = [name for name in names if _is_misheard(word, name)]
    if len(alike) == 1:
        return alike[0], True
    near = [name for name in names if is_one_off(name, word)]
    return (near[0], False) if len(near) == 1 and len(word) > 2 else (None, False)


def is_one_off(one: str, other: str) -> bool:
    """One character differs; of four characters or more one may be missing; two may be swapped."""
    if len(one) == len(other):
        differing = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        swapped = len(differing) == 2 and sorted(one) == sorted(other) and len(one) > 2
        return len(differing) == 1 or swapped
    short, long = sorted((one, other), key=len)
    if len(long) < 4 or len(long) - len(short) != 1:
        return False
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))


def _sound(word: str) -> tuple[str, ...]:
    return initials.sound(word)


def _against_itself(text: Reading, said: tuple[NameSaid, ...], names: frozenset[str]) -> Iterator[Finding]:
    """A name written once beside a post that sounds like one written more often, but not in the same sentence."""
    whole = "\n".join(line.text for line in text.lines)
    beside = [one for one in said if one.is_beside_post and len(one.name) > 2]
    often = {one.name for one in beside if whole.count(one.name) > 1}
    for one in beside:
        if one.name in names or whole.count(one.name) > 1:
            continue
        line = text.lines[one.paragraph]
        alike = [name for name in often - {one.name} if _is_misheard(one.name, name)]
        if len(alike) == 1 and alike[0] not in line.sentence_at(one.start).text:
            right, facts = alike[0], {"times": whole.count(alike[0])}
            place = (one.start, one.end)
            yield marking.doubt(line, place, Kind.NAME, ELSEWHERE, should=right, correction=right, facts=facts)


def _is_misheard(one: str, other: str) -> bool:
    return len(one) == len(other) and is_one_off(one, other) and _sound(one) == _sound(other)


def _elected(text: Reading, known: Known) -> Iterator[Finding]:
    """Somebody known, said to be elected to a post that went to others."""
    for said in election_words.list_elected(text):
        post = said.post.removeprefix("人民代表大会").removeprefix("人大").removeprefix("人民政府").removeprefix("政府")
        elected = [name for one in known.elections if _is_post(one.post, post) for name in one.elected]
        if not elected:
            continue
        for name in said.names:
            if name not in elected and (name in known.names or not _nearest(name, elected)[0]):
                line = text.lines[said.passage.paragraph]
                start = line.text.find(name, said.passage.start)
                should, right = "、".join(elected), elected[0] if len(elected) == len(said.names) == 1 else None
                place, facts = (start, start + len(name)), {"post": post}
                yield marking.error(line, place, Kind.ELECTION, ELECTED, should=should, correction=right, facts=facts)


def _namesakes(text: Reading, known: Known) -> Iterator[Finding]:
    """A bare name that several bear; behind it, in brackets, may stand what tells them apart, and more."""
    for name, called in known.namesakes.items():
        notes = [one.removeprefix(name).strip("（）") for one in called if one != name]
        longer = [other for other in known.names if name in other and apart.without_note(other) != name]
        for line in text.lines:
            for place in _places(name, line.text, 0, len(line.text)):
                behind = _BRACKETED.match(line.text, place + len(name))
                is_told = behind is not None and any(note in behind[1] for note in notes)
                if not (is_told or any(_stands_at(other, line.text, place, name) for other in longer)):
                    facts = {"count": len(called)}
                    where = (place, place + len(name))
                    yield marking.doubt(line, where, Kind.NAME, SHARED, should="、".join(called), facts=facts)


def _stands_at(longer: str, line: str, place: int, name: str) -> bool:
    return line.startswith(longer, place - longer.find(name))


def _is_post(kept: str, said: str) -> bool:
    kept = kept.removeprefix("镇").removeprefix("乡").removeprefix("人民代表大会").removeprefix("人民政府")
    return kept == said or (len(said) == 1 and kept in ("镇长", "乡长"))
