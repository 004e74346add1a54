from django.urls import URLPattern, path, re_path

from huitang.web.desk import papers, papers_details, papers_pack, papers_templates, year_papers

_PAPER = r"^sessions/(?P<session_id>\d{1,18})/papers/(?P<key>[a-z_]+)/(?P<subject>[a-z_]+(?:-\d{1,18})?)"

urlpatterns: list[URLPattern] = [
    path("sessions/<int:session_id>/papers/", papers.show, name="papers"),
    path("sessions/<int:session_id>/papers/details/", papers_details.fill, name="papers_details"),
    path("sessions/<int:session_id>/papers/pack/", papers_pack.make, name="pack_make"),
    path("sessions/<int:session_id>/papers/packs/<slug:token>/", papers_pack.show, name="pack"),
    path("sessions/<int:session_id>/papers/packs/<slug:token>/progress/", papers_pack.progress, name="pack_progress"),
    path("sessions/<int:session_id>/papers/packs/<slug:token>/file/", papers_pack.download, name="pack_file"),
    path("sessions/<int:session_id>/papers/<slug:key>/<slug:subject>/", papers.look, name="paper"),
    path("sessions/<int:session_id>/papers/<slug:key>/<slug:subject>/keep/", papers.keep, name="paper_keep"),
    re_path(_PAPER + r"\.(?P<suffix>docx|pdf)$", papers.make, name="paper_file"),
    re_path(
        r"^suggestions/(?P<suggestion_id>\d{1,18})/answer-(?P<place>\d{1,4})\.(?P<suffix>docx|pdf)$",
        year_papers.answer_letter,
        name="answer_letter",
    ),
    re_path(r"^suggestions/report\.(?P<suffix>docx|pdf)$", year_papers.suggestion_report, name="suggestion_report"),
    re_path(
        r"^supervision/(?P<activity_id>\d{1,18})/opinion\.(?P<suffix>docx|pdf)$",
        year_papers.opinion,
        name="opinion_paper",
    ),
    re_path(
        r"^suggestions/(?P<suggestion_id>\d{1,18})/answer-(?P<place>\d{1,4})/keep/$",
        year_papers.keep_answer_letter,
        name="answer_letter_keep",
    ),
    path("suggestions/report/keep/", year_papers.keep_suggestion_report, name="suggestion_report_keep"),
    re_path(r"^supervision/(?P<activity_id>\d{1,18})/opinion/keep/$", year_papers.keep_opinion, name="opinion_keep"),
    path("papers/kept-of-year/", year_papers.kept, name="year_papers_kept"),
    path("papers/kept-of-year/<int:kept_id>/", year_papers.kept_file, name="year_paper_kept"),
    path("papers/kept/<int:kept_id>/", papers.kept, name="kept_paper"),
    path("papers/templates/", papers_templates.show, name="templates"),
    path("papers/templates/<slug:key>/", papers_templates.edit, name="template"),
    path("papers/templates/<slug:key>/preview/", papers_templates.preview, name="template_preview"),
    path("papers/templates/<slug:key>/return/", papers_templates.go_back, name="template_return"),
    path("papers/templates/<slug:key>/versions/<int:number>/", papers_templates.version, name="template_version"),
]
