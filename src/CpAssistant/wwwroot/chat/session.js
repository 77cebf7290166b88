// The conversation that this browser holds, and the calls that open, renew and erase it.
import { kept } from './kept.js';

const KEY = 'cp-assistant.conversation';
const session = kept(() => localStorage, KEY);

/** @returns {{token, conversationId, domain, expires}|null} expires in milliseconds since 1970 */
export function heldSession() {
  return session.read();
}

/** Calls back when another tab holds another conversation than the current one. */
export function onOtherConversation(current, changed) {
  addEventListener('storage', event => {
    if (event.key === KEY && event.newValue && JSON.parse(event.newValue).conversationId !== current()) {
      changed();
    }
  });
}

export function forgetSession() {
  session.forget();
}

/**
 * Opens a conversation, or renews the token of the one whose old token is given.
 * @returns {Promise<object>} the session; rejects where the service does not give one
 */
export async function openSession({ locale, province, oldToken }) {
  const headers = { 'Content-Type': 'application/json' };
  if (oldToken) {
    headers.Authorization = `Bearer ${oldToken}`;
  }

  const response = await fetch('/api/webchat/token', { method: 'POST', headers, body: JSON.stringify({ locale, province }) });
  if (!response.ok) {
    throw new Error(`token: ${response.status}`);
  }

  const { token, conversationId, domain, expires_in } = await response.json();
  const opened = { token, conversationId, domain, expires: Date.now() + expires_in * 1000 };
  session.write(opened);
  return opened;
}

/** @returns {Promise<boolean>} whether the conversation is gone; false asks for a fresh token */
export async function eraseConversation(token) {
  const response = await fetch('/api/webchat/conversation', { method: 'DELETE', headers: { Authorization: `Bearer ${token}` } });
  if (response.ok || response.status === 404) {
    return true;
  }

  if (response.status === 401 || response.status === 403) {
    return false;
  }

  throw new Error(`erase: ${response.status}`);
}
