"""One file a page: inputs, one experiment, pictures."""
