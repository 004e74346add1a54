"""Numbers as they were frozen for a report, and by-elections to the county's congress, which no roll here keeps."""

from django.db import models


class CountySeat(models.Model):
    """A deputy of the county's congress by-elected in a district of this town; the town's own stand in its roll."""

    town = models.ForeignKey("roster.Town", on_delete=models.PROTECT, related_name="county_seats")
    name = models.CharField(max_length=60)
    district = models.CharField(max_length=40, blank=True)
    elected_on = models.DateField()

    class Meta:
        ordering = ["town", "elected_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["town", "name", "elected_on"], name="yearly_one_seat_a_by_election")
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.elected_on}"


class FrozenNumbers(models.Model):
    """The numbers of a year as a report gave them; withdrawn ones stay, and are no longer in force."""

    town = models.ForeignKey("roster.Town", on_delete=models.PROTECT, related_name="frozen_numbers")
    year = models.PositiveSmallIntegerField()
    reported_on = models.DateField()
    frozen_at = models.DateTimeField()
    by = models.CharField(max_length=40)
    sequence = models.PositiveBigIntegerField()  # counted from the journal up to this link
    numbers = models.JSONField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["town", "-year", "-frozen_at"]
        verbose_name_plural = "frozen numbers"
        constraints = [
            models.UniqueConstraint(
                fields=["town", "year"],
                condition=models.Q(withdrawn_at=None),
                name="yearly_frozen_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.town} {self.year}"
