"""Start drafter: `drafter` and `python -m drafter`."""

import gc

from drafter.patterns import kept_patterns


def main() -> None:
    """Run the command line, and leave without looking for rubbish among all that was loaded.

    The collection at Python's end takes a tenth of a short command's time.
    """
    try:
        with kept_patterns():
            from drafter.cli.main import main as run  # its own patterns are among those kept

            run()
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
