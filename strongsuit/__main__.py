"""The strongsuit command by way of ``python -m strongsuit``."""

from strongsuit.command import main

main()
