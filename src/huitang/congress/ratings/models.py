"""满意度测评: deputies give each thing on a list one of the grades, on secret papers. No law governs it."""

from django.db import models


class SatisfactionRating(models.Model):
    """The rating of a session and what the office chose for it."""

    class Base(models.TextChoices):
        ALL = "ALL"  # more than half of all deputies
        PRESENT = "PRESENT"  # more than half of those present

    session = models.OneToOneField("sittings.CongressSession", on_delete=models.CASCADE, related_name="rating")
    title = models.CharField(max_length=100)
    base = models.CharField(max_length=8, choices=Base, default=Base.ALL)
    threshold_tenths = models.PositiveSmallIntegerField(null=True, blank=True)  # 900 for 90.0 per cent; none set: null
    has_middle_grade = models.BooleanField(default=True)  # three grades; else satisfied or not

    def __str__(self) -> str:
        return self.title


class RatingItem(models.Model):
    """One printed line. `subject` says what it is elsewhere ("project:12"); empty for words of the office's own."""

    rating = models.ForeignKey(SatisfactionRating, on_delete=models.CASCADE, related_name="items")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=100)
    subject = models.CharField(max_length=40, blank=True, db_index=True)

    class Meta:
        ordering = ["rating", "number"]
        constraints = [
            models.UniqueConstraint(fields=["rating", "number"], name="ratings_one_item_a_number"),
            models.UniqueConstraint(fields=["rating", "name"], name="ratings_one_item_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class RatingRound(models.Model):
    class Kind(models.TextChoices):
        FIRST = "FIRST"
        VOTE_AGAIN = "VOTE_AGAIN"
        FURTHER = "FURTHER"  # of those nobody graded

    class State(models.TextChoices):
        OPEN = "OPEN"
        DECLARED = "DECLARED"

    rating = models.ForeignKey(SatisfactionRating, on_delete=models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind)
    items = models.JSONField()  # the printed lines, frozen: name and subject of each
    sitting = models.ForeignKey("sittings.Sitting", on_delete=models.PROTECT, related_name="rating_rounds")
    electorate = models.ForeignKey("attendance.Electorate", on_delete=models.PROTECT)
    ballot = models.OneToOneField("ballots.SecretBallot", on_delete=models.PROTECT)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    outcome = models.JSONField(null=True, blank=True)
    opened_at = models.DateTimeField()
    declared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["rating", "number"]
        constraints = [
            models.UniqueConstraint(fields=["rating", "number"], name="ratings_one_round_a_number"),
            models.UniqueConstraint(fields=["rating"], condition=models.Q(state="OPEN"), name="ratings_one_open_round"),
        ]

    def __str__(self) -> str:
        return f"{self.rating} {self.number}"
