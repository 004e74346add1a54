"""What is taken in which order, in the verbs that carry legal meaning."""

from django.db import models


class AgendaItem(models.Model):
    class Verb(models.TextChoices):
        HEAR = "HEAR"  # 听取
        HEAR_AND_DELIBERATE = "HEAR_AND_DELIBERATE"  # 听取和审议
        DELIBERATE = "DELIBERATE"  # 审议
        EXAMINE_AND_APPROVE = "EXAMINE_AND_APPROVE"  # 审查和批准
        ADOPT = "ADOPT"  # 通过
        VOTE_PROJECTS = "VOTE_PROJECTS"  # 票决
        ELECT = "ELECT"  # 选举
        OTHER = "OTHER"  # 其他

    session = models.ForeignKey("sittings.CongressSession", on_delete=models.CASCADE, related_name="agenda")
    position = models.PositiveSmallIntegerField()
    verb = models.CharField(max_length=20, choices=Verb)
    subject = models.CharField(max_length=30)  # what kind of thing: GOVERNMENT_REPORT, BUDGET, PROJECTS, ELECTION …
    title = models.CharField(max_length=200)
    reporter = models.CharField(max_length=80, blank=True)
    needs_vote = models.BooleanField(default=True)

    class Meta:
        ordering = ["session", "position"]

    def __str__(self) -> str:
        return self.title
