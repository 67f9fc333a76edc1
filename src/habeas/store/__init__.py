"""The ledger: the only SQL in habeas."""
