"""Addresses of livelihood projects through their year, below desk/."""

from django.urls import path

from huitang.web.desk import project_ideas, project_one, project_settings, year_projects

urlpatterns = [
    path("projects/", year_projects.show, name="year_projects"),
    path("projects/new/", year_projects.new, name="project_new"),
    path("projects/take/", year_projects.take, name="projects_take"),
    path("projects/print/", year_projects.print_year, name="projects_print"),
    path("projects/projects.xlsx", year_projects.export, name="projects_export"),
    path("projects/settings/", project_settings.show, name="project_settings"),
    path("projects/ideas/", project_ideas.show, name="project_ideas"),
    path("projects/ideas/new/", project_ideas.new, name="project_idea_new"),
    path("projects/ideas/hand-over/", project_ideas.hand_over, name="project_ideas_hand_over"),
    path("projects/ideas/<int:idea_id>/", project_ideas.one, name="project_idea"),
    path("projects/ideas/<int:idea_id>/change/", project_ideas.change, name="project_idea_change"),
    path("projects/ideas/<int:idea_id>/back/", project_ideas.back, name="project_idea_back"),
    path("projects/ideas/<int:idea_id>/<slug:deed>/", project_ideas.screen, name="project_idea_screen"),
    path("projects/photos/<int:photo_id>/", project_one.photo, name="project_photo"),
    path("projects/photos/<int:photo_id>/remove/", project_one.remove_photo, name="project_photo_remove"),
    path("projects/milestones/<int:milestone_id>/change/", project_one.change_milestone, name="milestone_change"),
    path("projects/milestones/<int:milestone_id>/mark/", project_one.mark_milestone, name="milestone_mark"),
    path("projects/milestones/<int:milestone_id>/remove/", project_one.remove_milestone, name="milestone_remove"),
    path("projects/reports/<int:report_id>/remove/", project_one.remove_report, name="project_report_remove"),
    path("projects/payments/<int:payment_id>/remove/", project_one.remove_payment, name="project_payment_remove"),
    path("projects/<int:project_id>/", project_one.show, name="project"),
    path("projects/<int:project_id>/remove/", project_one.remove, name="project_remove"),
    path("projects/<int:project_id>/photos/add/", project_one.add_photo, name="project_photo_add"),
    path("projects/<int:project_id>/<slug:deed>/", project_one.do, name="project_deed"),
]
