from django.urls import URLPattern, path

from huitang.web.tellers import ballots, papers, sheets, tally

app_name = "tellers"
urlpatterns: list[URLPattern] = [
    path("", ballots.list_all, name="list"),
    path("ballots/<int:ballot_id>/", ballots.show, name="ballot"),
    path("ballots/<int:ballot_id>/progress/", ballots.show_progress, name="progress"),
    path("ballots/<int:ballot_id>/issue/", papers.issue, name="issue"),
    path("ballots/<int:ballot_id>/collect/", papers.collect, name="collect"),
    path("ballots/<int:ballot_id>/recount/", papers.recount, name="recount"),
    path("ballots/<int:ballot_id>/sheets/<int:number>/enter/", sheets.enter, name="enter"),
    path("ballots/<int:ballot_id>/differences/", sheets.show_differences, name="differences"),
    path("ballots/<int:ballot_id>/sheets/<int:number>/resolve/", sheets.resolve, name="resolve"),
    path("ballots/<int:ballot_id>/finish/", papers.finish, name="finish"),
    path("ballots/<int:ballot_id>/count-again/", papers.count_again, name="count_again"),
    path("ballots/<int:ballot_id>/tally/", tally.show, name="tally"),
]
