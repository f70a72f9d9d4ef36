"""The way of a call, by whatever platform: what a client is made of. It knows no platform."""
