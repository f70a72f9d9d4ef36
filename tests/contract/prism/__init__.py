"""Every document, and the facade, against a mock server that Prism makes of the document."""
