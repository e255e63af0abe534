"""Letters to organizers, by SMTP where it is set up: the only door to a mail server. All works without."""

import logging
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

SECONDS = 10
NEAR = {"localhost", "127.0.0.1", "::1"}  # a mail server on this machine needs no TLS
PORTS = {"smtp": 587, "smtps": 465}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Letters:
    """Sends from ``sender`` through the server at ``smtp_url``; without either it sends nothing."""

    smtp_url: str
    sender: str

    @property
    def possible(self) -> bool:
        """Whether a mail server is set up."""
        return bool(self.smtp_url and self.sender)

    def send(self, to: str, subject: str, text: str) -> bool:
        """Whether the server took the letter. What failed is logged without the address."""
        if not self.possible:
            return False
        letter = EmailMessage()
        letter["From"], letter["To"], letter["Subject"] = self.sender, to, subject
        letter.set_content(text)
        try:
            self._hand_over(letter)
        except (OSError, smtplib.SMTPException) as error:
            log.error("A letter could not be sent: %s", type(error).__name__)
            return False
        return True

    def _hand_over(self, letter: EmailMessage) -> None:
        where = urlsplit(self.smtp_url)
        host, port = where.hostname or "", where.port or PORTS[where.scheme]
        if where.scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                host, port, timeout=SECONDS, context=ssl.create_default_context()
            )
        else:
            server = smtplib.SMTP(host, port, timeout=SECONDS)
        with server:
            if where.scheme == "smtp" and host not in NEAR:
                server.starttls(context=ssl.create_default_context())
            if where.username:
                server.login(unquote(where.username), unquote(where.password or ""))
            server.send_message(letter)
