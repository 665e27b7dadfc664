"""Entry of `make`: finds a Python that is new enough, then runs one target.

This file must parse on any Python 3, so that an old one gets a sentence and no traceback.
"""

import os
import shutil
import sys

TOO_OLD = "需要 Python 3.11 或更高版本，现为 {0}。 · Python 3.11 or newer is needed, this is {0}."
NEWEST_FIRST = ("python3.15", "python3.14", "python3.13", "python3.12", "python3.11")


def main():  # type: ignore[no-untyped-def]
    """Run the target named on the command line; exit 1 after a refusal, its message printed."""
    if sys.version_info < (3, 11):
        restart_with_newer_python()
    # Imported late: these modules have newer syntax than this file.
    from bootstrap import console, targets

    sys.exit(console.guarded(targets.run, sys.argv[1:]))


def restart_with_newer_python():  # type: ignore[no-untyped-def]
    """Replace this process by a newer Python from PATH; exit with a message if there is none."""
    for name in NEWEST_FIRST:
        if shutil.which(name):
            os.execvp(name, [name, "-m", "bootstrap", *sys.argv[1:]])
    found = ".".join(map(str, sys.version_info[:2]))
    sys.exit(TOO_OLD.format(found))


main()  # type: ignore[no-untyped-call]
