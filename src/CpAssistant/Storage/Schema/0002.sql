-- Conversations in which nothing was said, for making room.
CREATE INDEX conversation_unused ON conversation (changed_at) WHERE last_sequence = 0;
