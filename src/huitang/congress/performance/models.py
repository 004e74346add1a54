"""What an office sets for deputies' files; the files themselves are gathered, never kept."""

from django.db import models


class PointScheme(models.Model):
    """积分办法 of one town: off until somebody turns it on, with the weights it was given."""

    town = models.OneToOneField("roster.Town", on_delete=models.PROTECT, related_name="point_scheme")
    is_on = models.BooleanField(default=False)
    weights = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.town} {self.is_on}"
