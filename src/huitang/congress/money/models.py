"""The town's accounts by year and stage, as its spreadsheets have them. Amounts are whole yuan."""

from django.db import models

from huitang.congress.roster.file_import import FileImport


class MoneyImport(FileImport):
    """One uploaded file of accounts."""

    town = models.ForeignKey("roster.Town", on_delete=models.PROTECT, related_name="money_imports")


class YearAccount(models.Model):
    """One column of figures: a year's budget, adjusted budget, execution or final accounts of one fund."""

    class Stage(models.TextChoices):
        BUDGET = "BUDGET"
        ADJUSTED = "ADJUSTED"
        HALF_YEAR = "HALF_YEAR"
        EXECUTED = "EXECUTED"
        FINAL = "FINAL"

    town = models.ForeignKey("roster.Town", on_delete=models.PROTECT, related_name="accounts_by_year")
    year = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=10, choices=Stage)
    fund = models.CharField(max_length=20, default="GENERAL")
    unit = models.PositiveIntegerField()  # how many yuan one is in the sheet; findings are told in it
    source = models.ForeignKey(MoneyImport, on_delete=models.PROTECT, related_name="accounts")
    kept_at = models.DateTimeField()
    reason = models.CharField(max_length=200, blank=True)  # why figures were kept whose totals do not add up
    approved_on = models.DateField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)
    is_released = models.BooleanField(default=False)  # the day is that of the town's public page, not typed
    # what the office says of an adjustment, because no sheet does
    earmarked = models.PositiveBigIntegerField(default=0)
    key_spending_cut = models.PositiveBigIntegerField(default=0)
    is_by_thrift = models.BooleanField(default=False)

    class Meta:
        ordering = ["town", "-year", "stage"]
        constraints = [
            models.UniqueConstraint(fields=["town", "year", "stage", "fund"], name="money_one_account_a_stage"),
            models.CheckConstraint(
                condition=models.Q(published_on=None) | models.Q(approved_on__isnull=False),
                name="money_published_after_approval",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.stage} {self.fund}"


class AccountLine(models.Model):
    """One line in the sheet's own words. `parent` is the line whose figure it is a part of."""

    class Side(models.TextChoices):
        INCOME = "INCOME"
        EXPENSE = "EXPENSE"

    class Kind(models.TextChoices):
        ITEM = "ITEM"
        TOTAL = "TOTAL"
        PART = "PART"  # 其中：named without the rest

    account = models.ForeignKey(YearAccount, on_delete=models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField()
    side = models.CharField(max_length=7, choices=Side)
    kind = models.CharField(max_length=5, choices=Kind)
    code = models.CharField(max_length=20, blank=True)
    name = models.CharField(max_length=100)
    yuan = models.PositiveBigIntegerField(null=True, blank=True)
    parent = models.PositiveSmallIntegerField(null=True, blank=True)
    sheet = models.CharField(max_length=60, blank=True)
    cell = models.CharField(max_length=12)

    class Meta:
        ordering = ["account", "position"]
        constraints = [models.UniqueConstraint(fields=["account", "position"], name="money_one_line_a_position")]

    def __str__(self) -> str:
        return f"{self.name} {self.yuan}"
