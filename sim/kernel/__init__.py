"""The numerical kernel: compiling, mathematical functions, keyed draws, counts and sums."""
