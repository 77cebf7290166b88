// The conversation that this browser holds, and the calls that open, renew and erase it.

const KEY = 'cp-assistant.conversation';
let held = null;

/** @returns {{token, conversationId, domain, expires}|null} expires in milliseconds since 1970 */
export function heldSession() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? held;
  } catch {
    // A frame on another site may have no storage: the conversation then lasts as long as the page.
    return held;
  }
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
  held = null;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was stored.
  }
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
  held = { token, conversationId, domain, expires: Date.now() + expires_in * 1000 };
  try {
    localStorage.setItem(KEY, JSON.stringify(held));
  } catch {
    // See heldSession.
  }

  return held;
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
