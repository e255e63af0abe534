"""Pages of organizers themselves: joining, signing in, their accounts, who they are, what they did."""
