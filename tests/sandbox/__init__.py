"""The sandbox: its engine, the behaviour of each platform on it, and its page."""
