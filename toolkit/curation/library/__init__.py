"""The library as one file: taken out, edited, looked at, taken in."""
