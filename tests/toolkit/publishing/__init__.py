"""Tests of the room where readers are served."""
