#!/usr/bin/env python
"""The same as the strongsuit command, for those who reach for manage.py."""

from strongsuit.command import main

if __name__ == "__main__":
    main()
