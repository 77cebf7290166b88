-- Enquiries to the office. Times are milliseconds since 1970 UTC, days are "2026-11-27".

-- Officers speak in transcripts too. A table's check cannot be changed in place.
CREATE TABLE message_new (
    conversation_id TEXT    NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    sequence        INTEGER NOT NULL,              -- 1, 2, 3 … within the conversation
    author          TEXT    NOT NULL CHECK (author IN ('user', 'assistant', 'officer')),
    message_id      TEXT,                          -- given by the channel; the same id is the same message
    reply_to        INTEGER,                       -- sequence of the message that is answered
    text            TEXT    NOT NULL,
    reply           TEXT,                          -- Reply as JSON, of the assistant and of officers
    at              INTEGER NOT NULL,
    shown_at        INTEGER,                       -- of an officer's message: when the channel is known to have shown it
    PRIMARY KEY (conversation_id, sequence)
);
INSERT INTO message_new SELECT conversation_id, sequence, author, message_id, reply_to, text, reply, at, NULL FROM message;
DROP TABLE message;
ALTER TABLE message_new RENAME TO message;
CREATE UNIQUE INDEX message_by_id ON message (conversation_id, message_id) WHERE message_id IS NOT NULL;

-- The enquiry that is being written, sealed; none outside the form.
ALTER TABLE conversation ADD COLUMN draft TEXT;
CREATE INDEX conversation_with_draft ON conversation (changed_at) WHERE draft IS NOT NULL;

-- Questions for the office are asked for by the enquiry form, in any channel.
ALTER TABLE telegram_message DROP COLUMN prompt;

CREATE TABLE enquiry (
    id              INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    reference       TEXT    NOT NULL UNIQUE,       -- "CP-2026-00017"
    conversation_id TEXT    REFERENCES conversation (id) ON DELETE SET NULL,
    channel         TEXT    NOT NULL,
    language        TEXT    NOT NULL,
    status          TEXT    NOT NULL CHECK (status IN ('new', 'assigned', 'answered', 'closed')),
    officer_id      INTEGER REFERENCES officer (id),
    province        TEXT,
    park            TEXT,
    industry        TEXT,
    question        TEXT    NOT NULL,              -- masked
    written         TEXT    NOT NULL,              -- normalized, for search
    folded          TEXT    NOT NULL,              -- without marks, for search
    contact         TEXT,                          -- sealed EnquiryContact; none without consent
    opened_at       INTEGER NOT NULL,
    opened_in       INTEGER NOT NULL,              -- sequence of the reply that confirmed it
    due_on          TEXT    NOT NULL,
    answered_at     INTEGER,                       -- first answer
    closed_at       INTEGER,
    changed_at      INTEGER NOT NULL,
    version         INTEGER NOT NULL DEFAULT 0,    -- rises with each change, so that two officers do not overwrite each other
    erased          INTEGER NOT NULL DEFAULT 0     -- 1 once all that could tell of a person is gone
);
CREATE INDEX enquiry_by_status ON enquiry (status, due_on);
CREATE INDEX enquiry_by_time ON enquiry (opened_at);
CREATE INDEX enquiry_by_conversation ON enquiry (conversation_id) WHERE conversation_id IS NOT NULL;

CREATE VIRTUAL TABLE enquiry_text USING fts5 (written, folded, content = 'enquiry', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0');
INSERT INTO enquiry_text (enquiry_text, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER enquiry_added AFTER INSERT ON enquiry BEGIN
    INSERT INTO enquiry_text (rowid, written, folded) VALUES (new.id, new.written, new.folded);
END;
CREATE TRIGGER enquiry_reworded AFTER UPDATE OF written, folded ON enquiry BEGIN
    INSERT INTO enquiry_text (enquiry_text, rowid, written, folded) VALUES ('delete', old.id, old.written, old.folded);
    INSERT INTO enquiry_text (rowid, written, folded) VALUES (new.id, new.written, new.folded);
END;

-- What a person agreed to or refused, in the words that were put before them.
CREATE TABLE consent (
    enquiry_id   INTEGER NOT NULL REFERENCES enquiry (id) ON DELETE CASCADE,
    purpose      TEXT    NOT NULL CHECK (purpose IN ('answer', 'invitation')),
    given        INTEGER NOT NULL,
    wording      TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    withdrawn_at INTEGER,
    PRIMARY KEY (enquiry_id, purpose)
) WITHOUT ROWID;

-- What happened to an enquiry, in its order.
CREATE TABLE enquiry_event (
    id         INTEGER NOT NULL PRIMARY KEY,
    enquiry_id INTEGER NOT NULL REFERENCES enquiry (id) ON DELETE CASCADE,
    at         INTEGER NOT NULL,
    officer_id INTEGER REFERENCES officer (id),    -- none for the person who asked, and for the service
    kind       TEXT    NOT NULL CHECK (kind IN ('opened', 'added', 'assigned', 'note', 'reply', 'status')),
    detail     TEXT,                               -- status; id of the officer who is assigned
    sequence   INTEGER,                            -- of the message in the transcript
    note       TEXT                                -- sealed
);
CREATE INDEX enquiry_event_by_enquiry ON enquiry_event (enquiry_id, id);

-- A conversation never goes without what its enquiries tell of the person; what is left counts in figures only.
CREATE TRIGGER conversation_erased BEFORE DELETE ON conversation BEGIN
    UPDATE enquiry_event SET note = NULL, sequence = NULL WHERE enquiry_id IN (SELECT id FROM enquiry WHERE conversation_id = old.id);
    UPDATE enquiry SET question = '', written = '', folded = '', contact = NULL, park = NULL, status = 'closed', closed_at = coalesce(closed_at, changed_at), erased = 1, version = version + 1
    WHERE conversation_id = old.id;
END;
