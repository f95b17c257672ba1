"""Start drafter: `drafter` and `python -m drafter`."""

import gc

from drafter.starting import kept_compilations


def main() -> None:
    """Run the command line, and leave without looking for rubbish among all that was loaded.

    The collection at Python's end takes a tenth of a short command's time.
    """
    try:
        with kept_compilations():
            from drafter.cli.main import main as run  # what it compiles is kept too

            run()
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
