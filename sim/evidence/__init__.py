"""Evidence: published facts beside the model, what placebos show of them, and the committed verdicts."""
