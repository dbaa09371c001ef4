"""The page: which view, and what it shows, is decided in ``sim.ui``."""

from sim.ui.shell import show

if __name__ == "__main__":
    show()
