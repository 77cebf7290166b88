-- Personal data: erasure, retention, and what people ask for. Times are milliseconds since 1970 UTC, days are "2026-11-27".

-- How far this database has applied the erasure ledger, which is kept apart from it.
CREATE TABLE erasure_state (
    id          INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    applied     INTEGER NOT NULL,                  -- bytes of the ledger
    compact_due INTEGER NOT NULL                   -- 1 where something was erased since the file was last written anew
);
INSERT INTO erasure_state (id, applied, compact_due) VALUES (1, 0, 0);

-- An industry can be in the person's own words.
DROP TRIGGER conversation_erased;
CREATE TRIGGER conversation_erased BEFORE DELETE ON conversation BEGIN
    UPDATE enquiry_event SET note = NULL, sequence = NULL WHERE enquiry_id IN (SELECT id FROM enquiry WHERE conversation_id = old.id);
    UPDATE enquiry
    SET question = '', written = '', folded = '', contact = NULL, park = NULL, industry = NULL, status = 'closed', closed_at = coalesce(closed_at, changed_at), erased = 1, version = version + 1
    WHERE conversation_id = old.id;
END;

CREATE INDEX conversation_by_change ON conversation (changed_at);
CREATE INDEX enquiry_to_clear ON enquiry (closed_at) WHERE status = 'closed' AND erased = 0;

-- What people ask of the office about their data. No names, no texts: whose data it is, is told by the enquiry or the conversation.
CREATE TABLE data_request (
    id              INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind            TEXT    NOT NULL CHECK (kind IN ('view', 'correct', 'supply', 'withdraw', 'objection', 'erase')),
    enquiry_id      INTEGER REFERENCES enquiry (id),
    conversation_id TEXT    REFERENCES conversation (id) ON DELETE SET NULL ON UPDATE CASCADE, -- none once it is erased
    received_on     TEXT    NOT NULL,
    acknowledge_by  TEXT    NOT NULL,
    due_on          TEXT    NOT NULL,
    state           TEXT    NOT NULL CHECK (state IN ('received', 'acknowledged', 'done', 'refused')),
    reason          TEXT,                          -- why it was refused, a key of the fixed list
    registered_by   INTEGER REFERENCES officer (id),
    registered_at   INTEGER NOT NULL,
    acknowledged_at INTEGER,
    closed_at       INTEGER,
    closed_by       INTEGER REFERENCES officer (id)
);
CREATE INDEX data_request_open ON data_request (due_on) WHERE state IN ('received', 'acknowledged');
CREATE INDEX data_request_by_conversation ON data_request (conversation_id) WHERE conversation_id IS NOT NULL;

-- What the daily retention removed: figures only.
CREATE TABLE retention_run (
    id            INTEGER NOT NULL PRIMARY KEY,
    started_at    INTEGER NOT NULL,
    ended_at      INTEGER NOT NULL,
    contacts      INTEGER NOT NULL,                -- enquiries whose contact and notes were removed
    conversations INTEGER NOT NULL,
    drafts        INTEGER NOT NULL,
    compacted     INTEGER NOT NULL                 -- 1 where the file was written anew afterwards
);
