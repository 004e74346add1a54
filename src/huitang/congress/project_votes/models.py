"""民生实事项目票决: deputies choose at most N of M livelihood projects on paper."""

from django.db import models

from huitang.congress.ballots.paper_round import PaperRound, one_open_at_a_time
from huitang.congress.roster.file_import import FileImport


class ProjectVote(models.Model):
    class Mode(models.TextChoices):
        MAJORITY = "MAJORITY"
        PLURALITY = "PLURALITY"

    session = models.OneToOneField("sittings.CongressSession", on_delete=models.CASCADE, related_name="project_vote")
    item = models.ForeignKey(
        "agenda.AgendaItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="project_votes"
    )
    to_choose = models.PositiveSmallIntegerField()
    mode = models.CharField(max_length=10, choices=Mode, default=Mode.MAJORITY)
    is_competitive = models.BooleanField(default=True)
    revote_majority_again = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.session} {self.to_choose}"


class CandidateImport(FileImport):
    """One uploaded list of candidate projects."""

    vote = models.ForeignKey(ProjectVote, on_delete=models.CASCADE, related_name="imports")


class LivelihoodProject(models.Model):
    vote = models.ForeignKey(ProjectVote, on_delete=models.CASCADE, related_name="projects")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=100)
    category = models.CharField(max_length=20, blank=True)
    scale = models.CharField(max_length=200, blank=True)
    investment_yuan = models.PositiveBigIntegerField(null=True, blank=True)
    funding = models.CharField(max_length=60, blank=True)
    leader = models.CharField(max_length=40, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    starts = models.CharField(max_length=40, blank=True)
    due = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["vote", "number"]
        constraints = [
            models.UniqueConstraint(fields=["vote", "number"], name="project_votes_one_project_a_number"),
            models.UniqueConstraint(fields=["vote", "name"], name="project_votes_one_project_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class ProjectRound(PaperRound):
    vote = models.ForeignKey(ProjectVote, on_delete=models.CASCADE, related_name="rounds")
    places = models.PositiveSmallIntegerField()
    projects = models.JSONField()  # the printed names, frozen
    is_tie = models.BooleanField(default=False)

    class Meta:
        ordering = ["vote", "number"]
        constraints = one_open_at_a_time("vote")
