"""From a comparison to files that leave the house: board paper, data, letter, recipe."""
