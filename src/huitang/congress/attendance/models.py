"""Leave, sign-in, non-voting attendees, and the electorate frozen for each vote."""

from django.db import models


class Leave(models.Model):
    """请假 for a whole session (DBF 13): asked with a reason, then approved or refused."""

    class State(models.TextChoices):
        ASKED = "ASKED"
        APPROVED = "APPROVED"
        REFUSED = "REFUSED"
        WITHDRAWN = "WITHDRAWN"

    session = models.ForeignKey("sittings.CongressSession", on_delete=models.CASCADE, related_name="leaves")
    deputy = models.ForeignKey("roster.Deputy", on_delete=models.PROTECT, related_name="leaves")
    cause = models.CharField(max_length=10)
    reason = models.CharField(max_length=200, blank=True)
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["session", "deputy__number"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "deputy"],
                condition=models.Q(state__in=["ASKED", "APPROVED"]),
                name="attendance_one_live_leave",
            )
        ]

    def __str__(self) -> str:
        return f"{self.deputy} {self.state}"


class SignIn(models.Model):
    sitting = models.ForeignKey("sittings.Sitting", on_delete=models.CASCADE, related_name="sign_ins")
    deputy = models.ForeignKey("roster.Deputy", on_delete=models.PROTECT, related_name="sign_ins")
    at = models.DateTimeField()
    by = models.CharField(max_length=40)
    left_at = models.DateTimeField(null=True, blank=True)  # left the hall, or signed in by mistake

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sitting", "deputy"],
                condition=models.Q(left_at=None),
                name="attendance_signed_in_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.deputy} {self.at}"


class NonVotingAttendee(models.Model):
    """列席人员: sits in without a vote (ZZF 21)."""

    class Standing(models.TextChoices):
        BY_LAW = "BY_LAW"  # government leaders who are not deputies
        BY_DECISION = "BY_DECISION"  # by decision of the presidium
        HIGHER_DEPUTY = "HIGHER_DEPUTY"  # deputies of higher congresses (DBF 34)
        RESIDENT = "RESIDENT"

    session = models.ForeignKey("sittings.CongressSession", on_delete=models.CASCADE, related_name="non_voting")
    name = models.CharField(max_length=60)
    post = models.CharField(max_length=80, blank=True)
    standing = models.CharField(max_length=14, choices=Standing)
    is_present = models.BooleanField(default=False)

    class Meta:
        ordering = ["session", "standing", "pk"]

    def __str__(self) -> str:
        return self.name


class Electorate(models.Model):
    """Who may vote in one vote, frozen when it is opened and printed with its result."""

    sitting = models.ForeignKey("sittings.Sitting", on_delete=models.PROTECT, related_name="electorates")
    frozen_at = models.DateTimeField()
    deputies_in_office = models.PositiveSmallIntegerField()
    deputies_present = models.PositiveSmallIntegerField()
    deputies_required = models.PositiveSmallIntegerField()
    present_ids = models.JSONField()  # sorted deputy ids

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(deputies_present__gte=models.F("deputies_required")),
                name="attendance_electorate_is_quorate",
            )
        ]

    def __str__(self) -> str:
        return f"{self.deputies_present}/{self.deputies_in_office}"
