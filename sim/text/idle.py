"""Why levers do nothing, in words."""

from sim.schema.idle import idle
from sim.schema.programme import Programme
from sim.text.catalogue import say


def why_idle(programme: Programme) -> dict[str, str]:
    """Path → sentence, for every lever that can do nothing in the present programme.

    Parameters
    ----------
    programme : with the levers as they stand
    """
    return {path: say(f"idle.{reason}") for path, reason in idle(programme).items()}
