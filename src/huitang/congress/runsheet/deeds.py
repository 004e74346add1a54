"""What a step of the run sheet can be."""

from enum import StrEnum


class StepDeed(StrEnum):
    OPEN_SITTING = "OPEN_SITTING"
    SAY = "SAY"  # words, an anthem, a report being heard: done when the chair goes on
    HAND_VOTE = "HAND_VOTE"
    ELECTION = "ELECTION"
    PROJECT_VOTE = "PROJECT_VOTE"
    RATING = "RATING"
    CLOSE_SITTING = "CLOSE_SITTING"
    CLOSE_SESSION = "CLOSE_SESSION"


class Phase(StrEnum):
    """Where the current step stands; it decides the one button."""

    READY = "READY"
    OPEN = "OPEN"  # hands are being counted
    ISSUING = "ISSUING"
    ISSUED = "ISSUED"
    COUNTING = "COUNTING"
    COUNTED = "COUNTED"
    VOID = "VOID"  # more papers collected than issued
    AGAIN = "AGAIN"  # the whole round again, or only the tied
    SHORT = "SHORT"  # valid, but too few reached the majority; of a rating: some were graded by nobody
    DECIDED = "DECIDED"  # the result is there to be read out
