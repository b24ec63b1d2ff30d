"""The growth plan of a concern track: written together, printed, and kept out of everything else."""
