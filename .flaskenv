# Lets `.venv/bin/flask …` find the app from the repository root with no variables set.
FLASK_APP=toolkit.commands:for_commands
