"""What generated classes of JSON:API resources stand on: read flat, written, asked for."""
