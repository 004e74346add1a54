"""Which texts were in force on the day of an act."""

from dataclasses import dataclass
from datetime import date

from huitang.rules import citation, deputy_citation
from huitang.rules.legal_text import Citation

DEPUTIES_LAW_2025 = date(2025, 3, 11)
ORGANIC_LAW_2022 = date(2022, 3, 11)
LAST_CHECKED = date(2025, 4, 19)


@dataclass(frozen=True, slots=True)
class StatuteSet:
    """The provisions that changed with time, as they stood on one day, and and its doubts."""

    day: date
    write_in: Citation
    write_in_tied_to_against: bool
    voting: Citation
    leave: Citation
    motion_form: Citation
    second_answer: Citation
    suggestion_reply: Citation
    suspension: Citation
    mandate_ends: Citation
    mandate_end_announced: Citation

    @property
    def switch_day_undecided(self) -> bool:
        """2025-03-11 itself: adopted that day, its first day in force is not confirmed."""
        return self.day == DEPUTIES_LAW_2025

    @property
    def organic_law_not_read(self) -> bool:
        """Before the 2022 amendment the Organic Law was not read for these rules."""
        return self.day < ORGANIC_LAW_2022

    @property
    def newer_than_checked(self) -> bool:
        """Changes after the collection was read are not known here."""
        return self.day > LAST_CHECKED


def at(day: date) -> StatuteSet:
    """The set in force on that day (Deputies Law of 2015-08-29 until 2025-03-10, of 2025-03-11 after)."""
    return _set_2025(day) if day >= DEPUTIES_LAW_2025 else _set_2015(day)


def _set_2025(day: date) -> StatuteSet:
    return StatuteSet(
        day=day,
        write_in=citation.WRITE_IN_2025,
        write_in_tied_to_against=True,
        voting=citation.VOTING,
        leave=deputy_citation.LEAVE,
        motion_form=deputy_citation.MOTION_FORM,
        second_answer=deputy_citation.INQUIRY_SECOND_ANSWER,
        suggestion_reply=deputy_citation.SUGGESTION_REPLY,
        suspension=deputy_citation.SUSPENSION,
        mandate_ends=deputy_citation.MANDATE_ENDS,
        mandate_end_announced=deputy_citation.MANDATE_END_ANNOUNCED,
    )


def _set_2015(day: date) -> StatuteSet:
    return StatuteSet(
        day=day,
        write_in=citation.WRITE_IN_2015,
        write_in_tied_to_against=False,
        voting=citation.VOTING_2015,
        leave=deputy_citation.LEAVE_2015,
        motion_form=deputy_citation.MOTION_FORM_2015,
        second_answer=deputy_citation.INQUIRY_SECOND_ANSWER_2015,
        suggestion_reply=deputy_citation.SUGGESTION_REPLY_2015,
        suspension=deputy_citation.SUSPENSION_2015,
        mandate_ends=deputy_citation.MANDATE_ENDS_2015,
        mandate_end_announced=deputy_citation.MANDATE_END_ANNOUNCED_2015,
    )
