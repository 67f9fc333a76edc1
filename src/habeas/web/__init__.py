"""The web dossier: pages and their JSON twins."""
