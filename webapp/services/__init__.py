"""Use cases that change something; a service takes a connection or database and never a request."""
