"""The states' rules, as they ship."""
