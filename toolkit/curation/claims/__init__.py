"""Claims: written, looked up, dated anew, retired."""
