"""All SQL of the product: tables, sessions and one query module for each noun."""
