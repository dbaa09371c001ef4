"""What a partner, a rival or a buyer does in one week: one file per kind of decision.

Every rule is a pure scalar function of named numbers. It is written once and called by both engines:
inlined into the compiled loops, and as plain Python by the Mesa agents. A rule never draws a random
number; it is handed uniform numbers between 0 and 1.
"""
