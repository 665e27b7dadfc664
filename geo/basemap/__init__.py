"""The base map the browser draws under the pins, packed from our own data."""
