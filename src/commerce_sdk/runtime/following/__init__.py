"""What goes on after a call, followed to its end."""
