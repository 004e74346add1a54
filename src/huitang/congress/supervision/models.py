"""The year's supervision: what was planned, what was done, what was asked of whom and what came of it."""

from django.db import models


class Activity(models.Model):
    """One activity of supervision or of deputies' work between sessions (ZZF 19, 42; DBF 29-31, 33, 37)."""

    class Kind(models.TextChoices):
        ENFORCEMENT = "ENFORCEMENT"  # 执法检查
        VISIT = "VISIT"  # 视察
        SURVEY = "SURVEY"  # 调研
        REPORT_HEARD = "REPORT_HEARD"  # 听取专项工作报告
        VOTERS = "VOTERS"  # 接待、走访选民
        TRAINING = "TRAINING"  # 培训

    class State(models.TextChoices):
        PLANNED = "PLANNED"
        HELD = "HELD"
        AWAITING = "AWAITING"  # an opinion was sent, the unit owes a reply
        REPLIED = "REPLIED"
        CLOSED = "CLOSED"
        DROPPED = "DROPPED"

    town = models.ForeignKey("roster.Town", on_delete=models.PROTECT, related_name="activities")
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Kind)
    topic = models.CharField(max_length=120)
    basis = models.CharField(max_length=200, blank=True)  # the law or decision that is checked
    planned_month = models.PositiveSmallIntegerField(null=True, blank=True)  # None: not in the plan
    held_on = models.DateField(null=True, blank=True)
    place = models.CharField(max_length=120, blank=True)
    people_met = models.PositiveIntegerField(default=0)
    problems = models.TextField(max_length=4000, blank=True)
    opinion = models.TextField(max_length=4000, blank=True)
    unit = models.CharField(max_length=80, blank=True)  # must reply
    opinion_sent_on = models.DateField(null=True, blank=True)
    reply_due = models.DateField(null=True, blank=True)
    reply = models.TextField(max_length=4000, blank=True)
    replied_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.PLANNED)
    dropped_because = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["town", "-year", "pk"]
        verbose_name_plural = "activities"
        indexes = [models.Index(fields=["town", "year", "kind"], name="supervision_by_year")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(planned_month=None) | models.Q(planned_month__range=(1, 12)),
                name="supervision_month_is_a_month",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["PLANNED", "DROPPED"]) | models.Q(held_on__isnull=False),
                name="supervision_held_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.topic}"


class Participant(models.Model):
    """A deputy who took part."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="participants")
    deputy = models.ForeignKey("roster.Deputy", on_delete=models.PROTECT, related_name="activities")

    class Meta:
        ordering = ["activity", "deputy__number"]
        constraints = [models.UniqueConstraint(fields=["activity", "deputy"], name="supervision_took_part_once")]

    def __str__(self) -> str:
        return f"{self.deputy} {self.activity}"


class FollowUp(models.Model):
    """跟踪落实: what was seen when somebody looked again."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="follow_ups")
    on = models.DateField()
    note = models.CharField(max_length=500)

    class Meta:
        ordering = ["activity", "on", "pk"]

    def __str__(self) -> str:
        return f"{self.activity} {self.on}"


class Photo(models.Model):
    """A picture of an activity, kept in the database with its town's records, without where it was taken."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="photos")
    content = models.BinaryField()
    media_type = models.CharField(max_length=10)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    caption = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["activity", "pk"]
        constraints = [models.UniqueConstraint(fields=["activity", "sha256"], name="supervision_a_photo_once")]

    def __str__(self) -> str:
        return self.caption or self.sha256[:10]
