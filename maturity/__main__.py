"""The program: `maturity`, and `python -m maturity`."""

from __future__ import annotations

import sys

from maturity import __version__


def main() -> None:
    """Run the command that the arguments name, and exit with its code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        # Nothing is imported for it: a version is asked for by scripts, in loops.
        sys.stdout.write(f"maturity {__version__}\n")
        return
    try:
        from maturity.cli.app import run

        status = run(arguments)
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


if __name__ == "__main__":
    main()
