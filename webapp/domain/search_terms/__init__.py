"""The analyzer of search: names and questions into the same terms, and how well they fit."""
