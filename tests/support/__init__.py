"""What tests share: servers, worlds of the sandbox, clocks, payloads, and clients over them."""
