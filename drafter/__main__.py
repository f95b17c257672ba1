"""Start drafter: `drafter` and `python -m drafter`."""

import gc

from drafter.starting import kept_compilations

RUBBISH = 200_000  # objects made since it was last looked for; Python's own is 700


def main() -> None:
    """Run the command line, and leave without looking for rubbish among all that was loaded.

    The collection at Python's end takes a tenth of a short command's time; and at a start hardly anything
    is rubbish, so that it is looked for less often than Python would.
    """
    gc.set_threshold(RUBBISH)
    try:
        with kept_compilations():
            from drafter.cli.main import main as run  # what it compiles is kept too

            run()
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
