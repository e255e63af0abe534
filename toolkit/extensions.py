"""Flask extensions, made once and bound to the app by its factory."""

from flask_wtf import CSRFProtect

csrf = CSRFProtect()
