"""Measuring Strongsuit: each figure beside a bare floor that is taken in the same run."""
