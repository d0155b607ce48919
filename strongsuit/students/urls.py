"""Addresses of this folder."""

from strongsuit.students import class_urls

app_name = "students"
urlpatterns = [*class_urls.patterns]
