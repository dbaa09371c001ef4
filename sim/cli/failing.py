"""How a command ends when it cannot do what was asked: one message, an exit code, no traceback."""

import os
import sys
from collections.abc import Callable
from typing import Final

import typer

from sim.experiment.errors import Cancelled, RequestError
from sim.intake.errors import IntakeError
from sim.schema.errors import SchemaError
from sim.store.errors import LibraryError
from sim.text.catalogue import say

NOBODY_READS: Final = 1
INTERNAL: Final = 1
BAD_INPUT: Final = 2
STOPPED: Final = 130


class CommandError(ValueError):
    """A command that cannot be carried out as given; the text says why."""


def guarded(command: Callable[[], int | None]) -> int:
    """Carry out a command; whatever goes wrong becomes one message on stderr.

    Returns
    -------
    exit code: 0 done, 2 bad input, 130 stopped by the user, 1 a fault of ours
    """
    try:
        code = command() or 0
        sys.stdout.flush()
        return code
    except typer.Exit as end:
        return end.exit_code
    except (SchemaError, IntakeError, RequestError, LibraryError, CommandError) as error:
        return _end(str(error), BAD_INPUT)
    except (KeyboardInterrupt, Cancelled):
        return _end(say("cli.stopped"), STOPPED)
    except BrokenPipeError:
        return _nobody_reads()
    except Exception as error:
        return _end_unexpected(error)


def _end(message: str, code: int) -> int:
    print(message, file=sys.stderr)  # noqa: T201
    return code


def _nobody_reads() -> int:
    """The reader of stdout went away, as ``head`` does; nothing is left to be written at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return NOBODY_READS


def _end_unexpected(error: Exception) -> int:
    usage = getattr(error, "format_message", None)  # a mistake in the command line itself
    if usage is not None:
        return _end(usage(), BAD_INPUT)
    if os.environ.get("PARTNERLAB_DEBUG"):
        raise error
    first_line = next(iter(str(error).splitlines()), "")
    return _end(say("cli.internal", error=f"{type(error).__name__}: {first_line}"), INTERNAL)
