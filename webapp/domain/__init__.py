"""Pure rules of the product: no clock, request, language or database in here."""
