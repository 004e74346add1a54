"""One round of a vote on paper: what elections, project votes and ratings keep alike of theirs."""

from django.db import models

_REPEATED = ("VOID_ROUND", "COUNT_ERROR", "OVER_ISSUED", "NO_QUORUM")


class PaperRound(models.Model):
    """Void, tie and further rounds are rounds of their own, never overwritten."""

    class Kind(models.TextChoices):
        FIRST = "FIRST"
        VOTE_AGAIN = "VOTE_AGAIN"  # 重新投票: the whole round was void
        TIE_BALLOT = "TIE_BALLOT"  # 再次投票: only the tied; a rating has none
        FURTHER = "FURTHER"  # 另行选举: what is left

    class State(models.TextChoices):
        OPEN = "OPEN"
        DECLARED = "DECLARED"

    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind)
    sitting = models.ForeignKey("sittings.Sitting", on_delete=models.PROTECT, related_name="+")
    electorate = models.ForeignKey("attendance.Electorate", on_delete=models.PROTECT)
    ballot = models.OneToOneField("ballots.SecretBallot", on_delete=models.PROTECT)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    outcome = models.JSONField(null=True, blank=True)
    opened_at = models.DateTimeField()
    declared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.label} {self.number}"

    @property
    def is_declared(self) -> bool:
        return self.state == self.State.DECLARED

    @property
    def must_be_repeated(self) -> bool:
        """Declared, and nothing of it stands."""
        return self.outcome is not None and self.outcome["state"] in _REPEATED


def one_open_at_a_time(of: str) -> list[models.BaseConstraint]:
    """Rounds of one thing are numbered, and one at most is open; `of` is the field that names the thing."""
    return [
        models.UniqueConstraint(fields=[of, "number"], name="%(app_label)s_one_round_a_number"),
        models.UniqueConstraint(fields=[of], condition=models.Q(state="OPEN"), name="%(app_label)s_one_open_round"),
    ]
