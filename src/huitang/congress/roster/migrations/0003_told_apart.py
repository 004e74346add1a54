from django.db import migrations, models

from huitang.adapters.names import apart


def tell_apart(apps, schema_editor):
    """Deputies of one name who are on a roll already are told apart as new ones will be."""
    deputies = apps.get_model("roster", "Deputy").objects
    columns = ("pk", "name", "number", "note", "delegation__name", "sex", "district")
    for term in deputies.order_by().values_list("term_id", flat=True).distinct():
        rows = deputies.filter(term_id=term).values_list(*columns)
        people = (apart.Known(pk, name, number, note, tuple(traits)) for pk, name, number, note, *traits in rows)
        for key, note in apart.notes_of(people).items():
            deputies.filter(pk=key).update(shown_note=note)


class Migration(migrations.Migration):
    dependencies = [("roster", "0002_name_order")]

    operations = [
        migrations.AddField("deputy", "note", models.CharField(blank=True, max_length=12)),
        migrations.AddField("deputy", "shown_note", models.CharField(blank=True, max_length=20)),
        migrations.RunPython(tell_apart, migrations.RunPython.noop, elidable=True),
    ]
