"""Why a photo is not taken."""

from enum import StrEnum


class PhotoFault(StrEnum):
    """What is wrong with it."""

    TOO_BIG = "TOO_BIG"
    NOT_A_PHOTO = "NOT_A_PHOTO"
    BROKEN = "BROKEN"


class PhotoIsNotReadable(ValueError):
    """The bytes are no photo we keep."""

    def __init__(self, fault: PhotoFault) -> None:
        self.fault = fault
        super().__init__(fault)
