"""The office's own wording of papers, what it typed for them once, and the papers it kept as they went out."""

from django.db import models


class PaperTemplate(models.Model):
    """One version of an office's own wording. An empty `text` returns to ours from that day."""

    town = models.ForeignKey("roster.Town", on_delete=models.CASCADE, related_name="paper_templates")
    key = models.CharField(max_length=40)  # of catalogue.PaperKind
    version = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)
    effective_from = models.DateField()  # for sessions that open on this day or later
    base_sha256 = models.CharField(max_length=64)  # our wording when this was written: tells that ours has moved on
    reason = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=40)

    class Meta:
        ordering = ["town", "key", "version"]
        constraints = [
            models.UniqueConstraint(fields=["town", "key", "version"], name="documents_one_template_version")
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.version}"


class SessionDetail(models.Model):
    """A fact only papers need (registration time, contact, seats of the hall), typed once for a session."""

    session = models.ForeignKey("sittings.CongressSession", on_delete=models.CASCADE, related_name="details")
    name = models.CharField(max_length=40)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ["session", "name"]
        constraints = [models.UniqueConstraint(fields=["session", "name"], name="documents_one_detail_a_name")]

    def __str__(self) -> str:
        return self.name


class Kept(models.Model):
    """A paper as it went out, byte for byte: one row for each format of a version."""

    class Format(models.TextChoices):
        PDF = "PDF"
        DOCX = "DOCX"

    key = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    format = models.CharField(max_length=4, choices=Format)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    # of what was drawn, before any format: is it still true of the record?
    parts_sha256 = models.CharField(max_length=64, default="")
    kept_at = models.DateTimeField()
    kept_by = models.CharField(max_length=40)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class KeptPaper(Kept):
    """A paper of a session."""

    session = models.ForeignKey("sittings.CongressSession", on_delete=models.PROTECT, related_name="kept_papers")
    subject = models.CharField(max_length=40)

    class Meta:
        ordering = ["session", "key", "subject", "version", "format"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "key", "subject", "version", "format"], name="documents_one_kept_version"
            )
        ]


class KeptYearPaper(Kept):
    """A paper of the year; it belongs to a record and not to a session."""

    town = models.ForeignKey("roster.Town", on_delete=models.PROTECT, related_name="kept_year_papers")
    subject = models.CharField(max_length=60)  # of the record it was drawn from: "activity-7"
    parts_sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["town", "key", "subject", "version", "format"]
        constraints = [
            models.UniqueConstraint(
                fields=["town", "key", "subject", "version", "format"], name="documents_one_kept_year_version"
            )
        ]
