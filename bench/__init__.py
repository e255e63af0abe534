"""How fast and how large the product is: ``make bench`` prints it. Nothing is asserted here."""
