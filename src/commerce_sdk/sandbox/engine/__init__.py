"""What serves a platform from its document and a behaviour; knows no platform."""
