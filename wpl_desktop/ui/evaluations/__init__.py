"""The screens around evaluating: opening a round and scoring one perspective."""
