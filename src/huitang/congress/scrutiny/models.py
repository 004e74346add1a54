"""Scrutineers and tellers, and the relatives candidates have among the deputies."""

from django.db import models


class Scrutineer(models.Model):
    class Duty(models.TextChoices):
        CHIEF = "CHIEF"  # 总监票人
        SCRUTINEER = "SCRUTINEER"  # 监票人

    session = models.ForeignKey("sittings.CongressSession", on_delete=models.CASCADE, related_name="scrutineers")
    deputy = models.ForeignKey("roster.Deputy", on_delete=models.PROTECT, related_name="scrutinies")
    duty = models.CharField(max_length=10, choices=Duty)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["session", "position"]
        constraints = [
            models.UniqueConstraint(fields=["session", "deputy"], name="scrutiny_one_duty_a_deputy"),
            models.UniqueConstraint(fields=["session"], condition=models.Q(duty="CHIEF"), name="scrutiny_one_chief"),
        ]

    def __str__(self) -> str:
        return str(self.deputy)


class Teller(models.Model):
    """计票人: appointed, only announced; need not be a deputy."""

    session = models.ForeignKey("sittings.CongressSession", on_delete=models.CASCADE, related_name="tellers")
    name = models.CharField(max_length=60)
    is_chief = models.BooleanField(default=False)

    class Meta:
        ordering = ["session", "-is_chief", "pk"]

    def __str__(self) -> str:
        return self.name


class DeclaredRelative(models.Model):
    """A near relative a candidate has declared (XJF 43, by analogy)."""

    session = models.ForeignKey("sittings.CongressSession", on_delete=models.CASCADE, related_name="relatives")
    candidate_name = models.CharField(max_length=60)
    relative_name = models.CharField(max_length=60)
    relation = models.CharField(max_length=20)

    class Meta:
        ordering = ["session", "pk"]

    def __str__(self) -> str:
        return f"{self.candidate_name}–{self.relative_name}"
