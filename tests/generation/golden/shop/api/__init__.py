"""The operations, one module each: `build` makes the request, `parse` reads the answer."""
