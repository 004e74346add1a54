"""Votes by show of hands: on resolutions, lists and methods."""

from django.db import models


class HandVote(models.Model):
    class State(models.TextChoices):
        PREPARED = "PREPARED"
        OPEN = "OPEN"
        DECIDED = "DECIDED"
        ANNULLED = "ANNULLED"  # stepped back, with a reason; kept, and voted again as a new one

    session = models.ForeignKey("sittings.CongressSession", on_delete=models.CASCADE, related_name="hand_votes")
    sitting = models.ForeignKey(
        "sittings.Sitting", on_delete=models.PROTECT, related_name="hand_votes", null=True, blank=True
    )
    item = models.ForeignKey(
        "agenda.AgendaItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="hand_votes"
    )
    matter = models.CharField(max_length=30)  # AGENDA, PRESIDIUM, METHOD, SCRUTINEERS, RESOLUTION …
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.PREPARED)
    electorate = models.ForeignKey("attendance.Electorate", on_delete=models.PROTECT, null=True, blank=True)
    votes_for = models.PositiveSmallIntegerField(null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(null=True, blank=True)
    abstentions = models.PositiveSmallIntegerField(null=True, blank=True)
    not_voting = models.PositiveSmallIntegerField(null=True, blank=True)
    is_passed = models.BooleanField(null=True, blank=True)
    outcome = models.JSONField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    annulled_because = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["session", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session"], condition=models.Q(state="OPEN"), name="resolutions_one_open_vote"
            )
        ]

    def __str__(self) -> str:
        return self.title
