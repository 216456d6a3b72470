"""The program: `maturity`, and `python -m maturity`."""

from __future__ import annotations

import gc
import os
import sys

from maturity import __version__

RARELY = 200_000


def main() -> None:
    """Run the command that the arguments name, and exit with its code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        # Nothing is imported for it: a version is asked for by scripts, in loops.
        sys.stdout.write(f"maturity {__version__}\n")
        return
    # A command makes many objects, keeps most and ends soon: looking for rubbish every 700 of them
    # takes a seventh of its time.
    gc.set_threshold(RARELY)
    # pydantic would read the metadata of every installed package in search of plug-ins.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from maturity.cli.app import run

        status = run(arguments)
    except KeyboardInterrupt:
        status = 130
    # Python looks for rubbish once more at its end, which takes another seventh.
    gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    main()
