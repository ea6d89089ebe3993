"""The panels: each shows one part of the session and knows no other panel."""
