"""``python -m sim.cli``."""

from sim.cli.commands import main

if __name__ == "__main__":
    main()
