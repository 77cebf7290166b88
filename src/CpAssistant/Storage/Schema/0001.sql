-- A conversation of one person over one channel. Times are milliseconds since 1970 UTC.
CREATE TABLE conversation (
    id            TEXT    NOT NULL PRIMARY KEY,
    channel       TEXT    NOT NULL,
    user_id       TEXT    NOT NULL,                -- as the channel knows the person
    locale        TEXT    NOT NULL,
    state         TEXT    NOT NULL,                -- ConversationState as JSON
    last_sequence INTEGER NOT NULL,                -- of its messages; 0 before the first
    started_at    INTEGER NOT NULL,
    changed_at    INTEGER NOT NULL
);

-- The transcript. Personal numbers are masked in every text.
CREATE TABLE message (
    conversation_id TEXT    NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    sequence        INTEGER NOT NULL,              -- 1, 2, 3 … within the conversation
    author          TEXT    NOT NULL CHECK (author IN ('user', 'assistant')),
    message_id      TEXT,                          -- given by the channel; the same id is the same message
    reply_to        INTEGER,                       -- sequence of the message that is answered
    text            TEXT    NOT NULL,
    reply           TEXT,                          -- Reply as JSON, of the assistant
    at              INTEGER NOT NULL,
    PRIMARY KEY (conversation_id, sequence)
);

CREATE UNIQUE INDEX message_by_id ON message (conversation_id, message_id) WHERE message_id IS NOT NULL;

-- The log: what was asked and what became of it.
CREATE TABLE turn (
    id                INTEGER NOT NULL PRIMARY KEY,
    conversation_id   TEXT    NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    reply_sequence    INTEGER NOT NULL,
    at                INTEGER NOT NULL,
    channel           TEXT    NOT NULL,
    user              TEXT    NOT NULL,            -- pseudonym
    question          TEXT    NOT NULL,
    language          TEXT    NOT NULL,
    intent            TEXT    NOT NULL,
    province          TEXT,                        -- names joined by ", "
    outcome           TEXT    NOT NULL,
    citations         TEXT    NOT NULL,            -- JSON: document id, section, start and end in UTF-16 units
    confidence        REAL    NOT NULL,
    milliseconds      REAL    NOT NULL,
    knowledge_version TEXT    NOT NULL,
    helpful           INTEGER,                     -- feedback: 1, 0 or none
    comment           TEXT
);

CREATE UNIQUE INDEX turn_by_reply ON turn (conversation_id, reply_sequence);
CREATE INDEX turn_by_time ON turn (at);
