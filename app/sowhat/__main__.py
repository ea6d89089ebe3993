"""``sowhat``: with a command the command line, else the window."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program and return its exit code."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["--worker"]:  # a frozen build starts its workers so; before all else
        from sowhat.worker.__main__ import main as serve

        return serve()
    if arguments[:1] == ["--launcher"]:  # and other programs, within their limits
        from sowhat.worker.launched import main as launch

        del sys.argv[1]
        return launch()
    from sowhat import cli, gui  # gui brings Qt only once a window is asked for

    return cli.main(arguments, gui)


if __name__ == "__main__":
    sys.exit(main())
