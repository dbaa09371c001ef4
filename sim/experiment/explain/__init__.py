"""Why a design does what it does: more runs in the same futures, each with something held fast."""
