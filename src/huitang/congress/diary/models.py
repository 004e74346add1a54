"""What the office's diary keeps of its own: reminders as they went out, duties ticked off, its feed, its setting."""

from django.db import models

from huitang.rules.reminder import USUAL_DAYS_TO_ESCALATE, Level


class DiarySetting(models.Model):
    """One town's own choice; a town without a row has the default."""

    town = models.OneToOneField("roster.Town", on_delete=models.PROTECT, related_name="diary_setting")
    escalate_days = models.PositiveSmallIntegerField(default=USUAL_DAYS_TO_ESCALATE)

    def __str__(self) -> str:
        return f"{self.town} {self.escalate_days}"


class Reminder(models.Model):
    """One reminder as it went out, in its own words: they do not change when the thing does."""

    town = models.ForeignKey("roster.Town", on_delete=models.PROTECT, related_name="reminders")
    subject = models.CharField(max_length=80)
    clock = models.CharField(max_length=40)
    last_day = models.DateField()
    if_moved = models.DateField()
    level = models.CharField(max_length=8, choices=[(level.value, level.value) for level in Level])
    title = models.CharField(max_length=200)
    what = models.CharField(max_length=100)
    owes = models.CharField(max_length=100)
    waits = models.CharField(max_length=100)
    also_to = models.CharField(max_length=40, blank=True)
    on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["town", "-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["town", "subject", "clock", "last_day", "level"], name="diary_reminded_once_a_level"
            )
        ]
        indexes = [models.Index(fields=["town", "on"], name="diary_by_day")]

    def __str__(self) -> str:
        return f"{self.subject} {self.clock} {self.level}"


class DutyDone(models.Model):
    """The office says that a duty is done which no other app records."""

    town = models.ForeignKey("roster.Town", on_delete=models.PROTECT, related_name="duties_done")
    subject = models.CharField(max_length=80)
    clock = models.CharField(max_length=40)
    last_day = models.DateField()
    done_on = models.DateField()
    title = models.CharField(max_length=200)
    what = models.CharField(max_length=100)

    class Meta:
        ordering = ["town", "-done_on", "-pk"]
        verbose_name_plural = "duties done"
        constraints = [models.UniqueConstraint(fields=["town", "subject", "clock", "last_day"], name="diary_done_once")]

    def __str__(self) -> str:
        return f"{self.subject} {self.clock}"


class CalendarFeed(models.Model):
    """The calendar of one account. The token is derived from `secret.key`, so a copied table opens no feed."""

    account = models.OneToOneField("accounts.Account", on_delete=models.CASCADE, related_name="calendar_feed")
    serial = models.CharField(max_length=32, unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.account}"
