-- Telegram. Times are milliseconds since 1970 UTC; bot is the number of the bot, which its ids belong to.

-- The inbox, and which updates have been seen.
CREATE TABLE telegram_update (
    bot         INTEGER NOT NULL,
    update_id   INTEGER NOT NULL,
    chat_id     INTEGER,
    content     TEXT,                              -- Incoming as JSON; neither is kept once it is worked off
    received_at INTEGER NOT NULL,
    PRIMARY KEY (bot, update_id)
) WITHOUT ROWID;

CREATE INDEX telegram_update_open ON telegram_update (bot, chat_id, update_id) WHERE content IS NOT NULL;
CREATE INDEX telegram_update_by_age ON telegram_update (received_at) WHERE content IS NULL;

CREATE TABLE telegram_chat (
    bot               INTEGER NOT NULL,
    chat_id           INTEGER NOT NULL,
    language          TEXT,                        -- chosen: "vi", "en" or none
    province          TEXT,                        -- chosen
    park              TEXT,                        -- industrial park, of the link that the chat was opened by
    noticed           INTEGER NOT NULL DEFAULT 0,  -- 1 once it was told what becomes of what is written
    album             TEXT,                        -- latest album that was answered
    paused_until      INTEGER,                     -- Telegram asked to wait
    unreachable       TEXT,                        -- why nothing can be sent
    unreachable_since INTEGER,
    PRIMARY KEY (bot, chat_id)
) WITHOUT ROWID;

CREATE INDEX telegram_chat_unreachable ON telegram_chat (bot) WHERE unreachable IS NOT NULL;

-- The bot's messages as they are to look; those that do not yet look so in Telegram are the outgoing queue.
CREATE TABLE telegram_message (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    bot             INTEGER NOT NULL,
    chat_id         INTEGER NOT NULL,
    thread_id       INTEGER,
    conversation_id TEXT REFERENCES conversation (id) ON DELETE CASCADE,
    reply_sequence  INTEGER,                       -- of the reply it shows; none for what is no answer
    first_reply     INTEGER,                       -- sequence of the reply to what the person typed, where a choice was made since
    part            INTEGER NOT NULL DEFAULT 0,    -- of a reply in several messages, from 0
    asked_in        INTEGER,                       -- the person's message that it answers
    quotes_asked    INTEGER NOT NULL DEFAULT 0,    -- 1 where it is sent as a reply to that message
    prompt          TEXT,                          -- where an answer to it is a question for the office: what stands in the field of input
    text            TEXT,                          -- HTML that is not shown yet
    keyboard        TEXT,                          -- rows of buttons as JSON
    message_id      INTEGER,                       -- given by Telegram once it is sent
    deleted         INTEGER NOT NULL DEFAULT 0,    -- 1 where it is to vanish
    pending         INTEGER NOT NULL,              -- 1 where Telegram does not show it so yet
    version         INTEGER NOT NULL DEFAULT 0,    -- rises with each change
    attempts        INTEGER NOT NULL DEFAULT 0,    -- of the pending change
    tried_at        INTEGER
);

CREATE INDEX telegram_message_pending ON telegram_message (bot, chat_id, id) WHERE pending = 1;
CREATE INDEX telegram_message_of_reply ON telegram_message (conversation_id, reply_sequence) WHERE conversation_id IS NOT NULL;
CREATE INDEX telegram_message_asked ON telegram_message (bot, chat_id, asked_in) WHERE asked_in IS NOT NULL;
CREATE INDEX telegram_message_shown ON telegram_message (bot, chat_id, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX telegram_message_by_time ON telegram_message (tried_at) WHERE pending = 0 AND conversation_id IS NULL;

-- Sends whose response was lost, and which were therefore repeated.
CREATE TABLE telegram_count (
    bot      INTEGER NOT NULL PRIMARY KEY,
    repeated INTEGER NOT NULL
) WITHOUT ROWID;
