"""The journal: an append-only, hash-chained record of who did what when. One chain for each town."""

from django.db import models


class ChainHead(models.Model):
    """The last link of one chain. Updating it first makes writers queue, on SQLite and PostgreSQL alike."""

    chain = models.CharField(max_length=40, unique=True)
    sequence = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")

    def __str__(self) -> str:
        return f"{self.chain}:{self.sequence}"


class JournalEntry(models.Model):
    chain = models.CharField(max_length=40)
    sequence = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    event = models.CharField(max_length=80)
    actor = models.CharField(max_length=80)
    subject = models.CharField(max_length=80, blank=True)
    body = models.TextField()
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["chain", "sequence"]
        constraints = [models.UniqueConstraint(fields=["chain", "sequence"], name="journal_one_entry_a_link")]
        indexes = [models.Index(fields=["chain", "subject", "sequence"], name="journal_by_subject")]

    def __str__(self) -> str:
        return f"{self.chain}:{self.sequence} {self.event}"
