"""Invitation, meeting, agreement and signatures."""
