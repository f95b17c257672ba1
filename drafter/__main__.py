"""Start drafter: `drafter` and `python -m drafter`."""

import gc

RUBBISH = 200_000  # objects made since it was last looked for; Python's own is 700
gc.set_threshold(RUBBISH)  # before anything else is loaded

import contextlib  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402
import threading  # noqa: E402

from drafter.starting import kept_compilations  # noqa: E402


def main() -> None:
    """Run the command line, and leave without taking apart all that was loaded.

    At a start hardly anything is rubbish, so that it is looked for less often than Python would; and at the
    end Python would look once more, and free every module: a tenth of a short command's time.
    """
    try:
        with kept_compilations():
            from drafter.cli.main import main as run  # what it compiles is kept too

            run()
    except SystemExit as end:
        if isinstance(end.code, int) and _is_alone():
            _leave(end.code)
        raise
    finally:
        gc.freeze()


def _is_alone() -> bool:
    """Tell whether nothing else is to be ended: no thread, no other process."""
    return threading.active_count() == 1 and "multiprocessing" not in sys.modules


def _leave(status: int) -> None:
    """End at once, with all that was printed; where that can't be, Python ends in its own way."""
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    main()
