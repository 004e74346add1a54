"""The run sheet: the deeds of a session in order, with the words the chair says."""

from django.db import models


class RunSheetStep(models.Model):
    class State(models.TextChoices):
        PENDING = "PENDING"
        DONE = "DONE"
        SKIPPED = "SKIPPED"

    session = models.ForeignKey("sittings.CongressSession", on_delete=models.CASCADE, related_name="steps")
    sitting = models.ForeignKey("sittings.Sitting", on_delete=models.CASCADE, related_name="steps")
    item = models.ForeignKey(
        "agenda.AgendaItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="steps"
    )
    position = models.PositiveIntegerField()
    deed = models.CharField(max_length=24)
    subject = models.CharField(max_length=40, blank=True)  # what the deed is done to: "hand_vote:3", "election:2"
    title = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.PENDING)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["session", "position"]
        constraints = [models.UniqueConstraint(fields=["session", "position"], name="runsheet_one_step_a_position")]

    def __str__(self) -> str:
        return self.title
