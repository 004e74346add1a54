"""Congress sessions and their sittings: preparatory, presidium, delegation meetings and plenaries."""

from django.db import models


class CongressSession(models.Model):
    """第N次会议: one convened session of a term (ZZF 14)."""

    class State(models.TextChoices):
        PREPARING = "PREPARING"
        IN_SESSION = "IN_SESSION"
        CLOSED = "CLOSED"

    class CalledBy(models.TextChoices):
        """Why an extra session (临时召集) was called (ZZF 14(3)); an ordinary one has none."""

        PRESIDIUM = "PRESIDIUM"  # the presidium thinks it necessary
        DEPUTIES = "DEPUTIES"  # at least a fifth of the deputies propose it

    term = models.ForeignKey("roster.Term", on_delete=models.PROTECT, related_name="sessions")
    number = models.PositiveSmallIntegerField()
    playbook = models.CharField(max_length=20)
    opens_on = models.DateField()
    closes_on = models.DateField()
    place = models.CharField(max_length=80)
    called_by = models.CharField(max_length=10, choices=CalledBy, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.PREPARING)
    cloned_from = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True)

    class Meta:
        ordering = ["term", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["term", "number"], name="sittings_one_session_a_number"),
            models.CheckConstraint(
                condition=models.Q(closes_on__gte=models.F("opens_on")), name="sittings_closes_after_opening"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.term} / {self.number}"


class PresidiumMember(models.Model):
    session = models.ForeignKey(CongressSession, on_delete=models.CASCADE, related_name="presidium")
    deputy = models.ForeignKey("roster.Deputy", on_delete=models.PROTECT, related_name="presidium_seats")
    post = models.CharField(max_length=20, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["session", "position"]
        constraints = [models.UniqueConstraint(fields=["session", "deputy"], name="sittings_one_seat_a_member")]

    def __str__(self) -> str:
        return str(self.deputy)


class ListOrder(models.Model):
    """One list of names put into an order by hand; a list without it goes by strokes."""

    session = models.ForeignKey(CongressSession, on_delete=models.CASCADE, related_name="list_orders")
    list_name = models.CharField(max_length=40)
    rows = models.JSONField(default=list)  # the ids of what the list holds, in their order
    reason = models.CharField(max_length=200)
    by = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        ordering = ["session", "list_name"]
        constraints = [models.UniqueConstraint(fields=["session", "list_name"], name="sittings_one_order_a_list")]

    def __str__(self) -> str:
        return f"{self.session} {self.list_name}"


class Sitting(models.Model):
    class Kind(models.TextChoices):
        PREPARATORY = "PREPARATORY"
        PRESIDIUM = "PRESIDIUM"
        DELEGATION = "DELEGATION"
        PLENARY = "PLENARY"

    class Stage(models.TextChoices):
        PLANNED = "PLANNED"
        OPEN = "OPEN"
        CLOSED = "CLOSED"

    session = models.ForeignKey(CongressSession, on_delete=models.CASCADE, related_name="sittings")
    kind = models.CharField(max_length=12, choices=Kind)
    number = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=80, blank=True)
    presider = models.CharField(max_length=60, blank=True)
    stage = models.CharField(max_length=8, choices=Stage, default=Stage.PLANNED)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    # frozen when the sitting is opened; a later change of the roll never changes them
    deputies_in_office = models.PositiveSmallIntegerField(null=True, blank=True)
    deputies_present = models.PositiveSmallIntegerField(null=True, blank=True)
    deputies_on_leave = models.PositiveSmallIntegerField(null=True, blank=True)
    deputies_required = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["session", "position"]
        constraints = [
            models.UniqueConstraint(fields=["session", "kind", "number"], name="sittings_one_sitting_a_number"),
            models.UniqueConstraint(
                fields=["session"], condition=models.Q(stage="OPEN"), name="sittings_one_open_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session} {self.kind} {self.number}"
