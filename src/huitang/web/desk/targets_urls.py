"""Addresses of targets and tasks, below desk/."""

from django.urls import path

from huitang.web.desk import targets, targets_import, tasks

urlpatterns = [
    path("targets/", targets.show, name="targets"),
    path("targets/targets.xlsx", targets.export, name="targets_export"),
    path("targets/import/", targets_import.upload, name="targets_upload"),
    path("targets/import/<int:import_id>/", targets_import.preview, name="targets_preview"),
    path("targets/import/<int:import_id>/commit/", targets_import.commit, name="targets_commit"),
    path("targets/import/<int:import_id>/give-up/", targets_import.give_up, name="targets_give_up"),
    path("targets/tolerance/", targets.tolerance, name="targets_tolerance"),
    path("targets/<int:target_id>/", targets.target, name="target"),
    path("targets/<int:target_id>/actual/", targets.actual, name="target_actual"),
    path("targets/<int:target_id>/correct/", targets.correct, name="target_correct"),
    path("tasks/add/", tasks.add, name="task_add"),
    path("tasks/<int:task_id>/", tasks.task, name="task"),
    path("tasks/<int:task_id>/change/", tasks.change, name="task_change"),
    path("tasks/<int:task_id>/progress/", tasks.progress, name="task_progress"),
    path("tasks/<int:task_id>/finish/", tasks.finish, name="task_finish"),
    path("tasks/<int:task_id>/drop/", tasks.drop, name="task_drop"),
    path("tasks/<int:task_id>/reopen/", tasks.reopen, name="task_reopen"),
]
