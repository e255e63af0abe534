"""The renderers: processes that make the documents, and the pipe to them."""
