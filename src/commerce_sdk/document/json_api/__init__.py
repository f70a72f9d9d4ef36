"""What generated classes of JSON:API resources stand on: read flat and linked, written, asked for."""
