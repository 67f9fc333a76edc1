"""Web pages: the dossier and what it rests on, drawn on the server; no page needs a script or the network."""
