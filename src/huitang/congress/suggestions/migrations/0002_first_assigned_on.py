from django.db import migrations, models
from django.db.models import Min


def tell_first_assignments(apps, schema_editor):
    """From the units that had it; where a table told only the day, that day."""
    suggestion = apps.get_model("suggestions", "Suggestion")
    for row in suggestion.objects.exclude(assigned_on=None).annotate(first=Min("assignments__assigned_on")):
        suggestion.objects.filter(pk=row.pk).update(first_assigned_on=min(row.first or row.assigned_on, row.assigned_on))


class Migration(migrations.Migration):
    dependencies = [("suggestions", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="suggestion",
            name="first_assigned_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.RunPython(tell_first_assignments, migrations.RunPython.noop),
    ]
