"""Paper ballots and their count. Nothing here leads to a deputy or a login, and no time of entry is kept.

A sheet's number is its place in the pile after the box was opened and shuffled; never anything a voter was given.
"""

from django.db import models

KINDS = [("PERSONS", "PERSONS"), ("PROJECTS", "PROJECTS"), ("RATING", "RATING")]


class SecretBallot(models.Model):
    class State(models.TextChoices):
        ISSUING = "ISSUING"  # papers are being handed out
        ISSUED = "ISSUED"  # all handed out; the voting goes on
        COUNTING = "COUNTING"  # collected, not more than issued; papers are being read
        COUNTED = "COUNTED"  # every paper agreed
        VOID = "VOID"  # more collected than issued
        CLOSED = "CLOSED"  # the result is declared

    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=8, choices=KINDS)
    method = models.JSONField()  # as adopted: a BallotMethod, ProjectMethod or RatingMethod of the rules
    choices = models.JSONField()  # the printed lines, in printed order
    allows_write_in = models.BooleanField()
    state = models.CharField(max_length=10, choices=State, default=State.ISSUING)
    voters = models.PositiveSmallIntegerField()  # how many may vote, frozen; a number, never who
    first_reader = models.CharField(max_length=60, blank=True)  # who reads the pile first and second
    second_reader = models.CharField(max_length=60, blank=True)
    papers_issued = models.PositiveSmallIntegerField(null=True, blank=True)
    papers_collected = models.PositiveSmallIntegerField(null=True, blank=True)

    def __str__(self) -> str:
        return self.title


class BallotSheet(models.Model):
    """One collected paper. `agreed` is what both readings say, or what was resolved."""

    ballot = models.ForeignKey(SecretBallot, on_delete=models.CASCADE, related_name="sheets")
    number = models.PositiveSmallIntegerField()
    first = models.JSONField(null=True, blank=True)
    second = models.JSONField(null=True, blank=True)
    agreed = models.JSONField(null=True, blank=True)
    is_resolved = models.BooleanField(default=False)

    class Meta:
        ordering = ["ballot", "number"]
        constraints = [models.UniqueConstraint(fields=["ballot", "number"], name="ballots_one_sheet_a_number")]

    def __str__(self) -> str:
        return f"{self.ballot_id}/{self.number}"
