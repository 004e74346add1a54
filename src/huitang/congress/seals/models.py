"""What the office has sealed: the log of releases and withdrawals, signatures, checkpoints, and the keys' public halves.

No secret is kept here; the secret key is a file, and its passphrase is in somebody's head.
"""

from django.db import models


class SigningKey(models.Model):
    class State(models.TextChoices):
        IN_USE = "IN_USE"
        ROTATED = "ROTATED"  # a new key followed; its signatures still count
        REVOKED = "REVOKED"  # by its own signature
        LOST = "LOST"  # nobody can sign with it any more, not even that it is revoked

    line = models.CharField(max_length=60, unique=True)  # the public key as minisign writes it
    state = models.CharField(max_length=8, choices=State, default=State.IN_USE)
    made_at = models.DateTimeField()
    backed_up_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["state"], condition=models.Q(state="IN_USE"), name="seals_one_key_in_use"),
        ]

    def __str__(self) -> str:
        return self.line


class KeyStatement(models.Model):
    """What a key has said of another or of itself, as published."""

    key = models.ForeignKey(SigningKey, on_delete=models.PROTECT, related_name="statements")
    text = models.TextField()
    signature = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text


class LogHead(models.Model):
    """How many leaves there are; its row is the lock that makes writers of all towns queue."""

    name = models.CharField(max_length=8, unique=True)
    size = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.name}: {self.size}"


class LogLeaf(models.Model):
    class Deed(models.TextChoices):
        RELEASED = "RELEASED"
        WITHDRAWN = "WITHDRAWN"

    index = models.PositiveIntegerField(unique=True)
    release = models.ForeignKey("publication.Release", on_delete=models.PROTECT, related_name="leaves")
    deed = models.CharField(max_length=9, choices=Deed)
    record = models.TextField()  # canonical JSON; its UTF-8 bytes are what is hashed and signed
    hash = models.CharField(max_length=64)
    logged_at = models.DateTimeField()
    signature = models.TextField(blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.ForeignKey(
        SigningKey, on_delete=models.PROTECT, null=True, blank=True, related_name="signed_leaves"
    )

    class Meta:
        ordering = ["index"]
        constraints = [models.UniqueConstraint(fields=["release", "deed"], name="seals_one_leaf_a_deed")]

    def __str__(self) -> str:
        return f"{self.index}: {self.deed}"


class Checkpoint(models.Model):
    """The log as it was signed; only ever added to."""

    size = models.PositiveIntegerField()
    root = models.CharField(max_length=64)
    note = models.TextField()
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(SigningKey, on_delete=models.PROTECT, related_name="checkpoints")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.note
