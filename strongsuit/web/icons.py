"""The small set of pictures, drawn on a 24 by 24 grid with one line weight."""

from django.utils.safestring import SafeString

_ICONS: dict[str, str] = {
    # The five stages of the thread.
    "strength": '<path d="M12 3c2.6 3.3 7 5.6 7 9.6 0 2.4-1.8 3.9-3.8 3.9-1.3 0-2.5-.6-3.2-1.7-.7 1.1-1.9 1.7-3.2 1.7'
    'C6.8 16.5 5 15 5 12.6 5 8.6 9.4 6.3 12 3z"/><path d="M12 14.8V21M9.5 21h5"/>',
    "need": '<circle cx="12" cy="12" r="8.5"/><path d="M12 8v8M8 12h8"/>',
    "goal": '<circle cx="12" cy="12" r="8.5"/><circle cx="12" cy="12" r="4.5"/>'
    '<circle cx="12" cy="12" r=".8" fill="currentColor"/>',
    "support": '<path d="M4 15.5c2.5 0 3.5-2.5 6-2.5h4a1.6 1.6 0 0 1 0 3.2h-3"/>'
    '<path d="M14.5 15l4-2.3a1.6 1.6 0 0 1 1.7 2.7L14 20H8l-4-1"/>'
    '<path d="M12 9.5 9.7 7.3a1.8 1.8 0 0 1 2.3-2.7 1.8 1.8 0 0 1 2.3 2.7z"/>',
    "growth": '<path d="M12 21v-9"/><path d="M12 13c0-4-2.5-6-7-6 0 4 2.5 6 7 6z"/>'
    '<path d="M12 11c0-4.5 2.7-7 7.5-7 0 4.5-2.7 7-7.5 7z"/>',
    # Kinds of strength.
    "ability": '<path d="m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8z"/>',
    "interest": '<path d="M12 20s-7.5-4.4-7.5-10A4.2 4.2 0 0 1 12 7.3 4.2 4.2 0 0 1 19.5 10c0 5.6-7.5 10-7.5 10z"/>',
    "preference": '<path d="M4 7h9M17 7h3M4 12h3M11 12h9M4 17h10M18 17h2"/><circle cx="15" cy="7" r="2"/>'
    '<circle cx="9" cy="12" r="2"/><circle cx="16" cy="17" r="2"/>',
    # Growth words, each with its own outline.
    "big-growth": '<path d="M12 21V10"/><path d="M12 12c0-4-2.5-6-7-6 0 4 2.5 6 7 6z"/>'
    '<path d="M12 10c0-4.5 2.7-7 7.5-7 0 4.5-2.7 7-7.5 7z"/><path d="M12 18c0-2.5 1.8-4 5-4 0 2.7-1.8 4-5 4z"/>',
    "continues": '<path d="M12 21v-8"/><path d="M12 14c0-4-2.5-6-7-6 0 4 2.5 6 7 6z"/><path d="m14 8 4-4m0 4V4h-4"/>',
    "needs-support": '<path d="M12 20v-6"/><path d="M12 14c0-3.2-2-5-5.5-5 0 3.2 2 5 5.5 5z"/>'
    '<path d="M17 12v8M4 20h16M14.5 14.5h5"/>',
    "no-word": '<circle cx="12" cy="12" r="8.5" stroke-dasharray="3 3"/><path d="M8.5 12h7"/>',
    # How much, from nothing to all: told apart by how many parts are filled.
    "step-0": '<path d="M3.5 20.5v-4h3v4zM8.5 20.5v-8h3v8zM13.5 20.5v-12h3v12zM18.5 20.5v-16h3v16z"/>',
    "step-1": '<path d="M3.5 20.5v-4h3v4z" fill="currentColor"/><path d="M8.5 20.5v-8h3v8zM13.5 20.5v-12h3v12z"/>'
    '<path d="M18.5 20.5v-16h3v16z"/>',
    "step-2": '<path d="M3.5 20.5v-4h3v4zM8.5 20.5v-8h3v8z" fill="currentColor"/>'
    '<path d="M13.5 20.5v-12h3v12zM18.5 20.5v-16h3v16z"/>',
    "step-3": '<path d="M3.5 20.5v-4h3v4zM8.5 20.5v-8h3v8zM13.5 20.5v-12h3v12zM18.5 20.5v-16h3v16z"'
    ' fill="currentColor"/>',
    # The rest of the work.
    "voice": '<path d="M4 5.5h16v10.5h-8l-4.5 3.5V16H4z"/><path d="M8 9.5h8M8 12.5h5"/>',
    "plan": '<path d="M6 3.5h8.5L19 8v12.5H6z"/><path d="M14 3.5V8.5h5M9 12.5h7M9 16h7"/>',
    "meeting": '<circle cx="8" cy="8.5" r="2.7"/><circle cx="16.5" cy="9.5" r="2.2"/>'
    '<path d="M2.8 19c.3-3.6 2.3-5.5 5.2-5.5s4.9 1.9 5.2 5.5M15 14.2c3.6-.7 5.9 1.2 6.2 4.8"/>',
    "calendar": '<path d="M4 5.5h16v14.5H4zM4 10h16M8.5 3v4M15.5 3v4"/>',
    "check": '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
    "done": '<circle cx="12" cy="12" r="8.5"/><path d="m8 12.3 2.8 2.8L16 9.5"/>',
    "warning": '<path d="M12 4 21 19.5H3z"/><path d="M12 10v4.5M12 17v.1"/>',
    "stop": '<path d="M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7z"/><path d="M12 8v5M12 16v.1"/>',
    "note": '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5M12 8v.1"/>',
    "lock": '<path d="M5.5 10.5h13v9.5h-13zM8.5 10.5V7.5a3.5 3.5 0 0 1 7 0v3"/>',
    "print": '<path d="M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7z"/>',
    "download": '<path d="M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 20h15"/>',
    "home": '<path d="m3.5 11.5 8.5-7.5 8.5 7.5M6 9.8V20h12V9.8M10 20v-5.5h4V20"/>',
    "family": '<circle cx="7.5" cy="7" r="2.5"/><circle cx="16.5" cy="7" r="2.5"/><circle cx="12" cy="13.5" r="2"/>'
    '<path d="M3 18.5c.2-4 1.8-6.5 4.5-6.5M21 18.5c-.2-4-1.8-6.5-4.5-6.5M8 20.5c.3-2.6 1.8-4 4-4s3.7 1.4 4 4"/>',
    "student": '<circle cx="12" cy="7.5" r="3.5"/><path d="M5 20c.4-4.7 3-7 7-7s6.6 2.3 7 7"/>',
    "school": '<path d="m3.5 9 8.5-4.5L20.5 9 12 13.5z"/><path d="M7 11v5.5c2.8 2.3 7.2 2.3 10 0V11M20.5 9v6"/>',
    "today": '<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4'
    'M5.6 18.4 7 17M17 7l1.4-1.4"/>',
    "graph": '<path d="M4 4v16h16"/><path d="m7.5 15 3.5-4 3 2.5 5-6"/>',
    "add": '<path d="M12 5v14M5 12h14"/>',
    "edit": '<path d="m4.5 19.5 1-4.5L16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5 5"/>',
    "filter": '<path d="M4 6h16M7 12h10M10 18h4"/>',
    "forward": '<path d="M5 12h14M13 6l6 6-6 6"/>',
    "back": '<path d="M19 12H5M11 6l-6 6 6 6"/>',
    "next": '<path d="m9 5.5 6.5 6.5L9 18.5"/>',
    "down": '<path d="m5.5 9 6.5 6.5L18.5 9"/>',
    "up": '<path d="m5.5 15 6.5-6.5L18.5 15"/>',
    "close": '<path d="m6 6 12 12M18 6 6 18"/>',
    "undo": '<path d="M9 6 4.5 10.5 9 15"/><path d="M4.5 10.5H14a5 5 0 0 1 0 10h-3"/>',
    "copy": '<path d="M9 8.5h10.5V20H9z"/><path d="M15 8.5V4H4.5v11.5H9"/>',
    "help": '<circle cx="12" cy="12" r="8.5"/><path d="M9.6 9.5a2.5 2.5 0 1 1 3.7 2.3c-.9.5-1.3 1-1.3 2M12 16.8v.1"/>',
    "sign-out": '<path d="M10 4H5v16h5M9.5 12H20M16 8l4 4-4 4"/>',
    "settings": '<circle cx="12" cy="12" r="3"/><path d="M12 3.5v3M12 17.5v3M3.5 12h3M17.5 12h3'
    'M6 6l2.1 2.1M15.9 15.9 18 18M6 18l2.1-2.1M15.9 8.1 18 6"/>',
    "display": '<path d="M3.5 18 8.5 6l5 12M5.2 14h6.6"/><path d="m14.5 18 3-7 3 7M15.6 15.5h3.8"/>',
    "listen": '<path d="M4 9.5v5h3.5l4.5 4v-13l-4.5 4z"/><path d="M15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.7 7.7 0 0'
    ' 1 0 11"/>',
    "microphone": '<path d="M9 6.5a3 3 0 0 1 6 0v5a3 3 0 0 1-6 0z"/><path d="M5.5 11a6.5 6.5 0 0 0 13 0'
    'M12 17.5V21M9 21h6"/>',
    "camera": '<path d="M3.5 7.5H8l1.5-2.5h5L16 7.5h4.5v12h-17z"/><circle cx="12" cy="13" r="3.5"/>',
    "link": '<path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7"/>'
    '<path d="M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17"/>',
    "broken": '<path d="M9 15.5a4 4 0 0 1-5-5l1-1.5M15 8.5a4 4 0 0 1 5 5L19 15"/>'
    '<path d="m9.5 9.5 1 1M13.5 13.5l1 1M12 3.5v2.5M12 18v2.5"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.3l3.3 2"/>',
    "evidence": '<path d="M5 4h14v16H5z"/><path d="m8.5 9 1.5 1.5L12.5 8M8.5 14.5 10 16l2.5-2.5M15 9.5h1M15 15h1"/>',
    "share": '<circle cx="6" cy="12" r="2.5"/><circle cx="17.5" cy="6" r="2.5"/><circle cx="17.5" cy="18" r="2.5"/>'
    '<path d="m8.3 10.9 7-3.8M8.3 13.1l7 3.8"/>',
    "mail": '<path d="M3.5 5.5h17v13h-17z"/><path d="m3.5 7 8.5 6.5L20.5 7"/>',
    "phone": '<path d="M7.5 3h9v18h-9z"/><path d="M11 18h2"/>',
    "eye": '<path d="M2.8 12C5 8 8.2 6 12 6s7 2 9.2 6C19 16 15.8 18 12 18s-7-2-9.2-6z"/>'
    '<circle cx="12" cy="12" r="2.7"/>',
    "history": '<path d="M4.5 12a7.5 7.5 0 1 0 2.5-5.6L4.5 8.5M4.5 4v4.5H9M12 8v4.3l2.8 1.7"/>',
    "documents": '<path d="M8 7h8.5v13.5H8z" /><path d="M5 17V3.5h8.5"/><path d="M11 11.5h3M11 15h3"/>',
    "service": '<circle cx="12" cy="12" r="8.5"/><path d="M12 12V3.5M12 12l6 6"/>',
    # Pictures for the student space.
    "book": '<path d="M12 6.5C10 5 7.5 4.5 4 4.5v13c3.5 0 6 .5 8 2 2-1.5 4.5-2 8-2v-13c-3.5 0-6 .5-8 2zM12 6.5v13"/>',
    "art": '<path d="M12 3.5a8.5 8.5 0 1 0 0 17c1.7 0 2.2-1 1.7-2.3-.6-1.7.5-2.7 2.3-2.7h2.3c1.5 0 2.2-1.5 2.2-3.5'
    'C20.5 7.3 16.7 3.5 12 3.5z"/><path d="M8 9v.1M12 7v.1M16 9v.1M7.5 13.5v.1"/>',
    "music": '<circle cx="7.5" cy="17" r="2.8"/><circle cx="17" cy="15" r="2.8"/><path d="M10.3 17V6l9.5-2v11"/>',
    "move": '<circle cx="14" cy="4.8" r="1.8"/><path d="m6 11 3.5-3 4 1 2.5 3.5h3M12.5 9.5l-1.5 5 3.5 2.5v4'
    'M10.5 14.5 9 17.5H5"/>',
    "number": '<path d="M9.5 4 7.5 20M16.5 4l-2 16M4.5 9h16M3.5 15h16"/>',
    "friends": '<circle cx="8" cy="7.5" r="3"/><circle cx="16" cy="7.5" r="3"/><path d="M2.8 19c.3-4 2.2-6 5.2-6'
    ' 1.7 0 3.1.7 4 2 .9-1.3 2.3-2 4-2 3 0 4.9 2 5.2 6"/>',
    "calm": '<path d="M3.5 10c2.8-2.5 5.7-2.5 8.5 0s5.7 2.5 8.5 0M3.5 15c2.8-2.5 5.7-2.5 8.5 0s5.7 2.5 8.5 0"/>',
    "idea": '<path d="M9 17c0-2.5-3-3.7-3-7.5a6 6 0 0 1 12 0c0 3.8-3 5-3 7.5zM9.5 20.5h5"/>',
    "tools": '<path d="M14.5 6.5a4 4 0 0 1 5-2.5L17 6.5 17.5 9l2.5.5 2-2.5a4 4 0 0 1-5.5 4.5L9 19.5a2.1 2.1 0 0'
    ' 1-3-3z" />',
    "screen": '<path d="M3.5 5h17v11h-17zM8.5 20h7M12 16v4"/>',
    "like": '<path d="M4 10.5h3.5V20H4zM7.5 11l4-7c2 0 2.5 1.3 2 3l-.8 3h5.3a1.7 1.7 0 0 1 1.7 2.1l-1.5 6.2'
    'A2.2 2.2 0 0 1 16 20H7.5"/>',
    "sometimes": '<circle cx="12" cy="12" r="8.5"/><path d="M8 15h8M9 9.5v.1M15 9.5v.1"/>',
    "yes-face": '<circle cx="12" cy="12" r="8.5"/><path d="M8 13.8c1 1.7 2.3 2.5 4 2.5s3-.8 4-2.5M9 9.5v.1M15'
    ' 9.5v.1"/>',
    "no-face": '<circle cx="12" cy="12" r="8.5"/><path d="M8 16.3c1-1.5 2.3-2.3 4-2.3s3 .8 4 2.3M9 9.5v.1M15 9.5v.1"/>',
}

# What points along the line of reading points the other way where that runs from right to left.
TURNS = frozenset({"forward", "back", "next", "undo", "sign-out", "listen", "move"})
NAMES = tuple(_ICONS)


def drawing(name: str) -> SafeString:
    """The lines of one icon; KeyError names the icon that does not exist."""
    # The drawings are constants of this file, never anyone's input.
    return SafeString(_ICONS[name])
