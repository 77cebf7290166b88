-- What officers write again and again.
CREATE TABLE canned_text (
    id         INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    title      TEXT    NOT NULL,
    text       TEXT    NOT NULL,
    changed_at INTEGER NOT NULL,
    officer_id INTEGER REFERENCES officer (id)     -- who changed it last
);

-- What officers are told by mail or in Telegram; ids and dates only, no words of the person who asked.
CREATE TABLE notice (
    id         INTEGER NOT NULL PRIMARY KEY,
    enquiry_id INTEGER NOT NULL REFERENCES enquiry (id) ON DELETE CASCADE,
    kind       TEXT    NOT NULL CHECK (kind IN ('new', 'added', 'overdue')),
    way        TEXT    NOT NULL CHECK (way IN ('mail', 'telegram')),
    occasion   TEXT    NOT NULL,                   -- the same occasion is told once: the day it was due, the message that was added
    created_at INTEGER NOT NULL,
    sent_at    INTEGER,
    attempts   INTEGER NOT NULL DEFAULT 0,
    next_at    INTEGER NOT NULL,
    failure    TEXT,
    UNIQUE (enquiry_id, kind, way, occasion)
);
CREATE INDEX notice_waiting ON notice (next_at) WHERE sent_at IS NULL;
