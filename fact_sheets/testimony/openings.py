"""Openings for many speakers: short, different, and free of any claim about the speaker or the issue."""

_THANKS = (
    "Thank you for hearing me.",
    "Thank you for your time.",
    "Thank you for listening.",
    "Thank you for the chance to speak.",
    "Thank you, members.",
    "Hello, and thank you.",
    "I am glad to be here.",
    "I am grateful for this time.",
    "I will be brief.",
    "I come with one request.",
    "I waited to say this to you.",
    "I wanted to say this in person.",
)
_LEADS = (
    "I speak for myself.",
    "Here is one thing to weigh.",
    "I will add one point.",
    "This matters to me, and I will say why.",
    "I ask you to think about one fact.",
)

OPENINGS = tuple(f"{thanks} {lead}" for lead in _LEADS for thanks in _THANKS)
