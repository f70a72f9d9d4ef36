"""How the Commerce platform behaves, on the engine."""
