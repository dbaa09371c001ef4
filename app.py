"""The page: one comparison of today's programme with a new one."""

from sim.ui.page import show

if __name__ == "__main__":
    show()
