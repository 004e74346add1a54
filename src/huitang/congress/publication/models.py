"""What was released to the public: resolutions, announcements, news. A correction is a new version."""

from django.db import models


class Release(models.Model):
    class Kind(models.TextChoices):
        RESOLUTION = "RESOLUTION"  # 决议
        ANNOUNCEMENT = "ANNOUNCEMENT"  # 公告
        NEWS = "NEWS"  # 新闻稿

    class State(models.TextChoices):
        DRAFT = "DRAFT"
        RELEASED = "RELEASED"
        REPLACED = "REPLACED"
        WITHDRAWN = "WITHDRAWN"

    session = models.ForeignKey("sittings.CongressSession", on_delete=models.PROTECT, related_name="releases")
    kind = models.CharField(max_length=12, choices=Kind)
    subject = models.CharField(max_length=40)  # which fact it tells: "hand_vote:3", "election:2", "session"
    number = models.PositiveSmallIntegerField(null=True, blank=True)  # of an announcement, within the session
    version = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=200)
    blocks = models.JSONField()  # paragraphs and tables, in order
    facts = models.JSONField()  # the numbers it rests on, machine-readable
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    drafted_at = models.DateTimeField()
    drafted_by = models.CharField(max_length=40)
    released_at = models.DateTimeField(null=True, blank=True)
    released_by = models.CharField(max_length=40, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["session", "kind", "number", "pk"]
        # the public front asks of every session whether something of it is in force
        indexes = [models.Index(fields=["session", "state"], name="publication_by_state")]
        constraints = [
            models.UniqueConstraint(fields=["session", "kind", "subject", "version"], name="publication_one_version"),
            models.UniqueConstraint(
                fields=["session", "kind", "subject"],
                condition=models.Q(state="RELEASED"),
                name="publication_one_in_force",
            ),
        ]

    def __str__(self) -> str:
        return self.title
