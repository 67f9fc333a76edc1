"""The ledger: the only place that speaks SQL.

`session` opens it, `write` keeps, `read` gives back the records other stages know, `migrate` brings
an older one up to date. One unit of work is one transaction:

    ledger = session.open_ledger("habeas.db")
    with ledger.reading() as connection:
        held = read.claims(connection, place="BY", kind=Kind.HELD)
"""
