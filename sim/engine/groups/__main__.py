"""Compile the groups named, and keep them on disk: ``python -m sim.engine.groups planning``."""

import sys

from sim.engine.groups import compile_all

if __name__ == "__main__":
    compile_all(sys.argv[1:])
