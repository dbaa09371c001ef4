"""Tables of partner sales in."""
