"""What the year's government report promised: targets in numbers, tasks with owners; and what happened."""

from django.db import models

from huitang.congress.roster.file_import import FileImport


class TargetImport(FileImport):
    """One uploaded table of a year's targets."""

    town = models.ForeignKey("roster.Town", on_delete=models.PROTECT, related_name="target_imports")
    year = models.PositiveSmallIntegerField()


class Target(models.Model):
    """One indicator of a year. Figures are whole thousandths of the unit, so that 5.5 % stays exact."""

    town = models.ForeignKey("roster.Town", on_delete=models.PROTECT, related_name="targets")
    year = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=60)
    measure = models.CharField(max_length=40, blank=True)  # what is measured, in the file's words: 目标增速
    unit = models.CharField(max_length=20, blank=True)
    thousandths = models.BigIntegerField()
    qualifier = models.CharField(max_length=20, blank=True)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["town", "-year", "position"]
        constraints = [models.UniqueConstraint(fields=["town", "year", "name"], name="targets_one_target_a_name")]

    def __str__(self) -> str:
        return f"{self.year} {self.name}"


class TargetActual(models.Model):
    class Period(models.TextChoices):
        HALF_YEAR = "HALF_YEAR"
        YEAR = "YEAR"

    target = models.ForeignKey(Target, on_delete=models.CASCADE, related_name="actuals")
    period = models.CharField(max_length=9, choices=Period)
    thousandths = models.BigIntegerField()
    source = models.CharField(max_length=100)
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["target", "period"], name="targets_one_actual_a_period")]

    def __str__(self) -> str:
        return f"{self.target} {self.period}"


class TargetTolerance(models.Model):
    """How far 左右 reaches in this town; settled by nobody but the office."""

    town = models.OneToOneField("roster.Town", on_delete=models.PROTECT, related_name="target_tolerance")
    thousandths = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.town} {self.thousandths}"


class YearTask(models.Model):
    """One thing the report promised to do, with who does it and until when."""

    town = models.ForeignKey("roster.Town", on_delete=models.PROTECT, related_name="year_tasks")
    year = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=100)
    owner = models.CharField(max_length=60)
    measure = models.CharField(max_length=300, blank=True)
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    dropped_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=300, blank=True)  # what came of it, or why it was dropped

    class Meta:
        ordering = ["town", "-year", "position"]
        constraints = [
            models.UniqueConstraint(fields=["town", "year", "title"], name="targets_one_task_a_title"),
            models.CheckConstraint(
                condition=models.Q(done_on=None) | models.Q(dropped_on=None), name="targets_done_or_dropped"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class TaskProgress(models.Model):
    """How far a task had come on a day; the last one up to 30 June is its progress at half-year."""

    task = models.ForeignKey(YearTask, on_delete=models.CASCADE, related_name="progress")
    on = models.DateField()
    percent = models.PositiveSmallIntegerField()
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["task", "on", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(percent__lte=100), name="targets_at_most_a_hundred_per_cent")
        ]

    def __str__(self) -> str:
        return f"{self.task} {self.percent}%"
