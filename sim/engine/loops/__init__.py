"""The compiled week: one loop per phase over the partners of a block; all decisions are rule calls.

Row names are the same everywhere: ``x`` state, ``f`` facts, ``d`` facts of this future, ``z`` scratch,
``lev`` levers, ``par`` parameters, ``vend`` the vendor's figures, ``now`` the calendar of this week.
"""
