"""The address of a duty on a page."""

from django import template

from huitang.congress.diary.queries import ReminderRow
from huitang.rules.due import Due
from huitang.web.desk import due_links

register = template.Library()


@register.filter
def address(due: Due | ReminderRow) -> str:
    """Of a duty, or of a reminder of one."""
    return due_links.address(due.subject, due.clock if isinstance(due, Due) else "")
