"""Data in, file out and back: what leaves this program to be read by another."""
