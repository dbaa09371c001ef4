"""The engine to read: one object per partner, in the parts of the compiled engine, by the same rule calls.

``partner`` has the week, each other file a part of it; ``model`` is the market, ``run`` the door. Arguments
have the same names everywhere: ``f`` facts, ``d`` facts of this future, ``z`` scratch of the week, ``p``
parameters, ``lev`` levers, ``now`` the calendar.
"""
