"""Takes the files of a form without filling memory: of one that is too large only the size is learned."""

import io

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler


class Bounded(FileUploadHandler):
    """Keeps all files of one request together within ``most`` bytes, in memory; the words beside them stay.

    What goes beyond is counted and let go; the form can then say how large the file was.
    """

    def __init__(self, request, most: int) -> None:
        super().__init__(request)
        self.left = most

    def new_file(self, *args, **kwargs) -> None:
        super().new_file(*args, **kwargs)
        self.kept: io.BytesIO | None = io.BytesIO()
        self.begin = b""

    def receive_data_chunk(self, raw_data, start):
        self.begin = self.begin or raw_data[:1024]
        if self.kept is not None and len(raw_data) <= self.left:
            self.left -= len(raw_data)
            self.kept.write(raw_data)
        elif self.kept is not None:
            self.left += self.kept.tell()
            self.kept = None
        return None

    def file_complete(self, file_size):
        whole = self.kept is not None
        file = self.kept if whole else io.BytesIO(self.begin)
        file.seek(0)
        made = InMemoryUploadedFile(
            file=file, field_name=self.field_name, name=self.file_name, content_type=self.content_type, size=file_size,
            charset=self.charset, content_type_extra=self.content_type_extra,
        )  # fmt: skip
        # The size is what was sent, also where only the beginning was kept.
        made.whole = whole
        return made

    def upload_interrupted(self) -> None:
        self.kept = None
