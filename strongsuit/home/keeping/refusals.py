"""Why a backup is not made or not brought back, in words for the operator."""


class CannotRestore(Exception):
    """Nothing was changed."""


class CannotBackUp(Exception):
    """Nothing was written."""
