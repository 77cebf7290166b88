// The province that the person has chosen: kept in the browser, shared by its tabs, told to the conversation.

const KEY = 'cp-assistant.province';
let held = null;

/** @returns {{name: string, told: string|null}|null} told: the conversation that knows it; null where nothing was ever chosen */
export function heldProvince() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? held;
  } catch {
    // No storage: the choice lasts as long as the page.
    return held;
  }
}

/** @param {string|null} told id of the conversation that knows of it */
export function keepProvince(name, told) {
  held = { name, told };
  try {
    localStorage.setItem(KEY, JSON.stringify(held));
  } catch {
    // See heldProvince.
  }
}

export function forgetProvince() {
  held = null;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was stored.
  }
}

/** Calls back when another tab has chosen, or has forgotten. */
export function onOtherProvince(changed) {
  addEventListener('storage', event => {
    if (event.key === KEY) {
      held = null;
      changed();
    }
  });
}
