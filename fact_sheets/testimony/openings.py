"""Openings for many speakers: short, different, and free of any claim about the speaker or the issue."""

_THANKS = (
    "Thank you for hearing me.",
    "Thank you for your time.",
    "Thank you for listening.",
    "Thank you for the chance to speak.",
    "Thank you all for being here.",
    "Hello, and thank you.",
    "I am glad to be here.",
    "I am grateful for this time.",
    "I will be brief.",
    "I come with one request.",
    "It matters to me to say this to you.",
    "I want to say this in person.",
)
_LEADS = (
    "I speak for myself.",
    "This is my own view.",
    "I will say why this matters to me.",
    "Let me tell you what I think.",
    "Here is what I hope you will weigh.",
)

OPENINGS = tuple(f"{thanks} {lead}" for lead in _LEADS for thanks in _THANKS)
