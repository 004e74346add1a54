"""满意度测评: deputies give each thing on a list one of the grades, on secret papers. No law governs it."""

from django.db import models

from huitang.congress.ballots.paper_round import PaperRound, one_open_at_a_time


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


class RatingRound(PaperRound):
    rating = models.ForeignKey(SatisfactionRating, on_delete=models.CASCADE, related_name="rounds")
    items = models.JSONField()  # the printed lines, frozen: name and subject of each

    class Meta:
        ordering = ["rating", "number"]
        constraints = one_open_at_a_time("rating")
