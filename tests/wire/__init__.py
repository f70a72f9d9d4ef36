"""The wire, literally: one test for each method of each platform's client, a folder a platform.

What is expected is written down from what the platforms publish, not from the code. Each test mocks
as a user's would, with pytest-httpx.
"""
